/** `decide`: records a person's decision, with author and reason. */
import { z } from 'zod'
import { captureDays } from '../decisions/case-documents.ts'
import { decide as decideOn } from '../decisions/decide.ts'
import { DecisionError } from '../decisions/decision-error.ts'
import { type Decided, type DecisionRequest, REQUEST_ACTIONS } from '../decisions/decision-request.ts'
import { applyDecisions, type EffectiveCase } from '../decisions/effective.ts'
import { nextSequence, restsOn } from '../decisions/rests-on.ts'
import { knownNames } from '../derive/known-names.ts'
import type { SealedInputs } from '../derive/sealed-inputs.ts'
import { withWorkspace } from '../derive/workspace.ts'
import { newRecordId } from '../model/ids.ts'
import { type CaseFolder, openCase } from '../preserve/case-folder.ts'
import type { CaseRecord } from '../preserve/records.ts'
import { sealRecord } from '../preserve/sealed.ts'
import { readSealed } from '../preserve/sealed-state.ts'
import { DecisionSchema } from '../publish/contract.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { caseField, type OperationContext, operation } from './operation.ts'
import { vaultOf } from './sight.ts'

export const decide = operation({
  name: 'decide',
  summary:
    'Accept, correct, reject or add a figure, claim or edge, choose how ranges are given, record what is known of origins, split or join series and names, transcribe an item, enable a second reader, or undo a decision',
  description:
    'Records the decision with its author and reason in the log. Nothing is overwritten: a later decision follows the earlier one, and undo takes one back. Ids may be cut short.',
  permission: 'decide',
  surfaces: ['cli', 'http'],
  input: z.object({
    case: caseField,
    action: z
      .enum(REQUEST_ACTIONS)
      .meta({ position: 1, placeholder: 'ACTION', description: `One of ${REQUEST_ACTIONS.join(', ')}` }),
    target: z.string().optional().meta({
      position: 2,
      placeholder: 'ID',
      description:
        'Id of the figure, claim or edge; for undo, of the decision; for transcribe, the item; none for decisions about the case',
    }),
    by: z.string().trim().min(1).meta({ placeholder: 'NAME', description: 'Who decides' }),
    reason: z.string().trim().min(1).meta({ placeholder: 'TEXT', description: 'Why' }),
    set: z.record(z.string(), z.unknown()).optional().meta({
      placeholder: 'FIELD=VALUE',
      description:
        'New value of a field, for correct and add; for range-rule: rule and, where it goes by one, origin; for independence: origins (A; B), dependence and note; for split-series: figures; for join-series: series or figures; for merge-names and split-names: names (A; B) and of=place for places; for transcribe: text, language, page and boxes; for second-reader: endpoint and model, or endpoint=off; for timestamp-authorities: authorities (URLs); for witnesses: keys (verifier keys); may be given again',
    }),
    document: z.string().optional().meta({ placeholder: 'ID', description: 'For add: the document, by id or file' }),
    claimKind: z
      .string()
      .optional()
      .meta({ placeholder: 'KIND', description: 'For add: figure (the default) or a kind of claim' }),
    quote: z
      .string()
      .optional()
      .meta({ placeholder: 'WORDS', description: 'For add: the exact words in the document' }),
    occurrence: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ placeholder: 'N', description: 'For add: which occurrence of the words, from 1' }),
    a: z.string().optional().meta({ placeholder: 'ID', description: 'For add-edge: one document, by id or file' }),
    b: z.string().optional().meta({ placeholder: 'ID', description: 'For add-edge: the other document' }),
    edgeKind: z.string().optional().meta({
      placeholder: 'KIND',
      description: 'For add-edge: verbatim, edited, paraphrase, shared-wire or same-primary-statement',
    }),
    direction: z
      .string()
      .optional()
      .meta({ placeholder: 'DIRECTION', description: 'For add-edge: a-to-b, b-to-a or none' }),
  }),
  output: DecisionSchema,
  examples: [
    'decide coast-2025 accept 4f1c22aa90 --by "R. Haddad" --reason "checked against the monitor\'s own page"',
    'decide coast-2025 correct 4f1c22aa90 --set claimant="Syrian Observatory for Human Rights" --by "R. Haddad" --reason "the article misattributes it"',
    'decide coast-2025 add --document 004.txt --claim-kind denial --quote "no such order was given" --set speaker="Ministry of Defence" --by "R. Haddad" --reason "missed"',
    'decide coast-2025 range-rule --set rule=prioritise-origin --set origin=SNHR --by "R. Haddad" --reason "it publishes its method and its list"',
    'decide coast-2025 background 4f1c22aa90 --by "R. Haddad" --reason "the toll of the whole war, told as background"',
    'decide coast-2025 independence --set origins="SOHR; SNHR" --set dependence=shared-sources --set note="both name the same local network" --by "R. Haddad" --reason "read in both methods"',
    'decide coast-2025 split-series --set figures="4f1c22aa90; 77ab01" --by "R. Haddad" --reason "these count another week"',
    'decide coast-2025 merge-names --set names="Ahmad Al Shara; أحمد الشرع" --by "R. Haddad" --reason "one person, two scripts"',
    'decide coast-2025 second-reader --set endpoint=http://127.0.0.1:11434/v1 --set model=qwen3:8b --by "R. Haddad" --reason "a model on this machine"',
    'decide coast-2025 timestamp-authorities --set authorities="https://time.example/tsa" --by "R. Haddad" --reason "they get a digest and a number, nothing else"',
    'decide coast-2025 undo 0b6f --by "R. Haddad" --reason "wrong document"',
  ],
  run: (context, { case: path, ...request }) => recordDecision({ ...context, command: 'decide' }, path, request),
  print: ({ id, action, by, target }) =>
    `${by}: ${action} ${target?.quote === null || target === null ? (target?.id ?? '') : `"${target.quote}"`}\ndecision ${id} (take it back with \`corroborate decide CASE undo ${id.slice(0, 8)} --by … --reason …\`)`,
})

