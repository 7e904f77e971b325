/** Every row of every list is accounted for exactly once, through any sequence of decisions, releases and rebuilds. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DecisionError } from '../decisions/decision-error.ts'
import { ListError } from '../link/list-error.ts'
import type { Capture } from '../model/capture.ts'
import type { DecisionRecord } from '../model/decision.ts'
import type { ListRecord } from '../model/list-record.ts'
import type { RegisterEntry, RegisterList, RegisterPerson } from '../model/register.ts'
import { endingsOf } from './account.ts'
import { decideEntries, MARKS, type Mark, type MarkRequest } from './decide-entries.ts'
import { readEntries } from './entries.ts'
import { entryPairs, linkEntries, settlePersons } from './persons.ts'
import { releaseDifferences } from './release-differences.ts'
import { registerRulings } from './rulings.ts'
import { takeList } from './take-list.ts'

/** A register without a disk: records and bytes, and all that follows from them. */
function openRegister() {
  const bytes = new Map<string, Uint8Array>()
  const captures: Capture[] = []
  const records: ListRecord[] = []
  const decisions: DecisionRecord[] = []
  const bytesOf = async (item: string) => bytes.get(item)!
  const derive = async () => {
    const { lists, entries } = await readEntries(records, bytesOf)
    const linked = linkEntries(lists, entries)
    const rulings = registerRulings(decisions)
    const persons = settlePersons(linked, entries, rulings)
    return {
      lists,
      entries,
      pairs: entryPairs(linked),
      persons,
      rulings,
      endings: endingsOf(entries, persons, rulings),
    }
  }
  const add = (name: string, text: string): string => {
    const item = createHash('sha512').update(text).digest('hex')
    bytes.set(item, new TextEncoder().encode(text))
    captures.push({
      ...{ kind: 'capture', id: String(captures.length), intake: '', at: '', item, size: text.length, name },
      ...{ container: null, archive: false, facts: null },
    })
    return item
  }
  return {
    records,
    decisions,
    derive,
    async take(
      name: string,
      text: string,
      more: { list?: string; duplicates?: boolean; columns?: Record<string, string> } = {},
    ) {
      const item = add(name, text)
      const { lists, entries } = await derive()
      const request = { item, name: more.list ?? null, release: null, header: true, columns: more.columns ?? {} }
      const record = await takeList(
        { ...request, duplicates: more.duplicates ?? false },
        { by: 'A', reason: 'r', at: '2031-01-01T00:00:00Z' },
        { captures, lists, entries },
        bytesOf,
      )
      records.push(record)
      return record
    },
    async mark(mark: Mark, ids: readonly string[], more: Partial<MarkRequest> = {}) {
      const state = { ...(await derive()), decisions }
      const by = more.by ?? 'A'
      const decided = decideEntries(state, { mark, ids, note: 'n', blind: false, by, ...more })
      const sequence = decisions.length
      const record = { kind: 'decision' as const, id: `d${sequence}`, at: '', by, reason: 'r', ...decided, sequence }
      decisions.push(record)
      return record
    },
    undo(id: string) {
      const sequence = decisions.length
      const nothing = { document: null, position: null, quote: null, before: null, after: null, saw: {} }
      decisions.push({
        ...{ kind: 'decision', id: `d${sequence}`, at: '', by: 'A', reason: 'r', action: 'undo', set: null, sequence },
        target: { kind: 'decision', id, ...nothing },
      })
    },
  }
}

const HEADER = 'no,name,father,age,place,date'
const ROWS = [
  '1,Mahmud Durraqi,Salim,34,Namrosh,2024-05-14',
  '2,Yusra Velsami,Idris,27,Namrosh,2024-05-14',
  '3,Haitham Tasqari,Adnan,19,Oddrin,2024-05-13',
  '4,Family of Dawud Shebrun,,,Oddrin,2024-05-13',
  '5,Unidentified,,,Oddrin,2024-05-12',
]
const OTHER = [
  'ا,محمود درّاقي,سليم,٣٤,نمروش,14/5/2024',
  'ب,يسرى فلسامي,إدريس,٢٧,نمروش,14/5/2024',
  'ج,هيثم تسقاري,عدنان,١٩,أودرين,13/5/2024',
]
const list = (rows: readonly string[], header = HEADER) => `${[header, ...rows].join('\n')}\n`
const named = (entries: readonly RegisterEntry[], name: string) => entries.find(({ facts }) => facts.name === name)!.id
const personOf = (persons: readonly RegisterPerson[], entry: string) =>
  persons.find(({ entries }) => entries.includes(entry))

