/** `propose`: asks a second reader that the person names for claims, and keeps what it answers with a verdict on each. */
import { z } from 'zod'
import { ask, type Endpoint, EndpointError, KEY_VARIABLE, keyFrom, parseEndpoint } from '../claims/endpoint.ts'
import { answerOf, piecesOf, requestBody, sha256 } from '../claims/second-reader.ts'
import { JUDGE, judgeAnswer, judgeFor, withProposals } from '../derive/lay-proposals.ts'
import { withWorkspace } from '../derive/workspace.ts'
import type { CaseDocument } from '../model/case-document.ts'
import { newRecordId } from '../model/ids.ts'
import type { Disclosure, ProposalRecord } from '../model/proposal.ts'
import { openCase } from '../preserve/case-folder.ts'
import { readCaseView } from '../publish/case-view.ts'
import { AskedSchema } from '../publish/proposal-contract.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { NotFoundError } from './not-found.ts'
import { caseField, EXIT, type OperationContext, operation } from './operation.ts'
import { askedText } from './proposals.ts'
import { reading } from './sight.ts'
import { countOf, table } from './table.ts'

const InputSchema = z.object({
  case: caseField,
  endpoint: z.string().optional().meta({
    placeholder: 'URL',
    description: 'Base address of an OpenAI-compatible interface, such as http://127.0.0.1:11434/v1',
  }),
  model: z.string().min(1).optional().meta({ placeholder: 'NAME', description: 'The model to ask for' }),
  document: z.string().optional().meta({ placeholder: 'ID', description: 'Only this document, by id or file' }),
  dryRun: z.boolean().default(false).meta({ description: 'Show every byte that would be sent, and send nothing' }),
  yes: z.boolean().default(false).meta({ description: 'Send without asking' }),
  again: z.boolean().default(false).meta({ description: 'Ask also what was answered before' }),
  timeout: z.coerce
    .number()
    .positive()
    .max(3600)
    .default(120)
    .meta({ placeholder: 'SECONDS', description: 'How long one answer may take' }),
})
type Input = z.infer<typeof InputSchema>

