/** Every decision that the app offers, taken in a browser on one invented case: what is asked for is what is recorded. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DECISION_ACTIONS } from '../../packages/workbench/src/model/decision.ts'
import type {
  CaseLedger,
  CaseLineage,
  Decision,
  DocumentSummary,
  PersonDetail,
  PersonSummary,
  ReviewedFigure,
} from '../../packages/workbench/src/publish/contract.ts'
import { findBrowser } from './browser.ts'
import { openProgram, ROOT, type Serving } from './program.ts'

const BOOK = join(ROOT, 'casebook/zelmora-tolmesh-2024')
const LISTS = [
  'casualty-register-2024-05-17.csv',
  'documentation-circle-2024-05-16.csv',
  'namrosh-hospital-2024-05-15.csv',
]
/** Who may read along and who dates the log is set on the command line alone; `media.test.ts` keeps frames of footage. */
const ELSEWHERE = ['keep-frame', 'second-reader', 'timestamp-authorities', 'witnesses']

const found = await findBrowser()
const browser = typeof found === 'string' ? null : found
const { run, serve, path } = openProgram()

let serving: Serving
let page: Page

beforeAll(async () => {
  if (browser === null) return
  // The smallest PNG there is: one pixel, to be transcribed.
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  writeFileSync(path('scan.png'), Buffer.from(pixel, 'base64'))
  await run('new', 'valley', '--from', join(BOOK, 'case.json'))
  expect(await run('add', 'valley', join(BOOK, 'reports'), join(BOOK, 'lists'), 'scan.png')).toMatchObject({ code: 0 })
  for (const list of LISTS)
    await run(
      'register',
      'valley',
      'add',
      list,
      '--list',
      list.slice(0, 4),
      '--by',
      'R. Invented',
      '--reason',
      'a list',
    )
  serving = await serve('valley')
  page = await (browser as Browser).newPage({ locale: 'en', reducedMotion: 'reduce' })
  page.setDefaultTimeout(20_000)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await serving?.stop()
})

async function asked<T>(verb: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  const response = await fetch(`${serving.address}api/${verb}?${new URLSearchParams(query)}`)
  expect(response.status, verb).toBe(200)
  return (await response.json()) as T
}

const figure = async (value: number): Promise<ReviewedFigure & { document: string }> => {
  const { figures } = await asked<{ figures: (ReviewedFigure & { document: string })[] }>('claims')
  return figures.find((one) => one.value === value && one.review.decision === null)!
}
const documentOf = async (file: string) =>
  (await asked<DocumentSummary[]>('documents')).find(({ files }) => files.includes(file))!
/** A person of the register of whom this holds. */
const person = async (is: (one: PersonDetail) => boolean): Promise<PersonDetail> => {
  const { persons } = await asked<{ persons: PersonSummary[] }>('register-persons')
  for (const { id } of persons) {
    const one = await asked<PersonDetail>('register-show', { id })
    if (is(one)) return one
  }
  throw new Error('no person of the register is like that')
}

const press = (name: string | RegExp, within = 'main') =>
  page.locator(within).getByRole('button', { name }).first().click()
/** A field of the form that is open, by how its label begins: to a browser the choices of a list are part of its label. */
const field = (label: string) => page.locator('form.decide').getByLabel(new RegExp(`^${label}`))
const goTo = async (hash: string) => {
  // Away first: the address it is at already would leave an open form as it is.
  await page.goto('about:blank')
  await page.goto(`${serving.address}${hash}`)
  await page.locator('main h1').first().waitFor()
}
const openFigure = async (value: number) => {
  const { document, id } = await figure(value)
  await goTo(`#/document/${document}?claim=${id}`)
  await page.locator('.panel .buttons').waitFor()
}
const openPerson = async (is: (one: PersonDetail) => boolean) => goTo(`#/register/person/${(await person(is)).id}`)

interface Path {
  readonly action: Decision['action']
  readonly target: string
  /** What the record holds of it; not named, it holds nothing. */
  readonly set?: unknown
  /** Whether the path signs and sends by itself, without the form that all others have. */
  readonly alone?: true
  /** From anywhere to a form that only lacks its reason. */
  readonly steps: () => Promise<void>
}

