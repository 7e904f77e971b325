/** The time-stamps and cosignatures that an export carries, each on a checkpoint of its log. */
import { join } from 'node:path'
import { type Disk, isMissing } from '../disk/disk.ts'
import { readSmall, UnreadableFileError } from '../disk/small-file.ts'
import type { Findings } from '../findings.ts'
import { parseCheckpoint, parseCheckpointText } from '../log/checkpoint.ts'
import { parseCosigner } from '../log/cosigner.ts'
import type { LogReader } from '../log/log-reader.ts'
import { openNote } from '../log/note.ts'
import type { Verifier } from '../log/verifier.ts'
import type { Certificate } from '../timestamp/certificate.ts'
import { BadTimestampRequestError, parseTimestampRequest } from '../timestamp/request.ts'
import { verifyTimestamp } from '../timestamp/verify-timestamp.ts'
import { KIT } from './layout.ts'

export interface KitStamp {
  /** The first so many events are what it dates. */
  readonly size: number
  readonly time: Date
  /** Subject of the certificate that signed. */
  readonly authority: string
  readonly anchored: boolean
}

export interface KitCosignature {
  readonly size: number
  readonly time: Date
  readonly witness: string
}

export interface DatedOptions {
  readonly disk: Disk
  readonly folder: string
  /** null where the export has no log that can be read whole: then nothing is judged, and that is told of the log. */
  readonly log: LogReader | null
  readonly key: Verifier | null
  readonly findings: Findings
}

class NotDatedError extends Error {
  readonly file: string
  constructor(file: string, why: string) {
    super(why)
    this.name = 'NotDatedError'
    this.file = file
  }
}

export async function judgeStamps(
  options: DatedOptions & { readonly trusted: readonly Certificate[] | null },
): Promise<readonly KitStamp[]> {
  const { trusted, findings } = options
  return judgeEach(options, KIT.timestamps, 'kit-timestamp', async (read, path, log) => {
    const note = await read('checkpoint')
    const size = await sizeOf(log, options.key, note)
    const request = await read('request.tsq')
    const answer = await read('answer.tsr')
    const nonce = nonceOf(request)
    const asked = { data: note, ...(nonce === null ? {} : { nonce }) }
    const anchored = trusted === null ? null : verifyTimestamp(answer, { ...asked, trusted, untrusted: trusted })
    const found = anchored?.valid ? anchored : verifyTimestamp(answer, { ...asked, trusted: null })
    if (found.timestamp === null)
      throw new NotDatedError('answer.tsr', found.errors.map(({ message }) => message).join('; '))
    if (trusted !== null && !found.timestamp.anchored)
      findings.warn('timestamp-trust', `${path}/answer.tsr`, 'its chain does not end in a certificate that was given')
    return {
      size,
      time: found.timestamp.time,
      authority: found.timestamp.authority,
      anchored: found.timestamp.anchored,
    }
  })
}

export async function judgeCosignatures(options: DatedOptions): Promise<readonly KitCosignature[]> {
  return judgeEach(options, KIT.cosignatures, 'kit-cosignature', async (read, _, log) => {
    const note = await read('checkpoint')
    const size = await sizeOf(log, options.key, note)
    const witness = parseCosigner((await read('witness.pub')).toString('utf8').trim())
    const [cosigned] = openNote(note, [witness]).signatures
    const seconds = witness.timeOf(cosigned?.signature ?? new Uint8Array(8))
    return { size, time: new Date(seconds * 1000), witness: witness.name }
  })
}

type ReadHere = (name: string) => Promise<Buffer>

async function judgeEach<T>(
  { disk, folder, log, findings }: DatedOptions,
  below: string,
  code: string,
  judge: (read: ReadHere, path: string, log: LogReader) => Promise<T>,
): Promise<readonly T[]> {
  if (log === null || (await disk.stat(join(folder, below)))?.kind !== 'folder') return []
  const judged: T[] = []
  for (const { name } of await disk.list(join(folder, below))) {
    const path = `${below}/${name}`
    const read: ReadHere = async (file) => {
      try {
        return await readSmall(disk, join(folder, path, file), 'signed')
      } catch (error) {
        if (isMissing(error)) throw new NotDatedError(file, 'it is missing')
        if (error instanceof UnreadableFileError) throw new NotDatedError(file, `it cannot be read: ${error.why}`)
        throw error
      }
    }
    try {
      judged.push(await judge(read, path, log))
    } catch (error) {
      const file = error instanceof NotDatedError ? error.file : 'checkpoint'
      findings.error(code, `${path}/${file}`, (error as Error).message)
    }
  }
  return judged
}

/** Leaves of a checkpoint, once it is one of this log. Throws NotDatedError, or what is wrong with the note. */
async function sizeOf(log: LogReader, key: Verifier | null, note: Uint8Array): Promise<number> {
  const { origin, size, root } = key === null ? parseCheckpoint(note) : parseCheckpointText(openNote(note, [key]).text)
  if (origin !== log.origin || size > log.size || Buffer.compare(await log.rootAt(size), root) !== 0)
    throw new NotDatedError('checkpoint', `it is no checkpoint of the log in ${KIT.log}`)
  return size
}

function nonceOf(request: Uint8Array): bigint | null {
  try {
    return parseTimestampRequest(request).nonce
  } catch (error) {
    if (error instanceof BadTimestampRequestError) throw new NotDatedError('request.tsq', error.message)
    throw error
  }
}
