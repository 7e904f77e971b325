/** A case as it is shown: the published shapes, put together from what a reader of its store finds. */
import { datingOf, isReadLanguage } from '@corroborate/claims'
import { type CaptureDays, captureDays, dated } from '../decisions/case-documents.ts'
import { type CaseKnowledge, caseLedger, caseLineage } from '../decisions/case-ledger.ts'
import { applyDecisions, type EffectiveCase, type EffectiveDocument, standing } from '../decisions/effective.ts'
import { knownNames } from '../derive/known-names.ts'
import { MODULES } from '../derive/modules.ts'
import type { CaseFile } from '../model/case-file.ts'
import { registerRulings } from '../register/rulings.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { askedOf } from './asked.ts'
import { itemsByName, linkedMessages } from './capture-links.ts'
import type {
  Asked,
  CaseHeader,
  CaseLedger,
  CaseLineage,
  Decision,
  DocumentDetail,
  DocumentSummary,
  Dossier,
  Overview,
  SecondReader,
  VaultState,
  WithdrawalNotice,
} from './contract.ts'
import { derivativesOf } from './derivatives.ts'
import { mediaDetail, mediaSummary, releasable } from './media-view.ts'
import { readRegisterView } from './register-view.ts'

export const NOTICE = 'working copy, not for publication'
const NO_EDGE = 'No edge means that no derivation was found; it never means independent.'

/** Everything a view shows, read once. */
export interface CaseView {
  readonly header: CaseHeader
  overview(asOf: string | null): Overview
  documents(): readonly DocumentSummary[]
  document(id: string): DocumentDetail | null
  lineage(asOf: string | null): CaseLineage
  ledger(asOf: string | null): CaseLedger
  decisions(): readonly Decision[]
  /** What a second reader was shown, and what became of its proposals. */
  asked(): readonly Asked[]
  secondReader(): SecondReader | null
  /**
   * Reads the register, so only while the reader is open. `embedded`: with all that pictures and films say of themselves,
   * where they were taken and by which device too.
   */
  dossier(asked?: { readonly embedded: boolean }): Promise<Dossier>
}

