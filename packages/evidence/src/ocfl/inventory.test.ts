/** What JSON.parse would pass over in an inventory, and what the two specifications call by other codes. */
import { expect, test } from 'vitest'
import { collectFindings } from '../findings.ts'
import { readInventory } from './inventory.ts'
import { isRfc3339, type SpecVersion } from './specification.ts'

const digest = 'ab'.repeat(64)
const inventory = `{
  "id": "urn:invented:object",
  "type": "https://ocfl.io/1.1/spec/#inventory",
  "digestAlgorithm": "sha512",
  "head": "v1",
  "manifest": { "${digest}": ["v1/content/report.txt"] },
  "fixity": { "md5": { "0123456789abcdef0123456789abcdef": ["v1/content/report.txt"] } },
  "versions": {
    "v1": {
      "created": "2031-05-07T09:30:00Z",
      "message": "taken in",
      "user": { "name": "R. Example", "address": "urn:invented:person" },
      "state": { "${digest}": ["report.txt"] }
    }
  }
}`

function codes(text: string, spec: SpecVersion = '1.1'): string[] {
  const findings = collectFindings()
  readInventory(Buffer.from(text), 'inventory.json', spec, findings)
  return findings.errors.map(({ code, message }) => `${code} ${message.split(' is there')[0]}`)
}

test('without any, nothing is found', () => expect(codes(inventory)).toEqual([]))

test.each([
  ['"head": "v1",', '"head": "v1", "head": "v1",', 'E033 head'],
  ['["v1/content/report.txt"] },\n  "fix', `["v1/content/report.txt"], "${digest}": [] },\n  "fix`, 'E096 manifest ›'],
  ['"md5": {', '"md5": { "0123456789abcdef0123456789abcdef": [],', 'E097 fixity › md5 ›'],
  ['"manifest": {', '"manifest": {}, "manifest": {', 'E033 manifest'],
  ['"md5": {', '"md5": {}, "md5": {', 'E033 fixity › md5'],
  ['"message": "taken in",', '"message": "taken in", "message": "put in",', 'E033 versions › v1 › message'],
  [`"state": { "${digest}"`, `"state": { "${digest}": ["other.txt"], "${digest}"`, 'E033 versions › v1 › state ›'],
  ['"v1": {', '"v1": {}, "v1": {', 'E033 versions › v1'],
])('%s made %s', (from, to, expected) => {
  expect(inventory).toContain(from)
  const found = codes(inventory.replace(from, to))
  expect(
    found.some((one) => one.startsWith(expected)),
    found.join('\n'),
  ).toBe(true)
})

test('a byte order mark is no JSON', () => expect(codes(`\ufeff${inventory}`)).toHaveLength(1))

test.each([
  [/"manifest": \{[^}]*\}/, '"manifest": []', 'E041', 'E106'],
  [/"fixity": \{[^}]*\} \}/, '"fixity": []', 'E057', 'E111'],
])('%s made %s is %s in 1.0 and %s in 1.1', (from, to, older, newer) => {
  const text = inventory.replace(from, to)
  expect(codes(text, '1.0').map((found) => found.slice(0, 4))).toContain(older)
  expect(codes(text, '1.0').map((found) => found.slice(0, 4))).not.toContain(newer)
  expect(codes(text, '1.1').map((found) => found.slice(0, 4))).toContain(newer)
})

test.each([
  '0000-02-29T00:00:00Z',
  '0004-02-29T00:00:00Z',
  '2032-02-29T09:00:00.5+02:00',
  '2016-12-31T23:59:60Z',
  '2017-01-01T00:59:60+01:00',
  '2016-12-31T15:59:60-08:00',
])('%s is a time', (text) => expect(isRfc3339(text)).toBe(true))

test.each([
  '0001-02-29T00:00:00Z',
  '2031-02-29T09:00:00Z',
  '2031-05-03T12:30:60Z',
  '2031-05-03T23:59:60Z',
  '2016-12-31T23:59:60+01:00',
  '2016-12-31T23:59:61Z',
  '2031-04-31T00:00:00Z',
  '2031-13-01T00:00:00Z',
])('%s is none', (text) => expect(isRfc3339(text)).toBe(false))
