/** What a manifest may hold, and what it says where a row cannot be used. */
import { describe, expect, test } from 'vitest'
import { ManifestError, parseManifest } from './manifest.ts'
import { readEdtfDay } from './manifest-date.ts'

const HEADER = 'file,url,outlet,agency,published,language,title'
const parsed = (...lines: string[]) => parseManifest([HEADER, ...lines].join('\n'), 'manifest.csv')

describe('a manifest', () => {
  test('gives the rows of each file', () => {
    const { rows, problems } = parsed('a.txt,https://a.example/1,The Paper,AFP,2025-04-03,EN-gb,"Shells, and fire"')
    expect(problems).toEqual([])
    expect([...rows]).toEqual([
      [
        'a.txt',
        [
          {
            url: 'https://a.example/1',
            outlet: 'The Paper',
            agency: 'AFP',
            published: '2025-04-03',
            language: 'en',
            title: 'Shells, and fire',
            modified: null,
            captured: null,
          },
        ],
      ],
    ])
  })

  test('takes a byte-order mark, semicolons, other orders of columns and columns of its own', () => {
    const { rows, extras, problems } = parseManifest(
      '\uFEFFOutlet;File;Desk\r\nThe Paper;.\\sub\\a.txt;north\r\n',
      'm.csv',
    )
    expect(problems).toEqual([])
    expect(rows.get('sub/a.txt')?.[0]?.outlet).toBe('The Paper')
    expect(extras.get('sub/a.txt')).toEqual([{ desk: 'north' }])
  })

  test('takes when a page was changed and captured', () => {
    const { rows, problems } = parseManifest(
      'file,published,updated,retrieved\na.txt,2025-04-03,2025-04-05T09:00:00Z,2025-04\nb.txt,,yesterday,',
      'm.csv',
    )
    expect(rows.get('a.txt')?.[0]).toMatchObject({ modified: '2025-04-05', captured: '2025-04' })
    expect(problems).toEqual([expect.stringContaining('line 3: "yesterday" is no date')])
  })

  test('keeps two publications of one file', () => {
    const { rows, problems } = parsed('a.txt,,The Paper,,2025-04-03,,', 'a.txt,,The Herald,,2025-04-03,,')
    expect(problems).toEqual([])
    expect(rows.get('a.txt')?.map(({ outlet }) => outlet)).toEqual(['The Paper', 'The Herald'])
  })

  test('names a row that repeats or contradicts another', () => {
    const row = 'a.txt,,The Paper,,2025-04-03,,First title'
    const { rows, problems } = parsed(row, row, 'a.txt,,The Paper,,2025-04-03,,Second title')
    expect(rows.get('a.txt')).toHaveLength(1)
    expect(problems).toEqual([
      'manifest.csv, line 3: repeats line 2 for a.txt; the row is not used again',
      'manifest.csv, line 4: contradicts line 2 for a.txt in title; line 2 is used: correct one of them',
    ])
  })

  test('names invalid dates and languages, and keeps the rest of the row', () => {
    const { rows, problems } = parsed('a.txt,,The Paper,,2025-02-30,english?,A title')
    expect(rows.get('a.txt')?.[0]).toMatchObject({
      outlet: 'The Paper',
      published: null,
      language: null,
      title: 'A title',
    })
    expect(problems).toHaveLength(2)
    expect(problems[0]).toContain('line 2: "2025-02-30" is no date')
  })

  test('names a row without a file and leaves out empty ones', () => {
    const { rows, problems } = parsed(',,The Paper,,,,', ',,,,,,', '')
    expect(rows.size).toBe(0)
    expect(problems).toEqual(['manifest.csv, line 2: no file is named; the row is not used'])
  })

  test('names a row with more cells than columns', () => {
    expect(parsed('a.txt,,,,,,Shells, and fire').problems[0]).toContain('8 cells under 7 columns')
  })

  test.each([
    ['', 'no column "file"'],
    ['url,outlet\nx,y', 'no column "file"'],
    ['file,title\na.txt,"open', 'not a table'],
    ['file,title,title\na.txt,b,c', 'two columns "title"'],
  ])('%j is refused', (text, message) => {
    expect(() => parseManifest(text, 'manifest.csv')).toThrow(ManifestError)
    expect(() => parseManifest(text, 'manifest.csv')).toThrow(message)
  })
})

describe('dates of a manifest', () => {
  test.each([
    ['2025-04-03', '2025-04-03'],
    ['2025-04', '2025-04'],
    ['2025', '2025'],
    ['2025-04-03T21:14:00Z', '2025-04-03'],
    ['2025-04-03 21:14', '2025-04-03'],
    ['2025-04~', '2025-04~'],
    ['2025-03-06/2025-03-09', '2025-03-06/2025-03-09'],
    ['2025-03-06/..', '2025-03-06/..'],
    ['202X', '202X'],
    ['2025-04-XX', '2025-04-XX'],
  ])('%s is read as %s', (cell, date) => {
    expect(readEdtfDay(cell)).toBe(date)
  })

  test.each([
    '3 April 2025',
    '03/04/2025',
    '2025-13',
    '2025-02-29',
    '2025-4-3',
    '2025-03-09/2025-03-06',
    '../..',
    'soon',
  ])('%s is none', (cell) => {
    expect(readEdtfDay(cell)).toBe(null)
  })
})
