import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invented, inventedCase } from '../test-cases/lineage-invented.ts'
import { deriveLineage } from './lineage.ts'
import type { Edge, ReadDocument } from './lineage-model.ts'

const STORY = [
  'Shells struck the fish market of Port Ardal shortly after nightfall, and the harbour wall collapsed on the crowd.',
  'The Quiet Coast Observatory counted at least 213 civilians dead and said militiamen of the Salt Brigade had fired from the lighthouse.',
  'Harbour master Denno Varsik told callers that "the tide carried the stalls away before anyone could reach the ladders".',
  'Nurses stitched wounds by lamplight because the island generator had been dismantled for scrap in spring.',
  'Governor Ilsa Brandec, who took office in June, promised to publish an inquiry within six weeks.',
  'Fishing families from Oster and Kelm have camped on the salt flats ever since.',
]

const RETOLD = [
  'An evening bombardment hit Port Ardal’s fish market, bringing the harbour wall down on shoppers.',
  'At least 213 civilians died, according to the Quiet Coast Observatory, which places the firing position of the Salt Brigade militia at the lighthouse.',
  'The harbour master, Denno Varsik, said by telephone that "the tide carried the stalls away".',
  'With the island generator sold as scrap last spring, nurses closed wounds under lamps.',
  'An inquiry will be published in six weeks, pledged Governor Ilsa Brandec, in office since June.',
  'Families of fishermen from Kelm and Oster now camp out on the salt flats.',
]

const ELSEWHERE = [
  'Survivors of the strike on Port Ardal were still arriving at the mainland clinic of Tessen on Wednesday.',
  'Surgeon Amra Holt counts 61 amputations in two days and fears infection more than bleeding.',
  'Her ward lacks morphine, she said, and the ferry that brings supplies was requisitioned by the coast guard.',
  'Insurers in Tessen refuse to cover boats that sail past the lighthouse.',
]

const doc = (id: string, lines: readonly string[], rest: Partial<Parameters<typeof invented>[0]> = {}) =>
  invented({ id, lines, ...rest })

function only(documents: readonly ReadDocument[]): Edge | undefined {
  const { edges } = deriveLineage(documents)
  expect(edges.length).toBeLessThanOrEqual(1)
  return edges[0]
}

describe('kinds', () => {
  test('a cut of a text is verbatim, from the earlier to the later', () => {
    const edge = only([
      doc('a', STORY, { published: '2031-06-02' }),
      doc('b', STORY.slice(1, 5), { published: '2031-06-03' }),
    ])
    expect(edge).toMatchObject({ a: 'a', b: 'b', kind: 'verbatim', direction: 'a-to-b' })
    expect(edge!.evidence.filter(({ kind }) => kind === 'sentence')).toHaveLength(4)
    for (const { a, b } of edge!.evidence) {
      expect(a.text).not.toBe('')
      expect(b.text).not.toBe('')
    }
  })

  test('a text with words changed here and there is edited', () => {
    const edited = STORY.map((line) =>
      line.replace('shortly after', 'after').replace('ever since', 'since then').replace('told callers', 'said'),
    )
    expect(only([doc('a', STORY), doc('b', edited)])).toMatchObject({ kind: 'edited' })
  })

  test('the same story in other words is a paraphrase, with its sentences side by side', () => {
    const edge = only([doc('b', RETOLD, { published: '2031-06-02' }), doc('a', STORY, { published: '2031-06-02' })])
    expect(edge).toMatchObject({ kind: 'paraphrase' })
    expect(edge!.evidence.filter(({ kind }) => kind === 'sentence').length).toBeGreaterThanOrEqual(5)
  })

  test('what keeps a quotation whole is nearer the origin than what shortens it, where dates do not tell', () => {
    expect(
      only([doc('b', RETOLD, { published: '2031-06-02' }), doc('a', STORY, { published: '2031-06-02' })])!.direction,
    ).toBe('a-to-b')
  })

  test('text of one agency under two local leads is a shared wire, and neither derives from the other', () => {
    const lead = (place: string) => [
      `Readers in ${place} with kin on the island have been calling this office since dawn.`,
      `The parish of ${place} will ring its bells at noon for the missing.`,
    ]
    const edge = only([
      doc('a', [...lead('Hallow'), ...STORY.slice(1)], { agency: 'AFP', published: '2031-06-02' }),
      doc('b', [...lead('Mirren'), ...STORY.slice(1, 5)], { agency: 'AFP', published: '2031-06-03' }),
    ])
    expect(edge).toMatchObject({ kind: 'shared-wire', direction: 'none' })
  })

  test('the agency itself is the source of its wire', () => {
    const edge = only([
      doc('a', STORY, { agency: 'AFP', outlet: 'The Hallow Post', published: '2031-06-02' }),
      doc('b', STORY, { outlet: 'AFP', published: '2031-06-02' }),
    ])
    expect(edge).toMatchObject({ kind: 'shared-wire', direction: 'b-to-a' })
  })

  test('a long quotation in two separately written texts is one statement', () => {
    const quote = '"no vessel of this republic has fired on its own harbours and none will while I hold this seal"'
    const edge = only([
      doc('a', [`Admiral Rook told the chamber that ${quote}.`, ...ELSEWHERE]),
      doc('b', [
        `In a letter read on the radio the admiral insists: ${quote}.`,
        'Bread prices in the capital doubled over the week.',
        'Strikers blocked the tramways.',
      ]),
    ])
    expect(edge).toMatchObject({ kind: 'same-primary-statement', direction: 'none' })
    expect(edge!.evidence.some(({ kind }) => kind === 'quote')).toBe(true)
  })

  test('separate reports of one event have no edge', () => {
    expect(only([doc('a', STORY), doc('b', ELSEWHERE)])).toBeUndefined()
  })

  test('a form filled with other names and numbers is no derivation', () => {
    const bulletin = (place: string, n: number, day: string) => [
      `The monitor recorded ${n} strikes on ${place} on ${day}, most of them around the ${place} grain depot.`,
      `Crews of ${place} cleared the roads of ${place} by the evening of ${day}, the duty officer wrote.`,
      `No vehicle reached ${place} before ${n + 3} barriers were taken down on ${day}.`,
    ]
    expect(only([doc('a', bulletin('Tessen', 14, 'Monday')), doc('b', bulletin('Kelm', 31, 'Friday'))])).toBeUndefined()
  })
})

