/** Verifying originals: every object complete, every file with the digest its object is named by. Reading only. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Disk, type DiskOptions, type Entry, type EntryKind, isMissing } from '../disk/disk.ts'
import { entriesUnder } from '../disk/entries-under.ts'
import { pathsAsWritten } from '../disk/names.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { reading, readSmall, UnreadableFileError } from '../disk/small-file.ts'
import { LINK, type Problem } from '../problem.ts'
import { contentName } from './content-name.ts'
import { inventoryFiles } from './object.ts'
import { OBJECT_DECLARATION, objectFolder, ROOT_FILES } from './storage-root.ts'

export interface VerifyOriginalsOptions extends DiskOptions {
  /** sha512 of a file below the root, in hex; read from the disk unless given. */
  readonly digest?: (path: string) => Promise<string>
}

/**
 * Codes: originals-root, originals-stray, original-file-missing, original-inventory, original-content, link. An empty
 * list means that every original is as it was taken in.
 */
export async function verifyOriginals(root: string, options: VerifyOriginalsOptions = {}): Promise<readonly Problem[]> {
  const { disk = nodeDisk } = options
  const digest = options.digest ?? ((path: string) => digestOf(disk, join(root, path)))
  const problems: Problem[] = []
  const report: Report = (code, path, message) => problems.push({ code, message, path })
  const known = new Set<string>(['extensions', ...ROOT_FILES.map(([path]) => path)])
  for (const [path, content] of ROOT_FILES) {
    const { kind } = (await disk.stat(join(root, path))) ?? { kind: null }
    const found = kind === 'file' ? await readHere(disk, join(root, path)) : null
    if (kind !== 'file') report('originals-root', path, `${path} is missing: it says how the originals are laid out`)
    else if (found === null || Buffer.compare(found, Buffer.from(content)) !== 0)
      report('originals-root', path, `${path} was changed`)
  }
  for (const name of (await entriesIn(disk, root, 'extensions')).keys()) {
    const path = `extensions/${name}`
    if (!known.has(path)) report('originals-stray', path, `${path} belongs to no original`)
  }
  const entries = (await disk.stat(root))?.kind === 'folder' ? await disk.list(root) : []
  for (const { name, kind } of entries) {
    if (name === 'extensions' && kind === 'link') report('link', name, LINK)
    if (known.has(name)) continue
    if (kind !== 'folder' || !/^[0-9a-f]{2}$/.test(name)) {
      report('originals-stray', name, `${name} belongs to no original`)
      continue
    }
    const objects = await objectsIn(disk, root, name, report)
    if (objects?.length === 0)
      report('originals-stray', name, `${name} is an empty folder: the originals in it were removed`)
    for (const object of objects ?? []) await verifyObject({ disk, root, digest, report }, `${name}/${object.name}`)
  }
  return problems
}

type Report = (code: string, path: string, message: string) => void

interface Verifying {
  readonly disk: Disk
  readonly root: string
  readonly digest: (path: string) => Promise<string>
  readonly report: Report
}

