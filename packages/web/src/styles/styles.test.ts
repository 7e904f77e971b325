/** The styles serve both writing directions, fetch nothing, and colours can be read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SHEETS = Object.fromEntries(
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.css'))
    .map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')]),
)
const CODE = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })

test.each(Object.entries(SHEETS))('%s uses logical properties only', (_, css) => {
  const rules = css.replace(/\/\*.*?\*\//gs, '')
  expect(rules).not.toMatch(/\b(left|right)\b/)
  expect(rules).not.toMatch(/(^|[\s;{])(top|bottom|width|height|(min|max)-(width|height))\s*:/m)
})

test.each(Object.entries(SHEETS))('%s fetches nothing', (_, css) => {
  expect(css).not.toMatch(/url\(|@font-face|https?:/)
})

test('no component writes a physical side into a style', () => {
  for (const [path, code] of Object.entries(CODE)) {
    expect(code, path).not.toMatch(/style=\{\{[^}]*\b(left|right|marginLeft|marginRight|paddingLeft|paddingRight)\b/)
  }
})

const PAIRS = [
  ['ink', 'paper', 4.5],
  ['quiet', 'paper', 4.5],
  ['quiet', 'sunken', 4.5],
  ['link', 'paper', 4.5],
  ['reviewed', 'paper', 4.5],
  ['rejected', 'paper', 4.5],
  ['warn', 'warn-paper', 4.5],
  ['ink', 'figure', 4.5],
  ['ink', 'chosen', 4.5],
  ['ink', 'at', 4.5],
  ['focus', 'paper', 3],
  ['rule-strong', 'paper', 3],
  ...[1, 2, 3, 4, 5, 6, 7].map((at) => [`origin-${at}`, 'paper', 4.5] as const),
] as const

test.each(PAIRS)('%s on %s reaches %s to 1 in light and dark', (text, ground, wanted) => {
  for (const theme of [0, 1]) expect(contrast(color(text, theme), color(ground, theme))).toBeGreaterThanOrEqual(wanted)
})

function color(name: string, theme: number): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(SHEETS['base.css'] ?? '')
  const value = found?.[theme + 1]
  if (value === undefined) throw new Error(`base.css gives no colours for --${name}`)
  return value
}

/** Contrast ratio of two colours (WCAG 2.2, "contrast ratio" and "relative luminance"). */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
