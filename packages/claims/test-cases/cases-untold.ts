/** Short texts whose dead and injured the outlet counts in its own voice. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const UNTOLD: readonly FigureCase[] = [
  {
    published: '2022-05-25',
    text: "The shooting is the deadliest since 2012, when 26 people were killed at an elementary school. Tuesday's gunman killed 21.",
    figures: [
      { printed: '26 | 26 | exact | killed | -' },
      { printed: '21 | 21 | exact | killed | -', by: 'gunman', on: '2022-05-24' },
    ],
  },
  {
    published: '2019-08-05',
    text: 'The gunman, 21, killed 22 shoppers and injured two dozen before he surrendered. Authorities are treating the case as domestic terrorism; the suspect drove ten hours to get there.',
    figures: [
      { printed: '22 | 22 | exact | killed | -', by: 'The gunman' },
      { printed: 'two dozen | 24 | about | injured | -', by: 'The gunman' },
    ],
  },
  {
    published: '2021-02-26',
    text: 'The massacre of at least 30 churchgoers on 29 November was confirmed by 12 survivors. Several described soldiers wearing plastic sandals, which Eritrean troops are known to wear.',
    figures: [{ printed: 'at least 30 | 30 | at_least | killed | -' }],
  },
  {
    published: '2025-03-11',
    text: 'The Selmani family lost seven of its members: the father, 58, three sons and three grandsons.',
    figures: [{ printed: 'seven | 7 | exact | killed | -' }],
  },
  {
    published: '2024-07-28',
    text: 'Eleven-year-old Lian was one of twelve children and teenagers killed when a rocket struck the football pitch on Saturday. Thirty-four others were hurt.',
    figures: [
      { printed: 'twelve | 12 | exact | killed | -', on: '2024-07-27', of: 'children' },
      { printed: 'Thirty-four | 34 | exact | injured | -' },
    ],
  },
  {
    published: '2020-08-13',
    text: 'A ship carrying some 80 migrants sank. At least 27 drowned off the coast; 40 were rescued by fishermen. The UN refugee agency blamed traffickers for the deaths.',
    figures: [{ printed: 'At least 27 | 27 | at_least | killed | -' }],
  },
  {
    published: '2023-08-09',
    text: 'Thousands of people marched on Wednesday to remember the two hundred and thirty killed a decade ago in Raba Square.',
    figures: [{ printed: 'two hundred and thirty | 230 | exact | killed | -' }],
  },
  {
    published: '2024-10-14',
    text: 'BREAKING 🔴 4 martyrs, 40 wounded in strike on tents at Al-Aqsi Hospital, Deir Balah',
    figures: [{ printed: '4 | 4 | exact | killed | -' }, { printed: '40 | 40 | exact | injured | -' }],
  },
  {
    published: '2024-05-20',
    text: "The Secretary-General's report verified grave violations against 22,557 children. It attributes the killing of 2,285 to Israeli forces. Worldwide, 5,301 children were killed and 6,348 maimed, it says.",
    figures: [
      { printed: '2,285 | 2285 | exact | killed | Secretary-General', by: 'Israeli forces' },
      { printed: '5,301 | 5301 | exact | killed | Secretary-General', of: 'children' },
      { printed: '6,348 | 6348 | exact | injured | Secretary-General' },
    ],
  },
  {
    published: '2019-09-17',
    text: 'The Fact-Finding Mission concludes that some 600,000 Rohingya still in Rakhine live under threat of genocide. The estimate of 10,000 deaths in 2017, it repeats, is conservative.',
    figures: [{ printed: '10,000 | 10000 | exact | killed | Fact-Finding Mission' }],
  },
  {
    published: '2022-07-19',
    text: 'Gunmen opened fire on a minibus outside Marikina late Monday. Six died at the scene and two later in hospital. The driver, 44, survived.',
    figures: [
      { printed: 'Six | 6 | exact | killed | -', on: '2022-07-18' },
      { printed: 'two | 2 | exact | killed | -' },
    ],
  },
  {
    published: '2024-09-30',
    text: "By Monday evening the hospital's morgue, built for 12, held 74 bodies.",
    figures: [{ printed: '74 | 74 | exact | killed | -' }],
  },
  {
    published: '2024-10-07',
    text: 'At a makeshift clinic, nurse Amal Farid was treating eight gunshot victims. Two would not survive the night, she thought.',
    figures: [{ printed: 'eight | 8 | exact | injured | Amal Farid / -', state: 'unread' }],
  },
  {
    published: '2024-10-11',
    text: 'We, the families of Tolu, count thirty-one graves.',
    figures: [{ printed: 'thirty-one | 31 | exact | killed | -', state: 'either' }],
  },
  {
    published: '2024-03-08',
    text: 'As many as 60 worshippers are believed to have been inside when the roof fell in. Rescuers have pulled out 23 bodies.',
    figures: [{ printed: '23 | 23 | exact | killed | -' }],
  },
  {
    published: '2024-03-18',
    text: 'No fewer than ninety persons died and fifty others sustained burns in the tanker explosion, Channels Post gathered.',
    figures: [
      { printed: 'No fewer than ninety | 90 | at_least | killed | -' },
      { printed: 'fifty | 50 | exact | injured | -' },
    ],
  },
  {
    published: '2024-03-24',
    text: 'It was the second massacre in a week. The first, on 17 March, had claimed 26 lives in Tissi, a village 30 km away.',
    figures: [{ printed: '26 | 26 | exact | killed | -', at: 'Tissi', on: '2024-03-17' }],
  },
  {
    published: '2024-03-29',
    text: 'On the reservation side, the police say 14; the union, which has its own lists, 22. Neither number includes the three miners who died in hospital.',
    figures: [{ printed: 'three | 3 | exact | killed | -' }],
  },
  {
    published: '2024-05-06',
    text: 'The court was told that six of the men died of suffocation in the lorry; the others, eleven in number, were shot.',
    figures: [
      { printed: 'six | 6 | exact | killed | -' },
      { printed: 'eleven | 11 | exact | killed | -', state: 'unread' },
    ],
  },
  {
    published: '2024-05-10',
    text: 'At least three separate investigations are under way. None has explained why 43 people died in a queue for water.',
    figures: [{ printed: '43 | 43 | exact | killed | -' }],
  },
]
