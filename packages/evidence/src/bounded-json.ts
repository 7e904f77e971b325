/** JSON that anybody may have written: parsed only where it nests no deeper and holds no more than anything kept here does. */

/** Arrays and objects inside one another. */
export const DEEPEST = 256
/** Values, each of which takes many times its bytes in memory. */
export const MOST_VALUES = 1 << 24

export class UnboundedJsonError extends Error {
  constructor(why: string) {
    super(`its JSON ${why}`)
    this.name = 'UnboundedJsonError'
  }
}

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** Throws UnboundedJsonError, and SyntaxError for what is no JSON. */
export function parseBounded(text: string): unknown {
  let depth = 0
  let values = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      for (at++; at < text.length && text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++
    } else if (code === COMMA) values++
    else if (OPENING.has(code)) {
      values++
      depth++
    } else if (CLOSING.has(code)) depth--
    if (depth > DEEPEST) throw new UnboundedJsonError(`nests deeper than ${DEEPEST}`)
    if (values > MOST_VALUES) throw new UnboundedJsonError(`has more than ${MOST_VALUES} values`)
  }
  return JSON.parse(text)
}
