/** The layout of our OCFL 1.1 storage roots: which files make one, and where an object lies in it. */

export const ROOT_DECLARATION = '0=ocfl_1.1'
export const OBJECT_DECLARATION = '0=ocfl_object_1.1'
export const LAYOUT = '0007-n-tuple-omit-prefix-storage-layout'

const LAYOUT_CONFIG = {
  extensionName: LAYOUT,
  delimiter: ':',
  tupleSize: 2,
  numberOfTuples: 1,
  zeroPadding: 'left',
  reverseObjectRoot: false,
}

/** Files of an empty storage root, by path, the declaration last: a root is one once it has that. */
export const ROOT_FILES: readonly (readonly [path: string, content: string])[] = [
  [`extensions/${LAYOUT}/config.json`, `${JSON.stringify(LAYOUT_CONFIG, null, 2)}\n`],
  [
    'ocfl_layout.json',
    `${JSON.stringify({ extension: LAYOUT, description: 'An object lies in a folder named by its sha512, below one named by the first two digits.' }, null, 2)}\n`,
  ],
  [ROOT_DECLARATION, 'ocfl_1.1\n'],
]

export class BadDigestError extends Error {
  constructor(digest: string) {
    super(`${JSON.stringify(digest)} is no sha512 digest: 128 lower-case hex digits`)
    this.name = 'BadDigestError'
  }
}

/** Id of the object that holds the bytes with this sha512. */
export function objectId(digest: string): string {
  return `urn:sha512:${assertDigest(digest)}`
}

/** Folder of an object below the root (extension 0007 with the configuration above). */
export function objectFolder(digest: string): { bucket: string; name: string } {
  return { bucket: assertDigest(digest).slice(0, 2), name: digest }
}

/** Throws BadDigestError. */
export function assertDigest(digest: string): string {
  if (!/^[0-9a-f]{128}$/.test(digest)) throw new BadDigestError(digest)
  return digest
}
