/** Short texts that count people driven from their homes. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const UPROOTED: readonly FigureCase[] = [
  {
    published: '2023-11-14',
    text: 'Masalit tribal leaders told the Darfur Bar Association that 800 people were killed over four days in Ardamata; the UNHCR spoke of more than 800. About 8,000 crossed into Chad in a week.',
    figures: [
      { printed: '800 | 800 | exact | killed | Masalit tribal leaders', at: 'Ardamata' },
      { printed: 'more than 800 | 800 | more_than | killed | UNHCR' },
      { printed: 'About 8,000 | 8000 | about | displaced | UNHCR' },
    ],
  },
  {
    published: '2023-12-03',
    text: 'UNHCR said 30,000 people had fled since Thursday. The agency added that six of its local staff were missing. It expects another 20,000 to leave before the rains.',
    figures: [
      { printed: '30,000 | 30000 | exact | displaced | UNHCR' },
      { printed: 'six | 6 | exact | missing | UNHCR' },
      { printed: 'another 20,000 | 20000 | exact | displaced | UNHCR', state: 'unread' },
    ],
  },
  {
    published: '2025-11-05',
    text: "As of 2 November, 70,894 individuals had been displaced from El Fasher and surrounding villages since 26 October, IOM's Displacement Tracking Matrix estimated. Movement routes remained insecure.",
    figures: [{ printed: '70,894 | 70894 | exact | displaced | International Organization for Migration' }],
  },
  {
    published: '2024-07-06',
    text: 'Floods and shelling have forced nearly 136,000 people from their homes in Sennar state since June 24, the International Organization for Migration said on Saturday.',
    figures: [
      {
        printed: 'nearly 136,000 | 136000 | about | displaced | International Organization for Migration',
        at: 'Sennar state',
      },
    ],
  },
  {
    published: '2024-09-13',
    text: "The Colombian Ombudsman's Office said on Thursday that some 80 people had died and 36,000 had been forced to flee in Catatumbo since 16 January.",
    figures: [
      { printed: "some 80 | 80 | about | killed | Colombian Ombudsman's Office", at: 'Catatumbo' },
      { printed: "36,000 | 36000 | exact | displaced | Colombian Ombudsman's Office" },
    ],
  },
  {
    published: '2024-10-10',
    text: 'The Office of the Prosecutor charges the accused with 21 counts, including the murder of 62 civilians, the wounding of 12 and the deportation of several thousand.',
    figures: [
      { printed: '62 | 62 | exact | killed | Office of the Prosecutor' },
      { printed: '12 | 12 | exact | injured | Office of the Prosecutor' },
      { printed: 'several thousand | thousands | vague | displaced | Office of the Prosecutor' },
    ],
  },
  {
    published: '2024-03-12',
    text: 'UNHCR, the UN refugee agency, said over a million Sudanese have crossed into Chad; nine in ten are women and children.',
    figures: [{ printed: 'over a million | 1000000 | more_than | displaced | UNHCR' }],
  },
  {
    published: '2024-03-27',
    text: 'Ten Nicaraguan priests and two bishops were expelled to the Vatican, the exiled lawyer Martha Molinari noted in her report. She has documented 770 attacks on the church.',
    figures: [
      { printed: 'Ten | 10 | exact | displaced | Martha Molinari', state: 'either' },
      { printed: 'two | 2 | exact | displaced | Martha Molinari', state: 'either' },
    ],
  },
]
