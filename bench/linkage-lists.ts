/**
 * Casualty lists of invented people with known truth: one population, several lists in Arabic or Latin script, with the
 * errors such lists have. `node bench/linkage-lists.ts PEOPLE FOLDER [SEED]` writes one CSV a list and truth.csv.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '@corroborate/linkage'
import { type BilingualName, FAMILY_NAMES, MEN_NAMES, WOMEN_NAMES } from './linkage-names.ts'

export interface InventedList {
  readonly list: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Person of each row. */
  readonly truth: readonly number[]
}

interface Person {
  readonly given: BilingualName
  readonly father: BilingualName
  readonly grandfather: BilingualName
  readonly family: BilingualName
  readonly sex: 'm' | 'f'
  readonly age: number
  readonly place: BilingualName
  /** Days after the first day of the episode. */
  readonly day: number
}

const PLACES: readonly BilingualName[] = [
  { arabic: 'نمروش', latin: ['Namrosh', 'Namroush'] },
  { arabic: 'أودرين', latin: ['Oddrin', 'Odreen'] },
  { arabic: 'فسدال', latin: ['Fesdal', 'Fisdal'] },
  { arabic: 'تل مشهور', latin: ['Tell-Mashhour', 'Tal-Mashhur'] },
  { arabic: 'خربة الدير', latin: ['Khirbet-al-Deir', 'Kherbet-Deir'] },
]

export interface ListSettings {
  readonly list: string
  readonly script: 'arabic' | 'latin'
  /** Share of the population on the list. */
  readonly coverage: number
  /** Share of cells with an error, of names left out, of facts left out. */
  readonly errors: number
}

export const TWO_SCRIPTS: readonly ListSettings[] = [
  { list: 'monitor-ar.csv', script: 'arabic', coverage: 0.7, errors: 0.06 },
  { list: 'monitor-en.csv', script: 'latin', coverage: 0.6, errors: 0.08 },
]

/** Families die together: about half the people share a household's father, family name, place and day. */
export function inventLists(people: number, settings: readonly ListSettings[], seed: number): readonly InventedList[] {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  /** Common names come first and are far more common. */
  const pick = <T>(from: readonly T[]): T => from[Math.floor(from.length * random() ** 1.8)]!
  const population: Person[] = []
  while (population.length < people) {
    const father = pick(MEN_NAMES)
    const household = {
      family: pick(FAMILY_NAMES),
      place: PLACES[below(PLACES.length)]!,
      day: Math.floor(120 * random() ** 2),
    }
    const grandfather = pick(MEN_NAMES)
    const size = random() < 0.6 ? 1 : 2 + below(5)
    for (let nth = 0; nth < size && population.length < people; nth++) {
      const sex = random() < 0.6 ? 'm' : 'f'
      const given = pick(sex === 'm' ? MEN_NAMES : WOMEN_NAMES)
      if (population.slice(-nth || population.length).some((one) => one.given === given)) continue
      population.push({ ...household, given, father, grandfather, sex, age: below(75) })
    }
  }
  return settings.map((one) => {
    const rows: string[][] = []
    const truth: number[] = []
    for (const [number, person] of population.entries()) {
      if (random() >= one.coverage) continue
      rows.push(written(person, one))
      truth.push(number)
    }
    for (let at = rows.length - 1; at > 0; at--) {
      const other = below(at + 1)
      ;[rows[at], rows[other]] = [rows[other]!, rows[at]!]
      ;[truth[at], truth[other]] = [truth[other]!, truth[at]!]
    }
    const header =
      one.script === 'arabic'
        ? ['الرقم', 'الاسم', 'العمر', 'الجنس', 'المكان', 'تاريخ الوفاة']
        : ['no', 'name', 'age', 'sex', 'place of death', 'date of death']
    return { list: one.list, header, rows: rows.map((cells, at) => [String(at + 1), ...cells]), truth }
  })

  function written(person: Person, { script, errors }: ListSettings): string[] {
    const wrong = () => random() < errors
    const spelt = (name: BilingualName): string => {
      const form = script === 'arabic' ? name.arabic : name.latin[below(name.latin.length)]!.replaceAll('-', ' ')
      if (script === 'arabic') return wrong() ? slipped(variant(form)) : random() < 0.3 ? variant(form) : form
      return wrong() ? slipped(form) : form
    }
    const middle =
      random() < errors * 2 ? [] : [spelt(person.father), ...(random() < 0.5 ? [spelt(person.grandfather)] : [])]
    // A list that ends where another goes on: the grandfather's name stands where the family's does elsewhere.
    const ends = middle.length === 2 && wrong() ? [] : [spelt(person.family)]
    const name = [spelt(person.given), ...middle, ...ends].join(' ')
    const age = random() < 0.15 ? '' : String(Math.max(0, person.age + (random() < 0.15 ? below(5) - 2 : 0)))
    const sex =
      random() < 0.01
        ? ''
        : script === 'arabic'
          ? person.sex === 'm'
            ? 'ذكر'
            : 'أنثى'
          : person.sex === 'm'
            ? 'male'
            : 'female'
    const date = new Date(Date.UTC(2024, 2, 1 + person.day + (random() < 0.15 ? below(3) - 1 : 0)))
      .toISOString()
      .slice(0, 10)
    const day = script === 'arabic' ? date.split('-').reverse().join('/') : date
    return [name, age, sex, random() < 0.1 ? '' : spelt(person.place), random() < 0.08 ? '' : day]
  }

  /** Spellings that mean the same: hamza left off, ة as ه, ى as ي, عبد glued. */
  function variant(form: string): string {
    const kind = below(4)
    if (kind === 0) return form.replace(/[أإآ]/g, 'ا')
    if (kind === 1) return form.replace(/ة( |$)/g, 'ه$1')
    if (kind === 2) return form.replace(/ى( |$)/g, 'ي$1')
    return form.replace(/^(عبد|أبو) /, '$1')
  }

  function slipped(form: string): string {
    if (form.length < 4) return form
    const at = 1 + below(form.length - 2)
    const kind = below(3)
    if (kind === 0) return form.slice(0, at) + form.slice(at + 1)
    if (kind === 1) return form.slice(0, at) + form[at + 1] + form[at] + form.slice(at + 2)
    return form.slice(0, at) + form[at] + form.slice(at)
  }
}

if (import.meta.main) {
  const [people, folder, seed] = process.argv.slice(2)
  if (folder === undefined || !(Number(people) > 0)) {
    console.error('node bench/linkage-lists.ts PEOPLE FOLDER [SEED]')
    process.exit(2)
  }
  mkdirSync(folder, { recursive: true })
  const lists = inventLists(Number(people), TWO_SCRIPTS, Number(seed ?? 1))
  for (const { list, header, rows } of lists)
    writeFileSync(join(folder, list), `${[header, ...rows].map((cells) => cells.join(',')).join('\n')}\n`)
  const truth = lists.flatMap(({ list, truth: persons }) => persons.map((person, at) => `${list},${at + 1},${person}`))
  writeFileSync(join(folder, 'truth.csv'), `list,row,person\n${truth.join('\n')}\n`)
}
