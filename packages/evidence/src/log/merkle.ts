/** Merkle trees of RFC 6962: hashes, and the checking of inclusion and consistency proofs. */
import { createHash } from 'node:crypto'

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
  return createHash('sha256').digest()
}

/** RFC 6962 section 2.1: SHA-256(0x00 ‖ leaf). */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return createHash('sha256').update(LEAF_PREFIX).update(leaf).digest()
}

/** RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(NODE_PREFIX).update(left).update(right).digest()
}

const LEAF_PREFIX = Uint8Array.of(0)
const NODE_PREFIX = Uint8Array.of(1)

/** Root over these hashes, in order: RFC 6962 section 2.1 with the leaves hashed already. */
export function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const stack: { hash: Uint8Array; leaves: number }[] = []
  for (const hash of hashes) {
    let node = { hash, leaves: 1 }
    for (let top = stack.at(-1); top?.leaves === node.leaves; top = stack.at(-1)) {
      stack.pop()
      node = { hash: nodeHash(top.hash, node.hash), leaves: node.leaves * 2 }
    }
    stack.push(node)
  }
  const last = stack.pop()
  if (last === undefined) return emptyRoot()
  return stack.reduceRight((right, { hash }) => nodeHash(hash, right), last.hash)
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
  let fn = BigInt(index)
  let sn = BigInt(size) - 1n
  if (fn < 0n || fn > sn) throw new BadProofError(`index ${index} is outside a tree of ${size} leaves`)
  checkLengths([leaf, ...proof, root])
  let hash = leaf
  for (const step of proof) {
    if (sn === 0n) throw new BadProofError(`it has more steps (${proof.length}) than a tree of ${size} leaves needs`)
    if (fn % 2n === 1n || fn === sn) {
      hash = nodeHash(step, hash)
      while (fn % 2n === 0n && fn !== 0n) {
        fn /= 2n
        sn /= 2n
      }
    } else {
      hash = nodeHash(hash, step)
    }
    fn /= 2n
    sn /= 2n
  }
  if (sn !== 0n) throw new BadProofError(`it has fewer steps (${proof.length}) than a tree of ${size} leaves needs`)
  if (!equalBytes(hash, root))
    throw new BadProofError(`leaf ${index} leads to another root than that of the ${size} leaves`)
}

/**
 * RFC 9162 section 2.1.4.2. Throws BadProofError unless the proof shows that the tree of `size1` leaves with `root1` is
 * the beginning of the tree of `size2` leaves with `root2`.
 */
export function checkConsistency(
  size1: TreeIndex,
  size2: TreeIndex,
  proof: readonly Uint8Array[],
  root1: Uint8Array,
  root2: Uint8Array,
): void {
  const first = BigInt(size1)
  const second = BigInt(size2)
  if (first < 0n || first > second) throw new BadProofError(`${size2} leaves cannot extend ${size1}`)
  checkLengths([...proof, root1, root2])
  if (first === second || first === 0n) {
    if (proof.length > 0)
      throw new BadProofError(`from ${size1} to ${size2} leaves it has no steps, and it has ${proof.length}`)
    if (first === second && !equalBytes(root1, root2)) throw new BadProofError(`two roots for the same ${size1} leaves`)
    if (first === 0n && !equalBytes(root1, emptyRoot()))
      throw new BadProofError('a tree without leaves has another root')
    return
  }
  let fn = first - 1n
  let sn = second - 1n
  while (fn % 2n === 1n) {
    fn /= 2n
    sn /= 2n
  }
  const steps = fn === 0n ? [root1, ...proof] : [...proof]
  let old = steps[0]
  let now = steps[0]
  if (old === undefined || now === undefined)
    throw new BadProofError(`from ${size1} to ${size2} leaves it has no steps`)
  for (const step of steps.slice(1)) {
    if (sn === 0n) throw new BadProofError(`it has more steps (${proof.length}) than ${size1} to ${size2} leaves need`)
    if (fn % 2n === 1n || fn === sn) {
      old = nodeHash(step, old)
      now = nodeHash(step, now)
      while (fn % 2n === 0n && fn !== 0n) {
        fn /= 2n
        sn /= 2n
      }
    } else {
      now = nodeHash(now, step)
    }
    fn /= 2n
    sn /= 2n
  }
  if (sn !== 0n) throw new BadProofError(`it has fewer steps (${proof.length}) than ${size1} to ${size2} leaves need`)
  if (!equalBytes(old, root1)) throw new BadProofError(`it leads to another root than that of the ${size1} leaves`)
  if (!equalBytes(now, root2)) throw new BadProofError(`it leads to another root than that of the ${size2} leaves`)
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function checkLengths(hashes: readonly Uint8Array[]): void {
  const odd = hashes.find((hash) => hash.length !== HASH_BYTES)
  if (odd) throw new BadProofError(`a hash has ${odd.length} bytes instead of ${HASH_BYTES}`)
}
