/** Signed notes (C2SP signed-note): a text, a blank line, and signature lines by name and key. */
import { createHash } from 'node:crypto'

export interface NoteSignature {
  readonly name: string
  /** First four bytes of the key's hash, as a number. */
  readonly keyHash: number
  readonly signature: Uint8Array
}

export interface SignedNote {
  /** What is signed, with its last newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteVerifier {
  readonly name: string
  readonly keyHash: number
  verify(text: Uint8Array, signature: Uint8Array): boolean
}

export interface NoteSigner extends NoteVerifier {
  sign(text: Uint8Array): Uint8Array
}

export class BadNoteError extends Error {
  constructor(why: string) {
    super(`not a signed note: ${why}`)
    this.name = 'BadNoteError'
  }
}

export class BadSignatureError extends Error {
  constructor(name: string, why: string) {
    super(`signature of ${name}: ${why}`)
    this.name = 'BadSignatureError'
  }
}

const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u
const MAX_NOTE_BYTES = 1_000_000
const MAX_SIGNATURES = 100

/** Reads a note without judging its signatures. Throws BadNoteError. */
export function parseNote(note: string | Uint8Array): SignedNote {
  const all = typeof note === 'string' ? note : decode(note)
  if (Buffer.byteLength(all) > MAX_NOTE_BYTES) throw new BadNoteError(`it is longer than ${MAX_NOTE_BYTES} bytes`)
  if (!all.isWellFormed()) throw new BadNoteError('its text is not Unicode')
  if (/[\x00-\x09\x0b-\x1f\x7f]/.test(all)) throw new BadNoteError('it has control characters')
  const split = all.lastIndexOf('\n\n')
  if (split < 0) throw new BadNoteError('no blank line stands before signatures')
  if (!all.endsWith('\n')) throw new BadNoteError('it does not end with a newline')
  const signatures = parseSignatureLines(all.slice(split + 2))
  return { text: all.slice(0, split + 1), signatures }
}

export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${formatSignatureLines(signatures)}`
}

/** The lines below a note's blank line, each with its newline. Throws BadNoteError. */
export function parseSignatureLines(text: string): readonly NoteSignature[] {
  if (!text.endsWith('\n')) throw new BadNoteError('it does not end with a newline')
  const lines = text.slice(0, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw new BadNoteError(`it has more than ${MAX_SIGNATURES} signatures`)
  return lines.map((line) => {
    const [, name, base64] = SIGNATURE_LINE.exec(line) ?? []
    if (name === undefined || base64 === undefined)
      throw new BadNoteError(`${JSON.stringify(line)} is no signature line`)
    const bytes = decodeBase64(base64)
    if (bytes === null || bytes.length < 5)
      throw new BadNoteError(`the signature of ${name} is not base64 of a signature`)
    return { name, keyHash: bytes.readUInt32BE(0), signature: bytes.subarray(4) }
  })
}

export function formatSignatureLines(signatures: readonly NoteSignature[]): string {
  const lines = signatures.map(({ name, keyHash, signature }) => {
    const prefix = Buffer.alloc(4)
    prefix.writeUInt32BE(keyHash)
    return `— ${name} ${Buffer.concat([prefix, signature]).toString('base64')}\n`
  })
  return lines.join('')
}

/** Signs a text, which ends with a newline, as one or more signers. Throws BadNoteError. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n')) throw new BadNoteError('the text to sign does not end with a newline')
  const bytes = Buffer.from(text)
  const signatures = signers.map((signer) => ({
    name: signer.name,
    keyHash: signer.keyHash,
    signature: signer.sign(bytes),
  }))
  const note = formatNote({ text, signatures })
  parseNote(note)
  return note
}

/**
 * The note, with those signatures that one of the verifiers holds good. Signatures of unknown keys are passed over.
 * Throws BadNoteError for what is no note, BadSignatureError where a known key's signature is wrong or none is there.
 */
export function openNote(note: string | Uint8Array, verifiers: readonly NoteVerifier[]): SignedNote {
  const { text, signatures } = parseNote(note)
  const bytes = Buffer.from(text)
  const good: NoteSignature[] = []
  for (const signature of signatures) {
    const verifier = verifiers.find(({ name, keyHash }) => name === signature.name && keyHash === signature.keyHash)
    if (
      verifier === undefined ||
      good.some(({ name, keyHash }) => name === verifier.name && keyHash === verifier.keyHash)
    ) {
      continue
    }
    if (!verifier.verify(bytes, signature.signature)) {
      throw new BadSignatureError(signature.name, 'it does not fit the text; the text or the signature was changed')
    }
    good.push(signature)
  }
  if (good.length === 0) {
    const known = verifiers.map(({ name, keyHash }) => `${name} (${hex32(keyHash)})`).join(', ')
    const found = signatures.map(({ name, keyHash }) => `${name} (${hex32(keyHash)})`).join(', ')
    throw new BadSignatureError(known, `missing; the note is signed by ${found}`)
  }
  return { text, signatures: good }
}

/** C2SP signed-note, "Signatures": first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
export function noteKeyHash(name: string, typeAndKey: Uint8Array): number {
  return createHash('sha256').update(name).update('\n').update(typeAndKey).digest().readUInt32BE(0)
}

/** True for names a key may have: not empty, no spaces, no plus. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s+\x00-\x1f\x7f]/u.test(name)
}

/** Standard base64 with its padding, else null. */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

export function hex32(value: number): string {
  return value.toString(16).padStart(8, '0')
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new BadNoteError('it is not UTF-8')
  }
}
