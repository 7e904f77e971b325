/** Canonical JSON (RFC 8785): equal values have equal bytes. */

export class NotCanonicalError extends Error {
  constructor(value: string, why: string) {
    super(`${value} has no canonical JSON: ${why}`)
    this.name = 'NotCanonicalError'
  }
}

/**
 * RFC 8785 section 3.2: no white space, members sorted by the UTF-16 code units of their names, numbers and strings as
 * ECMAScript writes them. Members whose value is undefined are left out. Throws NotCanonicalError for what JSON cannot
 * hold: NaN, infinities, functions, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonicalError(String(value), 'JSON holds finite numbers only')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new NotCanonicalError(JSON.stringify(value), 'it has a lone surrogate')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new NotCanonicalError(String(value), `a ${typeof value} is no JSON value`)
}

/** The UTF-8 bytes of `canonicalJson`. */
export function canonicalBytes(value: unknown): Uint8Array {
  return Buffer.from(canonicalJson(value), 'utf8')
}
