/** Sets marks that would hide each other side by side. */
import type { TollMark } from './marks.ts'

/** Marks by their place in the row of those that share a day and a number; place 0 stays where it is. */
export function dodged(marks: readonly TollMark[]): TollMark[][] {
  const rows: TollMark[][] = []
  const taken = new Map<string, number>()
  for (const mark of marks) {
    const spot = `${mark.to} ${mark.value}`
    const at = taken.get(spot) ?? 0
    taken.set(spot, at + 1)
    rows[at] ??= []
    rows[at].push(mark)
  }
  return rows
}
