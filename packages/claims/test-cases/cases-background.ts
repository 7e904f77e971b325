/** Short texts in which an older war or attack stands beside the news. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const BACKGROUND: readonly FigureCase[] = [
  {
    published: '2025-03-09',
    text: "The clashes are the worst since the end of a 14-year war that killed half a million people. In this week's violence at least 70 have died, a monitor said.",
    figures: [
      { printed: 'half a million | 500000 | exact | killed | -', scope: 'background' },
      { printed: 'at least 70 | 70 | at_least | killed | monitor' },
    ],
  },
  {
    published: '2024-04-07',
    text: 'Rwanda marks thirty years since the genocide in which some 800,000 Tutsi and moderate Hutu were slaughtered in 100 days. On Friday, six farmers were killed in neighbouring Kavu, its army said.',
    figures: [
      { printed: 'some 800,000 | 800000 | about | killed | -', scope: 'background' },
      { printed: 'six | 6 | exact | killed | its army' },
    ],
  },
]
