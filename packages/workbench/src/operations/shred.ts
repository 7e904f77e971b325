/** `shred`: destroys the key of a confidential item and leaves a notice that says so. */
import { z } from 'zod'
import { applyDecisions, type EffectiveDocument, standing } from '../decisions/effective.ts'
import { printedNames } from '../decisions/rulings.ts'
import type { OpenedItem, SealedInputs } from '../derive/sealed-inputs.ts'
import { withWorkspace } from '../derive/workspace.ts'
import { type Contribution, EFFECTS_OF_WITHDRAWAL, type SealedItem, type Withdrawal } from '../model/confidential.ts'
import { newRecordId } from '../model/ids.ts'
import { openCase } from '../preserve/case-folder.ts'
import { withdraw } from '../preserve/keep-vault.ts'
import { readSealed, type Sealed } from '../preserve/sealed-state.ts'
import { WithdrawalNoticeSchema } from '../publish/contract.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { caseField, operation } from './operation.ts'
import { LockedVaultError } from './sealed-intake.ts'
import { vaultOf } from './sight.ts'
import { countOf } from './table.ts'

export class ShredError extends Error {
  constructor(why: string) {
    super(`${why}; nothing was shredded`)
    this.name = 'ShredError'
  }
}

export const shred = operation({
  name: 'shred',
  summary: 'Destroy the key of a confidential item, and leave a notice that it was withdrawn',
  description:
    'Only what was confidential from intake can be shredded; public originals are never rewritten. The notice, a leaf of the log, gives who decided, when, why and whether the effects stand: with --effects stand, which needs the vault open, it keeps the numbers the item had contributed to tolls, without a word, name or place of it; with fall, nothing. Decisions on the item go with it. Every proof of the log still holds. The ciphertext stays, and is noise. Copies of the case, snapshots and backups still have the key: shred those too. A solid-state drive may keep a block that was written over.',
  permission: 'decide',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    item: z.string().min(4).meta({
      position: 1,
      placeholder: 'ITEM',
      description: 'Its id (see `corroborate vault CASE`), or, with the vault open, its name or a document of it',
    }),
    by: z.string().trim().min(1).meta({ placeholder: 'NAME', description: 'Who decides' }),
    reason: z.string().trim().min(1).meta({
      placeholder: 'TEXT',
      description: 'Why; it stays readable, so name nobody in it',
    }),
    effects: z
      .enum(EFFECTS_OF_WITHDRAWAL)
      .default('fall')
      .meta({ placeholder: 'EFFECTS', description: 'Whether what was concluded with its help stands or falls' }),
  }),
  output: WithdrawalNoticeSchema.extend({
    alsoIn: z
      .array(z.string())
      .describe('Where the same bytes still are: other confidential items, archives, the clear'),
    told: z.array(z.string()).describe('Addresses of running servers that were locked'),
  }),
  examples: [
    'shred coast-2025 6f1d2c33-1f0e-4b61-9d7a-0e5a3f1c9b20 --by "R. Haddad" --reason "consent was withdrawn"',
    'shred coast-2025 testimony-3.txt --unlock --effects stand --by "R. Haddad" --reason "consent was withdrawn"',
  ],
  async run(context, { case: path, item: asked, by, reason, effects }) {
    const folder = await openCase(path)
    const vault = await vaultOf(context, folder)
    if (effects === 'stand' && vault === null)
      throw new LockedVaultError(folder, 'telling what the item contributed (--effects stand)')
    return withWorkspace(folder, { ...context, command: 'shred' }, async ({ custody, sight, settle }) => {
      await settle()
      const { reader, inputs } = await sight(vault)
      const sealed = await readSealed(folder)
      const item = await itemNamed(asked, sealed, inputs, reader)
      const opened = inputs?.items.get(item.item) ?? null
      const documents = await documentsSeen(reader)
      const ours = documents.filter((document) => document.item === item.item)
      if (opened !== null) refuseTelling([by, reason], opened, documents)
      const notice: Withdrawal = {
        kind: 'withdrawal',
        id: newRecordId(),
        at: context.now().toISOString(),
        by,
        reason,
        item: item.id,
        effects,
        contributions: effects === 'stand' ? ours.flatMap(contributionsOf) : [],
      }
      const alsoIn = opened === null || inputs === null ? [] : await copiesOf(opened, inputs, custody.originals)
      await withdraw(custody, notice)
      await settle()
      const told = [...((await context.vaults?.lock(folder)) ?? [])]
      const { kind: _kind, id: _id, ...shown } = notice
      return { ...shown, alsoIn, told }
    })
  },
  print: ({ item, effects, contributions, alsoIn, told }) =>
    [
      `Shredded ${item}: its key is destroyed, its effects ${effects}.`,
      ...(contributions.length > 0
        ? [`The notice keeps ${countOf(contributions.length, 'number')}, without words.`]
        : []),
      ...alsoIn.map((where) => `the same bytes are still in ${where}`),
      ...told.map((address) => `locked: ${address}`),
      'Shred the same item in every copy and backup of the case: each still has the key.',
    ].join('\n'),
})

