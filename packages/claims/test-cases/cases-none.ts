/** Short texts whose numbers count nobody harmed. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const NONE: readonly FigureCase[] = [
  {
    published: '2024-06-02',
    text: 'Some 400 delegates from 38 countries met for three days. Two thousand people attended the vigil, and 15 witnesses gave evidence. A crowd of 5,000 marched in silence.',
    figures: [],
  },
  {
    published: '2024-06-03',
    text: 'The town of 48,000 had one doctor for every 9,000 inhabitants. In 2019 its council voted 12 to 7 for Resolution 2417. Article 3 of the 1949 conventions applies.',
    figures: [],
  },
  {
    published: '2024-06-05',
    text: 'The 15th Brigade moved at 05:30 on 6/3/2024. Call 112 or +225 07 00 11. Magnitude 5.6. The shell was a 155 mm round. He won by 3 goals to 1. The 19-year-old was in room 214.',
    figures: [],
  },
  {
    published: '2024-06-06',
    text: 'The ministry vaccinated 12,000 children. Teachers returned to 140 schools. Six hundred families received seed, and 3 million people need food aid.',
    figures: [],
  },
  {
    published: '2024-03-25',
    text: 'No casualties were reported. Two houses collapsed and 300 people were evacuated.',
    figures: [],
  },
  {
    published: '2024-04-03',
    text: 'A Somali military court sentenced six Moroccans to death. The trial lasted 12 days.',
    figures: [],
  },
]
