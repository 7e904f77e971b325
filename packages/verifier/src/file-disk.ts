/** A Disk over the files of a folder that a person picked or dropped: it can only be read. */
import { type Disk, NotAFileError, TooLargeError } from '@corroborate/evidence/verify'

export interface GivenFile {
  /** Below the folder given, with forward slashes. */
  readonly path: string
  readonly file: File
}

const PIECE = 1 << 20

export function fileDisk(given: readonly GivenFile[]): Disk {
  const files = new Map(given.map(({ path, file }) => [path, file]))
  const folders = new Map<string, Map<string, 'file' | 'folder'>>([['', new Map()]])
  for (const path of files.keys()) {
    const parts = path.split('/')
    for (const at of parts.keys()) {
      const folder = parts.slice(0, at).join('/')
      const names = folders.get(folder) ?? new Map()
      folders.set(folder, names.set(parts[at] ?? '', at === parts.length - 1 ? 'file' : 'folder'))
    }
  }

  function fileAt(path: string): File {
    const file = files.get(path)
    if (file !== undefined) return file
    if (folders.has(path)) throw new NotAFileError(path)
    throw missing(path)
  }

  return {
    async read(path, most = Number.POSITIVE_INFINITY) {
      const file = fileAt(path)
      if (file.size > most) throw new TooLargeError(path, file.size, most)
      return new Uint8Array(await file.arrayBuffer())
    },
    async *stream(path) {
      const file = fileAt(path)
      for (let at = 0; at < file.size; at += PIECE) yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())
    },
    async list(path) {
      const names = folders.get(path)
      if (names === undefined) throw missing(path)
      return [...names].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    async stat(path) {
      const file = files.get(path)
      if (file !== undefined) return { kind: 'file', size: file.size }
      return folders.has(path) ? { kind: 'folder', size: 0 } : null
    },
    create: readOnly,
    syncFolder: readOnly,
    rename: readOnly,
    link: readOnly,
    overwrite: readOnly,
    makeFolder: readOnly,
    remove: readOnly,
  }
}

async function readOnly(): Promise<never> {
  throw Object.assign(new Error('a page writes nothing'), { code: 'EROFS' })
}

function missing(path: string): Error {
  return Object.assign(new Error(`there is no ${path}`), { code: 'ENOENT' })
}
