/** Merkle trees of RFC 6962: hashes, and the checking of inclusion and consistency proofs. */
import { hash } from 'node:crypto'

export const HASH_BYTES = 32

/** A step of a tree too large for a JavaScript number is a bigint; both are taken everywhere. */
export type TreeIndex = number | bigint

export class BadProofError extends Error {
  constructor(why: string) {
    super(`the proof does not hold: ${why}`)
    this.name = 'BadProofError'
  }
}

/** Root of the tree without leaves. */
export function emptyRoot(): Uint8Array {
  return hash('sha256', new Uint8Array(), 'buffer')
}

/** RFC 6962 section 2.1: SHA-256(0x00 ‖ leaf). */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([LEAF_PREFIX, leaf]), 'buffer')
}

/** RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([NODE_PREFIX, left, right]), 'buffer')
}

const LEAF_PREFIX = Uint8Array.of(0)
const NODE_PREFIX = Uint8Array.of(1)

/** Root over these hashes, in order: RFC 6962 section 2.1 with the leaves hashed already. */
export function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const stack: { hash: Uint8Array; leaves: number }[] = []
  for (const one of hashes) {
    let node = { hash: one, leaves: 1 }
    for (let top = stack.at(-1); top?.leaves === node.leaves; top = stack.at(-1)) {
      stack.pop()
      node = { hash: nodeHash(top.hash, node.hash), leaves: node.leaves * 2 }
    }
    stack.push(node)
  }
  const last = stack.pop()
  if (last === undefined) return emptyRoot()
  return stack.reduceRight((right, left) => nodeHash(left.hash, right), last.hash)
}

/**
 * RFC 9162 section 2.1.3.2. Throws BadProofError unless the proof shows that the tree of `size` leaves with `root` has
 * a leaf with this hash at `index`.
 */
export function checkInclusion(
  index: TreeIndex,
  size: TreeIndex,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): void {
  checkSubtreeInclusion(index, 0, size, leaf, proof, root)
}

/**
 * RFC 9162 section 2.1.4.2. Throws BadProofError unless the proof shows that the tree of `size1` leaves with `root1` is
 * the beginning of the tree of `size2` leaves with `root2`. From a tree without leaves nothing can be shown.
 */
export function checkConsistency(
  size1: TreeIndex,
  size2: TreeIndex,
  proof: readonly Uint8Array[],
  root1: Uint8Array,
  root2: Uint8Array,
): void {
  if (BigInt(size1) === 0n) throw new BadProofError('a tree without leaves is the beginning of every tree')
  checkSubtreeConsistency(0, size1, size2, proof, root1, root2)
}

/**
 * draft-ietf-plants-merkle-tree-certs section 4.3.2. Throws BadProofError unless the proof shows that the leaves
 * `start` up to `end` of some tree, with `root` over them, have a leaf with this hash at `index` of the tree.
 */
export function checkSubtreeInclusion(
  index: TreeIndex,
  start: TreeIndex,
  end: TreeIndex,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): void {
  checkSubtree(BigInt(start), BigInt(end))
  checkLengths([leaf, ...proof, root])
  let fn = BigInt(index) - BigInt(start)
  let sn = BigInt(end) - BigInt(start) - 1n
  if (fn < 0n || fn > sn) throw new BadProofError(`index ${index} is not from ${start} to before ${end}`)
  let climbed = leaf
  for (const step of proof) {
    if (sn === 0n) throw new BadProofError(`it has ${proof.length} steps, more than leaves ${start} to ${end} need`)
    if (isOdd(fn) || fn === sn) {
      climbed = nodeHash(step, climbed)
      while (!isOdd(fn) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else {
      climbed = nodeHash(climbed, step)
    }
    ;[fn, sn] = [fn >> 1n, sn >> 1n]
  }
  if (sn !== 0n) throw new BadProofError(`it has ${proof.length} steps, fewer than leaves ${start} to ${end} need`)
  if (!equalBytes(climbed, root))
    throw new BadProofError(`leaf ${index} leads to another root than that over leaves ${start} to ${end}`)
}

/**
 * draft-ietf-plants-merkle-tree-certs section 4.4.3. Throws BadProofError unless the proof shows that the leaves
 * `start` up to `end`, with `subroot` over them, are those of the tree of `size` leaves with `root`. Of no leaves (`start`
 * is `end`) the proof has no steps and nothing is said of `root`.
 */
export function checkSubtreeConsistency(
  start: TreeIndex,
  end: TreeIndex,
  size: TreeIndex,
  proof: readonly Uint8Array[],
  subroot: Uint8Array,
  root: Uint8Array,
): void {
  checkLengths(proof)
  if (BigInt(start) === BigInt(end) && BigInt(end) <= BigInt(size)) {
    if (proof.length > 0 || !equalBytes(subroot, emptyRoot()))
      throw new BadProofError('it is about no leaves, and says something')
    return
  }
  checkSubtree(BigInt(start), BigInt(end))
  if (BigInt(end) > BigInt(size)) throw new BadProofError(`leaves up to ${end} are not within a tree of ${size}`)
  let fn = BigInt(start)
  let sn = BigInt(end) - 1n
  let tn = BigInt(size) - 1n
  const flush = sn === tn
  while (fn !== sn && (flush || isOdd(sn))) [fn, sn, tn] = [fn >> 1n, sn >> 1n, tn >> 1n]
  const [first, ...rest] = fn === sn ? [subroot, ...proof] : proof
  if (first === undefined) throw new BadProofError('it has no steps')
  let old = first
  let now = first
  for (const step of rest) {
    if (tn === 0n) throw new BadProofError(`it has ${proof.length} steps, more than a tree of ${size} leaves needs`)
    if (isOdd(sn) || sn === tn) {
      if (fn < sn) old = nodeHash(step, old)
      now = nodeHash(step, now)
      while (!isOdd(sn)) [fn, sn, tn] = [fn >> 1n, sn >> 1n, tn >> 1n]
    } else {
      now = nodeHash(now, step)
    }
    ;[fn, sn, tn] = [fn >> 1n, sn >> 1n, tn >> 1n]
  }
  if (tn !== 0n) throw new BadProofError(`it has ${proof.length} steps, fewer than a tree of ${size} leaves needs`)
  if (!equalBytes(old, subroot))
    throw new BadProofError(`it leads to another root than that over leaves ${start} to ${end}`)
  if (!equalBytes(now, root)) throw new BadProofError(`it leads to another root than that of the ${size} leaves`)
}

/** A subtree's start is a multiple of the smallest power of two that is not below its number of leaves. */
function checkSubtree(start: bigint, end: bigint): void {
  if (start < 0n || start >= end) throw new BadProofError(`no leaves lie from ${start} to before ${end}`)
  let width = 1n
  while (width < end - start) width *= 2n
  if (start % width !== 0n) throw new BadProofError(`leaves ${start} to before ${end} are no subtree`)
}

function isOdd(value: bigint): boolean {
  return value % 2n === 1n
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function checkLengths(hashes: readonly Uint8Array[]): void {
  const odd = hashes.find((one) => one.length !== HASH_BYTES)
  if (odd) throw new BadProofError(`a hash has ${odd.length} bytes instead of ${HASH_BYTES}`)
}
