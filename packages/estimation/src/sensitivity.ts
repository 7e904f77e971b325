/** How far the answer hangs on each list. */
import { aboveObserved, chapman } from './chapman.ts'
import type { WithoutList } from './panel.ts'
import { logLinearModels } from './stepwise.ts'
import { keepLists, type OverlapTable } from './table.ts'

/** The best-BIC log-linear model, or with two lists left Chapman's number, without each list in turn. */
export function withoutEachList(table: OverlapTable): readonly WithoutList[] {
  return table.names.map((name, list) => {
    const rest = keepLists(
      table,
      table.names.map((_, index) => index).filter((index) => index !== list),
    )
    const none = {
      list: name,
      observed: rest.observed,
      method: null,
      model: null,
      estimate: null,
      low: null,
      high: null,
    }
    if (rest.names.length < 2 || rest.observed === 0) return none
    if (rest.names.length === 2) {
      const { lists, estimate, low, high } = chapman(rest, 0, 1)
      return { ...none, method: 'chapman', model: lists.join(' and '), estimate, low, high }
    }
    const best = logLinearModels(rest).find(({ estimate }) => estimate !== null)
    if (best === undefined) return none
    return {
      ...none,
      method: 'log-linear',
      model: best.model,
      estimate: best.estimate,
      ...aboveObserved(rest.observed, best.estimate!, best.se! ** 2),
    }
  })
}
