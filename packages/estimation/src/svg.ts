/** Pieces of SVG as text: escaped, with coordinates rounded, so that a picture is a pure function of its values. */

export type Attributes = Readonly<Record<string, string | number>>

export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? short(value) : value)}"`)
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

export function words(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return tag('text', { x, y, ...attributes }, escapeXml(text))
}

/** A picture with its title for those who hear it. */
export function picture(width: number, height: number, title: string, children: readonly string[]): string {
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      width,
      height,
      role: 'img',
      'font-family': 'system-ui, sans-serif',
      'font-size': 12,
    },
    tag('title', {}, escapeXml(title)),
    tag('rect', { width, height, fill: '#fff' }),
    ...children,
  )
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Ink that keeps its contrast on white, and greys that carry no meaning of their own. */
export const INK = { text: '#1a1a1a', quiet: '#6b6b6b', line: '#d0d0d0', mark: '#1f5a96', doubt: '#a3471b' } as const

/** Round numbers that divide a range into about five parts: 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number): readonly number[] {
  if (!(high > low)) return [low]
  const raw = (high - low) / 5
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10)
  const marks: number[] = []
  for (let mark = Math.ceil(low / step) * step; mark <= high + step * 1e-9; mark += step) marks.push(mark)
  return marks
}

export function number(value: number): string {
  return Math.round(value).toLocaleString('en')
}
