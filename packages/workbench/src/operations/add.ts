/** `add`: takes files, folders and archives into a case, keeps every original and reads it. */
import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Workspace, withWorkspace } from '../derive/workspace.ts'
import { shownName } from '../intake/shown-name.ts'
import { type Found, openWalk, reasonOf, type UsedManifest } from '../intake/walk.ts'
import type { Capture } from '../model/capture.ts'
import { newRecordId } from '../model/ids.ts'
import { openCase } from '../preserve/case-folder.ts'
import type { Custody } from '../preserve/custody.ts'
import { listRecords, readRecord } from '../preserve/records.ts'
import { sealItem } from '../preserve/sealed.ts'
import type { OpenVault } from '../preserve/vault.ts'
import { caseField, EXIT, type OperationContext, operation } from './operation.ts'
import {
  digestOf,
  factsKey,
  openingFor,
  openSealedIntake,
  type SealedIntake,
  sealedKeyOf,
  vaultBy,
} from './sealed-intake.ts'
import { countOf } from './table.ts'

const OutputSchema = z.object({
  captures: z.number().int().describe('Captures this run made'),
  resumed: z.number().int().describe('Captures that an interrupted run of the same command had already made'),
  newItems: z.number().int(),
  documents: z.number().int().describe('Documents now in the case'),
  needTranscription: z.array(z.string()),
  problems: z.array(z.object({ name: z.string(), problem: z.string() })),
  leftOut: z.array(z.object({ name: z.string(), why: z.string() })),
  alreadyPublic: z
    .array(z.string())
    .describe('Confidential items whose bytes the case also keeps in the clear, from an earlier intake'),
  alreadySealed: z
    .array(z.string())
    .describe('Files not taken in again, as a confidential item has the same name and the same bytes'),
})

/** Originals kept between two acknowledgements. */
const BATCH = 64
/** Originals kept side by side, so that one waits for the disk while another is digested. */
const SIDE_BY_SIDE = 8

