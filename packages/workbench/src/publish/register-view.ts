/** The register as it is shown: published shapes from what a reader of the store finds, under the decisions that stand. */
import type { Ledger, Place } from '@corroborate/claims'
import { undoneDecisions } from '../decisions/effective.ts'
import { type DecisionRecord, isRegisterAction } from '../model/decision.ts'
import type { EntryPair, RegisterEntry, RegisterList, RegisterPerson } from '../model/register.ts'
import { type Ending, endingsOf } from '../register/account.ts'
import { agreementOf } from '../register/agreement.ts'
import { namesAndNumbers } from '../register/names-and-numbers.ts'
import { personFacts } from '../register/person-facts.ts'
import { type PlaceNames, placeNames } from '../register/places.ts'
import { type QueuedPair, reviewQueue } from '../register/queue.ts'
import { releaseDifferences } from '../register/release-differences.ts'
import { type RegisterRulings, registerRulings } from '../register/rulings.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { foldText, queryWords } from '../storage/search-text.ts'
import type {
  CaseRegister,
  PersonDetail,
  PersonSummary,
  RegisterEntryView,
  RegisterRelease,
  RegisterSummary,
  ReleaseDifferencesView,
  ReviewQueue,
  TollBesideNames,
} from './register-contract.ts'

export interface PersonFilter {
  readonly words: string | null
  /** Id of a list. */
  readonly list: string | null
  readonly only: 'weak' | 'differ' | 'one-list' | 'withdrawn' | 'decided' | null
}

export interface RegisterView {
  readonly lists: readonly RegisterList[]
  readonly entries: readonly RegisterEntry[]
  readonly rulings: RegisterRulings
  summary(): RegisterSummary
  persons(filter: PersonFilter): readonly PersonSummary[]
  /** Null where no person, or no single one, has an id that begins so; entries name their person too. */
  person(id: string): PersonDetail | null
  differences(release: string): ReleaseDifferencesView | null
  queue(reviewer: string | null, rounds: readonly QueuedPair['round'][], limit: number): ReviewQueue
  numbers(ledger: Pick<Ledger, 'series'>): readonly TollBesideNames[]
  whole(ledger: Pick<Ledger, 'series'>): CaseRegister
}

export async function readRegisterView(gazetteer: readonly Place[], reader: CaseReader): Promise<RegisterView> {
  const [lists, entries, pairs, persons, decisions] = await Promise.all([
    reader.registerLists(),
    reader.entries(),
    reader.entryPairs(),
    reader.persons(),
    reader.decisions(),
  ])
  return viewOf({ lists, entries, pairs, persons, decisions, places: placeNames(gazetteer) })
}

interface Held {
  readonly lists: readonly RegisterList[]
  readonly entries: readonly RegisterEntry[]
  readonly pairs: readonly EntryPair[]
  readonly persons: readonly RegisterPerson[]
  readonly decisions: readonly DecisionRecord[]
  readonly places: PlaceNames
}

