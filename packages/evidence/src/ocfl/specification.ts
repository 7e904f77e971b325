/** What the two OCFL specifications, 1.0 and 1.1, name: versions, digest algorithms, registered extensions. */

export const SPEC_VERSIONS = ['1.0', '1.1'] as const
export type SpecVersion = (typeof SPEC_VERSIONS)[number]

export function inventoryType(version: SpecVersion): string {
  return `https://ocfl.io/${version}/spec/#inventory`
}

/** The version whose inventories have this type, null for none. */
export function versionOfType(type: unknown): SpecVersion | null {
  return SPEC_VERSIONS.find((version) => inventoryType(version) === type) ?? null
}

/** Algorithm names of OCFL, with the name OpenSSL has for each; null for those we cannot compute and so ignore (E028). */
export const ALGORITHMS: ReadonlyMap<string, string | null> = new Map([
  ['md5', 'md5'],
  ['sha1', 'sha1'],
  ['sha256', 'sha256'],
  ['sha512', 'sha512'],
  ['blake2b-512', 'blake2b512'],
  ['sha512/256', 'sha512-256'],
  ['blake2b-160', null],
  ['blake2b-256', null],
  ['blake2b-384', null],
  ['size', null],
])

/** Extensions registered at https://ocfl.github.io/extensions/ */
export const REGISTERED_EXTENSIONS: ReadonlySet<string> = new Set([
  'initial',
  '0001-digest-algorithms',
  '0002-flat-direct-storage-layout',
  '0003-hash-and-id-n-tuple-storage-layout',
  '0004-hashed-n-tuple-storage-layout',
  '0005-mutable-head',
  '0006-flat-omit-prefix-storage-layout',
  '0007-n-tuple-omit-prefix-storage-layout',
  '0008-schema-registry',
  '0009-digest-algorithms',
  '0010-differential-n-tuple-omit-prefix-storage-layout',
  '0011-direct-clean-path-layout',
  '0012-hash-and-no-prefix-id-n-tuple-storage-layout',
])

/** True for a registered extension that says where under a root its objects lie. */
export function isStorageLayout(name: string): boolean {
  return REGISTERED_EXTENSIONS.has(name) && name.endsWith('-layout')
}

export interface VersionName {
  readonly number: number
  /** Digits after the v where padded with zeros, else 0. */
  readonly padding: number
}

/** `v1`, or padded with zeros `v0001`; null for anything else, `v0` and `v00` too. */
export function parseVersionName(name: string): VersionName | null {
  const digits = /^v(\d+)$/.exec(name)?.[1]
  if (digits === undefined || /^0+$/.test(digits)) return null
  return { number: Number(digits), padding: digits.startsWith('0') ? digits.length : 0 }
}

/** RFC 3986 as far as a shape goes: a scheme, a colon, and something of the allowed characters. */
export function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/.test(text)
}

/** RFC 3339 date-time, with a time zone, to the second or finer, a day the calendar has and a leap second where one can be. */
export function isRfc3339(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/.exec(text)
  if (match === null) return false
  const digits = [1, 2, 3, 4, 5, 6, 8, 9].map((at) => Number(match[at] ?? 0))
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = digits
  const offset = (match[7] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute)
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= utc(year, month + 1, 0).getUTCDate() &&
    hour < 24 &&
    minute < 60 &&
    (second < 60 || (second === 60 && beginsMonth(utc(year, month, day, hour, minute + 1 - offset)))) &&
    zoneHour < 24 &&
    zoneMinute < 60
  )
}

/** As Date.UTC, which takes the years 0 to 99 for those of the last century. */
function utc(year: number, month: number, day: number, hour = 0, minute = 0): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute)
  return date
}

/** A leap second is the last of a month, UTC (RFC 3339 section 5.7). */
function beginsMonth(date: Date): boolean {
  return date.getUTCDate() === 1 && date.getUTCHours() === 0 && date.getUTCMinutes() === 0
}
