/** `witness`: has a checkpoint cosigned by somebody else, or cosigns one, by files that people carry. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  BadKeyError,
  cosign,
  cosignerOf,
  folderMemory,
  formatWitnessRequest,
  loadOrCreateSigner,
  parseCheckpoint,
  parseCosigner,
  parseSignatureLines,
  parseVerifier,
  parseWitnessRequest,
  writeDurably,
} from '@corroborate/evidence'
import { z } from 'zod'
import { custodySettings } from '../decisions/custody-settings.ts'
import { PathError, reasonOf } from '../intake/walk.ts'
import { newRecordId } from '../model/ids.ts'
import { openCase } from '../preserve/case-folder.ts'
import { takeCustody } from '../preserve/custody.ts'
import { cosignedAt, readDating } from '../preserve/dating.ts'
import { decisionRecords } from '../preserve/records.ts'
import { caseVerifier } from '../preserve/signer.ts'
import { caseField, type OperationContext, operation } from './operation.ts'

const STEPS = ['request', 'cosign', 'accept'] as const

/** What was asked of a witness, or what one gave, does not fit. */
export class WitnessError extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'WitnessError'
  }
}

export const witness = operation({
  name: 'witness',
  summary: 'Have a checkpoint cosigned by a witness, or cosign one, by files that people carry',
  description:
    "The steps: request CASE writes the checkpoint, with a proof that it continues what the witness saw last, into a file for the witness. cosign FILE, on the witness's machine, checks it against what this machine saw last of that log, refuses one that was rolled back or forked, and writes the cosignature; the first time, --log names the key of the log, which you got by another way. accept CASE FILE keeps the cosignature that came back, if its key is among those that a decision listed (`decide CASE witnesses --set keys=…`). key prints the key of this machine as a witness.",
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    step: z
      .enum([...STEPS, 'key'])
      .meta({ position: 0, placeholder: 'STEP', description: `One of ${STEPS.join(', ')}, key` }),
    path: caseField.optional().meta({
      position: 1,
      path: true,
      placeholder: 'PATH',
      description: 'The case folder; for cosign, the file of the request',
    }),
    file: z.string().min(1).optional().meta({
      position: 2,
      path: true,
      placeholder: 'FILE',
      description: 'For accept: the file that the witness gave back',
    }),
    to: z
      .string()
      .min(1)
      .optional()
      .meta({ path: true, placeholder: 'FILE', description: 'Where to write what is to be carried' }),
    old: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ placeholder: 'N', description: 'For request: events the witness saw last, where it says so itself' }),
    log: z.string().min(1).optional().meta({
      path: true,
      placeholder: 'FILE',
      description: 'For cosign, the first time: the key of the log (its log.pub)',
    }),
    name: z.string().min(1).default('witness').meta({
      placeholder: 'NAME',
      description: 'For cosign and key: the name this machine cosigns under; its key is made on first use',
    }),
  }),
  output: z.object({
    step: z.string(),
    written: z.string().nullable().describe('The file to carry'),
    size: z.number().int().nullable().describe('Events of the checkpoint'),
    witness: z.string().nullable().describe('Verifier key of the witness'),
    time: z.string().nullable().describe('When the witness says it saw it'),
  }),
  examples: [
    'witness key --name north-office',
    'witness request coast-2025 --to coast.request',
    'witness cosign coast.request --to coast.cosigned --name north-office --log coast.pub',
    'witness accept coast-2025 coast.cosigned',
  ],
  async run(context, input) {
    const nothing = { step: input.step, written: null, size: null, witness: null, time: null }
    const { step, path } = input
    if (step === 'key') return { ...nothing, witness: (await cosignerHere(context, input.name)).verifier.key }
    if (path === undefined)
      throw new WitnessError(`${step} needs ${step === 'cosign' ? 'the file of a request' : 'a case folder'}`)
    if (step === 'request') return { ...nothing, ...(await request(context, path, input.to, input.old)) }
    if (step === 'cosign') return { ...nothing, ...(await cosignFile(context, { ...input, path })) }
    if (input.file === undefined) throw new WitnessError('accept needs the file that the witness gave back')
    return { ...nothing, ...(await accept(context, path, input.file)) }
  },
  print({ step, written, size, witness: key, time }) {
    if (step === 'key') return `${key}\nGive this to whoever keeps the case; the key itself stays on this machine.`
    if (step === 'request')
      return `Wrote ${written}: carry it to the witness, for \`corroborate witness cosign\` (${size} events).`
    if (step === 'cosign')
      return `Cosigned ${size} events at ${time}. Wrote ${written}: carry it back, for \`corroborate witness accept\`.`
    return `Kept the cosignature of ${key}: it saw ${size} events at ${time}.`
  },
})

