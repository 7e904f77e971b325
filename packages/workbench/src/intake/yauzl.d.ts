/** The part of yauzl 3.4 that reading archives uses; the package ships no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export interface Entry {
    readonly fileNameRaw: Buffer
    readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[]
    readonly generalPurposeBitFlag: number
    readonly compressedSize: number
    readonly uncompressedSize: number
    readonly crc32: number
    readonly externalFileAttributes: number
    isEncrypted(): boolean
    canDecodeFileData(): boolean
  }

  export interface ZipFile {
    readonly fileSize: number
    readonly entryCount: number
    eachEntry(): AsyncIterable<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }

  export function openPromise(path: string, options: { decodeStrings: boolean; autoClose: boolean }): Promise<ZipFile>
  export function fromBufferPromise(bytes: Buffer, options: { decodeStrings: boolean }): Promise<ZipFile>
  export function getFileNameLowLevel(
    generalPurposeBitFlag: number,
    fileName: Buffer,
    extraFields: Entry['extraFields'],
    strictFileNames: boolean,
  ): string
}