/** `vault`: what of the case is confidential; null where nothing is. */
export async function readCaseView(
  file: CaseFile,
  reader: CaseReader,
  vault: VaultState | null = null,
): Promise<CaseView> {
  const [documents, edges, drift, decisions, placements, captures, recognitions, disclosures, proposals, thumbnails] =
    await Promise.all([
      reader.documents(),
      reader.edges(),
      reader.drift(),
      reader.decisions(),
      reader.placements(),
      reader.captures(),
      reader.recognitions(),
      reader.disclosures(),
      reader.proposals(),
      reader.thumbnails(),
    ])
  const thumbnailOf = new Map(thumbnails.map((one) => [one.item, one]))
  const effective = applyDecisions(documents, edges, decisions)
  const byId = new Map<string, EffectiveDocument>(effective.documents.map((one) => [one.id, one]))
  const files = filesByDocument(placements)
  const items = itemsByName(captures)
  const fileOf = (document: string) => files.get(document)?.[0] ?? document
  const header = headerOf(file)
  const known: CaseKnowledge = {
    id: file.id,
    knowledge: knownNames(file),
    drift,
    captured: captureDays(captures, placements),
  }
  /** Reasons name documents by id; people know them by file. */
  const named = (reason: string) => reason.replace(/[0-9a-f]{32}/g, (id) => files.get(id)?.[0] ?? id)

  const asked = askedOf(disclosures, proposals, fileOf)
  const { secondReader } = effective.rulings
  const summary = (document: EffectiveDocument): DocumentSummary => {
    const shown = summaryOf(document, files.get(document.id) ?? [document.name], known.captured)
    const { notes, ...media } = mediaSummary(document, thumbnailOf.get(document.item))
    return { ...shown, ...media, notes: [...shown.notes, ...notes] }
  }
  const detail = (document: EffectiveDocument): DocumentDetail => ({
    ...summary(document),
    text: document.text,
    blocks: mutable(document.blocks),
    messages: linkedMessages(document, files.get(document.id) ?? [], items),
    ...mediaDetail(document, effective.decisions),
    derivatives: derivativesOf(document, effective, recognitions),
    figureList: mutable(document.figures),
    claimList: mutable(document.claims),
    ...given(
      'asked',
      asked.filter((one) => one.document === document.id),
    ),
  })
  const lineage = lately((asOf): CaseLineage => {
    const seen = caseLineage(effective, known, asOf)
    return {
      edges: mutable(seen.edges).map((edge) => ({
        ...edge,
        a: fileOf(edge.a),
        b: fileOf(edge.b),
        reason: named(edge.reason),
        documents: [edge.a, edge.b],
      })),
      drift: mutable(seen.drift).map((one) => ({
        ...one,
        reason: named(one.reason),
        files: [fileOf(one.document), fileOf(one.against)],
      })),
      asOf,
      known: seen.known,
      leftOut: mutable(seen.leftOut),
      files: Object.fromEntries(
        seen.leftOut
          .flatMap(({ document, instead }) => (instead === null ? [document] : [document, instead]))
          .map((id) => [id, fileOf(id)]),
      ),
      note: NO_EDGE,
    }
  })
  const ledger = lately((asOf): CaseLedger => {
    const built = caseLedger(effective, known, asOf)
    return {
      ...mutable(built),
      relations: built.relations.map((relation) => ({ ...relation, reason: named(relation.reason) })),
      files: Object.fromEntries(effective.documents.map(({ id }) => [id, fileOf(id)])),
      review: reviewsOf(effective),
      ...proposersOf(effective),
    }
  })
  const overview = (asOf: string | null): Overview => {
    const items = new Set(captures.map(({ item }) => item)).size
    return {
      case: header,
      ...(vault === null ? {} : { vault }),
      ...(secondReader === null ? {} : { secondReader }),
      counts: countsOf(effective, items),
      ledger: ledger(asOf),
      drift: lineage(asOf).drift,
    }
  }
  const { overruled } = registerRulings(decisions)
  const decisionList = (): Decision[] =>
    effective.decisions.map(({ record, undone, orphan }) => {
      const { id, at, by, reason, action, target, set } = record
      return { id, at, by, reason, action, target, set, undone, orphan: orphan || overruled.has(id) }
    })
  return {
    header,
    overview,
    documents: () => effective.documents.map(summary).sort(byFirstFile),
    document(id) {
      const document = byId.get(id)
      return document === undefined ? null : detail(document)
    },
    lineage,
    ledger,
    decisions: decisionList,
    asked: () => asked,
    secondReader: () => secondReader,
    dossier: async ({ embedded } = { embedded: false }) => ({
      format: 'corroborate-dossier/1',
      notice: NOTICE,
      case: header,
      modules: MODULES,
      overview: withoutTimes(overview(null)),
      documents: withoutTimes(
        effective.documents
          .map((document) => (embedded ? detail(document) : releasable(detail(document))))
          .sort(byFirstFile),
      ),
      lineage: withoutTimes(lineage(null)),
      ledger: ledger(null),
      register: withoutTimes((await readRegisterView(file.gazetteer, reader)).whole(ledger(null))),
      decisions: decisionList().map(({ at: _, ...decision }) => decision),
    }),
  }
}

/** Days of which an answer is kept, so that a page and the pages after it are put together once. */
const LATELY = 4

function lately<T>(answer: (asOf: string | null) => T): (asOf: string | null) => T {
  const kept = new Map<string | null, T>()
  return (asOf) => {
    if (!kept.has(asOf)) {
      if (kept.size >= LATELY) kept.delete(kept.keys().next().value!)
      kept.set(asOf, answer(asOf))
    }
    return kept.get(asOf)!
  }
}

/** A list under its name, left out where it is empty: what a case without a second reader holds says nothing of one. */
function given<Name extends string, T>(name: Name, list: T[]): { [Key in Name]?: T[] } {
  return list.length === 0 ? {} : ({ [name]: list } as { [Key in Name]?: T[] })
}

