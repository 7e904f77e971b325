/** Both sources answer with the same values, and say plainly what went wrong. */
import { describe, expect, test } from 'vitest'
import { DOSSIER } from '../fixture/dossier.ts'
import { caseSource, RefusedError, UnreachableError } from './case-source.ts'
import { copySource, NotInCopyError } from './copy-source.ts'
import { findWords } from './find-words.ts'

describe('a copy', () => {
  const copy = copySource(DOSSIER)

  test('decides nothing and offers no originals', () => {
    expect(copy.decide).toBeNull()
    expect(copy.original('00')).toBeNull()
  })

  test('gives every claim with its document', async () => {
    const { figures, claims } = await copy.claims()
    expect(figures.length + claims.length).toBe(DOSSIER.overview.counts.figures + DOSSIER.overview.counts.claims)
    for (const { document, start, surface } of figures) {
      const { text } = await copy.document(document)
      expect(text.slice(start, start + surface.length)).toBe(surface)
    }
  })

  test('says which document it lacks', async () => {
    await expect(copy.document('zz')).rejects.toThrow(NotInCopyError)
  })

  test('finds words and where they stand', async () => {
    const [hit] = await copy.search('sael human rights register')
    expect(hit).toBeDefined()
    const { text } = await copy.document(hit?.document ?? '')
    expect(text.slice(hit?.start, hit?.end)).toBe('Sael Human Rights Register')
  })
})

describe('a case', () => {
  const answering = (status: number, body: string) => {
    const asked: { address: string; body: unknown }[] = []
    const source = caseSource(async (address, options) => {
      asked.push({ address: String(address), body: options?.body })
      return new Response(body, { status })
    })
    return { source, asked }
  }

  test('is asked under its addresses, without what was not given', async () => {
    const { source, asked } = answering(200, '{"hits":[]}')
    await source.search('a b&c')
    await source.ledger(null)
    await source.ledger('2031-05-12')
    expect(asked.map(({ address }) => address)).toEqual([
      '/api/search?q=a+b%26c',
      '/api/ledger',
      '/api/ledger?asOf=2031-05-12',
    ])
  })

  test('passes a decision on as it is', async () => {
    const { source, asked } = answering(200, '{}')
    await source.decide?.({ action: 'accept', target: 'f1', by: 'R. Example', reason: 'read' })
    expect(asked).toEqual([
      { address: '/api/decide', body: '{"action":"accept","target":"f1","by":"R. Example","reason":"read"}' },
    ])
  })

  test('repeats the server’s reason for refusing', async () => {
    const { source } = answering(409, '{"error":"another writer holds the case"}')
    await expect(source.overview()).rejects.toThrow(new RefusedError(409, 'another writer holds the case'))
  })

  test('is never empty by mistake: a list under another name is refused', async () => {
    const { source } = answering(200, '{"documnets":[]}')
    await expect(source.documents()).rejects.toThrow(RefusedError)
  })

  test('says when nobody answers', async () => {
    const source = caseSource(async () => {
      throw new TypeError('fetch failed')
    })
    await expect(source.overview()).rejects.toThrow(UnreachableError)
  })
})

describe('finding words', () => {
  const texts = (text: string, words: string) => findWords(text, words).map(({ start, end }) => text.slice(start, end))

  test('case and accents make no difference', () => {
    expect(texts('Ångström and ANGSTROM', 'angström')).toEqual(['Ångström', 'ANGSTROM'])
  })

  test('hamza, vowel signs and stretching make no difference in Arabic', () => {
    expect(texts('قال أحمد، ثم احمد، ثم أَحْمَد وأحـمد', 'احمد')).toEqual(['أحمد', 'احمد', 'أَحْمَد', 'أحـمد'])
  })

  test('characters outside the basic plane keep their offsets', () => {
    expect(texts('😀 toll 😀 toll', 'toll')).toEqual(['toll', 'toll'])
  })

  test('nothing is found for no words', () => {
    expect(findWords('abc', '  ')).toEqual([])
  })
})
