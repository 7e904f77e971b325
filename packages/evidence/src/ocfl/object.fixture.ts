/** OCFL objects for tests, of any version of the specification and with any number of versions. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface ObjectFixture {
  readonly spec: '1.0' | '1.1'
  readonly id?: string
  /** Of each version, logical path to text. */
  readonly versions?: readonly Readonly<Record<string, string>>[]
  /** Changes the inventory of a version, numbered from 1, before it is written. */
  readonly edit?: (inventory: InventoryFixture, version: number) => void
}

export interface InventoryFixture {
  [key: string]: unknown
  manifest: Record<string, string[]>
  versions: Record<string, { [key: string]: unknown; state: Record<string, string[]> }>
}

export const sha512 = (text: string | Uint8Array) => createHash('sha512').update(text).digest('hex')

export async function put(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** The inventory and its sidecar. */
export async function putInventory(folder: string, text: string): Promise<void> {
  await put(join(folder, 'inventory.json'), text)
  await put(join(folder, 'inventory.json.sha512'), `${sha512(text)} inventory.json\n`)
}

/** Writes a new object; without `edit` it is valid and without a warning. */
export async function putObject(
  root: string,
  { spec, id = 'urn:invented:object', versions = [{ 'a.txt': 'alpha' }], edit }: ObjectFixture,
): Promise<void> {
  await put(join(root, `0=ocfl_object_${spec}`), `ocfl_object_${spec}\n`)
  const manifest: InventoryFixture['manifest'] = {}
  const described: InventoryFixture['versions'] = {}
  for (const [at, files] of versions.entries()) {
    const name = `v${at + 1}`
    const state: Record<string, string[]> = {}
    for (const [logical, text] of Object.entries(files)) {
      const digest = sha512(text)
      state[digest] = [...(state[digest] ?? []), logical]
      if (manifest[digest] !== undefined) continue
      manifest[digest] = [`${name}/content/${logical}`]
      await put(join(root, `${name}/content/${logical}`), text)
    }
    const user = { name: 'R. Example', address: 'mailto:r@example.org' }
    described[name] = {
      created: '2031-05-07T09:30:00Z',
      message: 'taken in',
      user,
      state,
    }
    const inventory: InventoryFixture = structuredClone({
      id,
      type: `https://ocfl.io/${spec}/spec/#inventory`,
      digestAlgorithm: 'sha512',
      head: name,
      manifest,
      versions: described,
    })
    edit?.(inventory, at + 1)
    const text = JSON.stringify(inventory)
    await putInventory(join(root, name), text)
    if (at === versions.length - 1) await putInventory(root, text)
  }
}