function viewOf({ lists, entries, pairs, persons, decisions, places }: Held): RegisterView {
  const rulings = registerRulings(decisions)
  const endings = endingsOf(entries, persons, rulings)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const decided = decidedEntries(decisions)
  const placeKey = (written: string) => places.of(written)?.key ?? written

  const entryView = (entry: RegisterEntry, probability: number | null): RegisterEntryView => {
    const decision = rulings.notVictims.get(entry.id)
    return {
      ...(structuredClone(entry) as RegisterEntryView),
      ending: endings.get(entry.id)!.in,
      probability,
      notVictim:
        decision === undefined
          ? null
          : { decision: decision.id, by: decision.by, at: decision.at, reason: decision.reason },
    }
  }
  const summaries = new Map<string, PersonSummary>()
  const summaryOf = (person: RegisterPerson): PersonSummary => {
    const made = summaries.get(person.id) ?? summarised(person)
    summaries.set(person.id, made)
    return made
  }
  const summarised = (person: RegisterPerson): PersonSummary => {
    const own = person.entries.map((id) => byId.get(id)!)
    const held = own.filter(({ removed }) => removed === null)
    const { differ, names, ...facts } = personFacts(own, placeKey)
    return {
      id: person.id,
      ...facts,
      names: [...names],
      differ: [...differ],
      statuses: [...new Set(own.flatMap((entry) => entry.facts.status ?? []))],
      lists: [...new Set(held.map(({ list }) => list))],
      entries: own.length,
      withdrawn: held.length === 0,
      weak: person.weak,
      decided: person.entries.some((entry) => decided.has(entry)),
    }
  }
  const personOf = new Map(persons.flatMap((person) => person.entries.map((entry) => [entry, person] as const)))
  const pairsOf = pairsByPerson(pairs, personOf)
  const detailOf = (person: RegisterPerson): PersonDetail => {
    const { inside, across } = pairsOf.get(person.id) ?? { inside: [], across: [] }
    const near = new Map<string, PersonDetail['near'][number]>()
    for (const pair of across) {
      const other = personOf.get(personOf.get(pair.a) === person ? pair.b : pair.a)!
      if (!near.has(other.id))
        near.set(other.id, { person: other.id, name: summaryOf(other).name, pair: pairView(pair) })
    }
    return {
      ...summaryOf(person),
      entryList: person.entries.map((id, at) => entryView(byId.get(id)!, person.probabilities[at] ?? null)),
      pairs: inside.map(pairView),
      near: [...near.values()].slice(0, MOST_NEAR),
      notes: person.entries.flatMap((entry) => (rulings.notes.get(entry) ?? []).map((note) => ({ entry, ...note }))),
      decisions: [...new Set(person.entries.flatMap((entry) => decided.get(entry) ?? []))],
    }
  }
  const differences = (release: RegisterList) =>
    releaseDifferences(release, lists, entries) as ReleaseDifferencesView | null
  const releases = (): RegisterRelease[] =>
    lists.map((release) => {
      const { sequence: _, ...about } = release
      const compared = differences(release)
      return {
        ...about,
        columns: [...release.columns],
        notes: [...release.notes],
        current: lists.findLast(({ list }) => list === release.list) === release,
        added: compared?.added.length ?? null,
        removed: compared?.removed.length ?? null,
        changed: compared?.changed.length ?? null,
        unchanged: compared?.unchanged ?? null,
      }
    })
  const queued = (reviewer: string | null) => reviewQueue(persons, pairs, rulings, reviewer)
  const summary = (): RegisterSummary => {
    const all = persons.map(summaryOf)
    return {
      lists: releases(),
      counts: countsOf(entries, all, endings),
      overlap: overlapOf(all),
      queue: roundsOf(queued(null)),
      agreement: agreementOf(rulings.reviews.values()),
    }
  }
  const numbers = (ledger: Pick<Ledger, 'series'>) =>
    namesAndNumbers({ ledger, entries, persons, rulings, places }).map((one): TollBesideNames => {
      const { asOfBasis: _, ...point } = one.point
      return {
        ...one,
        point: { ...point, figures: [...point.figures], documents: [...point.documents] },
        cautions: [...one.cautions],
      }
    })
  return {
    lists,
    entries,
    rulings,
    summary,
    persons({ words, list, only }) {
      const wanted = words === null ? [] : queryWords(words)
      return persons.flatMap((person) => {
        const shown = summaryOf(person)
        if (list !== null && !shown.lists.includes(list)) return []
        if (only !== null && !ONLY[only](shown)) return []
        if (
          wanted.length > 0 &&
          !holds(
            wanted,
            person.entries.map((id) => byId.get(id)!),
          )
        )
          return []
        return [shown]
      })
    },
    person(id) {
      const direct = id === '' ? [] : persons.filter((person) => person.id.startsWith(id))
      const entry = id === '' ? [] : entries.filter((one) => one.id.startsWith(id))
      const found = direct.length > 0 ? direct : entry.flatMap((one) => personOf.get(one.id) ?? [])
      return found.length === 1 ? detailOf(found[0]!) : null
    },
    differences(id) {
      const release = lists.find((one) => one.id === id) ?? lists.findLast((one) => one.list === id || one.name === id)
      return release === undefined ? null : differences(release)
    },
    queue(reviewer, rounds, limit) {
      const all = queued(reviewer)
      const wanted = all.filter(({ round }) => rounds.includes(round))
      return {
        total: wanted.length,
        queue: roundsOf(all),
        agreement: agreementOf(rulings.reviews.values()),
        pairs: wanted.slice(0, limit).map(({ a, b, pair, ...about }) => ({
          ...about,
          a: structuredClone(byId.get(a)!) as ReviewQueue['pairs'][number]['a'],
          b: structuredClone(byId.get(b)!) as ReviewQueue['pairs'][number]['b'],
          pair: pair === null ? null : pairView(pair),
        })),
      }
    },
    numbers,
    whole: (ledger) => ({
      summary: summary(),
      differences: lists.flatMap((release) => differences(release) ?? []),
      persons: persons.map(detailOf),
      others: entries.filter(({ id }) => endings.get(id)!.in !== 'person').map((entry) => entryView(entry, null)),
      numbers: [...numbers(ledger)],
    }),
  }
}

