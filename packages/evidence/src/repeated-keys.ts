/** Members of JSON objects that are there more than once: `JSON.parse` keeps the last and says nothing (RFC 8259 section 4). */

export interface RepeatedKey {
  /** Names that lead to the object, and the repeated one; items of arrays by their number. */
  readonly path: readonly string[]
}

interface OpenValue {
  /** Names seen so far; null for an array. */
  readonly names: Set<string> | null
  /** The member or item that is being read. */
  at: string
  expectsName: boolean
}

/** In the order in which the second occurrences stand. The text is JSON that `JSON.parse` takes. */
export function repeatedKeys(text: string): readonly RepeatedKey[] {
  const repeated: RepeatedKey[] = []
  const open: OpenValue[] = []
  // Strings whole, so that nothing inside one is taken for structure; then the signs that make structure.
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/gs)) {
    const top = open.at(-1)
    if (sign === '{') open.push({ names: new Set(), at: '', expectsName: true })
    else if (sign === '[') open.push({ names: null, at: '0', expectsName: false })
    else if (sign === '}' || sign === ']') open.pop()
    else if (top === undefined) continue
    else if (sign === ',' && top.names === null) top.at = String(Number(top.at) + 1)
    else if (sign === ',') top.expectsName = true
    else if (top.names !== null && top.expectsName) {
      top.at = JSON.parse(sign)
      top.expectsName = false
      if (top.names.has(top.at)) repeated.push({ path: open.map(({ at }) => at) })
      top.names.add(top.at)
    }
  }
  return repeated
}
