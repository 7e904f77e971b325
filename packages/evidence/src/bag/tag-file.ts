/** Tag files of a bag: their encoding, their lines, and the escaping of paths (RFC 8493 section 2). */

/** The text in the encoding bagit.txt names; null where the bytes are not in it, or nobody knows it. */
export function decodeTagFile(bytes: Uint8Array, encoding: string): string | null {
  const name = encoding.toLowerCase()
  if (name === 'iso-8859-1' || name === 'latin1') return Buffer.from(bytes).toString('latin1')
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  const label = name === 'utf-16' ? (little ? 'utf-16le' : 'utf-16be') : name
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The byte order mark of UTF-8, which no tag file in that encoding begins with (RFC 8493 section 2.3). */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** Lines end with CR, LF or CRLF; the last need not end. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

export interface Tag {
  readonly label: string
  readonly value: string
  /** No white space around the label, and some between the colon and the value, as RFC 8493 section 2.2.2 asks. */
  readonly lawful: boolean
  /** Written as RFC 8493 has it: label, colon, one space or tab, value. */
  readonly strict: boolean
}

/** Label-value pairs, continued on lines that begin with white space; null for a line that is neither. */
export function parseTags(text: string): readonly (Tag | null)[] {
  const tags: (Tag | null)[] = []
  for (const line of linesOf(text)) {
    const last = tags.at(-1)
    if (/^[ \t]/.test(line) && last) {
      tags[tags.length - 1] = { ...last, value: `${last.value} ${line.trim()}` }
      continue
    }
    if (line.trim() === '') continue
    const colon = line.indexOf(':')
    if (colon <= 0) {
      tags.push(null)
      continue
    }
    const [label, value] = [line.slice(0, colon), line.slice(colon + 1)]
    const bare = label === label.trim()
    tags.push({
      label: label.trim(),
      value: value.trim(),
      lawful: bare && /^([ \t]|$)/.test(value),
      strict: bare && /^[ \t](\S|$)/.test(value),
    })
  }
  return tags
}

/** RFC 8493 section 2.1.3: line breaks and the percent sign are escaped. */
export function encodePath(path: string): string {
  return path.replaceAll(/[%\r\n]/g, (character) => ({ '%': '%25', '\r': '%0D', '\n': '%0A' })[character] ?? character)
}

export function decodePath(path: string): string {
  return path.replaceAll(/%(25|0d|0a)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Why a path may lead out of the bag, null where it cannot. */
export function unsafePath(path: string): string | null {
  if (path === '') return 'it is empty'
  if (path.includes('\0')) return 'it has a null character'
  if (/^[/\\]/.test(path)) return 'it is absolute'
  if (/^[A-Za-z]:[/\\]/.test(path)) return 'it begins with a drive'
  if (/^[~%]/.test(path)) return 'a shell may expand it'
  if (path.split(/[/\\]/).includes('..')) return 'it leads upwards'
  return null
}
