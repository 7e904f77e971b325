/** Checks an Office file, a zip archive of parts, before a library unpacks it whole: size, damage, encryption. */
import { fromBufferPromise } from 'yauzl'
import { UnreadableError } from './read-result.ts'

/** Unpacked bytes of all parts. */
export const LARGEST_OFFICE = 256 * 1024 * 1024

/** Throws UnreadableError where the archive is broken, encrypted or unpacks to more than `limit` bytes. */
export async function checkParts(bytes: Uint8Array, name: string, limit = LARGEST_OFFICE): Promise<void> {
  let total = 0
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      decodeStrings: false,
    })
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) {
        throw new UnreadableError(`${name} is locked with a password; save it without the password and add that`)
      }
      const stream = await zip.openReadStreamPromise(entry)
      for await (const chunk of stream) {
        total += (chunk as Buffer).length
        if (total > limit) {
          throw new UnreadableError(
            `${name} unpacks to more than ${limit} bytes, as in a zip bomb; the original is kept, save a smaller copy and add that`,
          )
        }
      }
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw brokenOffice(name, error as Error)
  }
}

export function brokenOffice(name: string, error: Error): UnreadableError {
  return new UnreadableError(
    `${name} is a broken Office file (${error.message}); open it in an office program, save it anew and add that`,
  )
}

/**
 * A compound file (MS-CFB) is either an Office file locked with a password, whose parts are a stream called
 * EncryptedPackage (MS-OFFCRYPTO, section 2.3.4), or a file of the old Office formats. Gives the sentence for the latter.
 */
export function readCompound(bytes: Uint8Array, name: string): string {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('EncryptedPackage', 0, 'utf16le')) {
    throw new UnreadableError(`${name} is locked with a password; save it without the password and add that`)
  }
  return 'It is in an old Office format; save it as DOCX or XLSX and add that too.'
}