async function verifyObject(verifying: Verifying, folder: string): Promise<void> {
  const { disk, root, report } = verifying
  const digest = folder.slice(folder.indexOf('/') + 1)
  const { bucket } = /^[0-9a-f]{128}$/.test(digest) ? objectFolder(digest) : { bucket: null }
  if (bucket === null || `${bucket}/${digest}` !== folder) {
    report('originals-stray', folder, `${folder} is not where an original with a sha512 lies`)
    return
  }
  const entries = await entriesIn(disk, root, folder)
  const known = new Map<string, Promise<Uint8Array | null>>()
  const read = (path: string) => {
    const found =
      known.get(path) ??
      (entries.get(path) === 'file' ? readHere(disk, join(root, folder, path)) : Promise.resolve(null))
    known.set(path, found)
    return found
  }
  const inventory = await soundInventory(read)
  const content = inventory === null ? null : contentOf(inventory, digest)
  if (inventory !== null && content === null) {
    report('original-inventory', `${folder}/inventory.json`, 'it does not describe the original its folder is named by')
  }
  const sidecar = inventory === null ? null : sidecarOf(inventory)
  const expected: [path: string, bytes: Uint8Array | null][] = [
    [OBJECT_DECLARATION, Buffer.from('ocfl_object_1.1\n')],
    ['inventory.json', inventory],
    ['inventory.json.sha512', sidecar],
    ['v1/inventory.json', inventory],
    ['v1/inventory.json.sha512', sidecar],
  ]
  for (const [path, bytes] of expected) {
    const found = await read(path)
    if (entries.get(path) !== 'file')
      report('original-file-missing', `${folder}/${path}`, `${path} of original ${digest} is missing`)
    else if (found === null)
      report('original-inventory', `${folder}/${path}`, `${path} of original ${digest} cannot be read, or is too large`)
    else if (bytes !== null && Buffer.compare(found, bytes) !== 0) {
      const message = `${path} of original ${digest} is not what belongs there: it was changed`
      report('original-inventory', `${folder}/${path}`, message)
    }
  }
  const files = new Set([...entries.keys()].map((path) => `${folder}/${path}`))
  for (const [path] of expected) files.delete(`${folder}/${path}`)
  const written = content === null ? null : pathsAsWritten(files)(`${folder}/${content}`)
  for (const path of files) {
    if (path.startsWith(`${folder}/v1/content/`) && (content === null || path === written)) {
      const kind = entries.get(path.slice(folder.length + 1))
      const found =
        kind === 'file' ? await digestIn(verifying, path) : `that of no file but of a ${kind ?? 'missing file'}`
      if (found !== digest)
        report('original-content', path, `its sha512 is ${found}, not that of the original taken in`)
    } else {
      report('originals-stray', path, `${path} belongs to no original`)
    }
  }
  if (content !== null && written === null) {
    report('original-file-missing', `${folder}/${content}`, `the bytes of original ${digest} are missing`)
  }
}

/** Of the two copies of an inventory, the first that a sidecar bears out; failing both, whichever is there. */
async function soundInventory(read: (path: string) => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
  const copies = [await read('inventory.json'), await read('v1/inventory.json')].filter((bytes) => bytes !== null)
  const sidecars = [await read('inventory.json.sha512'), await read('v1/inventory.json.sha512')]
  const borneOut = copies.find((bytes) => {
    const sidecar = sidecarOf(bytes)
    return sidecars.some((found) => found !== null && Buffer.compare(found, sidecar) === 0)
  })
  return borneOut ?? copies[0] ?? null
}

function sidecarOf(inventory: Uint8Array): Uint8Array {
  return Buffer.from(`${createHash('sha512').update(inventory).digest('hex')} inventory.json\n`)
}

/**
 * Content path of the one file that an inventory names; null where it is any other than intake writes for this digest. The
 * file's name and when the object was made are the inventory's own to say.
 */
function contentOf(inventory: Uint8Array, digest: string): string | null {
  try {
    const { manifest, versions } = JSON.parse(Buffer.from(inventory).toString('utf8'))
    const [path] = manifest[digest]
    const name = path.slice('v1/content/'.length)
    const { created, user } = versions.v1
    const ours = inventoryFiles({ digest, name, created: new Date(created), agent: user }).inventory
    return Buffer.compare(ours, inventory) === 0 && contentName(name) === name ? path : null
  } catch {
    return null
  }
}

/** Everything under a folder that is no folder, and folders that are empty; nothing where it is none. */
async function entriesIn(disk: Disk, root: string, folder: string): Promise<ReadonlyMap<string, EntryKind>> {
  if ((await disk.stat(join(root, folder)))?.kind !== 'folder') return new Map()
  return new Map((await entriesUnder(disk, join(root, folder))).map(({ path, kind }) => [path, kind]))
}

/** null for a folder that cannot be listed, which is told. */
async function objectsIn(disk: Disk, root: string, name: string, report: Report): Promise<readonly Entry[] | null> {
  try {
    return await reading(join(root, name), () => disk.list(join(root, name)))
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    report('originals-stray', name, `${name} cannot be read: ${error.why}`)
    return null
  }
}

/** null where it is none of ours for its size, or cannot be read. */
async function readHere(disk: Disk, path: string): Promise<Uint8Array | null> {
  try {
    return await readSmall(disk, path, 'inventory')
  } catch (error) {
    if (error instanceof UnreadableFileError || isMissing(error)) return null
    throw error
  }
}

async function digestIn({ root, digest }: Verifying, path: string): Promise<string> {
  try {
    return await reading(join(root, path), () => digest(path))
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    return `unknown, as it cannot be read (${error.why})`
  }
}

async function digestOf(disk: Disk, path: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const piece of disk.stream(path)) hash.update(piece)
  return hash.digest('hex')
}
