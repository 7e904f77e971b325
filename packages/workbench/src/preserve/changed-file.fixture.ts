/** What may befall a file of a case, each with what is left of it; null where it is gone. */
export function changesOf(bytes: Uint8Array): readonly (readonly [how: string, left: Uint8Array | null])[] {
  return [
    ['deleted', null],
    ['cut by a byte', bytes.subarray(0, -1)],
    ['cut in half', bytes.subarray(0, bytes.length >> 1)],
    ['emptied', Buffer.alloc(0)],
    ['with a newline more', Buffer.concat([bytes, Buffer.from('\n')])],
    ['doubled', Buffer.concat([bytes, bytes])],
  ]
}
