/** What the furniture of a press text says about its publication: title, byline, agency, date. */
import type { Block } from '@corroborate/claims'
import { writtenDate } from '../intake/written-date.ts'
import { agencyNamed } from './agency.ts'
import { type FoundMetadata, NO_METADATA } from './read-result.ts'

const CREDIT_WORDS =
  /^(?:by|words by|written by|story by|sources?|authors?|reporters?|reporting by|بقلم|كتب|كتبت|المصدر|مصدر|إعداد)\s{0,2}[:：]?\s*/iu

/** `DAMASCUS, July 14 (Xinhua) -- ...` at the head of the body. */
const DATELINE_AGENCY = /^[^.()]{0,80}[([]([^()[\]]{2,30})[)\]]\s{0,2}[-–—:]/u

/** Reads only blocks before the body's second paragraph: a date further down belongs to something else. */
export function pressMetadata(text: string, blocks: readonly Block[]): FoundMetadata {
  const written = (block: Block): string => text.slice(block.start, block.end)
  const firstBody = blocks.findIndex((block) => block.kind === 'body')
  const head = firstBody < 0 ? blocks : blocks.slice(0, firstBody)
  const title = head.find((block) => block.kind === 'title')
  const credits = blocks.filter((block) => block.kind === 'byline').flatMap((block) => creditsOf(written(block)))
  const body = blocks[firstBody]
  const fromDateline = body === undefined ? undefined : DATELINE_AGENCY.exec(written(body))?.[1]
  const dates = head
    .filter((block) => block.kind === 'dateline' || block.kind === 'byline')
    .map((block) => writtenDate(written(block)))
  return {
    ...NO_METADATA,
    title: title === undefined ? null : written(title).replace(/\s+/g, ' '),
    agency: first(credits.map(agencyNamed)) ?? (fromDateline === undefined ? null : agencyNamed(fromDateline)),
    byline: credits.find((credit) => agencyNamed(credit) === null) ?? null,
    published: first(dates),
  }
}

/** The names in a byline: `World | By AFP | Apr 03, 2025` gives `AFP`; a section's name or a date is none. */
function creditsOf(line: string): string[] {
  const parts = line.split(/\s*[|•·]\s*/).filter((part) => part !== '')
  return parts.flatMap((part) => {
    const isCredit = CREDIT_WORDS.test(part)
    const name = part.replace(CREDIT_WORDS, '').trim()
    if (name === '' || /\d/.test(name)) return []
    return isCredit || agencyNamed(name) !== null ? [name] : []
  })
}

function first(values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null) ?? null
}
