/** Reads a case from the dossier inside an exported page. Nothing can be decided there. */
import type { Dossier } from '@corroborate/workbench/contract'
import { findWords } from './find-words.ts'
import { copyRegister } from './register-source.ts'
import type { SearchHit, Source } from './source.ts'

export class NotInCopyError extends Error {
  constructor(id: string) {
    super(`this copy holds no document ${JSON.stringify(id)}`)
    this.name = 'NotInCopyError'
  }
}

const MOST_HITS = 200
const AROUND = 70

/** The dossier that the page carries, or null. */
export function dossierOf(page: Document): Dossier | null {
  const element = page.getElementById('dossier')
  return element === null ? null : (JSON.parse(element.textContent ?? '') as Dossier)
}

export function copySource(dossier: Dossier): Source {
  return {
    kind: 'copy',
    overview: async () => dossier.overview,
    documents: async () => dossier.documents,
    document: async (id) => {
      const document = dossier.documents.find((each) => each.id === id)
      if (document === undefined) throw new NotInCopyError(id)
      return document
    },
    claims: async () => ({
      figures: dossier.documents.flatMap((each) => each.figureList.map((figure) => ({ ...figure, document: each.id }))),
      claims: dossier.documents.flatMap((each) => each.claimList.map((claim) => ({ ...claim, document: each.id }))),
    }),
    lineage: async () => dossier.lineage,
    ledger: async () => dossier.ledger,
    search: async (words) => searchDossier(dossier, words),
    decisions: async () => dossier.decisions.map((decision) => ({ ...decision, at: null })),
    register: copyRegister(dossier),
    dates: async () => null,
    decide: null,
    keepFrame: null,
    vault: null,
    original: () => null,
    thumbnail: () => null,
    footage: () => null,
    frame: () => null,
    picture: () => null,
  }
}

function searchDossier(dossier: Dossier, words: string): SearchHit[] {
  const hits: SearchHit[] = []
  for (const { id, title, text } of dossier.documents) {
    for (const { start, end } of findWords(text, words)) {
      hits.push({
        document: id,
        title,
        start,
        end,
        snippet: text.slice(Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)),
      })
      if (hits.length === MOST_HITS) return hits
    }
  }
  return hits
}
