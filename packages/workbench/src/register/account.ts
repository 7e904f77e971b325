/** Where every entry ends: in exactly one person, as no victim record, as a group, or as a body nobody named. */
import type { RegisterEntry, RegisterPerson } from '../model/register.ts'
import type { RegisterRulings } from './rulings.ts'

export type Ending =
  | { readonly in: 'person'; readonly person: string }
  | { readonly in: 'not-a-victim'; readonly decision: string }
  | { readonly in: 'group' }
  | { readonly in: 'unidentified' }

/** An entry that ends nowhere or twice. Nothing is kept that shows one: the register would count wrongly. */
export class AccountError extends Error {
  constructor(entry: string, why: string) {
    super(
      `entry ${entry} of the register ${why}; nothing was changed. This is a fault of the program: please report it`,
    )
    this.name = 'AccountError'
  }
}

/** The ending of every entry, by id. Throws AccountError where one ends nowhere or more than once. */
export function endingsOf(
  entries: readonly RegisterEntry[],
  persons: readonly RegisterPerson[],
  { notVictims }: Pick<RegisterRulings, 'notVictims'>,
): ReadonlyMap<string, Ending> {
  const person = new Map<string, string>()
  for (const { id, entries: own } of persons)
    for (const entry of own) {
      if (person.has(entry)) throw new AccountError(entry, 'would be counted in two persons')
      person.set(entry, id)
    }
  const endings = new Map<string, Ending>()
  for (const { id, kind } of entries) {
    const inPerson = person.get(id)
    const decision = notVictims.get(id)
    if (inPerson !== undefined && decision !== undefined)
      throw new AccountError(id, 'would be a victim and no victim record at once')
    if (endings.has(id)) throw new AccountError(id, 'stands twice')
    if (inPerson !== undefined) endings.set(id, { in: 'person', person: inPerson })
    else if (decision !== undefined) endings.set(id, { in: 'not-a-victim', decision: decision.id })
    else if (kind === 'person') throw new AccountError(id, 'names a person but would be in none')
    else endings.set(id, { in: kind })
  }
  for (const entry of person.keys())
    if (!endings.has(entry)) throw new AccountError(entry, 'is in a person but in no list')
  return endings
}
