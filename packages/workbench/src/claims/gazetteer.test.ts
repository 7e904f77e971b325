import { createReader } from '@corroborate/claims'
import { describe, expect, it } from 'vitest'
import { gazetteerOf, openGazetteer } from './gazetteer.ts'
import { WORLD } from './knowledge.ts'

const line = (fields: Readonly<Record<number, string>>): string =>
  Array.from({ length: 19 }, (_, n) => fields[n] ?? '').join('\t')

/** Invented settlements. */
const LINES = [
  line({
    0: '1',
    1: 'Tolmesh',
    2: 'Tolmesh',
    3: 'Tulmish,تولمش,Толмеш,TLM,al-Tolmesh',
    4: '33.5',
    5: '36.25',
    8: 'SY',
    14: '900',
  }),
  line({ 0: '2', 1: 'Tólmesh', 2: 'Tolmesh', 3: '', 4: '1', 5: '2', 8: 'SY', 14: '4000' }),
  line({ 0: '3', 1: 'Tolmesh', 2: 'Tolmesh', 3: '', 4: '1', 5: '2', 8: 'SE', 14: '99999' }),
  line({ 0: '4', 1: 'Zelmora', 2: 'Zelmora', 3: "Zel'mora,Zelmôra", 4: '1', 5: '2', 8: 'SE', 14: '100000' }),
  line({ 0: '5', 1: 'Vint Orsa', 2: 'Vint Orsa', 3: '', 4: '1', 5: '2', 8: 'RU', 14: '14999' }),
  line({ 0: '6', 1: 'Орса', 2: 'Orsa', 3: '', 4: '1', 5: '2', 8: 'KG', 14: '' }),
]

describe('a gazetteer', () => {
  const gazetteer = gazetteerOf(Buffer.from(LINES.join('\n')))
  const ids = (name: string) => gazetteer.named(name).map(({ id }) => id.replace('geonames:', ''))

  it.each([
    ['Tolmesh', ['2', '1'], 'the most populous first, and small towns of other countries not at all'],
    ['TOLMESH', ['2', '1'], 'in any case'],
    ['Tulmish', ['1'], 'by another spelling'],
    ['al Tolmesh', ['1'], 'with or without hyphens'],
    ['تولمش', ['1'], 'in Arabic'],
    ['Толмеш', [], 'not in a script that is not read'],
    ['TLM', ['1'], 'by letters that could be a name'],
    ['Zelmora', ['4'], 'once, however many forms fold to one'],
    ["Zel'mora", ['4'], 'with apostrophes'],
    ['Vint Orsa', [], 'not below what crowded countries are kept from'],
    ['Орса', ['6'], 'by its own name, whatever the script'],
    ['Orsa', ['6'], 'by its ASCII name, its population unknown'],
    ['', [], 'not by nothing'],
    ['Nowhere', [], 'not what it does not hold'],
  ])('finds %s: %j, %s', (name, found) => {
    expect(ids(name)).toEqual(found)
    expect(ids(name), 'asked again').toEqual(found)
  })

  it('gives what a line says', () => {
    expect(gazetteer.named('Tulmish')).toEqual([
      {
        id: 'geonames:1',
        name: 'Tolmesh',
        aliases: ['Tulmish', 'تولمش', 'TLM', 'al-Tolmesh'],
        country: 'SY',
        latitude: 33.5,
        longitude: 36.25,
        kind: 'settlement',
      },
    ])
  })

  it('holds nothing where the file is empty, cut or something else', () => {
    for (const text of ['', '\n\n', LINES[0]!.slice(0, 40), 'no gazetteer at all\n'.repeat(50), '\t'.repeat(200)])
      expect(gazetteerOf(Buffer.from(text)).named('Tolmesh')).toEqual([])
  })

  it('remembers more names than one file has', () => {
    const many = Array.from({ length: 12_000 }, (_, n) =>
      line({ 0: `${n}`, 1: `Place ${n}`, 2: '', 8: 'SY', 14: '10' }),
    )
    const large = gazetteerOf(Buffer.from(many.join('\n')))
    for (let n = 0; n < many.length; n++) expect(large.named(`place-${n}`)).toHaveLength(1)
    expect(large.named('Place 0')[0]?.id).toBe('geonames:0')
  })
})

describe('the gazetteer of the world', () => {
  it('is read once, and gives figures the id of their place', async () => {
    const gazetteer = await openGazetteer()
    expect(await openGazetteer()).toBe(gazetteer)
    const baniyas = gazetteer.named('Baniyas').find(({ country }) => country === 'SY')
    expect(baniyas?.id).toMatch(/^geonames:\d+$/)
    expect(gazetteer.named('بانياس')).toContain(baniyas)
    const text = 'Police said 12 people were killed in Baniyas.'
    const { figures } = createReader(WORLD, gazetteer).read({
      id: 'case',
      text,
      blocks: [{ kind: 'body', start: 0, end: text.length }],
      language: 'en',
      title: null,
      outlet: null,
      agency: null,
      published: '2025-03-12',
    })
    expect(figures.map((figure) => [figure.place, figure.placeId])).toEqual([['Baniyas', baniyas?.id]])
  })

  it('gives every party and region an id of its own', () => {
    const ids = [...WORLD.parties, ...WORLD.places].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
