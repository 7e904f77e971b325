import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessIndependence } from './independence.ts'
import { DEPENDENCES, type Dependence, type DependenceKind } from './ledger-model.ts'
import { tieNames } from './names.ts'

const parties = tieNames([], [{ id: 'qco', name: 'Quiet Coast Observatory', aliases: ['QCO'] }])
const known = (dependence: DependenceKind, ...origins: readonly string[]): Dependence => ({
  origins,
  dependence,
  note: null,
})
const assessed = (names: readonly string[], ...recorded: readonly Dependence[]) =>
  assessIndependence(names, recorded, parties)

const THREE = ['Quiet Coast Observatory', 'Reef Watch', 'Lamp Society']

describe('independence', () => {
  test('is not assessed until somebody recorded something of every two origins', () => {
    const nothing = { independence: 'not assessed', independentGroups: null, dependences: [] }
    expect(assessed(THREE)).toEqual(nothing)
    expect(assessed(['Reef Watch'], known('none-known', 'Reef Watch', 'QCO'))).toEqual(nothing)
    const some = known('none-known', 'QCO', 'Reef Watch')
    expect(assessed(THREE, some)).toEqual({ ...nothing, dependences: [some] })
  })

  test('counts groups of origins that depend on each other, also through a third', () => {
    expect(assessed(THREE, known('none-known', ...THREE)).independentGroups).toBe(3)
    expect(assessed(THREE, known('none-known', ...THREE), known('referral', 'QCO', 'Lamp Society'))).toMatchObject({
      independence: 'assessed',
      independentGroups: 2,
    })
    const chain = [known('none-known', ...THREE), known('shared-sources', 'QCO', 'Reef Watch')]
    expect(assessed(THREE, ...chain, known('same-witnesses', 'Reef Watch', 'Lamp Society')).independentGroups).toBe(1)
  })

  test('the latest record of two origins is the one that counts', () => {
    const [first, second] = [known('same-statement', ...THREE), known('none-known', ...THREE)]
    expect(assessed(THREE, first, second)).toMatchObject({ independentGroups: 3, dependences: [second] })
    expect(assessed(THREE, second, first)).toMatchObject({ independentGroups: 1, dependences: [first] })
  })

  test('there are never more groups than origins, nor a count that nobody assessed', () => {
    const record = fc
      .tuple(fc.constantFrom(...DEPENDENCES), fc.subarray(THREE, { minLength: 2 }))
      .map(([kind, origins]) => known(kind, ...origins))
    fc.assert(
      fc.property(fc.subarray(THREE), fc.array(record, { maxLength: 5 }), (names, recorded) => {
        const { independence, independentGroups } = assessed(names, ...recorded)
        expect(independentGroups === null).toBe(independence === 'not assessed')
        if (independentGroups !== null) {
          expect(independentGroups).toBeGreaterThanOrEqual(1)
          expect(independentGroups).toBeLessThanOrEqual(names.length)
        }
      }),
      { seed: 5 },
    )
  })
})