describe('what counts', () => {
  const links = [
    'Ten cafés to try this winter',
    'Grain futures slide as traders wait for rain',
    'Our quiz: how well do you know your port?',
  ]
  const furniture = (kind: 'related-links' | 'boilerplate' | 'alternative-text') =>
    links.map((text) => ({ kind, text }))

  test.each(['related-links', 'boilerplate', 'alternative-text'] as const)(
    '%s never make two documents alike',
    (kind) => {
      const { edges } = deriveLineage([
        invented({ id: 'a', lines: [...STORY, ...furniture(kind)] }),
        invented({ id: 'b', lines: ['A tram derailed in Hallow without injury.', ...furniture(kind)] }),
      ])
      expect(edges).toEqual([])
    },
  )
})

describe('bad input', () => {
  test('no documents, empty text, one sentence, no blocks', () => {
    expect(deriveLineage([])).toEqual({ edges: [], drift: [] })
    const documents = [doc('a', []), doc('b', ['Word.']), { ...doc('c', STORY), blocks: [] }, doc('d', STORY)]
    expect(deriveLineage(documents).edges.map(({ a, b, kind }) => [a, b, kind])).toEqual([['c', 'd', 'verbatim']])
  })

  test('undated, future-dated and unreadable dates give an edge without a made-up direction', () => {
    for (const published of [null, 'sometime', '9999-12-31']) {
      const edge = only([doc('a', STORY, { published }), doc('b', STORY, { published })])
      expect(edge).toMatchObject({ kind: 'verbatim', direction: 'none' })
    }
    expect(only([doc('a', STORY, { published: null }), doc('b', STORY, { published: '2031-06-02' })])!.direction).toBe(
      'none',
    )
    expect(
      only([doc('a', STORY, { published: '2031' }), doc('b', STORY, { published: '2031-06-02' })])!.direction,
    ).toBe('none')
  })

  test('one text under two dates is one text, from the earlier to the later; a date behind its capture tells nothing', () => {
    const [early, late] = [{ published: '2031-06-02' }, { published: '2031-06-09' }]
    expect(only([doc('a', STORY, late), doc('b', STORY, early)])).toMatchObject({
      kind: 'verbatim',
      direction: 'b-to-a',
    })
    const impossible = { ...doc('a', STORY, { published: '2099-01-01' }), captured: '2031-06-20' }
    expect(only([impossible, doc('b', STORY, early)])).toMatchObject({ kind: 'verbatim', direction: 'none' })
  })

  test('a document of one sentence is joined to the text that it repeats', () => {
    const edge = only([
      doc('a', STORY, { published: '2031-06-02' }),
      doc('b', STORY.slice(1, 2), { published: '2031-06-03' }),
    ])
    expect(edge).toMatchObject({ kind: 'verbatim', direction: 'a-to-b' })
  })

  test('a language that is not read is still compared by its words', () => {
    const text = [
      'Het marktplein van Oudewater lag vol puin toen de brandweer uit Montfoort arriveerde.',
      'Burgemeester Van Dalen sprak van een zwarte dag voor de hele polder.',
    ]
    expect(only([doc('a', text, { language: 'nl' }), doc('b', text, { language: null })])).toMatchObject({
      kind: 'verbatim',
    })
  })

  test('one short sentence in common is not enough for an edge', () => {
    expect(only([doc('a', ['Talks resume.', ...STORY]), doc('b', ['Talks resume.', ...ELSEWHERE])])).toBeUndefined()
  })

  test('a document of five hundred pages is aligned with an excerpt of it', () => {
    const pages = Array.from(
      { length: 9000 },
      (_, i) =>
        `Witness ${i} of hamlet Vor${(i * 7919) % 9973} recalled cart number ${(i * 31) % 8111} on the causeway.`,
    )
    const began = performance.now()
    const edge = only([doc('a', pages), doc('b', pages.slice(4000, 4012))])
    expect(edge).toMatchObject({ kind: 'verbatim' })
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  test('two texts of five hundred pages in two scripts are laid side by side', () => {
    const english = Array.from({ length: 3000 }, (_, i) => `Witness Karmun of hamlet Tabzan counted ${1000 + i} carts.`)
    const arabic = Array.from({ length: 3000 }, (_, i) => `أحصى الشاهد كرمون من قرية تابزان ${1000 + i} عربة.`)
    const began = performance.now()
    const edge = only([doc('a', english), doc('b', arabic, { language: 'ar' })])
    expect(edge).toMatchObject({ kind: 'paraphrase' })
    expect(performance.now() - began).toBeLessThan(40_000)
  })
})

describe('laws', () => {
  const pairs = inventedCase()

  test('the order of the documents changes nothing', () => {
    const expected = JSON.stringify(deriveLineage(pairs))
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (shuffled) => {
        expect(JSON.stringify(deriveLineage(shuffled))).toBe(expected)
      }),
      { seed: 4, numRuns: 12 },
    )
  })

  test('edges are ordered, unique, sure enough, and cite their documents', () => {
    const { edges, drift } = deriveLineage(pairs)
    const text = new Map(pairs.map((document) => [document.id, document.text]))
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length)
    expect(new Set(drift.map(({ id }) => id)).size).toBe(drift.length)
    for (const edge of edges) {
      expect(edge.a < edge.b).toBe(true)
      expect(edge.confidence).toBeGreaterThanOrEqual(0.5)
      expect(edge.confidence).toBeLessThan(1)
      for (const { a, b } of edge.evidence) {
        expect(text.get(edge.a)!.slice(a.start, a.end)).toBe(a.text)
        expect(text.get(edge.b)!.slice(b.start, b.end)).toBe(b.text)
      }
    }
  })
})

