import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatedKeys } from './repeated-keys.ts'

const paths = (text: string) => {
  JSON.parse(text)
  return repeatedKeys(text).map(({ path }) => path.join('/'))
}

test.each([
  ['{"a":1,"b":2,"a":3}', ['a']],
  ['{"a":{"b":1},"c":{"b":1,"b":2}}', ['c/b']],
  ['{"a":[{"x":1},{"x":1,"x":2}]}', ['a/1/x']],
  [String.raw`{"a":1,"\u0061":2}`, ['a']],
  ['{"a":"a","b":"a\\",\\"a\\":"}', []],
  ['{"a":{"a":{"a":"{\\"a\\":1,\\"a\\":2}"}}}', []],
  ['{"":1,"":2}', ['']],
  ['{"a":1,"a":2,"a":3}', ['a', 'a']],
  ['["a","a",["a","a"]]', []],
  ['{"a":["b",",","b"],"c":{},"d":[],"c":0}', ['c']],
  ['{ "a" : 1 ,\n "a"\t: 2 }', ['a']],
])('%s', (text, expected) => expect(paths(text)).toEqual(expected))

test('what JSON.stringify writes repeats nothing, and one member more is found', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(paths(JSON.stringify(value))).toEqual([])
      expect(paths(JSON.stringify(value, null, 2))).toEqual([])
      const twice = `{"k":${JSON.stringify(value)},"k":0}`
      expect(paths(twice)).toEqual(['k'])
    }),
    { seed: 5, numRuns: 500 },
  )
})