/** Other persons shown beside one. */
const MOST_NEAR = 10

const ONLY: Readonly<Record<NonNullable<PersonFilter['only']>, (person: PersonSummary) => boolean>> = {
  weak: ({ weak }) => weak !== null,
  differ: ({ differ }) => differ.length > 0,
  'one-list': ({ lists }) => lists.length === 1,
  withdrawn: ({ withdrawn }) => withdrawn,
  decided: ({ decided }) => decided,
}

/** Whether every word begins a word of a name, number or place that entries state, whatever its hamza or case. */
function holds(words: readonly string[], entries: readonly RegisterEntry[]): boolean {
  const stated = entries.flatMap(({ facts }) => [
    ...facts.names,
    facts.father ?? '',
    facts.record ?? '',
    facts.place ?? '',
  ])
  const present = foldText(stated.join(' ')).folded.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => present.some((other) => other.startsWith(word)))
}

function pairView({ parts, ...pair }: EntryPair) {
  return { ...pair, parts: parts.map((part) => ({ ...part })) }
}

/** Decisions on entries that stand, by entry. */
function decidedEntries(decisions: readonly DecisionRecord[]): ReadonlyMap<string, readonly string[]> {
  const undone = undoneDecisions(decisions)
  const by = new Map<string, string[]>()
  for (const { id, action, set } of decisions) {
    if (!isRegisterAction(action) || undone.has(id)) continue
    const about = [...((set?.entries ?? []) as string[]), ...((set?.from ?? []) as string[])]
    for (const entry of about) by.set(entry, [...(by.get(entry) ?? []), id])
  }
  return by
}

interface PersonPairs {
  readonly inside: EntryPair[]
  readonly across: EntryPair[]
}

function pairsByPerson(
  pairs: readonly EntryPair[],
  personOf: ReadonlyMap<string, RegisterPerson>,
): ReadonlyMap<string, PersonPairs> {
  const by = new Map<string, PersonPairs>()
  const at = (person: RegisterPerson) => {
    const found = by.get(person.id) ?? { inside: [], across: [] }
    by.set(person.id, found)
    return found
  }
  for (const pair of pairs) {
    const [one, other] = [personOf.get(pair.a), personOf.get(pair.b)]
    if (one === undefined || other === undefined) continue
    if (one === other) at(one).inside.push(pair)
    else {
      at(one).across.push(pair)
      at(other).across.push(pair)
    }
  }
  return by
}

function countsOf(
  entries: readonly RegisterEntry[],
  persons: readonly PersonSummary[],
  endings: ReadonlyMap<string, Ending>,
): RegisterSummary['counts'] {
  const ended = (where: Ending['in']) => entries.filter(({ id }) => endings.get(id)!.in === where)
  const groups = ended('group')
  const bodies = ended('unidentified')
  const held = [...groups, ...bodies].filter(({ removed }) => removed === null)
  return {
    entries: entries.length,
    persons: persons.length,
    withdrawn: persons.filter(({ withdrawn }) => withdrawn).length,
    weak: persons.filter(({ weak }) => weak !== null).length,
    groups: groups.length,
    unidentified: bodies.length,
    notVictims: ended('not-a-victim').length,
    unnamed: {
      low: 0,
      high: held.some(({ count }) => count !== null && count.high === null)
        ? null
        : held.reduce((sum, { count }) => sum + (count?.high ?? 1), 0),
    },
  }
}

function overlapOf(persons: readonly PersonSummary[]): RegisterSummary['overlap'] {
  const counts = new Map<string, { lists: string[]; persons: number }>()
  for (const { lists, withdrawn } of persons) {
    if (withdrawn) continue
    const key = lists.toSorted().join(' ')
    const before = counts.get(key)
    counts.set(key, { lists: before?.lists ?? lists, persons: (before?.persons ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.persons - a.persons || a.lists.length - b.lists.length)
}

function roundsOf(queue: readonly QueuedPair[]) {
  const of = (round: QueuedPair['round']) => queue.filter((one) => one.round === round).length
  return { first: of('first'), second: of('second'), third: of('third') }
}
