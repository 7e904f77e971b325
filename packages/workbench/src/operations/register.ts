/** `register`: the register of a case, its lists, its persons, and what is to be reviewed. */
import { z } from 'zod'
import { RegisterSummarySchema } from '../publish/register-contract.ts'
import { caseField, operation, SURFACES } from './operation.ts'
import { registerReading } from './register-sight.ts'
import { countOf, table } from './table.ts'

export const register = operation({
  name: 'register',
  summary: 'Show the register of a case: its lists, its persons, and what is to be reviewed',
  description:
    'Lists with their releases and what changed from each to the next, persons by the lists that hold them, and how many pairs wait for a person. `corroborate register CASE add|columns|compare|persons|show|queue|mark|numbers …` are the verbs register-add and so on.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({ case: caseField }),
  output: RegisterSummarySchema,
  examples: ['register tolmesh-2024', 'register tolmesh-2024 --json'],
  run: (context, input) => registerReading(context, input.case, async (view) => view.summary()),
  print({ lists, counts, overlap, queue, agreement }) {
    if (lists.length === 0)
      return 'The register is empty: `corroborate register CASE add LIST --by … --reason …` takes a list that was added to the case.'
    const name = new Map(lists.map((release) => [release.list, release.name]))
    return [
      table(
        ['list', 'release', 'rows', 'added', 'removed', 'changed', 'taken by', 'id'],
        lists.map((one) => [
          one.name,
          one.release ?? (one.current ? 'latest' : 'earlier'),
          String(one.rows),
          String(one.added ?? '–'),
          String(one.removed ?? '–'),
          String(one.changed ?? '–'),
          one.by,
          one.id.slice(0, 8),
        ]),
      ),
      ...lists.flatMap((one) => (one.current ? one.notes.map((note) => `${one.name}: ${note}`) : [])),
      '',
      `${countOf(counts.entries, 'entry', 'entries')}: ${countOf(counts.persons, 'person')}${counts.weak > 0 ? ` (${counts.weak} held together by a weak join)` : ''}${counts.withdrawn > 0 ? `, ${counts.withdrawn} that no list holds any longer` : ''}; ${countOf(counts.groups, 'group')}, ${countOf(counts.unidentified, 'unidentified body', 'unidentified bodies')}, ${countOf(counts.notVictims, 'entry', 'entries')} no victim record`,
      `Victims without a name, some of whom may be named elsewhere: ${counts.unnamed.high === null ? 'no upper end is stated' : `up to ${counts.unnamed.high}`}`,
      '',
      table(
        ['persons', 'on'],
        overlap.map((one) => [String(one.persons), one.lists.map((list) => name.get(list) ?? list).join(' + ')]),
      ),
      '',
      `To review: ${countOf(queue.first, 'pair')}, ${queue.second} for a second reviewer, ${queue.third} on which two disagree`,
      agreement.kappa === null
        ? ''
        : `Reviewers agreed on ${agreement.agreed} of ${agreement.pairs} pairs (Cohen's kappa ${agreement.kappa.toFixed(2)}, ${agreement.low?.toFixed(2)} to ${agreement.high?.toFixed(2)})`,
    ]
      .join('\n')
      .trimEnd()
  },
})
