/** The name of a content file inside its object: that of the source, made safe for every file system. */

const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*\\/]/gu
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu
const MAX_BYTES = 120

/**
 * Normalises to NFC; replaces by `_` what some file system or terminal takes amiss (separators, control and direction
 * characters, `<>:"|?*`); keeps at most 120 bytes of UTF-8, the ending kept; never empty, never `.` or `..`.
 */
export function contentName(name: string): string {
  const safe = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(FORBIDDEN, '_')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  const short = shorten(safe)
  if (short === '') return 'content'
  return RESERVED.test(short) ? `_${short}` : short
}

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && Buffer.byteLength(name.slice(dot)) <= 20 ? name.slice(dot) : ''
  const room = MAX_BYTES - Buffer.byteLength(ending)
  let kept = ''
  let bytes = 0
  for (const character of name.slice(0, name.length - ending.length)) {
    bytes += Buffer.byteLength(character)
    if (bytes > room) break
    kept += character
  }
  return `${kept.replace(/[. ]+$/, '')}${ending}`
}
