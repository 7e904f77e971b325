/** Writing a BagIt 1.0 bag (RFC 8493): whole under its name, or not at all. */
import { createHash, randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { copySource } from '../disk/copy-source.ts'
import type { Disk, DiskOptions } from '../disk/disk.ts'
import { makeFolders, writeSynced } from '../disk/durable.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { encodePath, unsafePath } from './tag-file.ts'

export interface BagFile {
  /** Below `data/`, with forward slashes. */
  readonly path: string
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array }
}

export interface BagOptions extends DiskOptions {
  /** Pairs for bag-info.txt, in order; Payload-Oxum is added. */
  readonly info?: readonly (readonly [label: string, value: string])[]
}

export class BadBagError extends Error {
  constructor(what: string, why: string) {
    super(`cannot write a bag with ${JSON.stringify(what)}: ${why}`)
    this.name = 'BadBagError'
  }
}

/**
 * Writes a new folder with the files under `data/`, sha512 manifests, and bag-info.txt; durable when it resolves. Throws
 * BadBagError where two paths fall together on some file system, or one leads out of the bag, and EEXIST where the folder exists.
 */
export async function writeBag(
  folder: string,
  files: Iterable<BagFile> | AsyncIterable<BagFile>,
  options: BagOptions = {},
): Promise<void> {
  const { disk = nodeDisk, info = [] } = options
  if ((await disk.stat(folder)) !== null) throw new BadBagError(folder, 'it exists; name another folder')
  await makeFolders(disk, dirname(folder))
  const draft = join(dirname(folder), `.${basename(folder)}.${randomBytes(4).toString('hex')}.tmp`)
  await disk.makeFolder(draft)
  try {
    await fillBag(disk, draft, files, info)
    await disk.rename(draft, folder)
  } catch (error) {
    await disk.remove(draft).catch(() => {})
    throw error
  }
  await disk.syncFolder(dirname(folder))
}

async function fillBag(
  disk: Disk,
  root: string,
  files: Iterable<BagFile> | AsyncIterable<BagFile>,
  info: NonNullable<BagOptions['info']>,
): Promise<void> {
  const folders = new Set<string>([root])
  const makeFolder = async (path: string): Promise<void> => {
    if (folders.has(path)) return
    await makeFolder(dirname(path))
    await disk.makeFolder(path)
    folders.add(path)
  }
  if (info.some(([label]) => label.toLowerCase() === 'payload-oxum'))
    throw new BadBagError('Payload-Oxum', 'it is counted here; leave it out')
  await makeFolder(join(root, 'data'))
  const manifest: string[] = []
  const names = new Map<string, string>()
  let bytes = 0
  for await (const { path, source } of files) {
    judgePath(path, names)
    await makeFolder(dirname(join(root, 'data', path)))
    const copied = await copySource(disk, source, join(root, 'data', path))
    manifest.push(`${copied.digest}  ${encodePath(`data/${path}`)}\n`)
    bytes += copied.size
  }
  const tags: [name: string, text: string][] = [
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ['bag-info.txt', infoText([...info, ['Payload-Oxum', `${bytes}.${manifest.length}`]])],
    ['manifest-sha512.txt', manifest.join('')],
  ]
  const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')
  tags.push(['tagmanifest-sha512.txt', tags.map(([name, text]) => `${sha512(text)}  ${name}\n`).join('')])
  for (const [name, text] of tags) await writeSynced(disk, join(root, name), Buffer.from(text))
  for (const path of folders) await disk.syncFolder(path)
}

function judgePath(path: string, names: Map<string, string>): void {
  const why = unsafePath(path)
  if (why !== null) throw new BadBagError(path, why)
  if (path.split('/').some((element) => element === '' || element === '.'))
    throw new BadBagError(path, 'it has an empty element or a dot')
  if (!path.isWellFormed()) throw new BadBagError(path, 'it is not Unicode')
  const folded = path.normalize('NFC').toLowerCase()
  const other = names.get(folded)
  if (other !== undefined)
    throw new BadBagError(path, `${JSON.stringify(other)} differs from it only in case or normalisation`)
  names.set(folded, path)
}

function infoText(info: readonly (readonly [label: string, value: string])[]): string {
  return info
    .map(([label, value]) => {
      if (label === '' || /[:\r\n]|^\s|\s$/.test(label)) throw new BadBagError(label, 'no such label can be')
      return `${label}: ${value.replaceAll(/\r\n|\r|\n/g, '\n  ')}\n`
    })
    .join('')
}
