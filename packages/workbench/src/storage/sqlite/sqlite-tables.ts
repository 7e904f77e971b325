/** The rows of `case.db` as the values of the store. Loaded with Kysely, and only by what opens a case. */
import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Drift, Edge } from '@corroborate/claims'
import { Kysely, sql } from 'kysely'
import type { Capture } from '../../model/capture.ts'
import type { CapturePlacement, CaseDocument } from '../../model/case-document.ts'
import type { DecisionRecord } from '../../model/decision.ts'
import type { Recognition } from '../../model/derived-text.ts'
import type { Disclosure } from '../../model/proposal.ts'
import type { EntryPair, RegisterEntry, RegisterList, RegisterPerson } from '../../model/register.ts'
import type { Thumbnail } from '../../model/thumbnail.ts'
import type { CaseReader, CaseTransactor, KeptProposal, Part, SearchHit } from '../case-store.ts'
import { foldText, queryWords, snippetOf } from '../search-text.ts'
import { nodeSqliteDialect } from './node-sqlite-dialect.ts'

interface Tables {
  capture: { id: string; name: string; body: string }
  placement: { capture: string; name: string; document: string | null }
  document: { id: string; name: string; body: string }
  passage: { rowid: number; document: string; folded: string }
  decision: { id: string; sequence: number; body: string }
  recognition: { id: string; body: string }
  thumbnail: { item: string; body: string; bytes: Uint8Array | null }
  edge: { id: string; body: string }
  drift: { id: string; body: string }
  register_list: { place: number; body: string }
  entry: { place: number; body: string }
  entry_pair: { place: number; body: string }
  person: { place: number; body: string }
  disclosure: { id: string; at: string; body: string }
  proposal: { id: string; at: string; body: string }
  setting: { name: string; value: string }
}

/** Tables of values in one order, replaced as a whole. */
type Ordered = 'register_list' | 'entry' | 'entry_pair' | 'person'

/** Rows in one insert: SQLite takes 32,766 values at most. */
const ROWS = 1000

/** The tables of an open database. `told` turns an error of SQLite into what is thrown. */
export function tablesOf(database: DatabaseSync, told: (error: unknown) => unknown): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: nodeSqliteDialect(database, told) })
}

/** Carries out `work` in one transaction, and stamps anew each part that it wrote. */
export function writeTo<T>(db: Kysely<Tables>, work: (transactor: CaseTransactor) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    const written = new Set<Part>()
    const result = await work(transactorOver(transaction, written))
    for (const part of written) await putSetting(transaction, `${STAMP}${part}`, randomUUID())
    return result
  })
}

/** Begins the names of the settings that hold the stamps. */
const STAMP = 'stamp:'

async function putSetting(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db.replaceInto('setting').values({ name, value }).execute()
}

/** What reads. */
export function readerOver(db: Kysely<Tables>): CaseReader {
  const parse = <T>(rows: readonly { body: string }[]) => rows.map((row) => JSON.parse(row.body) as T)
  const ordered = async <T>(table: Ordered) =>
    parse<T>(await db.selectFrom(table).select('body').orderBy('place').execute())
  return {
    async stamps() {
      const rows = await db.selectFrom('setting').selectAll().where('name', 'like', `${STAMP}%`).execute()
      return new Map(rows.map(({ name, value }) => [name.slice(STAMP.length) as Part, value]))
    },
    registerLists: () => ordered<RegisterList>('register_list'),
    entries: () => ordered<RegisterEntry>('entry'),
    entryPairs: () => ordered<EntryPair>('entry_pair'),
    persons: () => ordered<RegisterPerson>('person'),
    async captures() {
      return parse<Capture>(await db.selectFrom('capture').select('body').orderBy('name').orderBy('id').execute())
    },
    async placements() {
      const rows = await db.selectFrom('placement').selectAll().orderBy('name').orderBy('capture').execute()
      return rows as readonly CapturePlacement[]
    },
    async documents() {
      return parse<CaseDocument>(await db.selectFrom('document').select('body').orderBy('id').execute())
    },
    async document(id) {
      const row = await db.selectFrom('document').select('body').where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : (JSON.parse(row.body) as CaseDocument)
    },
    async decisions() {
      return parse<DecisionRecord>(await db.selectFrom('decision').select('body').orderBy('sequence').execute())
    },
    async recognitions() {
      return parse<Recognition>(await db.selectFrom('recognition').select('body').orderBy('id').execute())
    },
    async thumbnails() {
      return parse<Thumbnail>(await db.selectFrom('thumbnail').select('body').orderBy('item').execute())
    },
    async thumbnailBytes(item) {
      const row = await db.selectFrom('thumbnail').select('bytes').where('item', '=', item).executeTakeFirst()
      return row?.bytes ?? null
    },
    async edges() {
      return parse<Edge>(await db.selectFrom('edge').select('body').orderBy('id').execute())
    },
    async drift() {
      return parse<Drift>(await db.selectFrom('drift').select('body').orderBy('id').execute())
    },
    async disclosures() {
      return parse<Disclosure>(await db.selectFrom('disclosure').select('body').orderBy('at').orderBy('id').execute())
    },
    async proposals() {
      return parse<KeptProposal>(await db.selectFrom('proposal').select('body').orderBy('at').orderBy('id').execute())
    },
    async search(query, limit) {
      const words = queryWords(query)
      if (words.length === 0) return []
      const match = words.map((word) => `"${word}"*`).join(' ')
      const rows = await db
        .selectFrom('passage')
        .innerJoin('document', 'document.id', 'passage.document')
        .select(['document.id', 'document.body'])
        .where(sql<boolean>`passage match ${match}`)
        .orderBy(sql`passage.rank`)
        .orderBy('document.id')
        .limit(limit)
        .execute()
      return rows.flatMap(({ body }): SearchHit[] => {
        const document = JSON.parse(body) as CaseDocument
        const found = snippetOf(document.text, words)
        return found === null ? [] : [{ document: document.id, title: document.title, ...found }]
      })
    },
    async setting(name) {
      const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
      return row?.value ?? null
    },
  }
}

