/** The header of a WARC record: its version and named fields, and what WARC 1.0 and 1.1 (ISO 28500) ask of them. */

export interface WarcHeader {
  /** `1.0` or `1.1`. */
  readonly version: string
  /** Names in lower case; the values in the order found. */
  readonly fields: ReadonlyMap<string, readonly string[]>
}

/** What is wrong with a header: a code and a sentence. */
export interface HeaderFault {
  readonly code: string
  readonly message: string
  readonly warning: boolean
}

const TYPES = ['warcinfo', 'response', 'resource', 'request', 'metadata', 'revisit', 'conversion', 'continuation']
const NEEDS_TARGET = ['response', 'resource', 'request', 'revisit', 'conversion', 'continuation']
const MANDATORY = ['WARC-Type', 'WARC-Record-ID', 'WARC-Date', 'Content-Length']
/** Fields that the standard defines (section 5), each of which a record has once. */
const ONCE = new Set([
  ...['warc-type', 'warc-record-id', 'warc-date', 'content-length', 'content-type', 'warc-block-digest'],
  ...['warc-payload-digest', 'warc-ip-address', 'warc-refers-to', 'warc-refers-to-target-uri', 'warc-refers-to-date'],
  ...['warc-target-uri', 'warc-truncated', 'warc-warcinfo-id', 'warc-filename', 'warc-profile'],
  ...['warc-identified-payload-type', 'warc-segment-origin-id', 'warc-segment-number', 'warc-segment-total-length'],
])
/** WARC-Protocol is an extension that many write, once for each protocol. */
const MANY = new Set(['warc-concurrent-to', 'warc-protocol'])
const DATES: Readonly<Record<string, RegExp>> = {
  '1.0': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  '1.1': /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z)?)?)?$/,
}

/** The version a first line names; null where it is none we know. */
export function versionOf(line: string): string | null {
  return /^WARC\/(1\.[01])\r?\n?$/.exec(line)?.[1] ?? null
}

/** Fields from header lines, folded ones joined (section 4); lines that are no field are faults. */
export function parseFields(lines: readonly string[]): {
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly HeaderFault[]
} {
  const fields = new Map<string, string[]>()
  const faults: HeaderFault[] = []
  let last: string[] | undefined
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== undefined) {
      last.push(`${last.pop()} ${line.trim()}`.trim())
      continue
    }
    const colon = line.indexOf(':')
    const name = line.slice(0, colon)
    if (colon < 1 || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
      faults.push(error('warc-field', `${JSON.stringify(line.slice(0, 80))} is no named field`))
      continue
    }
    last = fields.get(name.toLowerCase()) ?? []
    last.push(line.slice(colon + 1).trim())
    fields.set(name.toLowerCase(), last)
  }
  return { fields, faults }
}

/** The bytes that the block has by its header; null where the header does not say so in digits, once. */
export function contentLength({ fields }: WarcHeader): number | null {
  const [value, ...more] = fields.get('content-length') ?? []
  if (value === undefined || more.length > 0 || !/^\d{1,15}$/.test(value)) return null
  return Number(value)
}

/** Codes: warc-field-missing, warc-field-repeated, warc-field-value, warc-type, warc-date, warc-target-uri. */
export function judgeHeader(header: WarcHeader): readonly HeaderFault[] {
  const { fields, version } = header
  const faults: HeaderFault[] = []
  const one = (name: string) => fields.get(name)?.[0]
  for (const name of MANDATORY) {
    if (!fields.has(name.toLowerCase())) faults.push(error('warc-field-missing', `it has no ${name}`))
  }
  for (const [name, values] of fields) {
    if (values.length === 1 || MANY.has(name)) continue
    const message = `it has ${name} ${values.length} times`
    if (ONCE.has(name)) faults.push(error('warc-field-repeated', message))
    else if (/^(?:warc|content)-/.test(name)) faults.push(warning('warc-field-repeated', message))
  }
  if (fields.has('content-length') && contentLength(header) === null)
    faults.push(
      error('warc-field-value', `Content-Length ${JSON.stringify(one('content-length'))} is no number of bytes`),
    )
  const id = one('warc-record-id')
  if (id !== undefined && !isUri(id.replace(/^<(.*)>$/, '$1')))
    faults.push(error('warc-field-value', `WARC-Record-ID ${JSON.stringify(id)} is no URI`))
  const date = one('warc-date')
  if (date !== undefined && !isDate(date, version))
    faults.push(error('warc-date', `WARC-Date ${JSON.stringify(date)} is no date as WARC ${version} writes it`))

  const type = one('warc-type')
  const target = one('warc-target-uri')
  if (type === undefined) return faults
  if (!TYPES.includes(type))
    faults.push(warning('warc-type', `its type ${JSON.stringify(type)} is none of WARC ${version}`))
  if (target === undefined) {
    if (NEEDS_TARGET.includes(type)) faults.push(error('warc-field-missing', `a ${type} has no WARC-Target-URI`))
  } else if (type === 'warcinfo') faults.push(error('warc-target-uri', 'a warcinfo names no WARC-Target-URI'))
  else if (/^<.*>$/.test(target)) {
    faults.push(
      warning('warc-target-uri', `WARC-Target-URI ${target} stands between angle brackets, as old wget writes it`),
    )
  } else if (!isUri(target))
    faults.push(error('warc-target-uri', `WARC-Target-URI ${JSON.stringify(target)} is no URI`))
  const asked = { revisit: ['WARC-Profile'], continuation: ['WARC-Segment-Origin-ID', 'WARC-Segment-Number'] }[type]
  for (const name of asked ?? []) {
    if (!fields.has(name.toLowerCase())) faults.push(error('warc-field-missing', `a ${type} has no ${name}`))
  }
  return faults
}

/** Section 4 asks for a URI; addresses are often written with letters beyond ASCII, which is let pass. */
function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"\x00-\x1f\x7f]+$/.test(text)
}

function isDate(text: string, version: string): boolean {
  if (DATES[version]?.test(text) !== true) return false
  const [, year = '', month = '01', day = '01', time = '00:00'] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T([\d:]+)(?:\.\d+)?Z)?$/.exec(text) ?? []
  const date = new Date(`${year}-${month}-${day}T${time.replace(/:60$/, ':59')}Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
}

function error(code: string, message: string): HeaderFault {
  return { code, message, warning: false }
}

function warning(code: string, message: string): HeaderFault {
  return { code, message, warning: true }
}
