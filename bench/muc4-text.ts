/** The messages of MUC-4, given as documents: they are printed in capitals, so a case is given to them. */
import type { Knowledge, SourceDocument } from '@corroborate/claims'

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const CALENDAR =
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  )

/** Gives capitals back to words of a text in lower case. */
export type Casing = (text: string) => string

/**
 * Everything to lower case but acronyms in brackets; then a capital at the beginning of sentences, for days and months, and
 * for the names of countries and regions of the gazetteer. No list of names is made from the messages themselves, so most
 * people and bodies stay in lower case.
 */
export function casing(knowledge: Knowledge): Casing {
  const names = new Map<string, string>()
  for (const { kind, name } of knowledge.places)
    if (kind === 'country' || kind === 'region') names.set(name.toLowerCase(), name)
  for (const word of CALENDAR) names.set(word, word[0]!.toUpperCase() + word.slice(1))
  const most = Math.max(...[...names.keys()].map((name) => name.split(' ').length))
  const cased = (words: string[]) => {
    for (let at = 0; at < words.length; at++) {
      for (let count = Math.min(most, words.length - at); count > 0; count--) {
        const phrase = words.slice(at, at + count).join(' ')
        const [, open = '', bare = '', close = ''] = /^(["(]*)(.*?)([^a-z]*)$/.exec(phrase) ?? []
        const name = names.get(bare)
        if (name === undefined) continue
        words.splice(at, count, ...`${open}${name}${close}`.split(' '))
        at += count - 1
        break
      }
    }
    return words.join(' ')
  }
  return (text) => {
    const lower = text.replace(/\[[A-Z-]+\]|[^[]+|\[/g, (part) => (part[0] === '[' ? part : part.toLowerCase()))
    return cased(lower.split(' ')).replace(/(^|[.!?]["')\]]*\s+|: ")(["'(]*)([a-z])/g, (_, before, open, letter) => {
      return `${before}${open}${letter.toUpperCase()}`
    })
  }
}

/** The messages of one file, paragraphs as blocks, the date of the dateline as the day of publication. */
export function readMessages(text: string, casingOf: Casing): readonly SourceDocument[] {
  const parts = text.split(/^((?:DEV|TST\d)-MUC\d-\d{4}).*$/m)
  const documents: SourceDocument[] = []
  for (let at = 1; at < parts.length; at += 2) {
    const id = parts[at]!
    const body = parts[at + 1] ?? ''
    const dateline = /^\s*(.*?)--\s*(?:\[[^\]]*\]\s*)+/s.exec(body)
    const paragraphs = body
      .slice(dateline?.[0].length ?? 0)
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter((paragraph) => paragraph !== '')
      .map(casingOf)
    let start = 0
    const blocks = paragraphs.map(({ length }) => {
      const block = { kind: 'body' as const, start, end: start + length }
      start += length + 2
      return block
    })
    const date = /\b(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})\b/.exec(dateline?.[1] ?? '')
    const month = date === null ? -1 : MONTHS.indexOf(date[2]!)
    const two = (value: string | number) => String(value).padStart(2, '0')
    const published = date === null || month < 0 ? null : `19${date[3]}-${two(month + 1)}-${two(date[1]!)}`
    const fields = { title: null, outlet: null, agency: null, language: 'en' }
    documents.push({ id, text: paragraphs.join('\n\n'), blocks, published, ...fields })
  }
  return documents
}
