import { describe, expect, test } from 'vitest'
import type { DecisionRecord } from '../model/decision.ts'
import { agreementOf, kappaOf } from './agreement.ts'
import { registerRulings } from './rulings.ts'

let sequence = 0
function decision(
  action: DecisionRecord['action'],
  set: Record<string, unknown> | null,
  by = 'A',
  target: DecisionRecord['target'] = null,
): DecisionRecord {
  const id = `d${++sequence}`
  return { kind: 'decision', id, at: '2031-01-01T00:00:00Z', by, reason: 'r', action, target, set, sequence }
}
const answer = (a: string, b: string, said: string, by: string, blind = false) =>
  decision('answer-pair', { entries: [a, b], answer: said, blind }, by)
const undo = (of: DecisionRecord) =>
  decision('undo', null, 'A', {
    ...{ kind: 'decision', id: of.id, document: null, position: null, quote: null, before: null, after: null, saw: {} },
  })

describe('rulings', () => {
  test('one answer rules, whichever way round the pair is named', () => {
    const { same, different } = registerRulings([answer('b', 'a', 'same', 'A'), answer('c', 'd', 'different', 'A')])
    expect(same).toEqual([['a', 'b']])
    expect(different).toEqual([['c', 'd']])
  })

  test('two reviewers who disagree leave a pair to the machine and to a third, who settles it', () => {
    const first = [answer('a', 'b', 'same', 'A'), answer('a', 'b', 'different', 'B', true)]
    const disputed = registerRulings(first)
    expect(disputed.same).toEqual([])
    expect(disputed.different).toEqual([])
    expect([...disputed.reviews.values()][0]).toMatchObject({ disputed: true, ruling: null })
    const settled = registerRulings([...first, answer('a', 'b', 'different', 'C', true)])
    expect(settled.different).toEqual([['a', 'b']])
    expect([...settled.reviews.values()][0]).toMatchObject({ disputed: false })
  })

  test('a reviewer who answers again replaces the own answer, not another’s', () => {
    const { reviews, different } = registerRulings([
      answer('a', 'b', 'same', 'R. Haddad'),
      answer('a', 'b', 'different', 'r.  HADDAD'),
    ])
    expect([...reviews.values()][0]?.answers).toHaveLength(1)
    expect(different).toEqual([['a', 'b']])
  })

  test('an unsure answer rules nothing', () => {
    expect(registerRulings([answer('a', 'b', 'unsure', 'A')])).toMatchObject({ same: [], different: [] })
  })

  test('what is apart stays apart with everybody whom people put to either side', () => {
    const { different } = registerRulings([
      decision('merge-persons', { entries: ['a', 'b'] }),
      decision('merge-persons', { entries: ['c', 'd'] }),
      answer('a', 'c', 'different', 'A'),
    ])
    expect(different.map((pair) => [...pair].sort().join('')).sort()).toEqual(['ac', 'ad', 'bc', 'bd'])
  })

  test('a decision against an earlier one is overruled until that is undone; nothing is dropped', () => {
    const apart = decision('split-person', { entries: ['a'], from: ['b', 'c'] })
    const joined = decision('merge-persons', { entries: ['a', 'c'] })
    expect(registerRulings([apart, joined]).overruled).toEqual(new Map([[joined.id, apart.id]]))
    const after = registerRulings([apart, joined, undo(apart)])
    expect(after.overruled.size).toBe(0)
    expect(after.same).toEqual([['a', 'c']])
  })

  test('a chain of joins cannot lead round a split', () => {
    const apart = answer('a', 'c', 'different', 'A')
    const chain = [
      decision('merge-persons', { entries: ['a', 'b'] }),
      decision('merge-persons', { entries: ['b', 'c'] }),
    ]
    const { same, overruled } = registerRulings([apart, ...chain])
    expect(same).toEqual([['a', 'b']])
    expect([...overruled.values()]).toEqual([apart.id])
  })

  test('a split of what people joined is overruled by the join', () => {
    const joined = decision('merge-persons', { entries: ['a', 'b', 'c'] })
    const split = decision('split-person', { entries: ['a'], from: ['b'] })
    expect(registerRulings([joined, split]).overruled).toEqual(new Map([[split.id, joined.id]]))
  })
})

describe("Cohen's kappa", () => {
  test('the worked table of Fleiss, Cohen and Everitt (1969): kappa 0.429, standard error 0.055', () => {
    // Two judges, 200 subjects, proportions .53 .05 .02 / .11 .14 .05 / .01 .06 .03.
    const counts = [
      [106, 10, 4],
      [22, 28, 10],
      [2, 12, 6],
    ]
    const { kappa, low, high } = kappaOf(counts, 200)
    expect(kappa).toBeCloseTo(0.429, 3)
    expect((high! - low!) / 2 / 1.96).toBeCloseTo(0.055, 2)
  })

  test('no pair answered twice, or one answer for all, has no kappa', () => {
    expect(agreementOf([]).kappa).toBeNull()
    expect(
      kappaOf(
        [
          [5, 0],
          [0, 0],
        ],
        5,
      ).kappa,
    ).toBeNull()
  })

  test('full agreement is 1', () => {
    expect(
      kappaOf(
        [
          [3, 0],
          [0, 4],
        ],
        7,
      ),
    ).toMatchObject({ kappa: 1, low: 1, high: 1 })
  })
})