async function itemNamed(
  asked: string,
  sealed: Sealed,
  inputs: SealedInputs | null,
  reader: CaseReader,
): Promise<SealedItem> {
  const named = new Set<string>()
  for (const { record, content } of inputs?.items.values() ?? []) {
    if (content.captures.some(({ name }) => name === asked)) named.add(record.id)
  }
  for (const { id, item } of inputs === null ? [] : await reader.documents()) {
    const opened = inputs?.items.get(item)
    if (opened !== undefined && id.startsWith(asked)) named.add(opened.record.id)
  }
  for (const id of sealed.items.keys()) if (id.startsWith(asked)) named.add(id)
  const [only, ...more] = [...named].flatMap((id) => sealed.items.get(id) ?? [])
  if (only === undefined)
    throw new ShredError(
      `the case holds no confidential item ${JSON.stringify(asked)}${inputs === null ? ' by that id, and the vault is locked' : ''} (see \`corroborate vault CASE\`; public originals are never shredded)`,
    )
  if (more.length > 0)
    throw new ShredError(`several confidential items are called ${JSON.stringify(asked)}: give the id`)
  const notice = sealed.withdrawals.get(only.id)
  if (notice !== undefined) throw new ShredError(`${only.id} was shredded at ${notice.at} already`)
  return only
}

async function documentsSeen(reader: CaseReader): Promise<readonly EffectiveDocument[]> {
  return applyDecisions(await reader.documents(), await reader.edges(), await reader.decisions()).documents
}

function contributionsOf({ figures }: EffectiveDocument): readonly Contribution[] {
  return standing(figures).map(({ value, valueMax, vagueWord, comparator, effect, victims, scope, asOf }) => ({
    value,
    valueMax,
    vagueWord,
    comparator,
    effect,
    victims,
    scope,
    asOf,
  }))
}

/** The notice outlives the item, so it must not say what only the item says. Throws ShredError. */
function refuseTelling(
  said: readonly string[],
  { content, record }: OpenedItem,
  documents: readonly EffectiveDocument[],
) {
  const ours = documents.filter(({ item }) => item === record.item)
  const known = printedNames(documents.filter(({ confidential }) => confidential === undefined))
  const names = [
    ...content.captures.flatMap(({ name }) => [name, name.split('/').at(-1) ?? name]),
    ...[...printedNames(ours)].filter((name) => !known.has(name)),
  ]
  const told = names.find((name) => name.length >= 4 && said.some((text) => text.includes(name)))
  if (told !== undefined)
    throw new ShredError(
      `the notice stays readable, and ${JSON.stringify(told)} stands in the item alone: leave it out`,
    )
}

async function copiesOf(
  item: OpenedItem,
  { items }: SealedInputs,
  originals: { has(digest: string): Promise<boolean> },
): Promise<string[]> {
  const containers = new Set(item.content.captures.flatMap(({ container }) => container ?? []))
  const found = [...items.values()].flatMap(({ record, content }) => {
    if (record.id === item.record.id) return []
    if (content.sha512 === item.content.sha512) return [`the confidential item ${record.id}`]
    if (containers.has(record.item)) return [`the confidential archive ${record.id}`]
    const within = content.captures.some(({ container }) => container === item.record.item)
    return within ? [`the confidential item ${record.id}, taken out of this archive`] : []
  })
  return (await originals.has(item.content.sha512)) ? [...found, 'the case, in the clear'] : found
}
