/** A name written in one cell, taken apart: kunya, given, middle and family. */
import { nameTokens } from '../names/tokens.ts'

export interface Name {
  /** Father or mother of somebody; '' where the name has none. */
  readonly kunya: string
  readonly given: string
  readonly middle: string
  readonly family: string
}

/** "Family, Given" is turned round; the last token is the family unless it stood after "son of". */
export function wholeName(written: string): Name {
  const comma = written.indexOf(',')
  const tokens =
    comma > 0 && comma < written.length - 1
      ? [...nameTokens(written.slice(comma + 1)), ...nameTokens(written.slice(0, comma))]
      : nameTokens(written)
  const kunya = tokens[0]?.kunya === true ? tokens[0].form : ''
  const rest = kunya === '' ? tokens : tokens.slice(1)
  const forms = rest.map(({ form }) => form)
  const last = rest[rest.length - 1]
  if (kunya !== '' && rest.length === 1) return { kunya, given: '', middle: '', family: forms[0]! }
  if (rest.length < 2 || (rest.length === 2 && last?.nasab === true))
    return { kunya, given: forms[0] ?? '', middle: forms.slice(1).join(' '), family: '' }
  return { kunya, given: forms[0]!, middle: forms.slice(1, -1).join(' '), family: forms[forms.length - 1]! }
}
