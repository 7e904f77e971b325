/** `timestamp`: has the log's checkpoint dated by time-stamp authorities, over the network or by files that a person carries. */
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { REQUEST_DIGESTS, writeDurably } from '@corroborate/evidence'
import { z } from 'zod'
import { authorityAddress, custodySettings } from '../decisions/custody-settings.ts'
import { PathError, reasonOf } from '../intake/walk.ts'
import type { TimestampRequestRecord } from '../model/dating.ts'
import { openCase } from '../preserve/case-folder.ts'
import { type Custody, takeCustody } from '../preserve/custody.ts'
import { readDating } from '../preserve/dating.ts'
import { decisionRecords } from '../preserve/records.ts'
import { caseVerifier } from '../preserve/signer.ts'
import { askAuthority, NoAnswerError } from '../preserve/time-authority.ts'
import { type Judged, keepAnswer, requestFor, requestStamps } from '../preserve/timestamping.ts'
import { DatingSchema, datingLines, datingView } from '../publish/checkpoint-view.ts'
import { caseField, EXIT, type OperationContext, operation } from './operation.ts'
import { trustField, trustFrom } from './trust.ts'

export const timestamp = operation({
  name: 'timestamp',
  summary: 'Have the state of a case dated by independent time-stamp authorities',
  description:
    'Makes a request for a time-stamp (RFC 3161) on the checkpoint of the log and keeps it. Nothing leaves the machine unless you name an authority, here or by `decide timestamp-authorities`; what leaves then is a digest and a random number. Without network the request waits: --send sends what waits, --to writes the requests as .tsq files for you to carry, --import takes the answers you bring back. Every answer is judged before it counts, and kept whether it holds or not.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    authority: z.array(z.string()).optional().meta({
      placeholder: 'URL',
      description: 'Address of an authority to ask now; may be given again',
    }),
    send: z.boolean().default(false).meta({ description: 'Send every request that waits to the authority it names' }),
    to: z.string().min(1).optional().meta({
      path: true,
      placeholder: 'DIR',
      description: 'Write the requests that wait into this folder, as .tsq files',
    }),
    import: z.array(z.string().min(1)).optional().meta({
      path: true,
      placeholder: 'FILE',
      description: 'An answer (.tsr) that you brought back; may be given again',
    }),
    digest: z
      .enum(REQUEST_DIGESTS)
      .default('sha256')
      .meta({ placeholder: 'DIGEST', description: `One of ${REQUEST_DIGESTS.join(', ')}` }),
    trust: trustField,
  }),
  output: z.object({
    ...DatingSchema.shape,
    kept: z.array(z.object({ from: z.string(), refused: z.string().nullable() })).describe('Answers judged just now'),
    problems: z.array(z.string()).describe('Authorities that did not answer, files that answer no request'),
    written: z.array(z.string()).describe('Files of requests to carry'),
  }),
  examples: [
    'timestamp coast-2025 --authority https://time.example/tsa',
    'timestamp coast-2025 --to requests',
    'timestamp coast-2025 --import requests/0b6f.tsr --trust authority.pem',
    'timestamp coast-2025 --send',
  ],
  async run(context, { case: path, authority = [], send, to, import: files = [], digest, trust }) {
    const named = authority.map(authorityAddress)
    const trusted = await trustFrom(trust)
    const folder = await openCase(path)
    const { verifier } = await caseVerifier(folder, context.home)
    const custody = await takeCustody(folder, { ...context, command: 'timestamp' })
    try {
      const dating = async () => {
        const found = await readDating(folder, { trusted, verifier })
        if (found === null) throw new Error(`${folder.root} has a lock and no log`)
        return found
      }
      const kept: Judged[] = []
      const problems: string[] = []
      for (const file of files) {
        const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
          throw new PathError(file, error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error))
        })
        const request = requestFor(bytes, await dating())
        if (request === null) problems.push(`${file} answers no request of this case, or is no time-stamp`)
        else kept.push(await keepAnswer(custody, request, { bytes, from: basename(file) }, trusted))
      }
      const sending: TimestampRequestRecord[] = []
      if (files.length === 0) {
        const settled = custodySettings(await decisionRecords(folder.records)).authorities
        const asked = named.length > 0 ? named : settled
        const requests = await requestStamps(custody, await dating(), asked.length > 0 ? asked : [null], digest)
        sending.push(...requests.filter((request) => request.authority !== null))
      }
      if (send) {
        const known = new Set(sending.map(({ id }) => id))
        const waiting = (await dating()).stamps.filter(({ state }) => state === 'queued')
        sending.push(
          ...waiting.map(({ request }) => request).filter((one) => one.authority !== null && !known.has(one.id)),
        )
      }
      for (const request of sending) {
        try {
          kept.push(await ask(context, custody, request, trusted))
        } catch (error) {
          if (!(error instanceof NoAnswerError)) throw error
          problems.push(error.message)
        }
      }
      const standing = await dating()
      const waiting = standing.stamps.filter(({ state }) => state === 'queued').map(({ request }) => request)
      const written = to === undefined ? [] : await writeRequests(to, waiting)
      return {
        ...datingView(standing),
        kept: kept.map(({ from, refused }) => ({ from, refused })),
        problems,
        written: [...written],
      }
    } finally {
      await custody.release()
    }
  },
  print: ({ kept, problems, written, ...dating }) =>
    [
      ...kept.map(({ from, refused }) =>
        refused === null ? `answer of ${from}: holds` : `answer of ${from}: refused, and kept: ${refused}`,
      ),
      ...problems.map((problem) => `problem: ${problem}`),
      ...written.map((file) => `wrote ${file}: have it answered, and bring back the .tsr with --import`),
      ...datingLines(dating),
    ].join('\n'),
  exitCode: ({ kept, problems }) =>
    kept.some(({ refused }) => refused !== null) ? EXIT.failed : problems.length > 0 ? EXIT.unread : EXIT.done,
})

async function ask(
  context: OperationContext,
  custody: Custody,
  request: TimestampRequestRecord,
  trusted: Parameters<typeof keepAnswer>[3],
): Promise<Judged> {
  const authority = request.authority ?? ''
  const bytes = Buffer.from(request.request, 'base64')
  context.say(`sending a digest and a number (${bytes.length} bytes) to ${authority}`)
  const answer = await askAuthority(authority, bytes, { signal: context.signal })
  return keepAnswer(custody, request, { bytes: answer, from: authority }, trusted)
}

async function writeRequests(to: string, requests: readonly TimestampRequestRecord[]): Promise<readonly string[]> {
  await mkdir(to, { recursive: true })
  const files: string[] = []
  for (const { id, request } of requests) {
    const file = join(to, `${id}.tsq`)
    await writeDurably(file, Buffer.from(request, 'base64'))
    files.push(file)
  }
  return files
}
