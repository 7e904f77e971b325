/** Reads bytes as a capture, for tests: its documents and its problems. */
import { byteSource } from '../byte-source.ts'
import type { CapturedText } from '../captured-part.ts'
import { capturedParts } from '../captured-parts.ts'

export interface ReadCapture {
  readonly documents: readonly CapturedText[]
  readonly problems: readonly string[]
}

/** Null where the bytes are taken for one publication. */
export async function readCapture(content: string | Uint8Array, name: string): Promise<ReadCapture | null> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const parts = await capturedParts(await byteSource({ bytes }), name)
  if (parts === null) return null
  const documents: CapturedText[] = []
  const problems: string[] = []
  try {
    for await (const part of parts) {
      if (part.kind === 'text') documents.push(part)
      else problems.push(part.problem)
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UnreadableError') throw error
    problems.push(error.message)
  }
  for (const { blocks, text, messages, part } of documents) {
    let from = 0
    for (const { start, end } of blocks) {
      if (start < from || end <= start || text.slice(from, start).trim() !== '')
        throw new Error(`blocks of ${part.key} overlap or leave text out`)
      from = end
    }
    for (const { author, authorAt, forwardedFrom, forwardedAt } of messages) {
      if (authorAt !== null && text.slice(authorAt.start, authorAt.end) !== author)
        throw new Error(`the author of a message of ${part.key} is not where it is said to be`)
      if (forwardedAt !== null && text.slice(forwardedAt.start, forwardedAt.end) !== forwardedFrom)
        throw new Error(`whom a message of ${part.key} was forwarded from is not where it is said to be`)
    }
  }
  if (new Set(documents.map(({ part }) => part.key)).size !== documents.length)
    throw new Error('two parts have one key')
  return { documents, problems }
}

export async function readKnown(content: string | Uint8Array, name: string): Promise<ReadCapture> {
  const read = await readCapture(content, name)
  if (read === null) throw new Error(`${name} was taken for one publication`)
  return read
}
