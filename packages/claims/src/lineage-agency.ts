/** News agencies behind a document: as given, as its byline prints, or as a dateline or sign-off shows. */
import type { SourceDocument } from './document.ts'
import type { Knowledge } from './knowledge.ts'
import { foldName } from './names.ts'

const AGENCIES: readonly (readonly [string, readonly string[]])[] = [
  ['afp', ['afp', 'agence france presse', 'وكالة فرانس برس', 'فرانس برس', 'ا ف ب']],
  ['ap', ['ap', 'associated press', 'the associated press', 'اسوشيتد برس']],
  ['reuters', ['reuters', 'رويترز']],
  ['xinhua', ['xinhua', 'شينخوا']],
  ['anadolu', ['anadolu', 'anadolu agency', 'aa', 'الاناضول']],
  ['dpa', ['dpa', 'deutsche presse agentur']],
  ['efe', ['efe']],
  ['ansa', ['ansa']],
  ['tass', ['tass', 'itar tass']],
  ['sana', ['sana', 'سانا']],
  ['wafa', ['wafa', 'وفا']],
  ['pti', ['pti', 'press trust of india']],
  ['upi', ['upi']],
]

/** Keys of the agencies that a document's text comes from, sorted; empty where nothing names one. */
export function agenciesOf(document: SourceDocument, knowledge?: Knowledge): readonly string[] {
  const keys = new Set<string>()
  for (const name of [document.agency, document.outlet]) {
    if (name === null) continue
    const folded = foldName(name)
    for (const part of name === document.agency ? [folded, ...name.split(/[/,;|]/).map(foldName)] : [folded]) {
      const key = agencyKey(part, knowledge)
      if (key !== null) keys.add(key)
    }
    if (name === document.agency && keys.size === 0 && folded !== '') keys.add(folded)
  }
  for (const printed of printedCredits(document)) {
    const key = agencyKey(foldName(printed), knowledge)
    if (key !== null) keys.add(key)
  }
  return [...keys].sort()
}

/** Whether the document is the agency's own publication. */
export function isAgencyItself(document: SourceDocument, agency: string, knowledge?: Knowledge): boolean {
  return document.outlet !== null && agencyKey(foldName(document.outlet), knowledge) === agency
}

function agencyKey(folded: string, knowledge: Knowledge | undefined): string | null {
  for (const [key, names] of AGENCIES) if (names.some((name) => foldName(name) === folded)) return key
  for (const party of knowledge?.parties ?? []) {
    if (party.kind !== 'agency') continue
    if ([party.name, ...party.aliases].some((name) => foldName(name) === folded)) return party.id
  }
  return null
}

/** What stands where a credit stands: byline and dateline blocks, brackets in the first line, a last short line. */
function printedCredits(document: SourceDocument): readonly string[] {
  const credits: string[] = []
  for (const block of document.blocks) {
    if (block.kind !== 'byline' && block.kind !== 'dateline') continue
    const text = document.text.slice(block.start, block.end)
    credits.push(text, ...text.split(/[\n|/,;()–—-]| and | by /iu))
  }
  const body = document.blocks.find((block) => block.kind === 'body')
  const opening = document.text.slice(body?.start ?? 0, (body?.start ?? 0) + 90)
  for (const match of opening.matchAll(/[([]([^()[\]\n]{2,40})[)\]]/gu)) credits.push(match[1]!)
  const closing = document.text.trimEnd().slice(-40)
  for (const match of closing.matchAll(/[([]([^()[\]\n]{2,38})[)\]]\s*$/gu)) credits.push(match[1]!)
  return credits.map((credit) => credit.trim().replace(/^(?:by|source|المصدر)\s*:?\s*/iu, ''))
}
