/**
 * A disk in memory that can lose what was not synced: for tests of what a power cut, a full disk or a failing one leaves.
 *
 * File bytes are durable up to the last `sync` of the file. Names are durable once their folder is synced; a rename is one
 * step, durable as a whole once either of its folders is synced. After a crash every step not yet durable happened or did
 * not, each by itself, as a seed decides, and unsynced bytes are there, gone, cut short or zero.
 */
import { type Disk, type Entry, errorCode, NotAFileError, TooLargeError } from './disk.ts'

export class CrashError extends Error {
  constructor(step: number) {
    super(`the simulated machine stopped at step ${step}`)
    this.name = 'CrashError'
  }
}

export interface Fault {
  /** The step at which it happens, from 1. */
  readonly at: number
  /** `crash` stops everything from there on; a system error's code is thrown at that step alone, or `lasting`, from there on. */
  readonly kind: 'crash' | 'ENOSPC' | 'EIO'
  readonly lasting?: boolean
}

interface FileNode {
  readonly kind: 'file'
  bytes: Uint8Array
  durable: Uint8Array
}

interface FolderNode {
  readonly kind: 'folder'
  readonly names: Map<string, Node>
  readonly durable: Map<string, Node>
}

type Node = FileNode | FolderNode

interface Change {
  readonly folder: FolderNode
  readonly name: string
  /** null where the name goes. */
  readonly node: Node | null
}

export interface SimulatedDisk extends Disk {
  /** Writing steps taken. */
  readonly steps: number
  fail(fault: Fault | null): void
  /** The disk as it may be found after a crash now; `seed` decides what became of what was not durable. */
  afterCrash(seed: number): SimulatedDisk
}

export function simulatedDisk(): SimulatedDisk {
  return diskOn(newFolder())
}

