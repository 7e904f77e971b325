/** What becomes of a publication where the reader itself fails. */
import type { Reader } from '@corroborate/claims'
import { expect, test } from 'vitest'
import type { CaseDocument } from '../model/case-document.ts'
import { itemIdOf } from '../model/ids.ts'
import { readPublication } from './publication.ts'

/** Reads nothing, and fails on "torn". */
const FAILING: Reader = {
  read({ text }) {
    if (text.includes('torn')) throw new TypeError("Cannot read properties of undefined (reading 'start')")
    return { figures: [], claims: [] }
  },
  parse: () => null,
  judge: () => {
    throw new Error('no proposal is judged here')
  },
}

async function documentsOf(name: string, content: string): Promise<readonly CaseDocument[]> {
  const bytes = new TextEncoder().encode(content)
  const publication = { item: itemIdOf(bytes), size: bytes.length, name, facts: null }
  const documents: CaseDocument[] = []
  for await (const document of readPublication(publication, { bytes }, FAILING, [], () => {})) documents.push(document)
  return documents
}

const FAILED =
  "the reader failed on its sentences (Cannot read properties of undefined (reading 'start')): no figure or claim was taken from it; its text is kept"

test('a document on whose sentences the reader fails keeps its text', async () => {
  const [document, ...others] = await documentsOf('invented.txt', 'Police of Tolmesh said the torn list held 12 dead.')
  expect(others).toEqual([])
  expect(document).toMatchObject({ error: FAILED, figures: [], claims: [] })
  expect(document?.text).toContain('the torn list held 12 dead')
})

test('a capture loses the sentences of one part, not the parts after it', async () => {
  const mail = (n: number, said: string) =>
    `From invented@example.org Mon Mar 10 10:00:0${n} 2025\r\nFrom: Vint Orsa <v@example.org>\r\nDate: Mon, 10 Mar 2025 10:00:0${n} +0000\r\nSubject: ${n}\r\nMessage-ID: <${n}@example.org>\r\n\r\n${said}\r\n\r\n`
  const box = [mail(1, 'The first is whole.'), mail(2, 'The second is torn.'), mail(3, 'The third is whole.')].join('')
  const documents = await documentsOf('invented.mbox', box)
  expect(documents.map(({ error }) => error)).toEqual([null, FAILED, null])
  expect(documents[1]?.text).toContain('The second is torn.')
})
