/** The document of a publication before it is read: its id, and what manifest and page say of where it appeared. */
import { NO_FACTS, type PublicationFacts } from '../model/capture.ts'
import type { PartLocator } from '../model/captured-part.ts'
import type { CaseDocument, Disagreement } from '../model/case-document.ts'
import { documentIdOf, type ItemId } from '../model/ids.ts'
import { type FoundMetadata, NO_METADATA } from '../read/read-result.ts'

export interface Publication {
  readonly item: ItemId
  readonly size: number
  readonly name: string
  readonly facts: PublicationFacts | null
}

const FIELDS = ['title', 'outlet', 'agency', 'url', 'published', 'modified', 'captured', 'language'] as const

/** The document of a publication that could not be read, and why. */
export function unreadPublication(publication: Publication, error: string): CaseDocument {
  return { ...placed(publication, NO_METADATA, null, null), error }
}

/** What is known of the publication: the manifest's word first, what the page itself says where it is silent. */
export function placed(
  publication: Publication,
  found: FoundMetadata,
  language: string | null,
  part: PartLocator | null,
): CaseDocument {
  const facts = part === null ? (publication.facts ?? NO_FACTS) : factsOfPart(publication.facts)
  const merged = Object.fromEntries(
    FIELDS.map((field) => [field, facts[field] ?? found[field]]),
  ) as unknown as PublicationFacts
  return {
    id: documentIdOf({
      item: publication.item,
      outlet: merged.outlet,
      address: merged.url ?? publication.name,
      published: merged.published,
      part: part?.key ?? null,
    }),
    item: publication.item,
    size: publication.size,
    part,
    name: part === null ? publication.name : `${publication.name}#${part.key}`,
    ...merged,
    language: merged.language ?? language,
    mediaType: null,
    needs: null,
    untranscribed: [],
    derivedFrom: [],
    notes: [],
    messages: [],
    error: null,
    disagreements: FIELDS.flatMap((field) => disagreement(field, facts[field], found[field])),
    text: '',
    blocks: [],
    figures: [],
    claims: [],
  }
}

/** A manifest speaks of the item: what it says of address, date and title is not said of each part. */
function factsOfPart(facts: PublicationFacts | null): PublicationFacts {
  return {
    ...NO_FACTS,
    outlet: facts?.outlet ?? null,
    agency: facts?.agency ?? null,
    language: facts?.language ?? null,
  }
}

function disagreement(field: string, manifest: string | null, found: string | null): readonly Disagreement[] {
  if (manifest === null || found === null || alike(field, manifest, found)) return []
  return [{ field, manifest, found }]
}

/** Dates agree where one only says less; other fields where they differ in case, space or punctuation at most. */
function alike(field: string, a: string, b: string): boolean {
  if (field === 'published' || field === 'modified' || field === 'captured')
    return a.startsWith(b.slice(0, 10)) || b.startsWith(a)
  if (field === 'url') return a.replace(/[/?#]+$/, '') === b.replace(/[/?#]+$/, '')
  const plain = (value: string) =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(a) === plain(b)
}
