/** Witnesses (C2SP tlog-cosignature): whoever states, with a time, that it saw a checkpoint and no other past of that log. */

import type { Signer } from './keys.ts'
import { hex32, type NoteSignature, type NoteVerifier, noteKeyHash } from './note.ts'
import { BadKeyError, splitVerifierKey, verifierOf } from './verifier.ts'

const COSIGNATURE = 0x04

/** A witness's statement that it saw a checkpoint: when, in seconds since 1970. */
export interface CosignerVerifier extends NoteVerifier {
  /** C2SP verifier key: `name+hash+base64`. */
  readonly key: string
  /** Time inside a signature of this cosigner, in seconds since 1970. */
  timeOf(signature: Uint8Array): number
}

export interface Cosigner {
  readonly verifier: CosignerVerifier
  /** Signs a checkpoint's text as seen at a time, which is kept in whole seconds. */
  cosign(text: Uint8Array, at: Date): NoteSignature
}

/** Whoever holds a key, as a witness. The same key may sign logs of its own: what is signed begins otherwise. */
export function cosignerOf({ name, verifier: { publicKey }, sign }: Signer): Cosigner {
  const verifier = cosignerVerifierOf(name, publicKey)
  return {
    verifier,
    cosign(text, at) {
      const time = Buffer.alloc(8)
      time.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 1000)))
      const signature = Buffer.concat([time, sign(statement(time, text))])
      return { name, keyHash: verifier.keyHash, signature }
    },
  }
}

/** Reads the verifier key of a witness (Ed25519, type 4). Throws BadKeyError. */
export function parseCosigner(line: string): CosignerVerifier {
  const { name, hash, type, publicKey } = splitVerifierKey(line)
  if (type !== COSIGNATURE) throw new BadKeyError(line.trimEnd(), 'it is no key of a cosigner (type 4)')
  const verifier = cosignerVerifierOf(name, publicKey)
  if (hash !== hex32(verifier.keyHash))
    throw new BadKeyError(line.trimEnd(), `its hash is not that of the key, ${hex32(verifier.keyHash)}`)
  return verifier
}

function cosignerVerifierOf(name: string, publicKey: Uint8Array): CosignerVerifier {
  const typed = Buffer.from([COSIGNATURE, ...publicKey])
  const keyHash = noteKeyHash(name, typed)
  const { verify } = verifierOf(name, publicKey)
  return {
    name,
    keyHash,
    key: `${name}+${hex32(keyHash)}+${typed.toString('base64')}`,
    timeOf: (signature) => Number(secondsIn(signature)),
    verify: (text, signature) =>
      signature.length === 72 && verify(statement(signature.subarray(0, 8), text), signature.subarray(8)),
  }
}

/** What is signed: "cosignature/v1", the time, and the checkpoint's text. */
function statement(time: Uint8Array, text: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`cosignature/v1\ntime ${secondsIn(time)}\n`), text])
}

function secondsIn(bytes: Uint8Array): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0)
}
