/** Lines of a text of any length as it streams, each with the bytes it stands on. */

export interface ByteLine {
  readonly start: number
  /** After the line end. */
  readonly end: number
  /** Without its line end; at most `longest` bytes of it. */
  readonly bytes: Uint8Array
  /** Whether the line is longer than that. */
  readonly cut: boolean
}

export async function* byteLines(stream: AsyncIterable<Uint8Array>, longest: number): AsyncIterable<ByteLine> {
  let parts: Uint8Array[] = []
  let length = 0
  let kept = 0
  let start = 0
  const hold = (part: Uint8Array) => {
    const room = part.subarray(0, Math.max(0, longest - kept))
    if (room.length > 0) parts.push(Uint8Array.from(room))
    kept += room.length
    length += part.length
  }
  const line = (): ByteLine => {
    let bytes: Uint8Array = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts)
    const whole = { start, end: start + length, cut: length > kept }
    if (bytes.at(-1) === 0x0a) bytes = bytes.subarray(0, -1)
    if (bytes.at(-1) === 0x0d) bytes = bytes.subarray(0, -1)
    parts = []
    start += length
    length = 0
    kept = 0
    return { ...whole, bytes }
  }
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      hold(chunk.subarray(from, at + 1))
      yield line()
      from = at + 1
    }
    hold(chunk.subarray(from))
  }
  if (length > 0) yield line()
}
