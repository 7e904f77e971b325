import { describe, expect, test } from 'vitest'
import { sceneOf, tiffOf, withExif } from './picture.fixture.ts'
import { pictureFault } from './picture-fault.ts'

describe('a picture that ends before its end', () => {
  test.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const)('is known as %s', (type) => {
    const whole = sceneOf(400, 300, type)
    expect(pictureFault(whole)).toBeNull()
    expect(pictureFault(Buffer.concat([whole, Buffer.from('what a phone adds after it')]))).toBeNull()
    expect(pictureFault(whole.subarray(0, whole.length - 2))).toBe('cut-short')
  })

  test('is known from one whose bytes were changed, where the format has a checksum', () => {
    const png = sceneOf(400, 300, 'image/png')
    for (const at of [20, png.indexOf('IDAT') + 9, png.length - 3]) {
      const changed = Buffer.from(png)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(pictureFault(changed)).toBe('damaged')
    }
  })

  test('is known although a preview inside it is whole', () => {
    const preview = sceneOf(40, 30)
    const jpeg = withExif(sceneOf(400, 300), Buffer.concat([tiffOf([]), preview]))
    expect(pictureFault(jpeg)).toBeNull()
    expect(pictureFault(jpeg.subarray(0, jpeg.length - 2))).toBe('cut-short')
  })

  test('is not said of what is no picture', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('words'), Buffer.from('RIFF')])
      expect(pictureFault(bytes)).toBeNull()
  })
})
