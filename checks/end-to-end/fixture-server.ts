/** Serves the built app over the fixture's dossier, under the policy that the workbench sends, for tests of the app alone. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildWeb } from '../../packages/web/build.ts'
import { DOSSIER } from '../../packages/web/src/fixture/dossier.ts'
import { copySource } from '../../packages/web/src/source/copy-source.ts'
import type { DecisionRequest } from '../../packages/web/src/source/source.ts'
import type { Dossier, Review } from '../../packages/workbench/src/publish/contract.ts'

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }
const FILES = new Set(['index.html', 'app.js', 'app.css'])
const STATUS = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const

export interface FixtureServer {
  readonly address: string
  readonly asked: DecisionRequest[]
  close(): Promise<void>
}

/** Accept, correct, reject and undo change figures and claims; other decisions are only noted in `asked`. */
export async function serveFixture(dossier: Dossier = structuredClone(DOSSIER)): Promise<FixtureServer> {
  const { folder } = await buildWeb()
  const source = copySource(dossier)
  const asked: DecisionRequest[] = []
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
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
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
