/** What people recorded of the dependence between origins, applied to the origins of one figure. Never inferred. */
import type { Dependence, Independence } from './ledger-model.ts'
import type { NameTable } from './names.ts'

/**
 * Assessed where every two of the named origins stand in a record together, the latest record of a pair being the one
 * that counts; a single origin has nothing to be independent of and stays not assessed. Origins that depend on each
 * other, directly or through a third, are one group.
 */
export function assessIndependence(
  names: readonly string[],
  recorded: readonly Dependence[],
  parties: NameTable,
): Independence {
  const keys = [...new Set(names.map(parties.key))]
  const records = recorded.map((record) => ({ record, keys: new Set(record.origins.map(parties.key)) }))
  const used = new Set<Dependence>()
  const group = new Map(keys.map((key) => [key, key]))
  let covered = keys.length > 1
  keys.forEach((one, at) => {
    for (const other of keys.slice(at + 1)) {
      const latest = records.findLast((each) => each.keys.has(one) && each.keys.has(other))
      if (latest === undefined) {
        covered = false
        continue
      }
      used.add(latest.record)
      if (latest.record.dependence === 'none-known') continue
      const [from, to] = [group.get(other)!, group.get(one)!]
      for (const [key, its] of group) if (its === from) group.set(key, to)
    }
  })
  return {
    independence: covered ? 'assessed' : 'not assessed',
    independentGroups: covered ? new Set(group.values()).size : null,
    dependences: recorded.filter((record) => used.has(record)),
  }
}
