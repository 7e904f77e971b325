/** The bytes of an original, whole or in ranges, whether they lie in a file or in memory. */
import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'

export type OriginalBytes = { readonly path: string } | { readonly bytes: Uint8Array }

export interface ByteSource {
  readonly size: number
  /** Bytes from `start` up to `end`, in pieces of at most 256 KiB. */
  stream(start?: number, end?: number): AsyncIterable<Uint8Array>
  /** Up to `end`, fewer where the original ends before. */
  slice(start: number, end: number): Promise<Uint8Array>
  /** All of it; for what is known to be small enough. */
  whole(): Promise<Uint8Array>
}

const PIECE = 256 * 1024

export async function byteSource(original: OriginalBytes): Promise<ByteSource> {
  return 'path' in original ? fileSource(original.path) : memorySource(original.bytes)
}

/** The same bytes; `moved` is called with every piece that is streamed. */
export function watched(source: ByteSource, moved: () => void): ByteSource {
  return {
    ...source,
    async *stream(start, end) {
      for await (const piece of source.stream(start, end)) {
        moved()
        yield piece
      }
    },
  }
}

async function fileSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path)
  return {
    size,
    whole: () => readFile(path),
    stream(start = 0, end = size) {
      if (start >= end) return memorySource(new Uint8Array()).stream()
      return createReadStream(path, { start, end: end - 1, highWaterMark: PIECE })
    },
    async slice(start, end) {
      const file = await open(path)
      try {
        const wanted = Buffer.alloc(Math.max(0, Math.min(end, size) - start))
        const { bytesRead } = await file.read(wanted, 0, wanted.length, start)
        return wanted.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
  }
}

function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    whole: async () => bytes,
    async *stream(start = 0, end = bytes.length) {
      for (let at = start; at < Math.min(end, bytes.length); at += PIECE)
        yield bytes.subarray(at, Math.min(at + PIECE, end, bytes.length))
    },
    slice: async (start, end) => bytes.subarray(start, end),
  }
}
