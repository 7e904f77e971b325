/** Serves the built app over the fixture's dossier, under the policy that the workbench sends, for tests of the app alone. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildWeb } from '../../packages/web/build.ts'
import { DOSSIER } from '../../packages/web/src/fixture/dossier.ts'
import { QUEUED } from '../../packages/web/src/fixture/register.ts'
import { copySource } from '../../packages/web/src/source/copy-source.ts'
import type { MarkRequest } from '../../packages/web/src/source/register-source.ts'
import type { DecisionRequest } from '../../packages/web/src/source/source.ts'
import type { CheckpointView, Dossier, Review } from '../../packages/workbench/src/publish/contract.ts'

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }
const FILES = new Set(['index.html', 'app.js', 'app.css'])
const DATES: CheckpointView = {
  origin: 'corroborate.case/invented',
  size: 41,
  root: Buffer.alloc(32, 7).toString('base64'),
  digits: ['50532', '74625', '57409', '65488', '32061', '37366'],
  key: null,
  note: '',
  dated: 38,
  undated: 2,
  stamps: [
    {
      request: 'r1',
      size: 38,
      asked: '2031-06-10T09:12:00Z',
      of: 'https://time.example/tsa',
      state: 'dated',
      time: '2031-06-10T09:12:04Z',
      authority: 'O=Invented, CN=Invented Authority',
      anchored: false,
      why: null,
    },
  ],
  cosignatures: [{ witness: 'north-office', size: 38, time: '2031-06-10T10:00:00Z' }],
}
const STATUS = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const

export interface FixtureServer {
  readonly address: string
  readonly asked: DecisionRequest[]
  readonly marked: MarkRequest[]
  close(): Promise<void>
}

/** Accept, correct, reject and undo change figures and claims; other decisions are only noted in `asked`. */
export async function serveFixture(dossier: Dossier = structuredClone(DOSSIER)): Promise<FixtureServer> {
  const { folder } = await buildWeb()
  const source = copySource(dossier)
  const asked: DecisionRequest[] = []
  const marked: MarkRequest[] = []
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', 'http://127.0.0.1')
    const name = address.pathname === '/' ? 'index.html' : address.pathname.slice(1)
    const query = address.searchParams
    const answers: Readonly<Record<string, () => unknown>> = {
      'api/overview': () => source.overview(),
      'api/documents': () => source.documents(),
      'api/document': () => source.document(query.get('id') ?? ''),
      'api/claims': () => source.claims(),
      'api/lineage': () => source.lineage(null),
      'api/ledger': async () => ({ ...(await source.ledger(null)), asOf: query.get('asOf') }),
      'api/search': async () => ({ hits: await source.search(query.get('q') ?? '') }),
      'api/decisions': () => dossier.decisions.map((each) => ({ ...each, at: '2031-06-10T09:12:00Z' })),
      'api/register': () => source.register.summary(),
      'api/register-persons': () =>
        source.register.persons({
          q: query.get('q') ?? '',
          list: query.get('list') ?? '',
          only: query.get('only') ?? '',
        }),
      'api/register-show': () => source.register.person(query.get('id') ?? ''),
      'api/register-compare': () => source.register.differences(query.get('list') ?? ''),
      'api/register-numbers': () => source.register.numbers(),
      'api/register-queue': () => queueOf(dossier, marked, query.get('round')),
      'api/register-mark': async () => {
        const mark = (await bodyOf(request)) as MarkRequest
        marked.push(mark)
        return mark
      },
      'api/dates': () => DATES,
      'api/decide': async () => {
        const decision = (await bodyOf(request)) as DecisionRequest
        asked.push(decision)
        return decideOn(dossier, decision)
      },
    }
    try {
      const answer = answers[name]
      if (answer !== undefined) {
        const body = JSON.stringify(await answer())
        response.writeHead(200, { 'content-type': 'application/json' }).end(body)
      } else if (FILES.has(name)) {
        const type = `${TYPES[name.split('.').at(-1) ?? '']}; charset=utf-8`
        response
          .writeHead(200, { 'content-type': type, 'content-security-policy': POLICY })
          .end(await readFile(join(folder, name)))
      } else {
        response.writeHead(404).end()
      }
    } catch (error) {
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: String(error) }))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    marked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** One pair waits until it is answered; a later round shows it without what the machine found. */
function queueOf({ register }: Dossier, marked: readonly MarkRequest[], round: string | null): unknown {
  const { agreement, queue } = register.summary
  const blind = round === 'second'
  const pair = blind
    ? { round: 'second', teaches: null, together: null, ...QUEUED, pair: null }
    : { round: 'first', teaches: 0.43, together: false, ...QUEUED }
  const waits = blind || marked.length === 0
  return { total: waits ? 1 : 0, queue: { ...queue, first: waits ? 1 : 0 }, agreement, pairs: waits ? [pair] : [] }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}

function decideOn(dossier: Dossier, { action, target, set, by, reason }: DecisionRequest): unknown {
  const id = `d${dossier.decisions.length + 1}`
  for (const document of dossier.documents) {
    for (const value of [...document.figureList, ...document.claimList]) {
      if (action === 'undo' && value.review.decision === target) {
        value.review = { status: 'machine-read', by: null, at: null, reason: null, decision: null }
      } else if (action in STATUS && value.id === target) {
        const status: Review['status'] = STATUS[action as keyof typeof STATUS]
        Object.assign(value, set, { review: { status, by, at: '2031-06-11T08:00:00Z', reason, decision: id } })
      }
    }
  }
  const decision = { id, by, reason, action, target: null, set: set ?? null, undone: false, orphan: false }
  dossier.decisions.push(decision)
  return { ...decision, at: '2031-06-11T08:00:00Z' }
}
