/** Who promised what by when: one commitment wherever it is reported. */
import type { Claim } from './claim.ts'
import type { Commitment } from './ledger-model.ts'
import { stem } from './lineage-corpus.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { Lineage, ReadDocument } from './lineage-model.ts'
import type { CorpusNames } from './names-corpus.ts'

interface Promise {
  readonly claim: Claim
  readonly document: ReadDocument
  readonly who: string
}

/** Commitments of all documents, those of one party in one statement as one. */
export function commitmentsOf(
  documents: readonly ReadDocument[],
  lineage: Lineage,
  names: CorpusNames,
): readonly Commitment[] {
  const promises: Promise[] = []
  for (const document of documents) {
    for (const claim of document.claims) {
      if (claim.kind !== 'commitment') continue
      promises.push({ claim, document, who: claim.speaker === null ? '' : names.parties.key(claim.speaker) })
    }
  }
  const joined = new Set(lineage.edges.map(({ a, b }) => `${a}|${b}`))
  const areJoined = (a: string, b: string) => a === b || joined.has(a < b ? `${a}|${b}` : `${b}|${a}`)
  const byWho = new Map<string, Promise[][]>()
  for (const promise of promises) {
    const groups = byWho.get(promise.who) ?? []
    byWho.set(promise.who, groups)
    const group = groups.find((others) =>
      others.some(
        (other) =>
          sameDue(other.claim, promise.claim) &&
          (areJoined(other.document.id, promise.document.id) || sameDay(other.claim, promise.claim)) &&
          samePledge(other, promise),
      ),
    )
    if (group === undefined) groups.push([promise])
    else group.push(promise)
  }
  const groups = [...byWho.values()].flat()
  const commitments = groups.map((group): Commitment => {
    const earliest = [...group].sort((x, y) =>
      byText(x.document.published ?? '9999', y.document.published ?? '9999'),
    )[0]!
    const due =
      group.find(({ claim }) => claim.due?.date != null)?.claim.due ?? group.find(({ claim }) => claim.due)?.claim.due
    const made = group.map(({ claim }) => claim.date).filter((date) => date !== null)
    const claims = group.map(({ claim }) => claim.id).sort(byText)
    return {
      id: derivedId('commitment', claims),
      who: earliest.claim.speaker === null ? null : names.parties.display(earliest.who),
      what: earliest.claim.content.text,
      made: made.sort(byText)[0] ?? null,
      due: due?.date ?? null,
      dueText: due?.text ?? null,
      reading: due?.reading ?? null,
      claims,
      documents: [...new Set(group.map(({ document }) => document.id))].sort(byText),
    }
  })
  return commitments.sort(
    (x, y) =>
      byText(x.due ?? '9999', y.due ?? '9999') || byText(x.made ?? '9999', y.made ?? '9999') || byText(x.id, y.id),
  )
}

function sameDue(a: Claim, b: Claim): boolean {
  if (a.due === null || b.due === null) return a.due === b.due
  if (a.due.date !== null && b.due.date !== null) return a.due.date === b.due.date
  return dueWords(a.due.text) === dueWords(b.due.text)
}

/** "within a month" and "in one month" are one deadline; `on` is the stem of "one". */
function dueWords(text: string): string {
  return stems(text)
    .filter((word) => !['within', 'in', 'by', 'a', 'an', 'on', 'the', 'next', 'خلال', 'في'].includes(word))
    .join(' ')
}

const stems = (text: string) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => stem(word))

const sameDay = (a: Claim, b: Claim) => a.date !== null && a.date === b.date

/** With a deadline in common that is enough; without one the pledges must share words or a quotation. */
function samePledge(a: Promise, b: Promise): boolean {
  if (a.document.id === b.document.id && a.claim.start === b.claim.start) return true
  if (a.claim.due !== null) return true
  const first = new Set(stems(a.claim.content.text).filter((word) => word.length > 3))
  const second = stems(b.claim.content.text).filter((word) => word.length > 3)
  const met = new Set(second.filter((word) => first.has(word))).size
  const quoted = new Set(a.claim.quotes.map(({ text }) => stems(text).join(' ')))
  if (b.claim.quotes.some(({ text }) => quoted.has(stems(text).join(' ')))) return true
  return met >= 2 && met >= 0.3 * Math.min(first.size, new Set(second).size)
}
