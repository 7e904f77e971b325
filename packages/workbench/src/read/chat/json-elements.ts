/** Reads chosen values out of a JSON text of any length as it streams, each with the bytes it stands on. */

export type JsonPath = readonly (string | number)[]

export interface JsonElement {
  readonly path: JsonPath
  readonly start: number
  readonly end: number
  /** Null where the value is longer than is read. */
  readonly value: unknown
  readonly tooLong: boolean
}

/** The text is no JSON, or ends early. */
export class BadJsonError extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'BadJsonError'
  }
}

export interface JsonElementsOptions {
  /** Whether the value at a path is wanted whole; asked for every value, outermost first. */
  wants(path: JsonPath): boolean
  /** Bytes of a value that are read at most. */
  readonly longest: number
  /** Skip what stands before the first bracket, as in `window.data = [`, and after the last. */
  readonly wrapped?: boolean
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a] as const
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d] as const
const DEEPEST = 500
const LONGEST_NAME = 64 * 1024

/** Throws BadJsonError; everything before the fault has been given by then. */
export async function* jsonElements(
  stream: AsyncIterable<Uint8Array>,
  options: JsonElementsOptions,
): AsyncIterable<JsonElement> {
  const scanner = jsonScanner(options)
  for await (const chunk of stream) {
    const { elements, fault } = scanner.push(chunk)
    yield* elements
    if (fault !== null) throw fault
  }
  scanner.end()
}

interface Level {
  readonly array: boolean
  name: string
  index: number
}

interface Taking {
  readonly path: JsonPath
  readonly start: number
  readonly depth: number
  readonly parts: Uint8Array[]
  length: number
}

/** Where in the grammar (RFC 8259) the next byte stands; `start` and `over` are outside the outermost value. */
type State = 'start' | 'value' | 'name' | 'colon' | 'after' | 'string' | 'scalar' | 'naming' | 'over'

function jsonScanner({ wants, longest, wrapped = false }: JsonElementsOptions) {
  const levels: Level[] = []
  let state: State = wrapped ? 'start' : 'value'
  let escaped = false
  let name: number[] = []
  let position = 0
  let taking: Taking | null = null
  let elements: JsonElement[] = []
  let chunk: Uint8Array = new Uint8Array()
  let base = 0

  const path = (): JsonPath => levels.map((level) => (level.array ? level.index : level.name))
  const fail = (why: string): never => {
    throw new BadJsonError(`${why} at byte ${position}`)
  }
  /** Takes the bytes of the chunk up to `end` to what is being taken. */
  const take = (end: number) => {
    if (taking === null) return
    const part = chunk.subarray(Math.max(0, taking.start - base), end - base)
    taking.length += part.length
    if (taking.length <= longest) taking.parts.push(Uint8Array.from(part))
  }
  const begin = () => {
    if (taking === null && wants(path()))
      taking = { path: path(), start: position, depth: levels.length, parts: [], length: 0 }
  }
  /** A value has ended before the byte at `end`. */
  const finish = (end: number) => {
    state = levels.length === 0 ? 'over' : 'after'
    if (taking === null || taking.depth !== levels.length) return
    take(end)
    const { path: at, start, parts, length } = taking
    const tooLong = length > longest
    taking = null
    elements.push({ path: at, start, end, value: tooLong ? null : parsed(Buffer.concat(parts), fail), tooLong })
  }
  const close = () => {
    levels.pop()
    finish(position + 1)
  }

  const read = (byte: number): void => {
    switch (state) {
      case 'string':
      case 'naming':
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) {
          if (state === 'string') finish(position + 1)
          else {
            const level = levels.at(-1)
            if (level !== undefined) level.name = String(parsed(Buffer.from([QUOTE, ...name, QUOTE]), fail))
            state = 'colon'
          }
          return
        }
        if (state === 'naming' && name.push(byte) > LONGEST_NAME) fail('a name is too long')
        return
      case 'scalar':
        if (byte !== COMMA && byte !== CLOSE_ARRAY && byte !== CLOSE_OBJECT && byte > 0x20) return
        finish(position)
        break
      case 'start':
        if (byte !== OPEN_ARRAY && byte !== OPEN_OBJECT) return
        state = 'value'
        break
      case 'over':
        if (wrapped) return
    }
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return
    structure(byte)
  }
  const structure = (byte: number): void => {
    const level = levels.at(-1)
    if (state === 'value') {
      if (byte === CLOSE_ARRAY && level?.array === true && level.index === 0) close()
      else value(byte)
    } else if (state === 'name') {
      if (byte === QUOTE) [state, name] = ['naming', []]
      else if (byte === CLOSE_OBJECT && level?.index === 0) close()
      else fail('a name is missing')
    } else if (state === 'colon') {
      if (byte !== COLON) fail('a colon is missing')
      state = 'value'
    } else if (state === 'after' && level !== undefined) {
      if (byte === COMMA) {
        level.index++
        state = level.array ? 'value' : 'name'
      } else if (byte === (level.array ? CLOSE_ARRAY : CLOSE_OBJECT)) close()
      else fail('a comma or a closing bracket is missing')
    } else fail('something follows its end')
  }
  const value = (byte: number): void => {
    if (byte === QUOTE || byte === OPEN_ARRAY || byte === OPEN_OBJECT || isScalar(byte)) begin()
    else fail('a value is missing')
    if (byte === QUOTE) state = 'string'
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      if (levels.length >= DEEPEST) fail('it nests too deep')
      levels.push({ array: byte === OPEN_ARRAY, name: '', index: 0 })
      state = byte === OPEN_ARRAY ? 'value' : 'name'
    } else state = 'scalar'
  }

  return {
    /** The values that end in the chunk; what is wrong in it comes after them. */
    push(next: Uint8Array): { readonly elements: readonly JsonElement[]; readonly fault: BadJsonError | null } {
      elements = []
      chunk = next
      base = position
      try {
        for (let at = startOf(next, base); at < next.length; at++) {
          position = base + at
          read(next[at] as number)
        }
      } catch (error) {
        if (error instanceof BadJsonError) return { elements, fault: error }
        throw error
      }
      position = base + next.length
      take(position)
      return { elements, fault: null }
    },
    end(): void {
      if (state === 'scalar' && levels.length === 0) state = 'over'
      if (state !== 'over') fail('it ends early')
    },
  }
}

/** After a byte-order mark. */
function startOf(chunk: Uint8Array, base: number): number {
  return base === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? 3 : 0
}

/** First byte of a number, true, false, null, NaN or Infinity; which it is shows when it is parsed. */
function isScalar(byte: number): boolean {
  return byte === 0x2d || (byte >= 0x30 && byte <= 0x39) || 'tfnNI'.includes(String.fromCharCode(byte))
}

/** Invalid UTF-8 becomes U+FFFD, so that one broken letter does not lose a message. */
function parsed(bytes: Uint8Array, fail: (why: string) => never): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}
