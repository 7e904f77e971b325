/** Bytes from a file, from memory or as they come to a new, synced file, digested on the way. */
import { createHash } from 'node:crypto'
import type { Disk } from './disk.ts'

export type ByteSource =
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
  | { readonly pieces: AsyncIterable<Uint8Array> }

/** Never holds the whole of a file in memory; `digest` is sha512, lower-case hexadecimal. */
export async function copySource(
  disk: Disk,
  source: ByteSource,
  path: string,
): Promise<{ digest: string; size: number }> {
  const hash = createHash('sha512')
  const sink = await disk.create(path)
  let size = 0
  try {
    for await (const piece of piecesOf(disk, source)) {
      hash.update(piece)
      size += piece.length
      await sink.write(piece)
    }
    await sink.sync()
  } finally {
    await sink.close()
  }
  return { digest: hash.digest('hex'), size }
}

function piecesOf(disk: Disk, source: ByteSource): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if ('bytes' in source) return [source.bytes]
  return 'pieces' in source ? source.pieces : disk.stream(source.path)
}
