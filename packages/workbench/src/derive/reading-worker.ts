/** The thread that reads: it holds the reader's knowledge and answers one publication at a time, document by document. */
import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { Knowledge, Reader } from '@corroborate/claims'
import type { CaseDocument } from '../model/case-document.ts'
import type { DerivedText } from '../model/derived-text.ts'
import type { OriginalBytes } from '../read/byte-source.ts'
import type { Publication } from './placed-document.ts'

export interface ReadingRequest {
  readonly publication: Publication
  readonly source: OriginalBytes
  readonly derived: readonly DerivedText[]
}

/** What only the case knows comes before what is to be read. */
export type ReadingMessage = { readonly own: Knowledge } | ReadingRequest | 'go-on'

/** `documents` come first, as many times as it takes, each answered by `go-on`; `done` or `failure` comes last. */
export type ReadingAnswer =
  | { readonly documents: readonly CaseDocument[] }
  /** A long capture is being read on, though no document has come of it yet. */
  | { readonly moving: true }
  | { readonly done: true }
  | { readonly failure: string }

/** Sent on once so many documents, or so many characters, are ready. */
const MOST_DOCUMENTS = 32
const MOST_CHARACTERS = 2_000_000
/** Milliseconds between two signs of life. */
const SIGN = 10_000

// A thread does not share the compile cache of the one that started it; what is loaded before it is compiled anew.
enableCompileCache()
const [{ createReader }, { WORLD }, { openGazetteer }, { readPublication }] = await Promise.all([
  import('@corroborate/claims'),
  import('../claims/knowledge.ts'),
  import('../claims/gazetteer.ts'),
  import('./publication.ts'),
])
const port = parentPort
if (port === null) throw new Error('reading-worker.ts runs as a worker thread')
const gazetteer = await openGazetteer()
let made: { readonly of: string; readonly reader: Reader } | null = null
let goOn: () => void = () => {}
port.on('message', (message: ReadingMessage) => {
  if (message === 'go-on') goOn()
  else if ('own' in message) made = readerWith(message.own)
  else if (made !== null) void answer(message, made.reader)
})

function readerWith(own: Knowledge): NonNullable<typeof made> {
  const of = JSON.stringify(own)
  if (made?.of === of) return made
  const parties = [...own.parties, ...WORLD.parties]
  return { of, reader: createReader({ parties, places: [...own.places, ...WORLD.places] }, gazetteer) }
}

async function answer({ publication, source, derived }: ReadingRequest, reader: Reader): Promise<void> {
  let ready: CaseDocument[] = []
  let characters = 0
  let signed = performance.now()
  const moved = () => {
    if (performance.now() - signed < SIGN) return
    signed = performance.now()
    post({ moving: true })
  }
  const send = async () => {
    if (ready.length === 0) return
    const gone = new Promise<void>((resolve) => {
      goOn = resolve
    })
    post({ documents: ready })
    ready = []
    characters = 0
    await gone
  }
  try {
    for await (const document of readPublication(publication, source, reader, derived, moved)) {
      ready.push(document)
      characters += document.text.length
      if (ready.length >= MOST_DOCUMENTS || characters >= MOST_CHARACTERS) await send()
    }
    await send()
    post({ done: true })
  } catch (error) {
    post({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function post(message: ReadingAnswer): void {
  port?.postMessage(message)
}