export const add = operation({
  name: 'add',
  summary: 'Add files, folders and .zip archives to a case and read them',
  description:
    'Keeps every original untouched under its digest, logs it, then reads it. A manifest.csv beside the files is used where none is named. Adding the same bytes twice gives one item and two captures, or nothing new where they are kept confidentially under that name. A run that was interrupted, or could not keep a file, goes on when the same command is given again. With --confidential nothing readable of it reaches the disk, not even its name; it is seen only while the vault is open (--unlock), and can be shredded. Nobody can open a vault whose passphrase is lost.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    paths: z
      .array(z.string().min(1))
      .min(1)
      .meta({ position: 1, path: true, placeholder: 'PATH', description: 'Files, folders or .zip archives' }),
    manifest: z.string().optional().meta({
      path: true,
      placeholder: 'FILE',
      description: 'CSV with columns file, url, outlet, agency, published, language, title, modified, captured',
    }),
    confidential: z.boolean().default(false).meta({
      description:
        'Keep all of it only encrypted, each item under a key of its own; the first such intake makes the vault',
    }),
    recipient: z.array(z.string()).default([]).meta({
      placeholder: 'AGE1…',
      description: 'Where the vault is made: an age recipient who can open it too; may be given again',
    }),
  }),
  output: OutputSchema,
  examples: [
    'add coast-2025 reports',
    'add coast-2025 report.pdf page.html --manifest sources.csv',
    'add coast-2025 capture.zip --json',
    'add coast-2025 testimony --confidential',
  ],
  async run(context, { case: path, paths, manifest, confidential, recipient }) {
    const folder = await openCase(path)
    const walk = await openWalk(paths, { manifest: manifest ?? null })
    const all: Found[] = []
    for await (const found of walk.found) all.push(found)
    const access = confidential ? await openingFor(context, folder, recipient) : null
    return withWorkspace(folder, { ...context, command: 'add' }, async (workspace) => {
      const vault = access === null ? null : await vaultBy(workspace.custody, access)
      const intake =
        vault === null
          ? await openIntake(workspace, requestOf(paths, manifest ?? null), walk.manifests)
          : await openSealedIntake(workspace.custody, vault)
      const kept = await keepAll(context, workspace, intake, all, vault)
      await workspace.settle()
      if (kept.problems.length === 0) await endIntake(workspace.custody, intake)
      const documents = await (await workspace.sight(vault)).reader.documents()
      const names = new Set(all.flatMap((found) => (found.kind === 'item' ? [found.name] : [])))
      const ours = documents.filter(({ name, part }) =>
        names.has(part === null ? name : name.slice(0, -part.key.length - 1)),
      )
      return {
        ...kept,
        documents: documents.length,
        needTranscription: ours.filter(({ needs }) => needs !== null).map(({ name }) => name),
        problems: [
          ...all.flatMap((found) => (found.kind === 'problem' ? [{ name: found.name, problem: found.problem }] : [])),
          ...kept.problems,
          ...ours.flatMap(({ name, error }) => (error === null ? [] : [{ name, problem: error }])),
        ],
        leftOut: all.flatMap((found) => (found.kind === 'left-out' ? [{ name: found.name, why: found.why }] : [])),
      }
    })
  },
  print(
    { captures, resumed, newItems, documents, needTranscription, problems, leftOut, alreadyPublic, alreadySealed },
    asked,
  ) {
    return [
      `Added ${countOf(captures, 'capture')} (${countOf(newItems, 'new item')}${resumed > 0 ? `, after ${resumed} from the interrupted run` : ''}); the case now holds ${countOf(documents, 'document')}.`,
      ...needTranscription.map((name) => `needs transcription: ${shownName(name)}`),
      ...leftOut.map(({ name, why }) => `left out: ${shownName(name)} (${why})`),
      ...problems.map(({ name, problem }) => `problem: ${shownName(name)}: ${problem}`),
      ...alreadySealed.map((name) => `kept already: ${shownName(name)} (the same bytes under this name)`),
      ...alreadyPublic.map(
        (name) => `not confidential any more: ${shownName(name)} is also kept in the clear, added before`,
      ),
      ...(asked.confidential
        ? [
            `What was given still lies readable where it was: ${asked.paths.map((path) => shownName(resolve(path))).join(', ')}`,
          ]
        : []),
    ].join('\n')
  },
  exitCode: ({ problems }) => (problems.length > 0 ? EXIT.unread : EXIT.done),
})

function requestOf(paths: readonly string[], manifest: string | null): string {
  const asked = JSON.stringify([paths.map((path) => resolve(path)), manifest === null ? null : resolve(manifest)])
  return createHash('sha256').update(asked).digest('hex')
}

type FoundItem = Extract<Found, { kind: 'item' }>

interface OpenIntake {
  readonly id: string
  /** What an interrupted run of the same request has captured, by `keyOf` or, where it is confidential, `sealedKeyOf`. */
  readonly done: Set<string>
  /** Confidential items that are kept already. */
  readonly known: SealedIntake['known']
}

/** Goes on with an interrupted intake of the same request, or begins one. */
async function openIntake(
  workspace: Workspace,
  request: string,
  manifests: readonly UsedManifest[],
): Promise<OpenIntake> {
  const { folder, write, now } = workspace.custody
  const ended = new Set<string>()
  const begun: { id: string; at: string }[] = []
  const names = await listRecords(folder.records)
  for (const name of names.filter((one) => one.startsWith('intake'))) {
    const { record } = await readRecord(folder.records, name)
    if (record.kind === 'intake-end') ended.add(record.intake)
    if (record.kind === 'intake' && record.request === request) begun.push(record)
  }
  const open = begun.filter(({ id }) => !ended.has(id)).sort((a, b) => (a.at < b.at ? -1 : 1))[0]
  if (open === undefined) {
    const id = newRecordId()
    await write({ kind: 'intake', id, at: now().toISOString(), request, manifests: [...manifests] })
    return { id, done: new Set(), known: new Map() }
  }
  const done = new Set<string>()
  for (const name of names.filter((one) => one.startsWith('captures/'))) {
    const { record } = await readRecord(folder.records, name)
    if (record.kind === 'capture' && record.intake === open.id) done.add(keyOf(record))
  }
  return { id: open.id, done, known: new Map() }
}