function diskOn(root: FolderNode): SimulatedDisk {
  let steps = 0
  let fault: Fault | null = null
  let crashed = false
  let pending: (readonly Change[])[] = []

  /** Before the effect of each writing step. */
  function step(): void {
    if (crashed) throw new CrashError(steps)
    steps++
    if (fault === null || steps < fault.at || (steps > fault.at && !fault.lasting)) return
    if (fault.kind === 'crash') {
      crashed = true
      throw new CrashError(steps)
    }
    throw systemError(fault.kind, `simulated at step ${steps}`)
  }

  function alive(): void {
    if (crashed) throw new CrashError(steps)
  }

  function change(changes: readonly Change[]): void {
    for (const { folder, name, node } of changes) setName(folder.names, name, node)
    pending.push(changes)
  }

  const disk: SimulatedDisk = {
    get steps() {
      return steps
    },
    fail(next) {
      fault = next
      steps = 0
    },
    afterCrash: (seed) => diskOn(survivorOf(root, pending, randomFrom(seed))),

    async read(path, most = Number.POSITIVE_INFINITY) {
      alive()
      const { bytes } = fileAt(root, path)
      if (bytes.length > most) throw new TooLargeError(path, bytes.length, most)
      return bytes.slice()
    },
    async *stream(path, range) {
      alive()
      yield fileAt(root, path).bytes.slice(range?.start, range?.end)
    },
    async create(path) {
      step()
      const { folder, name } = parentOf(root, path)
      if (folder.names.has(name)) throw systemError('EEXIST', path)
      const node: FileNode = { kind: 'file', bytes: new Uint8Array(), durable: new Uint8Array() }
      change([{ folder, name, node }])
      return {
        async write(bytes) {
          if (!crashed && fault?.at === steps + 1 && fault.kind !== 'EIO') {
            node.bytes = Buffer.concat([node.bytes, bytes.subarray(0, bytes.length >> 1)])
          }
          step()
          node.bytes = Buffer.concat([node.bytes, bytes])
        },
        async sync() {
          step()
          node.durable = node.bytes
        },
        async close() {},
      }
    },
    async syncFolder(path) {
      step()
      const folder = folderAt(root, path)
      const kept: (readonly Change[])[] = []
      for (const changes of pending) {
        if (changes.some((one) => one.folder === folder)) applyDurably(changes)
        else kept.push(changes)
      }
      pending = kept
    },
    async rename(from, to) {
      step()
      const source = parentOf(root, from)
      const target = parentOf(root, to)
      const node = source.folder.names.get(source.name)
      if (node === undefined) throw systemError('ENOENT', from)
      const there = target.folder.names.get(target.name)
      if (there?.kind === 'folder' && (node.kind === 'file' || there.names.size > 0)) throw systemError('ENOTEMPTY', to)
      if (there?.kind === 'file' && node.kind === 'folder') throw systemError('ENOTDIR', to)
      change([
        { ...source, node: null },
        { ...target, node },
      ])
    },
    async link(from, to) {
      step()
      const node = fileAt(root, from)
      const { folder, name } = parentOf(root, to)
      if (folder.names.has(name)) throw systemError('EEXIST', to)
      change([{ folder, name, node }])
    },
    async overwrite(path, bytes) {
      const node = fileAt(root, path)
      step()
      node.bytes = Buffer.concat([bytes, node.bytes.subarray(bytes.length)])
      step()
      node.durable = node.bytes
    },
    async makeFolder(path) {
      step()
      const { folder, name } = parentOf(root, path)
      if (folder.names.has(name)) throw systemError('EEXIST', path)
      change([{ folder, name, node: newFolder() }])
    },
    async remove(path) {
      step()
      let at: ReturnType<typeof parentOf>
      try {
        at = parentOf(root, path)
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return
        throw error
      }
      if (at.folder.names.has(at.name)) change([{ ...at, node: null }])
    },
    async list(path) {
      alive()
      return [...folderAt(root, path).names]
        .map(([name, { kind }]): Entry => ({ name, kind }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    async stat(path) {
      alive()
      try {
        const node = nodeAt(root, path)
        return { kind: node.kind, size: node.kind === 'file' ? node.bytes.length : 0 }
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null
        throw error
      }
    },
  }
  return disk
}

function newFolder(): FolderNode {
  return { kind: 'folder', names: new Map(), durable: new Map() }
}

function setName(names: Map<string, Node>, name: string, node: Node | null): void {
  if (node === null) names.delete(name)
  else names.set(name, node)
}

function applyDurably(changes: readonly Change[]): void {
  for (const { folder, name, node } of changes) setName(folder.durable, name, node)
}

/** A copy of what is durable, with some of the rest. */
function survivorOf(root: FolderNode, pending: readonly (readonly Change[])[], random: () => number): FolderNode {
  const also = pending.filter(() => random() < 0.5)
  const copies = new Map<Node, Node>()
  function copyOf(node: Node): Node {
    const known = copies.get(node)
    if (known !== undefined) return known
    if (node.kind === 'file') {
      const bytes = survivingBytes(node, random)
      const copy: Node = { kind: 'file', bytes, durable: bytes }
      copies.set(node, copy)
      return copy
    }
    const names = new Map(node.durable)
    for (const changes of also)
      for (const { folder, name, node: to } of changes) if (folder === node) setName(names, name, to)
    const copy = newFolder()
    copies.set(node, copy)
    for (const [name, child] of names) {
      const kept = copyOf(child)
      copy.names.set(name, kept)
      copy.durable.set(name, kept)
    }
    return copy
  }
  return copyOf(root) as FolderNode
}

function survivingBytes({ bytes, durable }: FileNode, random: () => number): Uint8Array {
  if (bytes === durable) return durable
  const choice = random()
  if (choice < 0.25) return durable
  if (choice < 0.5) return bytes
  const cut = Math.floor(random() * bytes.length)
  if (choice < 0.75) return bytes.slice(0, cut)
  return Buffer.concat([bytes.slice(0, cut), new Uint8Array(bytes.length - cut)])
}

function elements(path: string): string[] {
  return path.split('/').filter((element) => element !== '')
}

function nodeAt(root: FolderNode, path: string): Node {
  let node: Node = root
  for (const element of elements(path)) {
    const next: Node | undefined = node.kind === 'folder' ? node.names.get(element) : undefined
    if (next === undefined) throw systemError('ENOENT', path)
    node = next
  }
  return node
}

function folderAt(root: FolderNode, path: string): FolderNode {
  const node = nodeAt(root, path)
  if (node.kind !== 'folder') throw systemError('ENOTDIR', path)
  return node
}

function fileAt(root: FolderNode, path: string): FileNode {
  const node = nodeAt(root, path)
  if (node.kind !== 'file') throw new NotAFileError(path)
  return node
}

function parentOf(root: FolderNode, path: string): { folder: FolderNode; name: string } {
  const name = elements(path).at(-1)
  if (name === undefined) throw systemError('EEXIST', path)
  return { folder: folderAt(root, elements(path).slice(0, -1).join('/')), name }
}

function systemError(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code })
}

/** Mulberry32: numbers from 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
