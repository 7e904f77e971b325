import { describe, expect, test } from 'vitest'
import { difference, timeText } from './frame-grab.ts'

const grey = (value: number, pixels = 64) => new Uint8ClampedArray(pixels * 4).fill(value)

describe('the difference of two frames', () => {
  test('is 0 for the same, 255 from black to white, and the share of what changed between', () => {
    expect(difference(grey(90), grey(90))).toBe(0)
    expect(difference(grey(0), grey(255))).toBeCloseTo(255)
    const half = grey(0)
    half.fill(255, half.length / 2)
    expect(difference(grey(0), half)).toBeCloseTo(127.5)
    expect(difference(new Uint8ClampedArray(), grey(3))).toBe(0)
  })
})

test.each([
  [0, '0:00.000'],
  [12.3456, '0:12.346'],
  [59.9996, '1:00.000'],
  [3725.5, '1:02:05.500'],
])('%d seconds are written %s', (time, written) => {
  expect(timeText(time)).toBe(written)
})
