import { describe, expect, test } from 'vitest'
import { sceneOf, tiffOf, withExif } from './picture.fixture.ts'
import { isCutShort } from './picture-end.ts'

describe('a picture that ends before its end', () => {
  test.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const)('is known as %s', (type) => {
    const whole = sceneOf(400, 300, type)
    expect(isCutShort(whole)).toBe(false)
    expect(isCutShort(Buffer.concat([whole, Buffer.from('what a phone adds after it')]))).toBe(false)
    expect(isCutShort(whole.subarray(0, whole.length - 2))).toBe(true)
  })

  test('is known although a preview inside it is whole', () => {
    const preview = sceneOf(40, 30)
    const jpeg = withExif(sceneOf(400, 300), Buffer.concat([tiffOf([]), preview]))
    expect(isCutShort(jpeg)).toBe(false)
    expect(isCutShort(jpeg.subarray(0, jpeg.length - 2))).toBe(true)
  })

  test('is not said of what is no picture', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('words'), Buffer.from('RIFF')])
      expect(isCutShort(bytes)).toBe(false)
  })
})
