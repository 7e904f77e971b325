/** An OCFL 1.1 object of one version that holds one file. */
import { createHash } from 'node:crypto'
import { objectId } from './storage-root.ts'

export interface Agent {
  readonly name: string
  /** A URI. */
  readonly address: string
}

export interface ObjectFacts {
  readonly digest: string
  /** Name of the content file, as `contentName` makes it. */
  readonly name: string
  readonly created: Date
  readonly agent: Agent
}

/** The inventory (OCFL 1.1 section 3.5) and its sidecar (3.7). */
export function inventoryFiles({ digest, name, created, agent }: ObjectFacts): {
  inventory: Uint8Array
  sidecar: Uint8Array
} {
  const inventory = Buffer.from(
    `${JSON.stringify(
      {
        id: objectId(digest),
        type: 'https://ocfl.io/1.1/spec/#inventory',
        digestAlgorithm: 'sha512',
        head: 'v1',
        manifest: { [digest]: [`v1/content/${name}`] },
        versions: {
          v1: {
            created: created.toISOString(),
            message: 'Original as it was taken in',
            user: { name: agent.name, address: agent.address },
            state: { [digest]: [name] },
          },
        },
      },
      null,
      2,
    )}\n`,
  )
  const sidecar = Buffer.from(`${createHash('sha512').update(inventory).digest('hex')} inventory.json\n`)
  return { inventory, sidecar }
}
