/** Every short text with its figures, by what it shows. */
import { BACKGROUND } from './cases-background.ts'
import { NONE } from './cases-none.ts'
import { PARTS } from './cases-parts.ts'
import { SPOKEN } from './cases-spoken.ts'
import { STORIES } from './cases-stories.ts'
import { TAKEN } from './cases-taken.ts'
import { TOLD_1 } from './cases-told-1.ts'
import { TOLD_2 } from './cases-told-2.ts'
import { TOLLS } from './cases-tolls.ts'
import { UNTOLD } from './cases-untold.ts'
import { UPROOTED } from './cases-uprooted.ts'
import type { FigureCase } from './figure-case.ts'

export const FIGURE_CASES: readonly FigureCase[] = [
  ...BACKGROUND,
  ...TOLD_1,
  ...TOLD_2,
  ...UNTOLD,
  ...TOLLS,
  ...TAKEN,
  ...PARTS,
  ...UPROOTED,
  ...SPOKEN,
  ...NONE,
  ...STORIES,
]
