/** Bytes from a file or from memory to a new, synced file, digested on the way. */
import { createHash } from 'node:crypto'
import type { Disk } from './disk.ts'

export type ByteSource = { readonly path: string } | { readonly bytes: Uint8Array }

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
    for await (const piece of 'bytes' in source ? [source.bytes] : disk.stream(source.path)) {
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