const PATHS: Readonly<Record<string, Path>> = {
  'a figure is accepted': {
    ...{ action: 'accept', target: 'figure' },
    steps: async () => {
      await openFigure(62)
      await press(/^Accept/, '.panel')
    },
  },
  'a figure is rejected': {
    ...{ action: 'reject', target: 'figure' },
    steps: async () => {
      await openFigure(58)
      await press(/^Reject/, '.panel')
    },
  },
  'a figure is corrected': {
    ...{ action: 'correct', target: 'figure', set: { place: 'Namrosh' } },
    steps: async () => {
      await openFigure(74)
      await press(/^Correct/, '.panel')
      await field('Place').fill('Namrosh')
    },
  },
  'words are added as a claim': {
    ...{ action: 'add', target: 'claim', set: expect.objectContaining({ kind: 'caveat' }) },
    steps: async () => {
      const { id } = await documentOf('harvint-courier-2024-05-13.txt')
      await goTo(`#/document/${id}`)
      await press('Add a figure or claim')
      await field('Exact words of the document').fill('Tolmesh valley')
      await field('What it is').selectOption('caveat')
    },
  },
  'a scan is transcribed': {
    ...{
      action: 'transcribe',
      target: 'item',
      set: expect.objectContaining({ text: 'Seen by nobody.', language: 'en' }),
    },
    steps: async () => {
      await goTo(`#/document/${(await documentOf('scan.png')).id}`)
      await press('Transcribe')
      await field('Words, as they are seen').fill('Seen by nobody.')
      await field('Language').selectOption('en')
    },
  },
  'a derivation is accepted': {
    ...{ action: 'accept', target: 'edge' },
    steps: async () => {
      await goTo('#/lineage')
      await press('Accept', '.edges')
    },
  },
  'a derivation is rejected': {
    ...{ action: 'reject', target: 'edge' },
    steps: async () => {
      await goTo('#/lineage')
      await press('Reject', '.edge[data-status="machine-read"]')
    },
  },
  'the kind and direction of a derivation are corrected': {
    ...{ action: 'correct', target: 'edge', set: { kind: 'paraphrase', direction: 'b-to-a' } },
    steps: async () => {
      await goTo('#/lineage')
      await press('Correct', '.edge[data-status="machine-read"]')
      await field('Kind').selectOption('paraphrase')
      await field('Direction').selectOption('b-to-a')
    },
  },
  'a derivation is added': {
    ...{ action: 'add-edge', target: 'edge', set: expect.objectContaining({ kind: 'same-primary-statement' }) },
    steps: async () => {
      await goTo('#/lineage')
      await press('Add a derivation')
      const [a, b] = [
        await documentOf('fesdal-observer-2024-05-15.md'),
        await documentOf('sawt-tolmesh-2024-05-14.txt'),
      ]
      await field('First document').selectOption(a.id)
      await field('Second document').selectOption(b.id)
      await field('Kind').selectOption('same-primary-statement')
    },
  },
  'the rule of ranges is chosen': {
    ...{ action: 'range-rule', target: 'case', set: { rule: 'mark-unknown', origin: null } },
    steps: async () => {
      await goTo('#/ledger')
      await press('Choose the rule')
      await field('Rule').selectOption('mark-unknown')
    },
  },
  'dependence between origins is recorded': {
    ...{ action: 'independence', target: 'origins', set: expect.objectContaining({ dependence: 'same-witnesses' }) },
    steps: async () => {
      await goTo('#/ledger')
      await press('Record what is known of their dependence')
      await field('What is known').selectOption('same-witnesses')
    },
  },
  'a series is split': {
    ...{
      action: 'split-series',
      target: 'series',
      set: { figures: [expect.objectContaining({ quote: expect.any(String) })] },
    },
    steps: async () => {
      const { series } = await asked<CaseLedger>('ledger')
      await goTo('#/ledger')
      await press('Split figures off a series')
      await field('Series').selectOption(
        series.find(({ origin, points }) => origin === 'Lamis Durraqi' && points.length > 1)!.id,
      )
      await page.locator('form.decide input[type=checkbox]').last().check()
    },
  },
  'two series are joined': {
    ...{ action: 'join-series', target: 'series', set: expect.anything() },
    steps: async () => {
      const { series } = await asked<CaseLedger>('ledger')
      const [a, b] = series.filter(
        ({ origin, victims, scope }) =>
          origin === 'Tolmesh Documentation Circle' && victims === 'people' && scope === 'total',
      )
      await goTo('#/ledger')
      await press('Join two series')
      await field('First series').selectOption(a!.id)
      await field('Second series').selectOption(b!.id)
    },
  },
  'two names are one': {
    ...{ action: 'merge-names', target: 'names', set: expect.objectContaining({ of: 'place' }) },
    steps: async () => {
      await goTo('#/ledger')
      await press('Two names are one party or place')
      await field('What it is').selectOption('place')
      await field('First name, as a document writes it').fill('market of Namrosh')
      await field('Second name, as a document writes it').fill('Namrosh')
    },
  },
  'two names are not one': {
    ...{ action: 'split-names', target: 'names', set: expect.objectContaining({ of: 'place' }) },
    steps: async () => {
      await goTo('#/ledger')
      await press('Two names are not one party or place')
      await field('What it is').selectOption('place')
      await field('First name, as a document writes it').fill('Oddrin')
      await field('Second name, as a document writes it').fill('أودرين')
    },
  },
  'two persons are one': {
    ...{ action: 'merge-persons', target: 'entries' },
    steps: async () => {
      await openPerson(({ near }) => near.length > 0)
      await page.locator('section details summary').last().click()
      await page.getByRole('button', { name: 'The same person as this one' }).last().click()
    },
  },
  'a pair of the review queue is answered': {
    ...{ action: 'answer-pair', target: 'entries', set: expect.objectContaining({ answer: 'different' }), alone: true },
    steps: async () => {
      await goTo('#/register/review')
      const signature = page.locator('.filter input')
      await signature.first().fill('R. Invented')
      await signature.last().fill('seen with my own eyes')
      await press(/^Different/, '.pair')
      await page.getByText('Recorded: Different.').waitFor()
    },
  },
  'a note is kept with a person': {
    ...{ action: 'note-person', target: 'entries', set: expect.objectContaining({ note: 'Ask the hospital.' }) },
    steps: async () => {
      await openPerson(() => true)
      await press('Add a note')
      await field('Note').fill('Ask the hospital.')
    },
  },
  'an entry is pulled out of a person': {
    ...{ action: 'split-person', target: 'entries', set: expect.objectContaining({ entries: [expect.any(String)] }) },
    steps: async () => {
      await openPerson(({ entryList }) => entryList.length === 3)
      await page.locator('.entry input[type=checkbox]').last().check()
      await press('Pull out the chosen entries')
    },
  },
  'an entry is no victim record': {
    ...{ action: 'not-a-victim', target: 'entries' },
    steps: async () => {
      await openPerson(({ entryList }) => entryList.length === 1)
      await page.locator('.entry input[type=checkbox]').last().check()
      await press('Chosen entries are no victim record')
    },
  },
  'a decision is undone': {
    ...{ action: 'undo', target: 'decision' },
    steps: async () => {
      await goTo('#/decisions')
      await press('Undo')
    },
  },
}

