/** The machine's own disk with a simulated one beside it, which takes every writing step first and can stop it. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Disk, nodeDisk, type Sink } from '@corroborate/evidence'
import { type SimulatedDisk, simulatedDisk } from '../../../evidence/src/disk/simulated-disk.ts'

/** Everything under the folders, durable on a simulated disk that counts its steps from here. */
export async function simulate(folders: readonly string[]): Promise<SimulatedDisk> {
  const disk = simulatedDisk()
  const made = new Set<string>(['/'])
  const makeFolder = async (path: string): Promise<void> => {
    if (made.has(path)) return
    await makeFolder(dirname(path))
    await disk.makeFolder(path)
    await disk.syncFolder(dirname(path))
    made.add(path)
  }
  for (const folder of folders) {
    await makeFolder(folder)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isDirectory()) await makeFolder(path)
      if (!entry.isFile() || isStore(path)) continue
      await makeFolder(entry.parentPath)
      const sink = await disk.create(path)
      await sink.write(await readFile(path))
      await sink.sync()
      await disk.syncFolder(entry.parentPath)
    }
  }
  disk.fail(null)
  return disk
}

/** SQLite writes these itself. */
export const isStore = (path: string) => /\/case\.db(-wal|-shm|-journal)?$/.test(path)

/** What the simulated disk lets pass happens on the machine's own. Reading is of the machine's own. */
export function mirrored(simulated: SimulatedDisk): Disk {
  const both =
    <A extends readonly unknown[]>(first: (...given: A) => Promise<void>, second: (...given: A) => Promise<void>) =>
    async (...given: A) => {
      await first(...given)
      await second(...given)
    }
  return {
    read: nodeDisk.read,
    stream: nodeDisk.stream,
    list: nodeDisk.list,
    stat: nodeDisk.stat,
    syncFolder: both(simulated.syncFolder, nodeDisk.syncFolder),
    rename: both(simulated.rename, nodeDisk.rename),
    link: both(simulated.link, nodeDisk.link),
    overwrite: both(simulated.overwrite, nodeDisk.overwrite),
    makeFolder: both(simulated.makeFolder, nodeDisk.makeFolder),
    remove: both(simulated.remove, nodeDisk.remove),
    async create(path, options): Promise<Sink> {
      const first = await simulated.create(path, options)
      const second = await nodeDisk.create(path, options)
      return {
        write: both(first.write, second.write),
        sync: both(first.sync, second.sync),
        async close() {
          await second.close()
          await first.close()
        },
      }
    },
  }
}

/** Puts on the machine's own disk what a simulated one has under the folders, and nothing else. */
export async function materialise(simulated: SimulatedDisk, folders: readonly string[]): Promise<void> {
  async function write(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true })
    for (const { name, kind } of await simulated.list(folder)) {
      const path = join(folder, name)
      if (kind === 'folder') await write(path)
      else await writeFile(path, await simulated.read(path))
    }
  }
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true })
    if ((await simulated.stat(folder))?.kind === 'folder') await write(folder)
  }
}
