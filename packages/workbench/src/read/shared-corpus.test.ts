/** The test articles and reports: furniture is marked as they say, and no figure of theirs is lost in it. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBytes } from './read-bytes.ts'
import type { ReadText } from './read-result.ts'

const SHARED = process.env.CORROBORATE_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const CORPUS = join(SHARED, 'corpus')

interface Gold {
  readonly id: string
  readonly figures: readonly { readonly start: number; readonly end: number }[]
}

async function read(path: string): Promise<ReadText> {
  const result = await readBytes(readFileSync(path), { name: path })
  if (result.kind !== 'text') throw new Error(`${path}: ${result.reason}`)
  return result
}

const goldOf = (file: string) =>
  readFileSync(join(CORPUS, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Gold)

describe.skipIf(!existsSync(CORPUS))('corpus (skipped where shared is not present)', () => {
  test.each([
    ['articles/gold.jsonl', 'articles', 15],
    ['reports/gold.jsonl', 'reports/texts', 90],
  ])('every figure of %s stands in a block that yields claims', async (file, folder, count) => {
    const yields = new Set(['title', 'heading', 'caption', 'body'])
    let seen = 0
    for (const { id, figures } of goldOf(file)) {
      const { text, blocks } = await read(join(CORPUS, folder, `${id}.txt`))
      for (const figure of figures) {
        seen++
        const block = blocks.find(({ start, end }) => start <= figure.start && figure.end <= end)
        expect(yields.has(block?.kind ?? 'none'), `${id}: ${text.slice(figure.start, figure.end)}`).toBe(true)
      }
    }
    expect(seen).toBe(count)
  })

  test('the list of links and the picture text of the articles are marked', async () => {
    const kindAt = ({ text, blocks }: ReadText, words: string) => {
      const at = text.indexOf(words)
      return blocks.find(({ start, end }) => start <= at && at < end)?.kind
    }
    const third = await read(join(CORPUS, 'articles/003.txt'))
    expect(kindAt(third, 'READ MORE')).toBe('related-links')
    expect(kindAt(third, 'speculative trading?')).toBe('related-links')
    expect(kindAt(third, 'Truth, justice')).toBe('body')
    const fourth = await read(join(CORPUS, 'articles/004.txt'))
    expect(kindAt(fourth, 'Photo shows')).toBe('alternative-text')
    expect(kindAt(fourth, '(AP: Omar Albam)')).toBe('caption')
  })
})
