/** Whether an English verb stands in the passive, and the words that make it so. */
import type { Token } from './token.ts'

export const AUXILIARY = new Set(
  'is are was were be been being remain remains remained feel feels felt stay stays get got seem seems'.split(' '),
)
export const MODAL = new Set('to having will would can could may might must should shall'.split(' '))

export function isPassive(tokens: readonly Token[], i: number): boolean {
  if (!/(?:ed|told|said|found|held)$/.test(tokens[i]!.norm)) return false
  let k = i - 1
  while (
    k >= 0 &&
    i - k < 5 &&
    (/ly$/.test(tokens[k]!.norm) ||
      /^(?:also|not|since|now|even|then|later|so|very|too|more|most)$/.test(tokens[k]!.norm))
  )
    k -= 1
  return AUXILIARY.has(tokens[k]?.norm ?? '')
}
