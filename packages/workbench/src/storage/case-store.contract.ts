/** What every adapter of the case store must do. A new adapter proves itself by running this. */
import type { Drift } from '@corroborate/claims'
import { describe, expect, test } from 'vitest'
import type { Capture } from '../model/capture.ts'
import type { CaseDocument } from '../model/case-document.ts'
import type { DecisionRecord } from '../model/decision.ts'
import type { Recognition } from '../model/derived-text.ts'
import { documentIdOf, itemId } from '../model/ids.ts'
import type { RegisterEntry, RegisterList } from '../model/register.ts'
import type { CaseStore } from './case-store.ts'

const ITEM = itemId('ab'.repeat(64))

export function exampleDocument(name: string, text: string): CaseDocument {
  return {
    id: documentIdOf({ item: ITEM, outlet: null, address: name, published: null, part: null }),
    item: ITEM,
    size: text.length,
    name,
    title: `Title of ${name}`,
    outlet: null,
    agency: null,
    url: null,
    published: '2031-05-02',
    modified: null,
    captured: null,
    language: 'en',
    mediaType: 'text/plain',
    part: null,
    needs: null,
    untranscribed: [],
    derivedFrom: [],
    notes: [],
    messages: [],
    error: null,
    disagreements: [],
    text,
    blocks: [{ kind: 'body', start: 0, end: text.length, source: { kind: 'bytes', start: 0, end: text.length } }],
    figures: [],
    claims: [],
  }
}

function exampleCapture(id: string, name: string): Capture {
  return {
    kind: 'capture',
    id,
    intake: '00000000-0000-4000-8000-000000000000',
    at: '2031-05-03T00:00:00.000Z',
    item: ITEM,
    size: 1,
    name,
    container: null,
    archive: false,
    facts: null,
  }
}

function exampleDecision(id: string, sequence: number): DecisionRecord {
  return {
    kind: 'decision',
    id,
    at: '2031-05-03T00:00:00.000Z',
    by: 'A',
    reason: 'B',
    action: 'accept',
    target: null,
    set: null,
    sequence,
  }
}

function exampleList(id: string, sequence: number): RegisterList {
  return {
    id,
    at: '2031-05-03T00:00:00.000Z',
    by: 'A',
    reason: 'B',
    sequence,
    list: id,
    name: `List ${sequence}`,
    release: null,
    previous: null,
    item: ITEM,
    file: 'list.csv',
    header: true,
    columns: [{ header: 'name', field: 'name' }],
    duplicates: false,
    rows: 1,
    notes: [],
  }
}

function exampleEntry(id: string, list: string): RegisterEntry {
  return {
    id,
    list,
    versions: [{ release: list, row: 1, cells: ['Invented Name'] }],
    removed: null,
    kind: 'person',
    count: null,
    facts: {
      ...{ name: 'Invented Name', names: ['Invented Name'], father: null, sex: null, age: null, birth: null },
      ...{ death: null, place: null, status: null, cause: null, record: null },
    },
  }
}

function exampleRecognition(id: string): Recognition {
  return {
    kind: 'recognition',
    id,
    at: '2031-05-03T00:00:00.000Z',
    item: ITEM,
    page: 2,
    maker: { engine: 'reader', version: '1', languages: ['eng'] },
    picture: { width: 10, height: 10 },
    text: 'A word',
    words: [{ start: 0, end: 1, box: [0, 0, 4, 4], confidence: 90 }],
  }
}

