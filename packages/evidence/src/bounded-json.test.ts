import { expect, test } from 'vitest'
import { DEEPEST, MOST_VALUES, parseBounded, UnboundedJsonError } from './bounded-json.ts'

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test('gives what JSON.parse gives, and counts nothing that stands in a string', () => {
  const value = { a: [1, -2.5e3, null, true], 'b"\\': `${'['.repeat(999)}\\"${'{'.repeat(999)}`, c: nested(9) }
  expect(parseBounded(JSON.stringify(value))).toEqual(value)
  expect(parseBounded(nested(DEEPEST))).toHaveLength(1)
  for (const text of ['', '{', '"', '"\\', ']', '[1,]']) expect(() => parseBounded(text)).toThrow(SyntaxError)
})

test('refuses what nests deeper or holds more than anything kept here, before it takes memory', () => {
  expect(() => parseBounded(nested(DEEPEST + 1))).toThrow(UnboundedJsonError)
  expect(() => parseBounded('{"a":'.repeat(200_000))).toThrow(UnboundedJsonError)
  expect(() => parseBounded(`[${'1,'.repeat(MOST_VALUES)}1]`)).toThrow(UnboundedJsonError)
})