/** Reason and name, then the button; the form goes once it is recorded. */
async function sign(reason: string): Promise<void> {
  const form = page.locator('form.decide')
  await form.getByLabel(/^Reason/).fill(reason)
  const name = form.getByLabel(/^Your name/)
  if ((await name.count()) > 0) await name.fill('R. Invented')
  await form.getByRole('button', { name: 'Record the decision' }).click()
  const outcome = async () =>
    (await form.count()) === 0 ? 'recorded' : (await form.getByRole('alert').allTextContents()).join()
  await expect.poll(outcome, { timeout: 20_000 }).toBe('recorded')
}

describe.skipIf(browser === null)(`decisions${browser === null ? ` (skipped: ${found as string})` : ''}`, () => {
  test('there is a path to each that the app offers', () => {
    const taken = new Set(Object.values(PATHS).map(({ action }) => action))
    expect([...taken, ...ELSEWHERE].sort()).toEqual([...DECISION_ACTIONS].sort())
  })

  test.each(Object.entries(PATHS))('%s', async (_, { action, target, set, alone, steps }) => {
    const before = await asked<Decision[]>('decisions')
    await steps()
    if (alone === undefined) await sign('seen with my own eyes')
    const after = await asked<Decision[]>('decisions')
    expect(after).toHaveLength(before.length + 1)
    const recorded = after.at(-1)!
    expect(recorded).toMatchObject({
      action,
      by: 'R. Invented',
      reason: 'seen with my own eyes',
      target: { kind: target },
    })
    if (set !== undefined) expect(recorded.set).toEqual(set)
  })

  test('a corrected derivation shows its kind and what the machine had found', async () => {
    const { edges } = await asked<CaseLineage>('lineage')
    expect(edges.filter(({ review }) => review.status === 'corrected')).toMatchObject([
      { kind: 'paraphrase', direction: 'b-to-a', machine: { kind: 'shared-wire', direction: 'none' } },
    ])
    await goTo('#/lineage')
    const edge = page.locator('.edge[data-status="corrected"]')
    await edge.waitFor()
    expect(await edge.locator('.tag[data-kind]').textContent()).toBe('paraphrase')
    expect(await edge.locator('del').textContent()).toBe('shared wire')
    await goTo('#/decisions')
    await page.locator('ins', { hasText: 'the first derives from the second' }).waitFor()
  })
})