/** `open` gives an empty store; `reopen` opens what `open` made anew, or null where nothing outlives its store. */
export function caseStoreContract(
  name: string,
  open: () => Promise<CaseStore>,
  reopen: (() => Promise<CaseStore>) | null,
): void {
  describe(`${name} keeps the contract of the case store`, () => {
    test('an empty store is empty', async () => {
      const store = await open()
      expect(await store.documents()).toEqual([])
      expect(await store.document('nothing')).toBeNull()
      expect(await store.decisions()).toEqual([])
      expect(await store.edges()).toEqual([])
      expect(await store.recognitions()).toEqual([])
      expect(await store.thumbnails()).toEqual([])
      expect(await store.thumbnailBytes(ITEM)).toBeNull()
      expect(await store.setting('modules')).toBeNull()
      expect(await store.search('anything', 10)).toEqual([])
      await store.close()
    })

    test('a thumbnail comes back with its bytes, and a later one of the item replaces it', async () => {
      const store = await open()
      const drawn = { width: 2, height: 1, picture: { width: 4, height: 2 } }
      const [a, b] = ['a'.repeat(128), 'b'.repeat(128)]
      const ofB = { item: b, maker: 'm 1', drawn: null, problem: 'it is broken' }
      const ofA = (maker: string) => ({ item: a, maker, drawn, problem: null })
      await store.write(async (transactor) => {
        await transactor.putThumbnail(ofB, null)
        await transactor.putThumbnail(ofA('m 1'), Uint8Array.of(1, 2, 3))
        await transactor.putThumbnail(ofA('m 2'), Uint8Array.of(0, 255))
      })
      expect(await store.thumbnails()).toEqual([ofA('m 2'), ofB])
      expect([...((await store.thumbnailBytes(a)) ?? [])]).toEqual([0, 255])
      expect(await store.thumbnailBytes(b)).toBeNull()
      await store.close()
    })

    test('what was put comes back, in its order', async () => {
      const store = await open()
      const [one, two] = [exampleDocument('b.txt', 'Second text'), exampleDocument('a.txt', 'First text')]
      await store.write(async (transactor) => {
        await transactor.putDocument(one)
        await transactor.putDocument(two)
        await transactor.putCapture(exampleCapture('2', 'b.txt'), [{ capture: '2', document: one.id, name: 'b.txt' }])
        await transactor.putCapture(exampleCapture('1', 'a.zip'), [{ capture: '1', document: null, name: 'a.zip' }])
        await transactor.putCapture(exampleCapture('3', 'c.mbox'), [
          { capture: '3', document: two.id, name: 'c.mbox#2' },
          { capture: '3', document: one.id, name: 'c.mbox#1' },
        ])
        await transactor.putRecognition(exampleRecognition('r'))
        await transactor.putDecision(exampleDecision('y', 1))
        await transactor.putDecision(exampleDecision('x', 0))
        await transactor.putSetting('modules', 'm1')
        expect((await transactor.document(one.id))?.name).toBe('b.txt')
      })
      expect((await store.documents()).map(({ id }) => id)).toEqual([one.id, two.id].sort())
      expect(await store.document(two.id)).toEqual(two)
      expect((await store.captures()).map(({ name: file }) => file)).toEqual(['a.zip', 'b.txt', 'c.mbox'])
      expect(await store.recognitions()).toEqual([exampleRecognition('r')])
      expect(await store.placements()).toEqual([
        { capture: '1', document: null, name: 'a.zip' },
        { capture: '2', document: one.id, name: 'b.txt' },
        { capture: '3', document: one.id, name: 'c.mbox#1' },
        { capture: '3', document: two.id, name: 'c.mbox#2' },
      ])
      await store.write((transactor) =>
        transactor.putCapture(exampleCapture('3', 'c.mbox'), [{ capture: '3', document: null, name: 'c.mbox' }]),
      )
      expect((await store.placements()).filter(({ capture }) => capture === '3')).toEqual([
        { capture: '3', document: null, name: 'c.mbox' },
      ])
      expect((await store.decisions()).map(({ id }) => id)).toEqual(['x', 'y'])
      expect(await store.setting('modules')).toBe('m1')
      await store.close()
    })

    test('a document of the same id is replaced, also in the index', async () => {
      const store = await open()
      const before = exampleDocument('a.txt', 'harbour')
      await store.write((transactor) => transactor.putDocument(before))
      await store.write((transactor) => transactor.putDocument({ ...before, text: 'mountain' }))
      expect(await store.documents()).toHaveLength(1)
      expect(await store.search('harbour', 10)).toEqual([])
      expect(await store.search('mountain', 10)).toHaveLength(1)
      await store.close()
    })

    test('a write that throws keeps nothing', async () => {
      const store = await open()
      const failing = store.write(async (transactor) => {
        await transactor.putDocument(exampleDocument('a.txt', 'text'))
        await transactor.putSetting('modules', 'm1')
        throw new Error('stop here')
      })
      await expect(failing).rejects.toThrow('stop here')
      expect(await store.documents()).toEqual([])
      expect(await store.setting('modules')).toBeNull()
      await store.close()
    })

    test('the stamp of a part changes whenever it is written, and no other does', async () => {
      const store = await open()
      const stamps = async () => Object.fromEntries(await store.stamps())
      expect(await stamps()).toEqual({})
      await store.write((transactor) => transactor.putDocument(exampleDocument('a.txt', 'text')))
      const first = await stamps()
      expect(Object.keys(first)).toEqual(['documents'])
      await store.write(async (transactor) => {
        await transactor.putDecision(exampleDecision('x', 0))
        await transactor.putSetting('modules', 'm1')
      })
      const second = await stamps()
      expect(second).toEqual({ ...first, decisions: second.decisions })
      await store.write((transactor) => transactor.putDocument(exampleDocument('a.txt', 'text')))
      const third = await stamps()
      expect([third.documents === second.documents, third.decisions === second.decisions]).toEqual([false, true])
      const failing = store.write(async (transactor) => {
        await transactor.putDocument(exampleDocument('b.txt', 'text'))
        throw new Error('stop here')
      })
      await expect(failing).rejects.toThrow('stop here')
      expect(await stamps()).toEqual(third)
      await store.close()
    })

    test('what a second reader was shown and answered comes back by time, and a proposal is replaced', async () => {
      const store = await open()
      const asked = {
        at: '2031-05-03T00:00:00.000Z',
        endpoint: 'https://models.example/v1',
        model: 'toy-1',
        document: 'd',
        shown: [{ start: 0, end: 4 }],
        text: '0'.repeat(64),
        request: '1'.repeat(64),
      }
      const disclosure = { kind: 'disclosure', id: 'x', ...asked, characters: 4 } as const
      const answer = { disclosure: 'x', answer: '{}', failure: null, verdicts: [], judge: 'j 1' }
      const later = { kind: 'proposal', id: 'a', ...asked, ...answer, at: '2031-05-04T00:00:00.000Z' } as const
      const earlier = { kind: 'proposal', id: 'b', ...asked, ...answer } as const
      expect([await store.disclosures(), await store.proposals()]).toEqual([[], []])
      await store.write(async (transactor) => {
        await transactor.putDisclosure(disclosure)
        await transactor.putProposal({ record: later, judged: null })
        await transactor.putProposal({ record: earlier, judged: null })
      })
      const judged = [{ proposal: null, verdict: 'refused', reason: 'r', span: null, claim: null }] as const
      await store.write((transactor) => transactor.putProposal({ record: later, judged }))
      expect(await store.disclosures()).toEqual([disclosure])
      expect(await store.proposals()).toEqual([
        { record: earlier, judged: null },
        { record: later, judged },
      ])
      await store.close()
    })

    test('edges and drift are each replaced as a whole', async () => {
      const store = await open()
      const edge = {
        id: 'e1',
        a: 'a',
        b: 'b',
        kind: 'verbatim',
        direction: 'none',
        confidence: 1,
        evidence: [],
        reason: 'same',
      } as const
      await store.write((transactor) => transactor.replaceEdges([edge]))
      expect(await store.edges()).toEqual([edge])
      const drift: Drift = {
        ...{ id: 'd1', document: 'b', against: 'a', seenIn: [], nearer: null, reason: 'differs' },
        field: 'value',
        ...{ printed: '4', printedAt: { start: 0, end: 1, text: '4' }, claim: null },
        ...{ origin: '5', originAt: { start: 0, end: 1, text: '5' }, againstClaim: null },
      }
      await store.write((transactor) => transactor.replaceDrift([drift]))
      expect([await store.edges(), await store.drift()]).toEqual([[edge], [drift]])
      await store.write((transactor) => transactor.replaceEdges([]))
      expect([await store.edges(), await store.drift()]).toEqual([[], [drift]])
      await store.write((transactor) => transactor.replaceDrift([]))
      expect(await store.drift()).toEqual([])
      await store.close()
    })

    test('the register is replaced as a whole and keeps its order, however long', async () => {
      const store = await open()
      expect([await store.registerLists(), await store.entries(), await store.entryPairs()]).toEqual([[], [], []])
      expect(await store.persons()).toEqual([])
      const lists = [exampleList('z', 0), exampleList('a', 1)]
      const entries = Array.from({ length: 2345 }, (_, at) => exampleEntry(`e${(at * 7919) % 2345}`, 'z'))
      const pairs = [
        { a: 'e1', b: 'e0', weight: 9, probability: 0.9, prior: -3, parts: [] },
        {
          ...{ a: 'e0', b: 'e2', weight: -1, probability: 0.33, prior: -3 },
          parts: [{ comparison: 'given', level: 'same', bits: 2, frequencyBits: 0 }],
        },
      ]
      const persons = [{ id: 'p', entries: ['e1', 'e0'], probabilities: [1, 0.9], weak: 0.6 }]
      await store.write(async (transactor) => {
        await transactor.replaceRegister({ lists, entries, pairs })
        await transactor.replacePersons(persons)
        expect(await transactor.persons()).toEqual(persons)
      })
      expect(await store.registerLists()).toEqual(lists)
      expect(await store.entries()).toEqual(entries)
      expect(await store.entryPairs()).toEqual(pairs)
      await store.write(async (transactor) => {
        await transactor.replaceRegister({ lists: [exampleList('q', 0)], entries: [], pairs: [] })
        await transactor.replacePersons([])
      })
      expect((await store.registerLists()).map(({ id }) => id)).toEqual(['q'])
      expect(await store.entries()).toEqual([])
      expect(await store.persons()).toEqual([])
      await store.close()
    })

    test('search folds case, diacritics, hamza and digits, and needs every word', async () => {
      const store = await open()
      const arabic = exampleDocument('ar.txt', 'قال أحمد إنّ ١٢ مدنيًا قُتلوا')
      const latin = exampleDocument('la.txt', 'The Café at the HARBOUR was closed')
      await store.write(async (transactor) => {
        await transactor.putDocument(arabic)
        await transactor.putDocument(latin)
      })
      const found = async (query: string) => (await store.search(query, 10)).map(({ document }) => document)
      expect(await found('احمد')).toEqual([arabic.id])
      expect(await found('12 مدنيا')).toEqual([arabic.id])
      expect(await found('cafe harb')).toEqual([latin.id])
      expect(await found('cafe mountain')).toEqual([])
      expect(await found('"; drop table document; --')).toEqual([])
      const [hit] = await store.search('احمد', 10)
      expect(arabic.text.slice(hit?.start, hit?.end)).toBe('أحمد')
      await store.close()
    })

    test.skipIf(reopen === null)('what was kept is there after it is opened again', async () => {
      const store = await open()
      await store.write((transactor) => transactor.putDocument(exampleDocument('a.txt', 'kept')))
      await store.close()
      const again = await reopen?.()
      expect(await again?.documents()).toHaveLength(1)
      await again?.close()
    })
  })
}
