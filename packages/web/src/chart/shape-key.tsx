/** Says how to read the chart's marks. */
import { useMessages } from '../messages/messages.tsx'
import type { MarkShape } from './marks.ts'

const DRAWN: Readonly<Record<Exclude<MarkShape, 'word'>, string>> = {
  point: 'M16 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8z',
  range: 'M13.5 2h5v20h-5z',
  'open-up': 'M16 15a3 3 0 1 1 0 6a3 3 0 1 1 0-6zM15.2 15v-11l-3.6 4.4l-1.2-1l5.6-6.9l5.6 6.9l-1.2 1l-3.6-4.4v11z',
  'open-down': 'M16 9a3 3 0 1 1 0-6a3 3 0 1 1 0 6zM15.2 9v11l-3.6-4.4l-1.2 1l5.6 6.9l5.6-6.9l-1.2-1l-3.6 4.4v-11z',
  fuzzy: 'M16 9a3 3 0 1 1 0 6a3 3 0 1 1 0-6z',
}
const ORDER: readonly MarkShape[] = ['point', 'range', 'open-up', 'open-down', 'fuzzy', 'word']

export function ShapeKey() {
  const { t, named } = useMessages()
  return (
    <details className="shape-key">
      <summary>{t('chart.shapes')}</summary>
      <ul className="plain">
        {ORDER.map((shape) => (
          <li key={shape}>
            {shape === 'word' ? (
              <em aria-hidden="true">{named('word.dozens', 'dozens')}</em>
            ) : (
              <svg viewBox="0 0 32 24" width="32" height="24" aria-hidden="true" fill="currentColor">
                <path d={DRAWN[shape]} />
                {shape === 'fuzzy' && <circle cx="16" cy="12" r="9" opacity="0.25" />}
              </svg>
            )}
            {t(`chart.shape.${shape}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}
