/** Those who tell what they lived through, by the nouns they are called by. */
import { wordSet } from './phrase.ts'

/** One of the people it happened to. */
const ONE = wordSet(
  'man woman boy girl mother father grandmother grandfather son daughter brother sister uncle aunt cousin nephew niece widow widower teenager youth farmer shepherd herder driver trader vendor shopkeeper baker butcher fisherman carpenter mechanic tailor labourer laborer labourer student pupil resident survivor villager neighbour neighbor refugee housewife pensioner teacher schoolteacher nurse midwife orphan bystander passer-by worshipper worshiper detainee prisoner inmate witness eyewitness relative marcher protester demonstrator escapee passenger patient victim civilian migrant deportee evacuee miner conscript deserter mourner parishioner imam pilgrim returnee waiter cook cleaner guard caretaker gravedigger',
)
const MANY = wordSet(
  'men women people parents fishermen families locals inhabitants townspeople the_displaced interviewees children',
)

/** Whether a noun, in the singular or the plural, names people who lived through what they tell. */
export function lived(norm: string): boolean {
  return ONE.has(norm) || MANY.has(norm) || (norm.endsWith('s') && ONE.has(norm.slice(0, -1)))
}

/** The same of one person. */
export const livedAlone = (norm: string): boolean => ONE.has(norm)
