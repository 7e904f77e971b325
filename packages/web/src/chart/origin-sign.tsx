/** Colour and sign of an origin: two ways to tell it, so that neither colour sight nor print is needed. */

const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross', 'wye'] as const
const COLORS = 7

export function originColor(at: number): string {
  return `var(--origin-${(Math.max(0, at) % COLORS) + 1})`
}

export function originSymbol(at: number): (typeof SYMBOLS)[number] {
  return SYMBOLS[Math.max(0, at + Math.floor(at / COLORS)) % SYMBOLS.length]!
}

const PATHS: Readonly<Record<(typeof SYMBOLS)[number], string>> = {
  circle: 'M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  square: 'M3.5 3.5h9v9h-9z',
  triangle: 'M8 2.5l6 10.5h-12z',
  diamond: 'M8 1.5l4.5 6.5l-4.5 6.5l-4.5-6.5z',
  star: 'M8 1.5l1.6 4.4h4.7l-3.8 2.9l1.4 4.6l-3.9-2.8l-3.9 2.8l1.4-4.6l-3.8-2.9h4.7z',
  cross: 'M6 2.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z',
  wye: 'M6.4 14v-5l-4.3-2.6l1.6-2.8l4.3 2.6l4.3-2.6l1.6 2.8l-4.3 2.6v5z',
}

export function OriginSign({ at }: { at: number }) {
  return (
    <svg className="origin-sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill={originColor(at)}>
      <path d={PATHS[originSymbol(at)]} />
    </svg>
  )
}
