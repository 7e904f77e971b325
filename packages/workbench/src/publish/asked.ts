/** What was sent to a second reader, each with what came back, as it is shown. */
import { parseEndpoint } from '../claims/endpoint.ts'
import type { Disclosure } from '../model/proposal.ts'
import type { KeptProposal } from '../storage/case-store.ts'
import type { Asked } from './proposal-contract.ts'

export function askedOf(
  disclosures: readonly Disclosure[],
  proposals: readonly KeptProposal[],
  fileOf: (document: string) => string,
): Asked[] {
  const answers = new Map(proposals.map((kept) => [kept.record.disclosure, kept]))
  return disclosures.map(({ id, at, document, endpoint, model, characters }) => {
    const kept = answers.get(id)
    return {
      id,
      at,
      document,
      file: fileOf(document),
      endpoint,
      host: parseEndpoint(endpoint).host,
      model,
      characters,
      answered: kept?.record.answer != null,
      failure: kept === undefined ? 'no answer was kept: the run ended before one came' : kept.record.failure,
      proposals:
        kept === undefined
          ? []
          : (kept.judged?.map(({ proposal, span, verdict, reason, claim }) => ({
              kind: proposal?.kind ?? null,
              quote: proposal?.quote ?? null,
              speaker: proposal?.speaker ?? null,
              start: span?.start ?? null,
              end: span?.end ?? null,
              verdict,
              reason,
              claim,
            })) ?? null),
    }
  })
}
