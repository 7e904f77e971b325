/** What JSON.parse would pass over in an inventory: members that are there twice. */
import { expect, test } from 'vitest'
import { collectFindings } from '../findings.ts'
import { readInventory } from './inventory.ts'

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

function codes(text: string): string[] {
  const findings = collectFindings()
  readInventory(Buffer.from(text), 'inventory.json', '1.1', findings)
  return findings.errors.map(({ code, message }) => `${code} ${message.split(' is there')[0]}`)
}

test('without any, nothing is found', () => expect(codes(inventory)).toEqual([]))

test.each([
  ['"head": "v1",', '"head": "v1", "head": "v1",', 'E033 head'],
  ['["v1/content/report.txt"] },\n  "fix', `["v1/content/report.txt"], "${digest}": [] },\n  "fix`, 'E096 manifest ›'],
  ['"md5": {', '"md5": { "0123456789abcdef0123456789abcdef": [],', 'E097 fixity › md5 ›'],
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
