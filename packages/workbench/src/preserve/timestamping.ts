/** Having a checkpoint dated: requests are kept before they go anywhere, answers are judged before they count. */
import {
  type Certificate,
  parseTimestamp,
  parseTimestampRequest,
  type RequestDigest,
  timestampRequest,
} from '@corroborate/evidence'
import type { TimestampRequestRecord } from '../model/dating.ts'
import { newRecordId } from '../model/ids.ts'
import type { Custody } from './custody.ts'
import { type Dating, judgeAnswer } from './dating.ts'

/**
 * Requests for the checkpoint as it stands, one for each authority (null: for a person to carry), durable when it
 * resolves. Where one for the same events waits already, that one is given.
 */
export async function requestStamps(
  custody: Custody,
  { log, stamps, toDate, undated }: Dating,
  authorities: readonly (string | null)[],
  digest: RequestDigest,
): Promise<readonly TimestampRequestRecord[]> {
  const covering = stamps.filter(({ size }) => size >= toDate)
  const requests: TimestampRequestRecord[] = []
  for (const authority of authorities) {
    const mine = covering.filter(({ request }) => request.authority === authority)
    const waiting = mine.find(({ state }) => state === 'queued' || state === 'superseded')
    if (waiting !== undefined) requests.push(waiting.request)
    if (waiting !== undefined || mine.some(({ state }) => state === 'dated')) continue
    if (authority === null && (undated === 0 || covering.some(({ state }) => state === 'queued'))) continue
    const request: TimestampRequestRecord = {
      kind: 'timestamp-request',
      id: newRecordId(),
      at: custody.now().toISOString(),
      authority,
      checkpoint: log.checkpoint,
      request: timestampRequest(Buffer.from(log.checkpoint), { digest }).toString('base64'),
    }
    await custody.write(request)
    requests.push(request)
  }
  await custody.acknowledge()
  return requests
}

/** Of an answer that is no time-stamp, bytes kept at most. */
const KEPT_GARBAGE = 64 << 10

export interface Judged {
  readonly request: TimestampRequestRecord
  readonly from: string
  /** Why it dates nothing; null where it does. */
  readonly refused: string | null
}

/** Judges an answer and keeps it with the verdict; durable when it resolves. */
export async function keepAnswer(
  custody: Custody,
  request: TimestampRequestRecord,
  answer: { readonly bytes: Uint8Array; readonly from: string },
  trusted: readonly Certificate[] | null,
): Promise<Judged> {
  const { errors } = judgeAnswer(answer.bytes, request, trusted)
  const refused = errors.length === 0 ? null : errors.map(({ message }) => message).join('; ')
  const format = errors.some(({ code }) => code === 'timestamp-format')
  const kept = Buffer.from(answer.bytes).subarray(0, format ? KEPT_GARBAGE : undefined)
  await custody.write({
    kind: 'timestamp',
    id: newRecordId(),
    at: custody.now().toISOString(),
    request: request.id,
    from: answer.from,
    answer: kept.toString('base64'),
    refused,
  })
  await custody.acknowledge()
  return { request, from: answer.from, refused }
}

/** The request that a file answers, by digest and nonce; null where none does, or where it cannot be read. */
export function requestFor(answer: Uint8Array, dating: Dating): TimestampRequestRecord | null {
  try {
    const { info } = parseTimestamp(answer)
    const found = dating.stamps.find(({ request }) => {
      const asked = parseTimestampRequest(Buffer.from(request.request, 'base64'))
      return asked.nonce === info.nonce && asked.imprint.equals(info.imprint)
    })
    return found?.request ?? null
  } catch {
    return null
  }
}
