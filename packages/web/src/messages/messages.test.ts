/** Both catalogues say the same things, with the same values, in the forms that their language has. */
import { describe, expect, test } from 'vitest'
import { DOSSIER } from '../fixture/dossier.ts'
import { ar } from './ar.ts'
import { type Catalogue, en, type MessageKey } from './en.ts'
import { CATALOGUES, type Language, messagesIn } from './messages.tsx'

const KEYS = Object.keys(en) as MessageKey[]
const SOURCES = Object.entries(
  import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)
  .filter(([path]) => !path.endsWith('.test.ts') && !/\/(en|ar)\.ts$/.test(path))
  .map(([, source]) => source)
  .join('\n')

function forms(message: Catalogue[MessageKey]): string[] {
  return typeof message === 'string' ? [message] : Object.values(message)
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
}

test('the catalogues have the same keys', () => {
  expect(Object.keys(ar)).toEqual(Object.keys(en))
})

test('every message takes the same values in both languages', () => {
  for (const key of KEYS) {
    const wanted = [...new Set(forms(en[key]).flatMap(valuesIn))].sort()
    for (const text of forms(ar[key])) {
      const found = valuesIn(text)
      // One and two may be words in Arabic: the number need not be written.
      const enough = typeof ar[key] === 'string' ? wanted : wanted.filter((name) => found.includes(name))
      expect(found, key).toEqual(enough)
    }
  }
})

test.each(Object.keys(CATALOGUES) as Language[])('%s has every plural form that its language needs', (language) => {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  for (const [key, message] of Object.entries(CATALOGUES[language])) {
    if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual([...wanted].sort())
  }
})

test('every message is used', () => {
  const prefixes = [...SOURCES.matchAll(/[`'"]([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map(([, prefix]) => prefix ?? '')
  const labels = [...SOURCES.matchAll(/label: '(\w+)'/g)].map(([, label]) => `${label}.`)
  const open = [...prefixes, ...labels]
  const unused = KEYS.filter((key) => !SOURCES.includes(`'${key}'`) && !open.some((prefix) => key.startsWith(prefix)))
  expect(unused).toEqual([])
})

describe('words and numbers', () => {
  const english = messagesIn('en')
  const arabic = messagesIn('ar')

  test('plurals follow the language', () => {
    expect(english.t('commitment.left', { count: 1 })).toBe('1 day left')
    expect(english.t('commitment.left', { count: 1660 })).toBe('1,660 days left')
    expect(arabic.t('commitment.left', { count: 2 })).toBe('بقي يومان')
    expect(arabic.t('commitment.left', { count: 5 })).toMatch(/^بقيت .* أيام$/)
  })

  test('dates are written by day, month or interval, and what is no date is left as it is', () => {
    expect(english.date('2031-05-09')).toBe('9 May 2031')
    expect(english.date('2031-05')).toBe('May 2031')
    expect(english.date('2031-05-07/..')).toBe('7 May 2031 – …')
    expect(english.date('2031-05~')).toBe('May 2031 (?)')
    expect(english.date('spring')).toBe('spring')
  })

  test('a value that is not given stays visible', () => {
    expect(english.t('review.accepted')).toBe('reviewed by {by}')
  })

  test('every kind, effect and status of a case has words', () => {
    for (const { effect, victims, scope } of DOSSIER.documents.flatMap(({ figureList }) => figureList)) {
      for (const key of [`effect.${effect}`, `victims.${victims}`, `scope.${scope}`]) {
        expect(arabic.named(key, '')).not.toBe('')
      }
    }
  })
})