export const propose = operation({
  name: 'propose',
  summary: 'Ask a second reader, an endpoint that you name, to propose claims',
  description: `Sends the text of documents to an OpenAI-compatible endpoint and keeps its answer. Off unless --endpoint and --model are given, or \`decide CASE second-reader\` enabled one for the case; each time it says what would be sent to which host and asks. A proposal is accepted only if its words stand in the document, its number and comparator re-parse from them and its speaker is the one that the text gives; it then shows as proposed, unreviewed. Confidential items are never sent. Each sending and each answer is a record in the log, so that a rebuild asks nobody again. A key is taken from the environment variable ${KEY_VARIABLE} and kept nowhere.`,
  permission: 'decide',
  surfaces: ['cli'],
  input: InputSchema,
  output: z.object({
    endpoint: z.string(),
    host: z.string(),
    model: z.string(),
    key: z.boolean().describe(`Whether ${KEY_VARIABLE} is sent along`),
    requests: z.array(
      z.object({
        document: z.string(),
        file: z.string(),
        characters: z.number(),
        request: z.string().describe('sha256 of the body'),
        body: z.string().nullable().describe('As it would be sent, for a dry run'),
      }),
    ),
    sent: z.boolean(),
    asked: z.array(AskedSchema),
    unasked: z.number().describe('Requests that were left out because the endpoint does not answer'),
  }),
  examples: [
    'propose coast-2025 --endpoint http://127.0.0.1:11434/v1 --model qwen3:8b --dry-run',
    'propose coast-2025 --endpoint http://127.0.0.1:11434/v1 --model qwen3:8b --document 004.txt',
    'propose coast-2025 --yes',
  ],
  async run(context, input) {
    const folder = await openCase(input.case)
    const key = keyFrom(process.env)
    const plan = await reading(closed(context), input.case, (reader, view) =>
      view().then((shown) => planOf(reader, shown.secondReader(), input)),
    )
    const { endpoint, model, requests } = plan
    const answer = {
      endpoint: endpoint.address,
      host: endpoint.host,
      model,
      key: key !== null,
      requests: requests.map(({ document, file, characters, request, body }) => ({
        document: document.id,
        file,
        characters,
        request,
        body: input.dryRun ? body : null,
      })),
    }
    if (input.dryRun || requests.length === 0) return { ...answer, sent: false, asked: [], unasked: 0 }
    if (!(await confirmed(context, plan, key !== null, input.yes)))
      return { ...answer, sent: false, asked: [], unasked: 0 }
    return withWorkspace(folder, { ...context, command: 'propose' }, async ({ custody, store, settle }) => {
      await settle()
      const reader = judgeFor(folder.file)
      const documents = new Map<string, CaseDocument>()
      const sent = new Set<string>()
      let unasked = 0
      let stopped = false
      for (const [at, { document: planned, shown, text, body, request, characters }] of requests.entries()) {
        context.progress('asking', at, requests.length)
        const document = documents.get(planned.id) ?? (await store.document(planned.id))
        if (stopped || context.signal.aborted || document === null) {
          unasked++
          continue
        }
        const asked = {
          endpoint: endpoint.address,
          model,
          document: document.id,
          shown: [...shown],
          text: sha256(text),
          request,
        }
        const disclosure: Disclosure = {
          kind: 'disclosure',
          id: newRecordId(),
          at: context.now().toISOString(),
          ...asked,
          characters,
        }
        await custody.write(disclosure)
        await custody.acknowledge()
        sent.add(disclosure.id)
        const outcome = await answered(endpoint, body, key, context.signal, input.timeout * 1000)
        stopped = outcome.lasting
        const id = newRecordId()
        const judgement = judgeAnswer(document, { ...asked, id, answer: outcome.answer }, reader)
        documents.set(document.id, withProposals(document, judgement))
        const record: ProposalRecord = {
          kind: 'proposal',
          id,
          at: context.now().toISOString(),
          ...asked,
          disclosure: disclosure.id,
          answer: outcome.answer,
          failure: outcome.failure,
          verdicts: judgement.judged.map(({ verdict, reason, claim }) => ({ verdict, reason, claim })),
          judge: JUDGE,
        }
        await custody.write(record)
        await custody.acknowledge()
      }
      context.progress('asking', requests.length, requests.length)
      await settle()
      context.signal.throwIfAborted()
      const view = await readCaseView(folder.file, store)
      return { ...answer, sent: true, asked: view.asked().filter(({ id }) => sent.has(id)), unasked }
    })
  },
  print: ({ host, model, key, requests, sent, asked, unasked }, { dryRun }) => {
    const what = `${countOf(requests.length, 'request')} to ${host}, model ${model}`
    if (requests.length === 0) return 'Nothing to ask: every document was answered before (--again asks once more).'
    if (dryRun) {
      const headers = key ? ` with the key from ${KEY_VARIABLE}` : ''
      return [
        `Would send ${what}${headers}. Nothing was sent.`,
        ...requests.map(({ file, characters, body }) => `\n${file}: ${countOf(characters, 'character')}\n${body}`),
      ].join('\n')
    }
    if (!sent) return 'Nothing was sent.'
    return [
      `Sent ${countOf(asked.length, 'request')} to ${host}, model ${model}.`,
      ...asked.map(askedText),
      ...(unasked > 0 ? [`\n${countOf(unasked, 'request')} left out. Give the same command again to go on.`] : []),
    ].join('\n')
  },
  exitCode: ({ asked, unasked }) =>
    unasked > 0 || asked.some(({ answered: got, failure }) => !got || failure !== null) ? EXIT.unread : EXIT.done,
})

/** Nothing confidential is ever shown to a second reader: its vault stays shut, whatever the command line says. */
function closed({ vaults: _, ...context }: OperationContext): OperationContext {
  return context
}

interface Request {
  readonly document: CaseDocument
  readonly file: string
  readonly shown: Disclosure['shown']
  readonly text: string
  readonly characters: number
  readonly body: string
  /** sha256 of the body. */
  readonly request: string
}

