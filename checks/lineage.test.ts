/** The quality that lineage must keep on generated pairs with known edits; the figures are printed by the bench. */
import { describe, expect, test } from 'vitest'
import { calibrationError, isRight, measure } from '../bench/lineage.ts'
import { makePairs, type PairKind } from '../bench/lineage-pairs.ts'
import { makeStatementPairs } from '../bench/lineage-statement-pairs.ts'
import { isRightStatement, isSeparate, measureStatements, TONGUES } from '../bench/lineage-statements.ts'

describe.each([1, 2])('300 generated pairs, seed %i', (seed) => {
  const { outcomes, crossEdges, crossPairs } = measure(makePairs(300, seed))
  const drawn = outcomes.filter(({ kind }) => kind !== null)

  test.each<readonly [PairKind, number]>([
    ['cut', 0.95],
    ['light-edit', 0.95],
    ['paraphrase', 0.85],
    ['wire', 0.85],
  ])('%s: precision and recall at least %f', (kind, least) => {
    const wanted = outcomes.filter(({ pair }) => pair.kind === kind)
    const found = wanted.filter(isRight)
    const given = drawn.filter((each) => each.kind === found[0]?.kind)
    expect(found.length / wanted.length).toBeGreaterThanOrEqual(least)
    expect(given.filter(isRight).length / given.length).toBeGreaterThanOrEqual(least)
  })

  test('separate reports of one event stay apart, and so do other events', () => {
    const separate = outcomes.filter(({ pair }) => pair.kind === 'other-hand')
    expect(separate.filter(({ kind }) => kind !== null).length / separate.length).toBeLessThanOrEqual(0.02)
    expect(crossEdges / crossPairs).toBeLessThanOrEqual(0.02)
  })

  test('confidence says how often an edge is right', () => {
    expect(
      calibrationError(drawn.map((each) => ({ confidence: each.confidence, right: isRight(each) }))),
    ).toBeLessThanOrEqual(0.05)
  })

  test('no direction against the dates', () => {
    expect(drawn.filter(({ direction }) => direction === 'wrong')).toEqual([])
  })

  test('drift is found in swapped pairs, and hardly elsewhere', () => {
    const swapped = outcomes.filter(({ pair }) => pair.swap !== null)
    const attribution = swapped.filter(({ pair }) => pair.swap === 'claimant')
    const share = (some: typeof swapped) => some.filter(({ driftFound }) => driftFound).length / some.length
    expect(share(swapped)).toBeGreaterThanOrEqual(0.9)
    expect(share(attribution)).toBeGreaterThanOrEqual(0.9)
  })
})

describe('statements and translations, within and across English and Arabic', () => {
  const outcomes = [1, 2, 3, 4].flatMap((seed) =>
    TONGUES.flatMap((tongues) => measureStatements(makeStatementPairs(120, seed, tongues))),
  )
  const across = outcomes.filter(({ pair }) => pair.source.language !== pair.other.language)
  const drawn = outcomes.filter(({ kind }) => kind !== null)
  const share = (some: typeof outcomes, of: (each: (typeof outcomes)[number]) => boolean) =>
    some.filter(of).length / some.length
  const made = (kind: string) => across.filter(({ pair }) => pair.kind === kind)

  test('separately written reports stay apart', () => {
    expect(share(outcomes.filter(isSeparate), ({ kind }) => kind !== null)).toBeLessThanOrEqual(0.02)
    expect(
      share(
        outcomes.filter(({ pair }) => pair.kind === 'unrelated'),
        ({ kind }) => kind !== null,
      ),
    ).toBeLessThanOrEqual(0.005)
  })

  test('translations are found, wires under a local lead in most cases', () => {
    expect(share(made('translation'), isRightStatement)).toBeGreaterThanOrEqual(0.8)
    expect(share(made('translated-wire'), isRightStatement)).toBeGreaterThanOrEqual(0.65)
  })

  test('an edge is mostly of the right kind, and its confidence says how often', () => {
    expect(share(drawn, isRightStatement)).toBeGreaterThanOrEqual(0.9)
    const pairs = measure(makePairs(300, 1)).outcomes.filter(({ kind }) => kind !== null)
    const all = [
      ...drawn.map((each) => ({ confidence: each.confidence, right: isRightStatement(each) })),
      ...pairs.map((each) => ({ confidence: each.confidence, right: isRight(each) })),
    ]
    expect(calibrationError(all)).toBeLessThanOrEqual(0.05)
  })
})
