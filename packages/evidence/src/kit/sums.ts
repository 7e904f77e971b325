/** Lists of digests as `sha512sum` writes and reads them. */

export class BadSumsError extends Error {
  constructor(line: number, why: string) {
    super(`line ${line}: ${why}`)
    this.name = 'BadSumsError'
  }
}

export function formatSums(files: readonly { readonly path: string; readonly sha512: string }[]): string {
  return files.map(({ path, sha512 }) => `${sha512}  ${path}\n`).join('')
}

/** Digests by path. Throws BadSumsError for a line that is none, and for a path that is there twice or leads elsewhere. */
export function parseSums(bytes: Uint8Array): ReadonlyMap<string, string> {
  const sums = new Map<string, string>()
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  for (let start = 0, at = 1; start < text.length; at++) {
    const end = text.indexOf('\n', start)
    if (end < 0) throw new BadSumsError(at, 'it does not end with a newline')
    const [, digest, path] = /^([0-9a-f]{128}) {2}([^\\\r]+)$/.exec(text.slice(start, end)) ?? []
    if (digest === undefined || path === undefined) throw new BadSumsError(at, 'it is no sha512 and file')
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
      throw new BadSumsError(at, `${path} leads out of the folder`)
    if (sums.has(path)) throw new BadSumsError(at, `${path} is there twice`)
    sums.set(path, digest)
    start = end + 1
  }
  return sums
}
