/** Plain text is kept as it stands and its lines are told apart by kind. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBytes } from './read-bytes.ts'
import type { ReadText } from './read-result.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function readText(text: string, name = 'report.txt'): Promise<ReadText> {
  const result = await readBytes(utf8(text), { name })
  if (result.kind !== 'text') throw new Error(`expected text, got ${result.kind}: ${result.reason}`)
  return result
}

async function kinds(text: string, name?: string): Promise<[kind: string, text: string][]> {
  const read = await readText(text, name)
  return read.blocks.map((block) => [block.kind, read.text.slice(block.start, block.end)])
}

const BODY = 'The monitor said on Sunday that shelling killed at least 12 people in the old quarter of the town.'
const MORE = 'It added that the count may rise, since rescuers had not reached two of the streets by nightfall.'

describe('the text of a plain file', () => {
  test('is the decoded file, line ends and white space included', async () => {
    const text = `\t Title of it \r\n\r\n${BODY} \r\nThen\rthis.\n\n`
    expect((await readText(text)).text).toBe(text)
  })

  test('drops a byte-order mark and nothing else, and counts its bytes', async () => {
    const read = await readText('\uFEFFتقرير')
    expect(read.text).toBe('تقرير')
    expect(read.blocks[0]!.source).toEqual({ kind: 'bytes', start: 3, end: 13 })
  })

  test('has blocks in order, with white space between them and bytes that decode to them', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        '\u2028',
        ' ',
        '\t',
        'READ MORE\n',
        'By AFP\n',
        BODY,
        MORE,
        'قتل 12 شخصا',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        const text = pieces.join('').replaceAll('\0', '')
        const bytes = utf8(text)
        const result = await readBytes(bytes, { name: 'any.txt' }).catch(() => null)
        if (result?.kind !== 'text') return
        const decoded = new TextDecoder(result.encoding!).decode(bytes)
        expect(result.text).toBe(decoded)
        let from = 0
        for (const block of result.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(from)
          expect(block.end).toBeGreaterThan(block.start)
          expect(result.text.slice(from, block.start).trim()).toBe('')
          from = block.end
          if (block.source.kind !== 'bytes') throw new Error(`expected bytes, got ${block.source.kind}`)
          const own = bytes.subarray(block.source.start, block.source.end)
          expect(new TextDecoder(result.encoding!, { ignoreBOM: true }).decode(own)).toBe(
            result.text.slice(block.start, block.end),
          )
        }
        expect(
          result.text
            .slice(from)

            .trim(),
        ).toBe('')
      }),
      { seed: 20_250_306, numRuns: 400 },
    )
  })
})

describe('kinds', () => {
  test('a headline, a credit broken over lines and its date', async () => {
    expect(await kinds(`Shells fall on the old quarter\nWorld\nBy\nAFP\n| Apr 03, 2025\n${BODY}`)).toEqual([
      ['title', 'Shells fall on the old quarter'],
      ['byline', 'World'],
      ['byline', 'By'],
      ['byline', 'AFP'],
      ['dateline', '| Apr 03, 2025'],
      ['body', BODY],
    ])
  })

  test.each([
    'By AFP',
    'World | By AFP | Apr 03, 2025',
    'Source: Xinhua',
    'Editor: a desk',
    'Reporting by the bureau; editing by the desk',
    'المصدر: رويترز',
    'Reuters',
    'AP, Reuters',
  ])('%s is a byline', async (line) => {
    expect((await kinds(`Shells fall on the old quarter\n${line}\n${BODY}`))[1]).toEqual(['byline', line])
  })

  test.each([
    '2025-07-14 21:14:00',
    'Published: 3 April 2025, 10:22 GMT',
    'Thursday, 3 April 2025',
    'Updated 3 hours ago',
    'الخميس 3 أبريل 2025',
    'DAMASCUS, April 3 (Reuters)',
  ])('%s is a dateline', async (line) => {
    expect((await kinds(`Shells fall on the old quarter\n${line}\n${BODY}`))[1]).toEqual(['dateline', line])
  })

  test.each([
    'Smoke over the quarter last week. (AP: A Name)',
    'Smoke over the quarter on Monday. (A Name/Reuters)',
    'Smoke over the quarter (Photo by A Name)',
    'PHOTO/Agency via AP - Soldiers on a road near the border',
    'FILE PHOTO: Soldiers stand beside a road near the border.',
    'صورة: جنود على الطريق',
  ])('%s is a caption', async (line) => {
    expect((await kinds(`${BODY}\n${line}\n${MORE}`))[1]).toEqual(['caption', line])
  })

  test.each(['Photo shows A man who walks past a wall.', 'Image: a street with rubble on it'])(
    '%s is alternative text',
    async (line) => {
      expect((await kinds(`${BODY}\n${line}\n${MORE}`))[1]).toEqual(['alternative-text', line])
    },
  )

  test.each(['READ MORE', 'Related stories:', 'اقرأ أيضا', 'You may also like'])(
    '%s takes the headlines after it and stops at a sentence',
    async (head) => {
      const links = ['Prices rise again after 40 years', 'Is the bridge to be closed?', '30 killed in a flood abroad']
      const found = await kinds([BODY, head, ...links, MORE].join('\n'))
      expect(found.map(([kind]) => kind)).toEqual(['body', ...Array(4).fill('related-links'), 'body'])
    },
  )

  test('a single line that offers another story', async () => {
    expect((await kinds(`${BODY}\nRead more: 30 killed in a flood abroad\n${MORE}`))[1]![0]).toBe('related-links')
  })

  test.each([
    'Share',
    'Facebook | Twitter | WhatsApp',
    'Subscribe to our newsletter',
    '© 2025 The Paper. All rights reserved.',
    'This site uses cookies to give you the best experience.',
    'تابعونا على تلغرام',
    'جميع الحقوق محفوظة',
    '5 min read',
    '————————',
  ])('%s is boilerplate', async (line) => {
    expect((await kinds(`${BODY}\n${line}\n${MORE}`))[1]).toEqual(['boilerplate', line])
  })

  test('short lines between paragraphs are headings, a list of short lines is not', async () => {
    expect((await kinds(`${BODY}\nA town in fear\n${MORE}`))[1]![0]).toBe('heading')
    const list = await kinds(`${BODY}\n14 in the north\n20 in the south\n6 in the port\n${MORE}`)
    expect(list.map(([kind]) => kind)).toEqual(['body', 'body', 'body', 'body', 'body'])
  })

  test('a headline given twice is a title twice', async () => {
    const found = await kinds(`Shells fall on the old quarter\n\nShells fall on the old quarter\n\n${BODY}`)
    expect(found.map(([kind]) => kind)).toEqual(['title', 'title', 'body'])
  })

  test.each([
    'Subscribe to our appeal, the hospital said, because 30 people were killed',
    'Share this: 12 people were killed in the market',
    'By Friday the toll had risen to 40 dead',
    'By Monday, 12 people had died',
    'Photos show soldiers who executed 12 men, the group said.',
    'Source: the hospital said 14 people were injured',
    'On Monday, the Observatory said 12 civilians were killed. (AFP)',
    'Related to this, the ministry said 12 people were detained.',
    '"Let us share this valley as we did before."',
    '12 killed in the north',
    'Click here and there shells fell, killing 12',
    'The image shows 12 bodies, according to the monitor.',
    'Twelve of the dead were shot at close range',
    'قتل 12 شخصا في القصف على البلدة',
  ])('%s stays body at the end of a text', async (line) => {
    expect((await kinds(`${BODY}\n${MORE}\n${line}`))[2]).toEqual(['body', line])
  })

  test('a file of one line is body', async () => {
    expect(await kinds('12 killed in the north')).toEqual([['body', '12 killed in the north']])
  })
})

describe('hard-wrapped lines', () => {
  const wrapped = [
    'Shells fall on the old quarter',
    '',
    'The monitor said on Sunday that shelling killed at least 12',
    'people in the old quarter of the town. It added that the',
    'count may rise, since rescuers had not reached two of the',
    'streets by nightfall.',
    '',
    'The ministry gave no figure of its own and spoke of a small',
    'number of wounded who had been taken to the two hospitals',
    'of the province.',
  ].join('\n')

  test('join to paragraphs', async () => {
    const found = await kinds(wrapped)
    expect(found.map(([kind]) => kind)).toEqual(['title', 'body', 'body'])
    expect(found[1]![1]).toMatch(/^The monitor[\s\S]*nightfall\.$/)
  })

  test('are not seen in a list of headlines', async () => {
    const lines = [
      'Prices rise again after forty years of calm',
      'A bridge is closed',
      'The harbour opens its gates to ships',
    ]
    expect(await kinds([...lines, BODY].join('\n'))).toHaveLength(4)
  })
})

describe('what the furniture says of the publication', () => {
  test('title, agency, byline and date', async () => {
    const { metadata } = await readText(`Shells fall\nBy A Reporter\nSource: Xinhua\n2025-07-14 21:14:00\n${BODY}`)
    expect(metadata).toMatchObject({
      title: 'Shells fall',
      agency: 'Xinhua',
      byline: 'A Reporter',
      published: '2025-07-14',
      outlet: null,
    })
  })

  test('the agency of a dateline inside the body', async () => {
    expect((await readText(`DAMASCUS, July 14 (Xinhua) -- ${BODY}`)).metadata.agency).toBe('Xinhua')
  })

  test('a date that could be two days is none', async () => {
    expect((await readText(`Shells fall\n03/04/2025\n${BODY}`)).metadata.published).toBe(null)
    expect((await readText(`Shells fall\n23/04/2025\n${BODY}`)).metadata.published).toBe('2025-04-23')
    expect((await readText(`Shells fall\n2025-02-30\n${BODY}`)).metadata.published).toBe(null)
  })
})

describe('Markdown', () => {
  const source = [
    '---',
    'title: "Shells fall"',
    'date: 2025-04-03',
    '---',
    '# Shells fall on *the* old quarter',
    '',
    `${BODY.replace('at least 12', '**at least 12**')}`,
    'See [the statement](https://example.org/2025/1700).',
    '',
    '## What is known',
    '- 12 killed in the north',
    '',
    '![A street](street.jpg)',
    '',
    '| place | killed |',
    '|---|---|',
    '| Port | 12 |',
  ].join('\n')

  test('marks become kinds and inline marks go', async () => {
    expect(await kinds(source, 'report.md')).toEqual([
      ['title', 'Shells fall on the old quarter'],
      ['body', `${BODY} See the statement.`],
      ['heading', 'What is known'],
      ['body', '- 12 killed in the north'],
      ['alternative-text', 'A street'],
      ['table', 'place\tkilled'],
      ['table', 'Port\t12'],
    ])
    expect((await readText(source, 'report.md')).metadata).toMatchObject({
      title: 'Shells fall',
      published: '2025-04-03',
    })
  })
})
