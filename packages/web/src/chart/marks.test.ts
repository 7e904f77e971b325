/** What the chart draws keeps every looseness of the printed toll. */
import { expect, test } from 'vitest'
import { DOSSIER } from '../fixture/dossier.ts'
import { dodged } from './dodge.ts'
import { chartMarks, originsInOrder, type Point, shapeOf } from './marks.ts'

test.each([
  [{ value: 212, valueMax: null, comparator: 'at_least' }, 'open-up'],
  [{ value: 530, valueMax: null, comparator: 'more_than' }, 'open-up'],
  [{ value: 150, valueMax: null, comparator: 'up_to' }, 'open-down'],
  [{ value: 150, valueMax: null, comparator: 'fewer_than' }, 'open-down'],
  [{ value: 400, valueMax: null, comparator: 'about' }, 'fuzzy'],
  [{ value: 60, valueMax: 75, comparator: 'exact' }, 'range'],
  [{ value: 487, valueMax: null, comparator: 'exact' }, 'point'],
  [{ value: null, valueMax: null, comparator: 'vague' }, 'word'],
] as const)('%o is drawn as %s', (point, shape) => {
  expect(shapeOf(point)).toBe(shape)
})

test('every point is drawn or listed as undated, none is lost', () => {
  const series = structuredClone(DOSSIER.ledger.series)
  const first = series[0]?.points[0]
  if (first === undefined) throw new Error('the fixture has no point')
  first.asOf = null
  const { marks, undated } = chartMarks(series)
  expect(undated.map(({ point }) => point)).toEqual([first])
  expect(marks.length + undated.length).toBe(series.flatMap(({ points }) => points).length)
})

test('a month stays a month wide', () => {
  const { marks } = chartMarks(DOSSIER.ledger.series)
  const month = marks.find(({ point }) => point.asOf === '2031-05')
  expect(month).toMatchObject({ from: Date.UTC(2031, 4, 1), to: Date.UTC(2031, 4, 31), value: 512 })
})

test('origins keep the order in which they first gave a toll, ties by name', () => {
  expect(originsInOrder(DOSSIER.ledger.series).slice(0, 3)).toEqual([
    'Sael Human Rights Register',
    'Tarvenian Network for Casualty Recording',
    'relatives',
  ])
})

test('marks on one day with one number stand side by side', () => {
  const { marks } = chartMarks(
    DOSSIER.ledger.series.filter(({ effect, scope }) => effect === 'killed' && scope === 'total'),
  )
  const [row, beside] = dodged(marks)
  expect(row?.length).toBe(marks.length - 1)
  expect(beside?.map(({ origin, value }) => [origin, value])).toEqual([
    ['Tarvenian Network for Casualty Recording', 212],
  ])
  const spots = (row ?? []).map(({ to, value }: { to: number; value: Point['value'] }) => `${to} ${value}`)
  expect(new Set(spots).size).toBe(spots.length)
})
