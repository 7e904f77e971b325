/** What the inventory of an earlier version must have in common with the current one (OCFL 1.1 section 3.7). */
import { isDeepStrictEqual } from 'node:util'
import type { Findings } from '../findings.ts'
import type { Inventory, InventoryVersion } from './inventory.ts'

/** `name` is the version in whose folder the prior inventory lies. */
export function judgePriorInventory(prior: Inventory, current: Inventory, name: string, findings: Findings): void {
  const path = `${name}/inventory.json`
  const error = (code: string, message: string) => findings.error(code, path, message)
  if (prior.id !== current.id) {
    error('E037', `its id, ${prior.id}, is not that of the object, ${current.id}`)
    if (current.spec !== '1.0') error('E110', `its id, ${prior.id}, is not that of the object, ${current.id}`)
  }
  if (prior.contentDirectory !== current.contentDirectory) {
    error('E019', 'contentDirectory changed between versions')
    if (prior.namesContentDirectory) error('E020', 'contentDirectory changed between versions')
  }
  for (const [version, before] of prior.versions) {
    const now = current.versions.get(version)
    if (now === undefined) {
      error('E066', `it has a version ${version}, the current inventory has none`)
      continue
    }
    if (!sameState(before, prior, now, current))
      error('E066', `its state of version ${version} is not that of the current inventory`)
    for (const key of ['created', 'message', 'user'] as const) {
      if (!isDeepStrictEqual(before.facts[key], now.facts[key])) {
        findings.warn('W011', path, `its ${key} of version ${version} is not that of the current inventory`)
      }
    }
  }
  const names = [...current.versions.keys()]
  for (const version of names.slice(0, names.indexOf(name) + 1)) {
    if (!prior.versions.has(version)) error('E066', `it has no version ${version}`)
  }
}

/** The same logical paths with the same content: by digest, or where the algorithm changed, by a content path in common. */
function sameState(before: InventoryVersion, prior: Inventory, now: InventoryVersion, current: Inventory): boolean {
  const then = byLogicalPath(before)
  const today = byLogicalPath(now)
  if (then.size !== today.size) return false
  for (const [logical, digest] of then) {
    const other = today.get(logical)
    if (other === undefined) return false
    if (prior.algorithm === current.algorithm) {
      if (digest.toLowerCase() !== other.toLowerCase()) return false
      continue
    }
    const paths = new Set(prior.manifest.get(digest))
    if (!current.manifest.get(other)?.some((content) => paths.has(content))) return false
  }
  return true
}

function byLogicalPath({ state }: InventoryVersion): ReadonlyMap<string, string> {
  return new Map([...state].flatMap(([digest, paths]) => paths.map((path): [string, string] => [path, digest])))
}