async function request(context: OperationContext, path: string, to: string | undefined, given: number | undefined) {
  if (to === undefined) throw new WitnessError('request needs --to FILE: where to write what is carried to the witness')
  const folder = await openCase(path)
  const { verifier } = await caseVerifier(folder, context.home)
  const custody = await takeCustody(folder, { ...context, command: 'witness request' })
  try {
    const dating = await readDating(folder, { trusted: null, verifier })
    if (dating === null) throw new WitnessError('the case has no event yet')
    const { log, cosigned } = dating
    const old = given ?? Math.max(0, ...cosigned.map(({ size }) => size))
    if (old > log.size) throw new WitnessError(`the log has ${log.size} events, and the witness saw ${old}`)
    const { checkpoint } = log
    const text = formatWitnessRequest({ old, proof: await log.consistencyProof(old, log.size), checkpoint })
    await custody.write({
      kind: 'witness-request',
      id: newRecordId(),
      at: context.now().toISOString(),
      old,
      checkpoint,
    })
    await custody.acknowledge()
    await writeDurably(resolve(to), Buffer.from(text))
    return { written: to, size: log.size }
  } finally {
    await custody.release()
  }
}

async function cosignerHere({ home }: OperationContext, name: string) {
  try {
    return cosignerOf(await loadOrCreateSigner(join(home.keys, 'witness'), name))
  } catch (error) {
    if (error instanceof BadKeyError) throw new WitnessError(error.message)
    throw error
  }
}

async function cosignFile(
  context: OperationContext,
  { path, to, log, name }: { path: string; to?: string | undefined; log?: string | undefined; name: string },
) {
  const asked = parseWitnessRequest(await textOf(path))
  const { origin, size } = parseCheckpoint(asked.checkpoint)
  const cosigner = await cosignerHere(context, name)
  const seen = join(context.home.checkpoints, 'witnessed', name)
  const keys = folderMemory(join(seen, 'keys'), { parse: parseVerifier })
  const known = await keys.last(origin)
  const given = log === undefined ? null : (await textOf(log)).trim()
  const key = known ?? given
  if (key === null)
    throw new WitnessError(
      `this machine never saw ${origin}: name the key of that log with --log, which you got by another way`,
    )
  if (given !== null && given !== key)
    throw new WitnessError(
      `${origin} was signed with ${key} when this machine saw it first, and ${log} names another key`,
    )
  const verifier = parseVerifier(key)
  const written = to ?? `${path}.cosigned`
  const line = await cosign(asked, { log: verifier, cosigner, memory: folderMemory(seen), at: context.now() })
  await keys.remember(origin, key)
  await writeDurably(resolve(written), Buffer.from(line))
  return { written, size, witness: cosigner.verifier.key, time: cosignedAt(asked.checkpoint, line, cosigner.verifier) }
}

async function accept(context: OperationContext, path: string, file: string) {
  const line = await textOf(file)
  const [signature] = parseSignatureLines(line)
  const folder = await openCase(path)
  const { verifier } = await caseVerifier(folder, context.home)
  const custody = await takeCustody(folder, { ...context, command: 'witness accept' })
  try {
    const { witnesses } = custodySettings(await decisionRecords(folder.records))
    const listed = witnesses.map(parseCosigner)
    const by = listed.find(({ name, keyHash }) => name === signature?.name && keyHash === signature.keyHash)
    if (by === undefined)
      throw new WitnessError(
        `${signature?.name} is no witness of this case: list its key with \`corroborate decide ${path} witnesses --set keys=… --by … --reason …\``,
      )
    const dating = await readDating(folder, { trusted: null, verifier })
    for (const asked of dating?.witnessRequests.toReversed() ?? []) {
      const time = timeOf(asked.checkpoint, line, by)
      if (time === null) continue
      const { size } = parseCheckpoint(asked.checkpoint)
      if (dating?.cosigned.some(({ record }) => record.line === line)) return { size, witness: by.key, time }
      const id = newRecordId()
      const at = context.now().toISOString()
      await custody.write({ kind: 'cosignature', id, at, request: asked.id, witness: by.key, line })
      await custody.acknowledge()
      return { size, witness: by.key, time }
    }
    throw new WitnessError(`${file} is no cosignature of a checkpoint that this case asked one for, or was changed`)
  } finally {
    await custody.release()
  }
}

function timeOf(checkpoint: string, line: string, by: ReturnType<typeof parseCosigner>): string | null {
  try {
    return cosignedAt(checkpoint, line, by)
  } catch {
    return null
  }
}

function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PathError(path, error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error))
  })
}
