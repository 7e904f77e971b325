/** Lays the kept proposals of a second reader over what was read: judged anew each time, so that nobody is asked again. */
import { CLAIMS_MODULE, createReader, type Judgement, type Reader, type Shown } from '@corroborate/claims'
import { parseEndpoint } from '../claims/endpoint.ts'
import { answerOf, sha256 } from '../claims/second-reader.ts'
import type { CaseDocument } from '../model/case-document.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { ProposalRecord } from '../model/proposal.ts'
import type { CaseStore } from '../storage/case-store.ts'
import { knownNames } from './known-names.ts'

export const JUDGE = `${CLAIMS_MODULE.name} ${CLAIMS_MODULE.version}`

/** A reader that judges; it needs no places. */
export function judgeFor(file: CaseFile): Reader {
  return createReader({ parties: knownNames(file).parties, places: [] })
}

/** Judges one answer by the document as it now reads. */
export function judgeAnswer(
  document: CaseDocument,
  kept: Pick<ProposalRecord, 'id' | 'endpoint' | 'model' | 'shown' | 'text' | 'answer'>,
  reader: Reader,
): Judgement {
  const { entries } = kept.answer === null ? { entries: [] } : answerOf(kept.answer)
  const proposer = { model: kept.model, host: parseEndpoint(kept.endpoint).host, record: kept.id }
  const same = sha256(shownText(document.text, kept.shown)) === kept.text
  // where the document reads otherwise by now, only words that stand in it once are certain to be the ones meant
  const shown: Shown = same ? kept.shown : [{ start: 0, end: document.text.length }]
  const given = same
    ? entries
    : entries.map((entry) =>
        entry.proposal === null ? entry : { ...entry, proposal: { ...entry.proposal, occurrence: null } },
      )
  return reader.judge(document, document, { entries: given, shown, proposer })
}

export function shownText(text: string, shown: Shown): string {
  return shown.map(({ start, end }) => text.slice(start, end)).join('\n\n')
}

/** The document as the reader alone found it. */
export function withoutProposals(document: CaseDocument): CaseDocument {
  return {
    ...document,
    figures: document.figures.filter(({ proposedBy }) => proposedBy === undefined),
    claims: document.claims.filter(({ proposedBy }) => proposedBy === undefined),
  }
}

export function withProposals(document: CaseDocument, { figures, claims }: Judgement): CaseDocument {
  if (figures.length + claims.length === 0) return document
  const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start - b.start || a.end - b.end
  return {
    ...document,
    figures: [...document.figures, ...figures].sort(inOrder),
    claims: [...document.claims, ...claims].sort(inOrder),
  }
}

/** Judges every kept answer by its document and writes both; one whose document is gone is kept without verdicts. */
export async function layProposals(file: CaseFile, store: CaseStore): Promise<void> {
  const kept = await store.proposals()
  if (kept.length === 0) return
  const reader = judgeFor(file)
  const byDocument = Map.groupBy(kept, ({ record }) => record.document)
  await store.write(async (transactor) => {
    for (const [id, answers] of byDocument) {
      const found = await transactor.document(id)
      let document = found === null ? null : withoutProposals(found)
      for (const { record } of answers) {
        const judgement = document === null ? null : judgeAnswer(document, record, reader)
        await transactor.putProposal({ record, judged: judgement?.judged ?? null })
        if (document !== null && judgement !== null) document = withProposals(document, judgement)
      }
      if (document !== null) await transactor.putDocument(document)
    }
  })
}