interface Plan {
  readonly endpoint: Endpoint
  readonly model: string
  readonly requests: readonly Request[]
}

async function planOf(
  reader: CaseReader,
  enabled: { readonly endpoint: string; readonly model: string } | null,
  input: Input,
): Promise<Plan> {
  const address = input.endpoint ?? enabled?.endpoint
  const model = input.model ?? (input.endpoint === undefined ? enabled?.model : undefined)
  if (address === undefined)
    throw new EndpointError(
      'no second reader is named: give --endpoint and --model, or enable one for the case with `corroborate decide CASE second-reader`',
    )
  if (model === undefined) throw new EndpointError('name the model to ask for with --model')
  const endpoint = parseEndpoint(address)
  const answers = (await reader.proposals()).filter(
    ({ record }) => record.endpoint === endpoint.address && record.answer !== null,
  )
  const known = new Set(answers.map(({ record }) => `${record.document} ${record.request}`))
  const documents = chosen(await reader.documents(), input.document)
  const requests = documents.flatMap((document) =>
    piecesOf(document.text, document.blocks).map((piece): Request => {
      const body = requestBody(model, piece)
      return {
        document,
        file: document.name,
        shown: piece.shown.map((stretch) => ({ ...stretch })),
        text: piece.text,
        characters: piece.text.length,
        body,
        request: sha256(body),
      }
    }),
  )
  return {
    endpoint,
    model,
    requests: requests.filter(({ document, request }) => input.again || !known.has(`${document.id} ${request}`)),
  }
}

/** Documents in the languages that are read; the one that is asked for, where one is. */
function chosen(documents: readonly CaseDocument[], asked: string | undefined): readonly CaseDocument[] {
  const readable = documents.filter(
    ({ text, language }) => text !== '' && (language === null || language === 'en' || language === 'ar'),
  )
  if (asked === undefined) return readable
  const found = readable.filter(({ id, name }) => id.startsWith(asked) || name === asked)
  if (found.length !== 1)
    throw new NotFoundError(
      'document that can be read',
      asked,
      found.length > 1 ? 'several begin so' : 'see `corroborate documents CASE`',
    )
  return found
}

/** Says what would leave the machine, to whom, and asks. */
async function confirmed(
  context: OperationContext,
  { endpoint, model, requests }: Plan,
  key: boolean,
  yes: boolean,
): Promise<boolean> {
  const characters = requests.reduce((sum, request) => sum + request.characters, 0)
  const files = Map.groupBy(requests, ({ file }) => file)
  context.say(
    [
      `This sends the text of ${countOf(files.size, 'document')} to ${endpoint.host} (${endpoint.address}), model ${model}${key ? `, with the key from ${KEY_VARIABLE}` : ''}:`,
      table(
        ['document', 'requests', 'characters'],
        [...files].map(([file, some]) => [
          file,
          String(some.length),
          some.reduce((sum, request) => sum + request.characters, 0).toLocaleString('en'),
        ]),
      ),
      `${countOf(characters, 'character')} in ${countOf(requests.length, 'request')}; --dry-run shows every byte. What is sent cannot be taken back.`,
    ].join('\n'),
  )
  if (yes) return true
  if (context.confirm === undefined) throw new EndpointError('nothing was sent: give --yes where nobody can be asked')
  return context.confirm(`Send it to ${endpoint.host}?`)
}

/** The answer, or why there is none; `lasting` where the endpoint need not be asked for anything else. */
async function answered(endpoint: Endpoint, body: string, key: string | null, signal: AbortSignal, patience: number) {
  try {
    const answer = await ask(endpoint, body, { key, patience, signal })
    return { answer, failure: answerOf(answer).fault, lasting: false }
  } catch (error) {
    if (error instanceof EndpointError) return { answer: null, failure: error.message, lasting: error.lasting }
    if (signal.aborted) return { answer: null, failure: 'interrupted before an answer came', lasting: true }
    throw error
  }
}