function proposersOf({ documents }: EffectiveCase): Pick<CaseLedger, 'proposed'> {
  const proposed = Object.fromEntries(
    documents.flatMap(({ figures, claims }) =>
      [...figures, ...claims].flatMap(({ id, proposedBy }) => (proposedBy === undefined ? [] : [[id, proposedBy]])),
    ),
  )
  return Object.keys(proposed).length === 0 ? {} : { proposed }
}

function headerOf(file: CaseFile): CaseHeader {
  const { id, title, description, period, places, standard, invented } = file
  return { id, title, description, period, places, standard, invented }
}

function filesByDocument(placements: readonly { readonly document: string | null; readonly name: string }[]) {
  const files = new Map<string, string[]>()
  for (const { document, name } of placements) {
    if (document === null) continue
    const names = files.get(document) ?? []
    if (!names.includes(name)) names.push(name)
    files.set(document, names)
  }
  return files
}

function summaryOf(document: EffectiveDocument, files: readonly string[], days: CaptureDays): DocumentSummary {
  const { id, item, title, outlet, agency, url, published, modified, language, mediaType, size, needs, error } =
    document
  const { part, captured, notes, untranscribed, derivedFrom, confidential } = document
  const values = [...document.figures, ...document.claims]
  return {
    id,
    item,
    files: [...files],
    title,
    outlet,
    agency,
    url,
    published,
    modified,
    dating: datingOf(dated(document, days)),
    language,
    languageRead: isReadLanguage(language),
    mediaType,
    size,
    ...(confidential === undefined ? {} : { confidential }),
    part,
    captured,
    notes: mutable(notes),
    needs,
    untranscribed: mutable(untranscribed),
    derivedFrom: mutable(derivedFrom),
    error,
    disagreements: mutable(document.disagreements),
    figures: standing(document.figures).length,
    claims: standing(document.claims).length,
    reviewed: values.filter(({ review }) => review.status !== 'machine-read').length,
  }
}

function countsOf(effective: EffectiveCase, items: number): Overview['counts'] {
  const values = effective.documents.flatMap(({ figures, claims }) => [...figures, ...claims])
  const withStatus = (...statuses: string[]) => values.filter(({ review }) => statuses.includes(review.status)).length
  return {
    items,
    documents: effective.documents.length,
    figures: effective.documents.reduce((sum, { figures }) => sum + standing(figures).length, 0),
    claims: effective.documents.reduce((sum, { claims }) => sum + standing(claims).length, 0),
    machineRead: withStatus('machine-read'),
    reviewed: withStatus('accepted', 'corrected', 'added'),
    rejected: withStatus('rejected'),
    needTranscription: effective.documents.filter(({ needs }) => needs === 'transcription').length,
    unreadable: effective.documents.filter(({ error }) => error !== null).length,
  }
}

function reviewsOf(effective: EffectiveCase): CaseLedger['review'] {
  const review: CaseLedger['review'] = {}
  for (const { figures, claims } of effective.documents) {
    for (const value of [...figures, ...claims]) {
      if (value.review.status !== 'rejected') review[value.id] = value.review.status
    }
  }
  return review
}

function byFirstFile(a: DocumentSummary, b: DocumentSummary): number {
  const [x, y] = [a.files[0] ?? '', b.files[0] ?? '']
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
}

/** The schemas infer mutable arrays; the stages keep readonly ones. */
type Mutable<T> = T extends readonly (infer U)[]
  ? Mutable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T

function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>
}

/** A copy without the times of decisions, of asking and of withdrawals, which differ between two runs that do the same. */
function withoutTimes<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner) => {
      if (typeof inner?.at === 'string' && typeof inner?.by === 'string') return { ...inner, at: null }
      if (key === 'withdrawals') return (inner as WithdrawalNotice[]).map((one) => ({ ...one, at: null }))
      return key === 'asked' ? (inner as Asked[]).map((one) => ({ ...one, at: null })) : inner
    }),
  ) as T
}
