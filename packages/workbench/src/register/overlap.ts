/** Overlap tables from the register: which lists hold each person, whole or by stratum, and over draws of who is who. */
import {
  type DrawEstimate,
  logLinearModels,
  type OverlapTable,
  poolByMixture,
  poolByRubin,
  tableOf,
  usabilityOf,
} from '@corroborate/estimation'
import type { RegisterEntry, RegisterList, RegisterPerson } from '../model/register.ts'
import { type PersonFacts, personFacts } from './person-facts.ts'
import { type LinkedRegister, linkageDecisions, personsOf } from './persons.ts'
import type { PlaceNames } from './places.ts'
import type { RegisterRulings } from './rulings.ts'

/** What persons can be put apart by. `age` is 0–17, 18–59, 60 and over. */
export const STRATA = ['month', 'year', 'place', 'sex', 'age'] as const
export type Stratum = (typeof STRATA)[number]

const NOT_STATED = 'not stated'

export interface OverlapInput {
  /** Lists that count, by id, in the order in which they were first taken. */
  readonly lists: readonly { readonly id: string; readonly name: string }[]
  readonly entries: readonly RegisterEntry[]
  readonly persons: readonly RegisterPerson[]
}

/** The lists of the register by their latest names, or those of them that are named. Null where one is not there. */
export function countedLists(
  lists: readonly RegisterList[],
  wanted: readonly string[],
): { readonly lists: OverlapInput['lists']; readonly unknown: readonly string[] } {
  const all = new Map(lists.map(({ list, name }) => [list, { id: list, name }]))
  const is = (one: { id: string; name: string }, asked: string) => one.id === asked || one.name === asked
  const unknown = wanted.filter((asked) => ![...all.values()].some((one) => is(one, asked)))
  const chosen = [...all.values()].filter((one) => wanted.length === 0 || wanted.some((asked) => is(one, asked)))
  return { lists: chosen, unknown }
}

/** Persons by exactly the lists that hold them now. Who is on none of the lists is not observed. */
export function overlapOfPersons({ lists, entries, persons }: OverlapInput): OverlapTable {
  const historyOf = histories({ lists, entries })
  return tableOf(
    lists.map(({ name }) => name),
    persons.map((person) => ({ lists: historyOf(person), count: 1 })),
  )
}

function histories({ lists, entries }: Pick<OverlapInput, 'lists' | 'entries'>): (person: RegisterPerson) => number {
  const bit = new Map(lists.map(({ id }, at) => [id, 1 << at]))
  const held = new Map(entries.map(({ id, list, removed }) => [id, removed === null ? (bit.get(list) ?? 0) : 0]))
  return (person) => person.entries.reduce((bits, entry) => bits | held.get(entry)!, 0)
}

/** The same by stratum, joined with ", "; what entries do not state is a stratum of its own. */
export function overlapByStratum(
  input: OverlapInput,
  by: readonly Stratum[],
  places: PlaceNames,
): ReadonlyMap<string, OverlapTable> {
  const byId = new Map(input.entries.map((entry) => [entry.id, entry]))
  const strata = Map.groupBy(input.persons, (person) => {
    const facts = personFacts(
      person.entries.map((id) => byId.get(id)!),
      (written) => places.of(written)?.key ?? written,
    )
    return by.map((one) => stratumOf(one, facts, places) ?? NOT_STATED).join(', ')
  })
  const inOrder = [...strata].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(inOrder.map(([stratum, persons]) => [stratum, overlapOfPersons({ ...input, persons })]))
}

function stratumOf(by: Stratum, { death, place, sex, age }: PersonFacts, places: PlaceNames): string | null {
  switch (by) {
    case 'month':
      return death !== null && death.length >= 7 ? death.slice(0, 7) : null
    case 'year':
      return death?.slice(0, 4) ?? null
    case 'place':
      return places.of(place)?.name ?? null
    case 'sex':
      return sex
    case 'age':
      return age === null ? null : age < 18 ? '0–17' : age < 60 ? '18–59' : '60 and over'
  }
}

export interface OverDraws {
  readonly draws: number
  readonly seed: number
  /** Fewest and most persons on the lists over the draws. */
  readonly observed: readonly [number, number]
  /** Draws whose best log-linear model has an estimate. */
  readonly estimated: number
  readonly rubin: {
    readonly estimate: number
    readonly se: number
    readonly low: number
    readonly high: number
    readonly fromLinkage: number
  } | null
  readonly mixture: { readonly median: number; readonly low: number; readonly high: number } | null
}

/**
 * The best log-linear model over draws of who is who, pooled by Rubin's rules and as an even mixture. Null where nothing
 * is linked. Equal seeds give equal draws: they are kept as their seed and derived again.
 */
export function overDraws(
  linked: LinkedRegister,
  entries: readonly RegisterEntry[],
  rulings: RegisterRulings,
  lists: OverlapInput['lists'],
  options: { readonly draws: number; readonly seed: number; readonly onDraw?: (done: number) => void },
): OverDraws | null {
  const { linkage, tables } = linked
  if (linkage === null || options.draws < 2) return null
  const estimates: DrawEstimate[] = []
  let fewest = Number.POSITIVE_INFINITY
  let most = 0
  let done = 0
  for (const drawn of linkage.draws(options.draws, options.seed, linkageDecisions(linked, rulings))) {
    const member = new Map(tables.flatMap((of, list) => of.map(({ id }, row) => [id, drawn[list]![row]!] as const)))
    const persons = personsOf(member, entries, rulings, new Map(), new Map())
    const table = overlapOfPersons({ lists, entries, persons })
    fewest = Math.min(fewest, table.observed)
    most = Math.max(most, table.observed)
    const best = usabilityOf(table).usable.length < 3 ? undefined : bestOf(table)
    if (best !== undefined) estimates.push(best)
    options.onDraw?.(++done)
  }
  return {
    draws: options.draws,
    seed: options.seed,
    observed: [fewest, most],
    estimated: estimates.length,
    rubin: estimates.length < 2 ? null : rubinOf(estimates),
    mixture: estimates.length < 2 ? null : poolByMixture(estimates),
  }
}

function bestOf(table: OverlapTable): DrawEstimate | undefined {
  const best = logLinearModels(table).find(
    ({ estimate, se }) => estimate !== null && se !== null && estimate > table.observed,
  )
  return best === undefined ? undefined : { observed: table.observed, estimate: best.estimate!, se: best.se! }
}

function rubinOf(estimates: readonly DrawEstimate[]): OverDraws['rubin'] {
  const { estimate, se, low, high, fromLinkage } = poolByRubin(estimates)
  return { estimate, se, low, high, fromLinkage }
}