/**
 * Records a decision in a case and derives what follows from it. `beside`: records that it rests on, given the id
 * of its target, kept before it and sealed with it. Throws DecisionError where it cannot be taken so.
 */
export async function recordDecision(
  context: OperationContext & { readonly command: string },
  path: string,
  { by, reason, ...request }: DecisionRequest & { readonly by: string; readonly reason: string },
  beside: (item: string) => readonly CaseRecord[] = () => [],
): Promise<z.infer<typeof DecisionSchema>> {
  const folder = await openCase(path)
  const vault = await vaultOf(context, folder)
  return withWorkspace(folder, context, async ({ custody, store, sight, settle }) => {
    await settle()
    const { reader, inputs } = await sight(vault)
    const seen = await effectiveOf(folder, reader)
    const decided = decideOn(seen.effective, seen.known, request)
    const keys =
      inputs === null ? [] : await keysFor(decided, request, seen.effective, inputs, () => effectiveOf(folder, store))
    const record = {
      kind: 'decision' as const,
      id: newRecordId(),
      at: context.now().toISOString(),
      by,
      reason,
      ...decided,
      sequence: nextSequence(await reader.decisions(), (await readSealed(folder)).records),
    }
    for (const one of [...beside(decided.target?.id ?? ''), record])
      await custody.write(vault === null || keys.length === 0 ? one : await sealRecord(vault, one, keys))
    await settle()
    const { kind: _kind, sequence: _sequence, ...shown } = record
    return { ...shown, undone: false, orphan: false }
  })
}

async function effectiveOf(folder: CaseFolder, reader: CaseReader) {
  const effective = applyDecisions(await reader.documents(), await reader.edges(), await reader.decisions())
  const known = {
    id: folder.file.id,
    knowledge: knownNames(folder.file),
    drift: await reader.drift(),
    captured: captureDays(await reader.captures(), await reader.placements()),
  }
  return { effective, known }
}

/** The confidential items whose keys close the record of a decision. */
async function keysFor(
  decided: Decided,
  request: DecisionRequest,
  effective: EffectiveCase,
  inputs: SealedInputs,
  withoutVault: () => ReturnType<typeof effectiveOf>,
): Promise<readonly string[]> {
  const confidential = {
    documents: new Map(
      effective.documents.flatMap(({ id, item }) => {
        const opened = inputs.items.get(item)
        return opened === undefined ? [] : [[id as string, opened.record.id] as const]
      }),
    ),
    items: new Map([...inputs.items].map(([digest, { record }]) => [digest, record.id])),
    decisions: new Map(inputs.records.map(({ record, keys }) => [record.id, keys])),
  }
  const open = await withoutVault()
  return restsOn(decided, effective, confidential, () => {
    try {
      return decideOn(open.effective, open.known, request)
    } catch (error) {
      if (error instanceof DecisionError) return null
      throw error
    }
  })
}
