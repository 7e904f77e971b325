/** From entries, pairs and people's decisions to persons: the machine's linkage settled under what people decided. */
import {
  type EntryDecisions,
  type EntryRef,
  type Linkage,
  link,
  type Role,
  type Settlement,
  type Table,
} from '@corroborate/linkage'
import { personIdOf } from '../model/ids.ts'
import type { EntryPair, RegisterEntry, RegisterList, RegisterPerson } from '../model/register.ts'
import { linkageTable } from './linkage-table.ts'
import type { RegisterRulings } from './rulings.ts'

export interface LinkedRegister {
  /** Null where there are no two lists to link and none to search for duplicates. */
  readonly linkage: Linkage | null
  /** Entries of each table that linkage was given. */
  readonly tables: readonly (readonly RegisterEntry[])[]
}

/** Probability from which two entries are one person where nobody decided. */
export const THRESHOLD = 0.5

/**
 * Links the entries of all lists. Those that a list has dropped are a list of their own beside it, so that a row that was
 * removed and a row that was added may turn out to be one person.
 */
export function linkEntries(lists: readonly RegisterList[], entries: readonly RegisterEntry[]): LinkedRegister {
  const roles: Record<string, Role> = {}
  const tables: Table[] = []
  const held: (readonly RegisterEntry[])[] = []
  const duplicates: boolean[] = []
  const current = new Map(lists.map((release) => [release.list, release]))
  const releases = new Map(lists.map((release) => [release.id, release]))
  for (const [list, { duplicates: mayRepeat }] of current) {
    const own = entries.filter((entry) => entry.list === list)
    for (const [which, some] of [
      own.filter(({ removed }) => removed === null),
      own.filter(({ removed }) => removed !== null),
    ].entries()) {
      if (some.length === 0) continue
      const byRelease = Map.groupBy(some, ({ versions }) => versions.at(-1)!.release)
      for (const [release, of] of byRelease) {
        tables.push(
          linkageTable(
            `${list} ${which} ${release}`,
            {
              columns: releases.get(release)!.columns,
              rows: of.map(({ versions }) => versions.at(-1)!.cells),
              read: of,
            },
            [...of.keys()],
            roles,
          ),
        )
        held.push(of)
        duplicates.push(mayRepeat || which === 1)
      }
    }
  }
  const linkable = tables.length > 1 || duplicates.includes(true)
  const linkage = linkable ? link(tables, { columns: roles, duplicates, threshold: THRESHOLD }) : null
  return { linkage, tables: held }
}

/** Every pair that was compared and is not out of the question, the likeliest first. */
export function entryPairs({ linkage, tables }: LinkedRegister): readonly EntryPair[] {
  if (linkage === null) return []
  const entryOf = ({ list, row }: EntryRef) => tables[list]![row]!.id
  return [...linkage.pairs()].map(({ a, b, weight, probability }) => {
    const { prior, parts } = linkage.explain(a, b)
    return {
      a: entryOf(a),
      b: entryOf(b),
      weight: rounded(weight),
      probability: rounded(probability),
      prior: rounded(prior),
      parts: parts
        .filter(({ level }) => level !== NOT_STATED)
        .map((part) => ({ ...part, bits: rounded(part.bits), frequencyBits: rounded(part.frequencyBits) })),
    }
  })
}

/** What linkage calls a comparison that one side leaves open: it says nothing either way. */
const NOT_STATED = 'not stated'

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Decisions as linkage takes them. Groups, bodies nobody named and what is no victim record stay alone. */
export function linkageDecisions({ tables }: LinkedRegister, rulings: RegisterRulings): EntryDecisions {
  const refs = new Map<string, EntryRef>()
  const alone: EntryRef[] = []
  const merged = new Set(rulings.same.flat())
  for (const [list, entries] of tables.entries())
    for (const [row, { id, kind }] of entries.entries()) {
      refs.set(id, { list, row })
      const nameless = kind !== 'person'
      if (rulings.notVictims.has(id) || (nameless && !merged.has(id))) alone.push({ list, row })
    }
  const victims = ([a, b]: readonly [string, string]) => !rulings.notVictims.has(a) && !rulings.notVictims.has(b)
  const asRefs = (pairs: readonly (readonly [string, string])[]) =>
    pairs.filter(victims).map(([a, b]) => [refs.get(a)!, refs.get(b)!] as const)
  return { same: asRefs(rulings.same.flatMap(pairsOf)), different: asRefs(rulings.different), alone }
}

function pairsOf(group: readonly string[]): readonly (readonly [string, string])[] {
  return group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const))
}

/** Persons under the decisions, by their oldest entry. */
export function settlePersons(
  linked: LinkedRegister,
  entries: readonly RegisterEntry[],
  rulings: RegisterRulings,
): readonly RegisterPerson[] {
  const settlement = linked.linkage?.settle(linkageDecisions(linked, rulings)) ?? null
  const persons = settlement === null ? decidedAlone(entries, rulings) : partitionOf(linked, settlement)
  return personsOf(persons.member, entries, rulings, persons.probability, persons.weak)
}

interface Placed {
  readonly member: ReadonlyMap<string, number>
  readonly probability: ReadonlyMap<string, number>
  readonly weak: ReadonlyMap<number, number>
}

function partitionOf({ tables }: LinkedRegister, { persons, probabilities, weak }: Settlement): Placed {
  const member = new Map<string, number>()
  const probability = new Map<string, number>()
  for (const [list, entries] of tables.entries())
    for (const [row, { id }] of entries.entries()) {
      member.set(id, persons[list]![row]!)
      probability.set(id, rounded(probabilities[list]![row]!))
    }
  return { member, probability, weak: new Map(weak.map((one) => [one.person, rounded(one.probability)])) }
}

/** Where the machine links nothing, persons are what people made them. */
function decidedAlone(entries: readonly RegisterEntry[], { same, notVictims }: RegisterRulings): Placed {
  const member = new Map(entries.map(({ id }, at) => [id, at]))
  for (const group of same) {
    const left = group.filter((entry) => !notVictims.has(entry))
    for (const entry of left) member.set(entry, member.get(left[0]!)!)
  }
  return { member, probability: new Map(), weak: new Map() }
}

/** Persons from a partition of entries: whatever names nobody and stands alone is no person. */
export function personsOf(
  member: ReadonlyMap<string, number>,
  entries: readonly RegisterEntry[],
  rulings: RegisterRulings,
  probability: ReadonlyMap<string, number>,
  weak: ReadonlyMap<number, number>,
): readonly RegisterPerson[] {
  const merged = new Set(rulings.same.flat())
  const victims = entries.filter(({ id, kind }) => (kind !== 'group' || merged.has(id)) && !rulings.notVictims.has(id))
  const persons = Map.groupBy(victims, ({ id }) => member.get(id)!)
  return [...persons].flatMap(([number, of]): readonly RegisterPerson[] => {
    if (of.length === 1 && of[0]!.kind !== 'person') return []
    return [
      {
        id: personIdOf(of[0]!.id),
        entries: of.map(({ id }) => id),
        probabilities: of.map(({ id }) => probability.get(id) ?? 1),
        weak: weak.get(number) ?? null,
      },
    ]
  })
}
