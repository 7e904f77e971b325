/** Values as fields hold them, by the kind of their field. */
import { entryKind, isNothing } from '../names/entry-kind.ts'
import { foldLatin } from '../names/latin.ts'
import { nameTokens } from '../names/tokens.ts'
import { dateOf, dayOrderOf } from './date.ts'
import { ageOf, plainDigits, sexOf } from './number.ts'
import type { Kind } from './roles.ts'

/** Values as fields hold them; '' where one says nothing. */
export function normalised(kind: Kind, values: readonly string[]): readonly string[] {
  if (kind === 'date') {
    const order = dayOrderOf(values)
    return values.map((value) => dateOf(value, order))
  }
  if (kind === 'age') return values.map(ageOf)
  if (kind === 'sex') return values.map(sexOf)
  if (kind === 'email') return values.map((value) => value.trim().toLowerCase())
  if (kind === 'name') return values.map((value) => (entryKind(value) === 'person' ? wordsOf(value) : ''))
  if (kind === 'code') return values.map((value) => known(foldLatin(plainDigits(value)).replace(/ /g, '')))
  return values.map((value) => known(wordsOf(value)))
}

function known(value: string): string {
  return isNothing(value) ? '' : value
}

function wordsOf(value: string): string {
  return nameTokens(plainDigits(value))
    .map(({ form }) => form)
    .join(' ')
}
