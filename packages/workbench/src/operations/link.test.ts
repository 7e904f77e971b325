import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { link } from './link.ts'
import { contextIn } from './perform.fixture.ts'

const lists = resolve(import.meta.dirname, '../../../../casebook/zelmora-tolmesh-2024/lists')
const REGISTER = join(lists, 'casualty-register-2024-05-17.csv')
const CIRCLE = join(lists, 'documentation-circle-2024-05-16.csv')
const HOSPITAL = join(lists, 'namrosh-hospital-2024-05-15.csv')

interface Placed {
  readonly list: string
  readonly row: number
  readonly person: string
  readonly probability: number
}

async function run(input: object): Promise<{ answers: Placed[]; said: string[] }> {
  const said: string[] = []
  const answers: Placed[] = []
  const context = contextIn(tmpdir(), { say: (sentence) => said.push(sentence) })
  for await (const answer of link.run(context, input)) answers.push(answer as Placed)
  return { answers, said }
}

describe('link', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corroborate-link-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('finds the casebook’s persons across two scripts', async () => {
    const { answers, said } = await run({ lists: [REGISTER, CIRCLE, HOSPITAL] })
    const truth = JSON.parse(readFileSync(join(lists, '../expected.json'), 'utf8')).lists.persons as {
      rows: { list: string; row: number }[]
    }[]
    const personOf = new Map<string, string>(answers.map(({ list, row, person }) => [`${list} ${row}`, person]))
    const names = answers.map(({ list, row }) => `${list} ${row}`)
    const trueOf = new Map<string, number>(
      truth.flatMap(({ rows }, at) => rows.map(({ list, row }) => [`${list} ${row - 1}`, at] as const)),
    )
    let right = 0
    let found = 0
    let wanted = 0
    for (const [at, one] of names.entries())
      for (const other of names.slice(at + 1)) {
        const linked = personOf.get(one) === personOf.get(other)
        const same = trueOf.get(one) !== undefined && trueOf.get(one) === trueOf.get(other)
        if (linked) found++
        if (same) wanted++
        if (linked && same) right++
      }
    expect(answers).toHaveLength(58)
    expect(right).toBeGreaterThanOrEqual(wanted - 3)
    expect(found - right).toBeLessThanOrEqual(1)
    expect(said.join('\n')).not.toMatch(/Durraqi|درّاقي/)
    expect(said.join('\n')).toMatch(/الاسم → name/)
  })

  test('pairs carry both entries, weight and probability, best first', async () => {
    const { answers } = await run({ lists: [REGISTER, HOSPITAL], pairs: true })
    const pairs = answers as unknown as { a: Placed; b: Placed; probability: number; weight: number }[]
    expect(pairs.length).toBeGreaterThan(10)
    expect(pairs[0]!.probability).toBeGreaterThan(0.99)
    for (const [at, { a, b, weight }] of pairs.entries()) {
      expect([a.list, b.list]).toEqual(['casualty-register-2024-05-17.csv', 'namrosh-hospital-2024-05-15.csv'])
      if (at > 0) expect(weight).toBeLessThanOrEqual(pairs[at - 1]!.weight)
    }
  })

  test('a configuration names columns and decides', async () => {
    const odd = join(folder, 'odd.csv')
    await writeFile(odd, 'who,when\nAnna Abel,2024-05-14\nAnna Abel,2024-05-14\nBoris Brant,2024-05-12\n')
    const config = join(folder, 'config.json')
    const different = [
      [
        { list: 'odd.csv', row: 1 },
        { list: 'odd.csv', row: 2 },
      ],
    ]
    await writeFile(config, JSON.stringify({ columns: { who: 'name', when: 'death' } }))
    expect((await run({ lists: [odd], config })).answers.map(({ row }) => row)).toEqual([1, 2, 3])
    await writeFile(config, JSON.stringify({ columns: { who: 'name', when: 'death' }, different }))
    const { answers } = await run({ lists: [odd], config })
    expect(new Set(answers.map(({ person }) => person)).size).toBe(3)
  })

  test('a table of frequencies weighs a name as common as it is beyond the list', async () => {
    const few = join(folder, 'few.csv')
    await writeFile(
      few,
      'name,age,date of death\nDenis Kolar,31,2024-05-12\nDenis Falk,40,2024-05-14\nGreta Lenz,22,2024-05-12\nHugo Kolar,31,2024-05-13\nDenis Kolar,31,2024-05-12\n',
    )
    const config = join(folder, 'frequencies.json')
    const weight = async (count: number) => {
      await writeFile(join(folder, 'given.csv'), `value,count\nDENIS,${count}\nGreta,50\nHugo,50\n`)
      await writeFile(config, JSON.stringify({ frequencies: { given: 'given.csv' } }))
      const { answers } = await run({ lists: [few], config, pairs: true })
      const pairs = answers as unknown as { a: Placed; b: Placed; weight: number }[]
      return pairs.find(({ a, b }) => a.row === 1 && b.row === 5)!.weight
    }
    expect(await weight(1)).toBeGreaterThan((await weight(5000)) + 3)
    await writeFile(join(folder, 'given.csv'), 'value,count\nDenis,many\n')
    await expect(run({ lists: [few], config })).rejects.toThrow(/row 1 has no count above 0/)
    await writeFile(join(folder, 'given.csv'), 'name\nDenis\n')
    await expect(run({ lists: [few], config })).rejects.toThrow(/columns value and count/)
    await writeFile(config, JSON.stringify({ frequencies: { hero: 'given.csv' } }))
    await expect(run({ lists: [few], config })).rejects.toThrow(/no field hero/)
  })

  test.each([
    ['a configuration with a field it does not know', { colums: {} }, /colums/],
    ['a role that does not exist', { columns: { who: 'hero' } }, /who/],
    [
      'a decision on a list that is not given',
      {
        same: [
          [
            { list: 'x.csv', row: 1 },
            { list: 'x.csv', row: 2 },
          ],
        ],
      },
      /not given/,
    ],
  ])('refuses %s', async (_, settings, message) => {
    const config = join(folder, 'bad.json')
    await writeFile(config, JSON.stringify(settings))
    await expect(run({ lists: [REGISTER], config })).rejects.toThrow(message)
  })

  test('refuses a list given twice, and a list without a header it understands', async () => {
    const copy = join(folder, 'copy.csv')
    await writeFile(copy, readFileSync(HOSPITAL))
    await expect(run({ lists: [HOSPITAL, copy] })).rejects.toThrow(/the same bytes/)
    const bare = join(folder, 'bare.csv')
    await writeFile(bare, 'Anna,34\nBoris,35\n')
    await expect(run({ lists: [bare] })).rejects.toThrow(/the first row must be the header/)
  })
})