/** Notes in `written` which parts it wrote. */
function transactorOver(db: Kysely<Tables>, written: Set<Part>): CaseTransactor {
  const write = (...parts: readonly Part[]) => {
    for (const part of parts) written.add(part)
  }
  const replace = async (table: Ordered, values: readonly unknown[]) => {
    await db.deleteFrom(table).execute()
    for (let from = 0; from < values.length; from += ROWS) {
      const rows = values.slice(from, from + ROWS)
      await db
        .insertInto(table)
        .values(rows.map((value, at) => ({ place: from + at, body: JSON.stringify(value) })))
        .execute()
    }
  }
  return {
    ...readerOver(db),
    async putCapture(capture, placements) {
      write('captures', 'placements')
      const row = { id: capture.id, name: capture.name, body: JSON.stringify(capture) }
      await db.replaceInto('capture').values(row).execute()
      await db.deleteFrom('placement').where('capture', '=', capture.id).execute()
      for (const { capture: id, name, document } of placements)
        await db.replaceInto('placement').values({ capture: id, name, document }).execute()
    },
    async putDocument(document) {
      write('documents')
      await db.deleteFrom('passage').where('document', '=', document.id).execute()
      await db
        .replaceInto('document')
        .values({ id: document.id, name: document.name, body: JSON.stringify(document) })
        .execute()
      await sql`insert into passage (document, folded) values (${document.id}, ${foldText(document.text).folded})`.execute(
        db,
      )
    },
    async putDecision(decision) {
      write('decisions')
      const row = { id: decision.id, sequence: decision.sequence, body: JSON.stringify(decision) }
      await db.replaceInto('decision').values(row).execute()
    },
    async putRecognition(recognition) {
      write('recognitions')
      const row = { id: recognition.id, body: JSON.stringify(recognition) }
      await db.replaceInto('recognition').values(row).execute()
    },
    async putThumbnail(thumbnail, bytes) {
      write('thumbnails')
      const row = { item: thumbnail.item, body: JSON.stringify(thumbnail), bytes }
      await db.replaceInto('thumbnail').values(row).execute()
    },
    async putDisclosure(disclosure) {
      write('disclosures')
      const { id, at } = disclosure
      await db
        .replaceInto('disclosure')
        .values({ id, at, body: JSON.stringify(disclosure) })
        .execute()
    },
    async putProposal(proposal) {
      write('proposals')
      const { id, at } = proposal.record
      await db
        .replaceInto('proposal')
        .values({ id, at, body: JSON.stringify(proposal) })
        .execute()
    },
    async replaceEdges(edges) {
      write('edges')
      await db.deleteFrom('edge').execute()
      for (const edge of edges)
        await db
          .insertInto('edge')
          .values({ id: edge.id, body: JSON.stringify(edge) })
          .execute()
    },
    async replaceDrift(drift) {
      write('drift')
      await db.deleteFrom('drift').execute()
      for (const one of drift)
        await db
          .insertInto('drift')
          .values({ id: one.id, body: JSON.stringify(one) })
          .execute()
    },
    async replaceRegister({ lists, entries, pairs }) {
      write('registerLists', 'entries', 'entryPairs')
      await replace('register_list', lists)
      await replace('entry', entries)
      await replace('entry_pair', pairs)
    },
    async replacePersons(persons) {
      write('persons')
      await replace('person', persons)
    },
    putSetting: (name, value) => putSetting(db, name, value),
  }
}