/** Where a file could not be kept the intake stays open, so that the same command goes on with it and takes nothing twice. */
async function endIntake({ write, acknowledge, now }: Custody, { id, done }: OpenIntake): Promise<void> {
  const at = now().toISOString()
  await write({ kind: 'intake-end', id: newRecordId(), at, intake: id, captures: done.size })
  await acknowledge()
}

function keyOf(capture: Pick<Capture, 'name' | 'item' | 'facts'>): string {
  return JSON.stringify([capture.name, capture.item, capture.facts])
}

async function keepAll(
  context: OperationContext,
  workspace: Workspace,
  intake: OpenIntake,
  all: readonly Found[],
  vault: OpenVault | null,
) {
  const { custody } = workspace
  const items = all.filter((found) => found.kind === 'item')
  const problems: { name: string; problem: string }[] = []
  const archives = new Map<string, string>()
  const alreadyPublic: string[] = []
  const alreadySealed: string[] = []
  let captures = 0
  let resumed = 0
  let newItems = 0
  let done = 0
  context.progress('keeping', 0, items.length)

  const captureOf = (found: FoundItem, item: string, size: number, facts: Capture['facts']): Capture => ({
    kind: 'capture',
    id: newRecordId(),
    intake: intake.id,
    at: context.now().toISOString(),
    item,
    size,
    name: found.name,
    container: found.container === null ? null : (archives.get(found.container) ?? null),
    archive: found.archive,
    facts,
  })
  const keepSealed = async (found: FoundItem, open: OpenVault) => {
    const digest = await digestOf(found.source)
    const key = sealedKeyOf(found.name, digest)
    if (intake.done.has(key)) {
      resumed += found.publications.length
      return
    }
    const known = intake.known.get(key)
    if (known !== undefined && found.publications.every((facts) => known.facts.has(factsKey(facts)))) {
      if (found.archive) archives.set(found.name, known.item)
      alreadySealed.push(found.name)
      return
    }
    const { item } = await sealItem(custody, open, {
      source: found.source,
      intake: intake.id,
      capturesOf: (sealed, size) => found.publications.map((facts) => captureOf(found, sealed, size, facts)),
    })
    if (found.archive) archives.set(found.name, item)
    if (await custody.originals.has(digest)) alreadyPublic.push(found.name)
    intake.done.add(key)
    newItems++
    captures += found.publications.length
  }

  const keep = async (found: FoundItem) => {
    try {
      if (vault !== null) return await keepSealed(found, vault)
      const { digest, size, added } = await custody.originals.add(found.source, found.name.split('/').at(-1) ?? 'item')
      if (added) newItems++
      if (found.archive) archives.set(found.name, digest)
      for (const facts of found.publications) {
        const capture = captureOf(found, digest, size, facts)
        if (intake.done.has(keyOf(capture))) {
          resumed++
          continue
        }
        await custody.write(capture)
        intake.done.add(keyOf(capture))
        captures++
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOSPC' || code === undefined) throw error
      problems.push({ name: found.name, problem: reasonOf(error as NodeJS.ErrnoException) })
    } finally {
      done++
      context.progress('keeping', done, items.length)
    }
  }

  for (let at = 0; at < items.length; at += BATCH) {
    context.signal.throwIfAborted()
    const batch = items.slice(at, at + BATCH)
    for (const archive of batch.filter((found) => found.archive)) await keep(archive)
    const queue = batch.filter((found) => !found.archive)
    const seats = Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let found = queue.shift(); found !== undefined && !context.signal.aborted; found = queue.shift()) {
        await keep(found)
      }
    })
    const outcomes = await Promise.allSettled(seats)
    await custody.acknowledge()
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
  context.signal.throwIfAborted()
  return { captures, resumed, newItems, problems, alreadyPublic, alreadySealed }
}
