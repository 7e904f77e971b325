/** What the entries of a person state together: each field with every different value, and the one most of them state. */
import type { RegisterEntry } from '../model/register.ts'

export interface PersonFacts {
  readonly name: string
  readonly names: readonly string[]
  readonly sex: 'female' | 'male' | null
  readonly age: number | null
  readonly death: string | null
  readonly place: string | null
  /** Fields on which entries differ. */
  readonly differ: readonly ('sex' | 'age' | 'death' | 'place')[]
}

/** `placeKey` says when two written places are one. Of values stated equally often, that of the oldest entry counts. */
export function personFacts(
  entries: readonly RegisterEntry[],
  placeKey: (written: string) => string = (written) => written,
): PersonFacts {
  const stated = <T>(values: readonly (T | null)[], keyOf: (value: T) => unknown = (value) => value) => {
    const groups = Map.groupBy(
      values.filter((value): value is T => value !== null),
      keyOf,
    )
    const most = [...groups.values()].sort((a, b) => b.length - a.length)[0]
    return { value: most?.[0] ?? null, different: groups.size > 1 }
  }
  const facts = entries.map((entry) => entry.facts)
  const sex = stated(facts.map((one) => one.sex))
  const age = stated(facts.map((one) => one.age))
  const death = stated(facts.map((one) => one.death))
  const place = stated(
    facts.map((one) => one.place),
    placeKey,
  )
  const names = [...new Set(facts.flatMap((one) => one.names))]
  return {
    name: names[0] ?? '',
    names,
    sex: sex.value,
    age: age.value,
    death: death.value,
    place: place.value,
    differ: Object.entries({ sex, age, death, place }).flatMap(([field, { different }]) =>
      different ? [field as PersonFacts['differ'][number]] : [],
    ),
  }
}