describe('across languages', () => {
  const english = doc(
    'en',
    [
      'Rockets hit the Tamrin district of Qasr Dalman on Sunday, the Badran Casualty Monitor said, counting 183 dead.',
      'Hospitals in Dalman and Rashmut admitted 412 wounded, doctor Salim Kardan told reporters.',
      'The Nusran Brigade of commander Hamid Taskar denied firing on the Tamrin district.',
      'More than 2,600 families fled from Qasr Dalman towards Rashmut by Tuesday.',
      'Minister Fadel Marzun promised that a committee would report in 30 days.',
    ],
    { published: '2031-05-05' },
  )
  const arabic = doc(
    'ar',
    [
      'قال مرصد بدران للضحايا إن صواريخ أصابت حي تمرين في قصر دلمان يوم الأحد وأحصى 183 قتيلاً.',
      'واستقبلت مستشفيات دلمان ورشموت 412 جريحاً بحسب الطبيب سليم كردان.',
      'ونفى لواء نسران بقيادة حامد تسكار إطلاق النار على حي تمرين.',
      'وفرت أكثر من 2600 عائلة من قصر دلمان نحو رشموت حتى الثلاثاء.',
      'ووعد الوزير فاضل مرزون بأن تقدم لجنة تقريرها خلال 30 يوماً.',
    ],
    { published: '2031-05-06', language: 'ar' },
  )
  const elsewhere = doc(
    'ar2',
    [
      'أغلقت المدارس أبوابها في رشموت يوم الأحد بسبب العواصف.',
      'وقالت البلدية إن 45 شجرة سقطت على طريق دلمان.',
      'وتوقع خبراء الطقس أمطاراً أخرى.',
    ],
    { published: '2031-05-06', language: 'ar' },
  )

  test('a translation is found by its names, numbers and dates, and shows them', () => {
    const { edges, drift } = deriveLineage([arabic, english, elsewhere])
    expect(edges).toEqual([expect.objectContaining({ a: 'ar', b: 'en', kind: 'paraphrase', direction: 'b-to-a' })])
    const names = edges[0]!.evidence.filter(({ kind }) => kind === 'name').map(({ a, b }) => `${a.text} ${b.text}`)
    expect(names).toContain('كردان Kardan')
    expect(drift).toEqual([])
  })
})
