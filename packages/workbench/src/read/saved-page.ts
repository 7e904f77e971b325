/** What programs that save a page write into it: the address it was saved from, and when (SingleFile, browsers). */
import { writtenDate } from '../intake/written-date.ts'

export interface SavedPage {
  readonly url: string | null
  /** EDTF day, as the program's words give it. */
  readonly captured: string | null
}

/** Null where no program says so. Only comments before the first element count: a page may quote others. */
export function savedPage(html: string): SavedPage | null {
  const head = html.slice(0, 20_000)
  const body = head.search(/<body[\s>]/i)
  const before = body < 0 ? head : head.slice(0, body)
  const single = /<!--\s*Page saved with SingleFile\b([\s\S]{0,4000}?)-->/.exec(before)?.[1]
  if (single !== undefined) {
    const field = (name: string) => new RegExp(`^\\s*${name}:\\s*(\\S.*?)\\s*$`, 'mi').exec(single)?.[1] ?? null
    return { url: webAddress(field('url')), captured: writtenDate(field('saved date') ?? '') }
  }
  const browser = /<!--\s*saved from url=\(\d{1,6}\)(\S{1,4000})\s*-->/.exec(before)?.[1]
  return browser === undefined ? null : { url: webAddress(browser), captured: null }
}

function webAddress(text: string | null): string | null {
  return text !== null && /^https?:\/\/[^\s<>"]+$/i.test(text) ? text : null
}
