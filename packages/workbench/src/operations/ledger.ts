/** `ledger`: tolls by origin as they moved, and who promised what by when. */
import type { Independence } from '@corroborate/claims'
import { z } from 'zod'
import { LedgerSchema } from '../publish/contract.ts'
import { asOfField, caseField, operation, SURFACES } from './operation.ts'
import { countText, leftOutText } from './shown-values.ts'
import { viewing } from './sight.ts'
import { countOf, cut, table } from './table.ts'

export const ledger = operation({
  name: 'ledger',
  summary: 'Show tolls by origin as they moved, and who promised what by when',
  description:
    'Series by origin, effect, victims, alleged perpetrator, place and scope; the distinct named origins behind each figure; relations between figures; commitments. --as-of shows what was known on that day.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({ case: caseField, asOf: asOfField }),
  output: LedgerSchema,
  examples: ['ledger coast-2025', 'ledger coast-2025 --as-of 2025-03-12 --json'],
  run: (context, input) => viewing(context, input.case, (view) => view.ledger(input.asOf ?? null)),
  print({ series, origins, ranges, commitments, leftOut, files, proposed = {} }) {
    const points = series.flatMap((one) =>
      one.points.map((point) => [
        one.id.slice(0, 8),
        one.origin ?? '(outlets themselves)',
        one.effect,
        one.victims,
        one.scope,
        one.perpetrator === null ? '' : `allegedly ${cut(one.perpetrator, 32)}`,
        cut(one.place ?? '', 24),
        point.asOf ?? 'undated',
        `${countText(point)}${point.figures.some((id) => id in proposed) ? ' (proposed)' : ''}`,
        countOf(point.documents.length, 'document'),
      ]),
    )
    const shared = origins.filter((one) => one.documents.length > 1)
    return [
      table(
        ['series', 'origin', 'effect', 'victims', 'scope', 'by', 'place', 'as of', 'count', 'carried by'],
        points,
      ) || 'No tolls yet.',
      ...(ranges.length === 0
        ? []
        : [
            '',
            table(
              ['range of', 'victims', 'by', 'place', 'range', 'rule', 'from', 'why'],
              ranges.map((one) => [
                one.manner === null ? one.effect : `${one.effect}, ${one.manner}`,
                one.victims,
                one.perpetrator === null ? '' : `allegedly ${cut(one.perpetrator, 32)}`,
                cut(one.place ?? '', 24),
                rangeText(one),
                one.rule,
                countOf(new Set(one.from.map(({ origin }) => origin)).size, 'origin'),
                one.reason,
              ]),
            ),
          ]),
      ...shared.map(
        (one) =>
          `\n${countText(one)} ${one.effect} in ${countOf(one.documents.length, 'document')}: ${countOf(one.count, 'named origin')} (${one.origins.map((o) => (o.driftedFrom === null ? o.name : `${o.name}, drifted from ${o.driftedFrom}`)).join('; ')}); independence ${independenceText(one)}`,
      ),
      ...commitments.map(
        (one) =>
          `\ncommitment: ${one.who ?? 'unnamed'}: ${cut(one.what, 100)}${one.due === null ? '' : ` — due ${one.due} (${one.reading})`}`,
      ),
      ...leftOutText(leftOut, files),
    ].join('\n')
  },
})

function independenceText({ independence, independentGroups, dependences }: Independence): string {
  const known = dependences.map(({ origins, dependence }) => `${origins.join(', ')}: ${dependence}`)
  const groups = independentGroups === null ? '' : `, ${countOf(independentGroups, 'independent group')}`
  return `${independence}${groups}${known.length === 0 ? '' : ` (${known.join('; ')})`}`
}

function rangeText({ low, high, best }: { low: number | null; high: number | null; best: number | null }): string {
  if (low === null) return 'no number'
  const number = (value: number) => value.toLocaleString('en')
  const range =
    high === null ? `at least ${number(low)}` : low === high ? number(low) : `${number(low)}–${number(high)}`
  return best === null ? range : `${range}, best ${number(best)}`
}