describe('the register', () => {
  test('links two scripts, and neither groups nor bodies', async () => {
    const register = openRegister()
    const lists = join(import.meta.dirname, '../../../../casebook/zelmora-tolmesh-2024/lists')
    for (const file of ['casualty-register-2024-05-17.csv', 'documentation-circle-2024-05-16.csv'])
      await register.take(file, readFileSync(join(lists, file), 'utf8'), { duplicates: file.startsWith('doc') })
    const { persons, entries, endings } = await register.derive()
    expect(persons.filter((person) => person.entries.length > 1).length).toBeGreaterThanOrEqual(13)
    expect(endings.get(named(entries, 'Family of Dawud Shebrun'))).toEqual({ in: 'group' })
    expect(endings.get(named(entries, 'Unidentified'))).toEqual({ in: 'unidentified' })
  })

  test('ids of entries are random: the same list taken into two registers has none in common', async () => {
    const [one, other] = [openRegister(), openRegister()]
    await one.take('a.csv', list(ROWS))
    await other.take('a.csv', list(ROWS))
    const ids = new Set([...one.records[0]!.entries, ...other.records[0]!.entries])
    expect(ids.size).toBe(2 * ROWS.length)
  })

  test('a list given twice is refused in words, also under another name', async () => {
    const register = openRegister()
    await register.take('a.csv', list(ROWS))
    await expect(register.take('copy.csv', list(ROWS), { list: 'copy' })).rejects.toThrow(
      /same bytes are in the register as a: a list counts once/,
    )
    await expect(register.take('a.csv', list(ROWS))).rejects.toThrow(/read the same way; nothing was changed/)
    await expect(register.take('empty.csv', `${HEADER}\n`)).rejects.toThrow(/no rows/)
  })

  test('reading its columns otherwise keeps every entry', async () => {
    const register = openRegister()
    const before = await register.take('a.csv', list(ROWS))
    const after = await register.take('a.csv', list(ROWS), { columns: { stated: 'father' } })
    expect(after.entries).toEqual(before.entries)
    expect(after.previous).toBe(before.id)
  })

  test('a new release goes on with its rows: by number, by equal cells, by linkage', async () => {
    const register = openRegister()
    const first = await register.take('a.csv', list(ROWS))
    const second = await register.take(
      'b.csv',
      list([
        '9,Haitham Tasqarri,Adnan,19,Oddrin,2024-05-13',
        ROWS[1]!.replace('27', '28'),
        ROWS[0]!,
        '7,Nour Qorvani,Tariq,22,Oddrin,2024-05-12',
      ]),
      { list: 'a' },
    )
    expect(second.list).toBe(first.list)
    expect(second.entries.slice(0, 3)).toEqual([first.entries[2], first.entries[1], first.entries[0]])
    expect(first.entries).not.toContain(second.entries[3])
    const { lists, entries } = await register.derive()
    const compared = releaseDifferences(lists[1]!, lists, entries)!
    expect(compared.added).toEqual([{ entry: second.entries[3], row: 4 }])
    expect(compared.removed.map(({ row }) => row)).toEqual([4, 5])
    expect(compared.changed.map(({ row, fields }) => [row, fields])).toEqual([
      [
        1,
        [
          { header: 'no', before: '3', after: '9' },
          { header: 'name', before: 'Haitham Tasqari', after: 'Haitham Tasqarri' },
        ],
      ],
      [2, [{ header: 'age', before: '27', after: '28' }]],
    ])
    expect(compared.unchanged).toBe(1)
  })

  test('running numbers that move to other names are not trusted', async () => {
    const register = openRegister()
    const first = await register.take('a.csv', list(ROWS.slice(0, 3)))
    const moved = ROWS.slice(0, 3).map((row, at) => row.replace(/^\d/, String(((at + 1) % 3) + 1)))
    const second = await register.take('b.csv', list(moved), { list: 'a' })
    expect(second.entries).toEqual(first.entries)
  })

  test('a decision outlives a new release', async () => {
    const register = openRegister()
    await register.take('a.csv', list(ROWS))
    await register.take('b.csv', list(OTHER))
    const { entries } = await register.derive()
    const [latin, arabic] = [named(entries, 'Mahmud Durraqi'), named(entries, 'محمود درّاقي')]
    await register.mark('different', [latin, arabic])
    await register.take('c.csv', list([...ROWS, '6,Nour Qorvani,Tariq,22,Oddrin,2024-05-12']), { list: 'a' })
    const { persons } = await register.derive()
    expect(personOf(persons, latin)).not.toBe(personOf(persons, arabic))
  })

  test('people merge what no list may hold twice, and split, and take out of the count, each with its undo', async () => {
    const register = openRegister()
    await register.take('a.csv', list(ROWS))
    const { entries } = await register.derive()
    const [one, two] = [named(entries, 'Mahmud Durraqi'), named(entries, 'Yusra Velsami')]
    const merged = await register.mark('merge', [one, two])
    let { persons } = await register.derive()
    expect(personOf(persons, one)).toBe(personOf(persons, two))
    await expect(register.mark('split', [one])).rejects.toThrow(/decided otherwise.*undo that first/)
    register.undo(merged.id)
    await register.mark('not-a-victim', [one])
    let { endings } = await register.derive()
    expect(endings.get(one)).toMatchObject({ in: 'not-a-victim' })
    await expect(register.mark('merge', [one, two])).rejects.toThrow(/no victim record by decision/)
    register.undo(register.decisions.at(-1)!.id)
    ;({ persons, endings } = await register.derive())
    expect(endings.get(one)).toMatchObject({ in: 'person' })
  })

  test('a body is identified by a person alone, and a group never', async () => {
    const register = openRegister()
    await register.take('a.csv', list(ROWS))
    const { entries } = await register.derive()
    const [body, group, one] = ['Unidentified', 'Family of Dawud Shebrun', 'Mahmud Durraqi'].map((name) =>
      named(entries, name),
    )
    await register.mark('merge', [body!, one!])
    const { persons } = await register.derive()
    expect(personOf(persons, body!)?.entries).toHaveLength(2)
    await expect(register.mark('merge', [group!, one!])).rejects.toThrow(/a group stands for several/)
  })

  test('fifty thousand rows named "unknown" are fifty thousand bodies, quickly', async () => {
    const register = openRegister()
    const rows = Array.from({ length: 50_000 }, (_, at) => `${at},unknown,,,Oddrin,2024-05-13`)
    const started = performance.now()
    await register.take('a.csv', list(rows))
    await register.take('b.csv', list(OTHER))
    const { persons, endings } = await register.derive()
    expect(persons).toHaveLength(3)
    expect([...endings.values()].filter(({ in: where }) => where === 'unidentified')).toHaveLength(50_000)
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  test('one value in a whole column tells nobody apart', async () => {
    const register = openRegister()
    const rows = (from: number) =>
      Array.from({ length: 40 }, (_, at) => `${at + from},Ali Hasan,Omar,30,Oddrin,2024-05-13`)
    await register.take('a.csv', list(rows(0)))
    await register.take('b.csv', list(rows(100)))
    const { persons, endings } = await register.derive()
    expect(endings.size).toBe(80)
    for (const { entries } of persons) expect(entries.length).toBeLessThanOrEqual(2)
  })

  test('through any sequence every entry ends exactly once, and what is derived anew is what is held', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('release' as const),
        list: fc.nat(2),
        keep: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        age: fc.nat(60),
      }),
      fc.record({
        kind: fc.constant('mark' as const),
        mark: fc.constantFrom(...MARKS),
        a: fc.nat(40),
        b: fc.nat(40),
        by: fc.constantFrom('A', 'B', 'C'),
      }),
      fc.record({ kind: fc.constant('undo' as const), at: fc.nat(20) }),
    )
    const pool = [...ROWS, ...OTHER]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const register = openRegister()
        await register.take('a.csv', list(ROWS))
        await register.take('b.csv', list(OTHER), { duplicates: true })
        let rows = ROWS.length + OTHER.length
        for (const [at, one] of steps.entries()) {
          try {
            if (one.kind === 'release') {
              const kept = pool
                .filter((_, place) => one.keep[place])
                .map((row, place) => (place === 0 ? row.replace(/\d\d,/, `${one.age},`) : row))
              const { entries } = await register.take(
                `${at}.csv`,
                list([...kept, `${at + 50},Extra ${at} Name,,${one.age},Fesdal,2024-05-16`]),
                { list: ['a', 'b', 'c'][one.list]! },
              )
              rows += entries.length
            } else if (one.kind === 'mark') {
              const { entries, persons } = await register.derive()
              const ids = [...entries.map(({ id }) => id), ...persons.map(({ id }) => id)]
              const [a, b] = [ids[one.a % ids.length]!, ids[one.b % ids.length]!]
              await register.mark(one.mark, one.mark === 'split' || one.mark === 'not-a-victim' ? [a] : [a, b], {
                by: one.by,
              })
            } else if (register.decisions.length > 0) {
              register.undo(register.decisions[one.at % register.decisions.length]!.id)
            }
          } catch (error) {
            if (!(error instanceof DecisionError || error instanceof ListError)) throw error
          }
          const held = await register.derive()
          expect(held.endings.size).toBe(held.entries.length)
          const versions = held.entries.flatMap((entry) => entry.versions)
          expect(versions).toHaveLength(rows)
          expect(new Set(versions.map(({ release, row }) => `${release} ${row}`)).size).toBe(rows)
          decisionsHold(held, register.decisions)
          expect(await register.derive()).toEqual(held)
        }
      }),
      { seed: 8, numRuns: 10, endOnFailure: true },
    )
  }, 120_000)
})

/** What people decided and nobody overruled is so. */
function decisionsHold(
  { persons }: { readonly persons: readonly RegisterPerson[]; readonly lists: readonly RegisterList[] },
  decisions: readonly DecisionRecord[],
): void {
  const { same, different, notVictims } = registerRulings(decisions)
  for (const group of same) {
    const counted = group.filter((entry) => !notVictims.has(entry))
    expect(new Set(counted.map((entry) => personOf(persons, entry)?.id)).size).toBeLessThanOrEqual(1)
  }
  for (const [a, b] of different) {
    const [one, other] = [personOf(persons, a), personOf(persons, b)]
    if (one !== undefined) expect(one).not.toBe(other)
  }
  for (const entry of notVictims.keys()) expect(personOf(persons, entry)).toBeUndefined()
}
