/** Short texts that give a toll: how it rose, what it stands at, what it comes to. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const TOLLS: readonly FigureCase[] = [
  {
    published: '2023-11-10',
    text: 'Israel revised the number of people killed in the Hamas attacks down to about 1,200 from 1,400, its foreign ministry spokesman said. Around 240 were taken hostage.',
    figures: [
      { printed: 'about 1,200 | 1200 | about | killed | Israel', by: 'Hamas' },
      { printed: '1,400 | 1400 | exact | killed | Israel' },
      { printed: 'Around 240 | 240 | about | abducted | foreign ministry spokesman / -', state: 'unread' },
    ],
  },
  {
    published: '2022-09-30',
    text: 'Twenty-five people were killed and around 50 injured in the strike on a humanitarian convoy, the head of the regional administration, Oleksandr Staruk, wrote on Telegram. In a later post he raised the death toll to 30, two of them children. Russian-installed officials blamed Kyiv.',
    figures: [
      { printed: 'Twenty-five | 25 | exact | killed | head of the regional administration' },
      { printed: 'around 50 | 50 | about | injured | head of the regional administration' },
      { printed: '30 | 30 | exact | killed | head of the regional administration' },
      { printed: 'two | 2 | exact | killed | head of the regional administration', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2023-12-27',
    text: 'Christmas Eve attacks on some 20 communities in Bokkar left more than 160 dead. The council chairman, Monday Kassar, said at least 148 had been buried in mass graves by Tuesday and over 300 injured had been taken to hospitals in three towns. The Red Cross put the death toll at 104 across 18 villages and said 29,350 people had been displaced.',
    figures: [
      { printed: 'more than 160 | 160 | more_than | killed | -', at: 'Bokkar' },
      { printed: 'at least 148 | 148 | at_least | killed | council chairman' },
      { printed: 'over 300 | 300 | more_than | injured | council chairman' },
      { printed: '104 | 104 | exact | killed | Red Cross' },
      { printed: '29,350 | 29350 | exact | displaced | Red Cross' },
    ],
  },
  {
    published: '2021-11-18',
    text: 'Fifteen people were shot dead in Khartoum North on Wednesday, the bloodiest day since the coup. That brings the number of people killed in the protests to at least 39, says the Central Committee of Sudanese Doctors.',
    figures: [
      { printed: 'Fifteen | 15 | exact | killed | -', at: 'Khartoum North', on: '2021-11-17' },
      { printed: 'at least 39 | 39 | at_least | killed | Central Committee of Sudanese Doctors', scope: 'total' },
    ],
  },
  {
    published: '2025-07-20',
    text: 'SOHR: death toll of Suwayda clashes climbs to 1,120. The total comprises 427 fighters and 298 civilians from the Druze community, 354 government troops and 21 Bedouin tribesmen.',
    figures: [
      { printed: '1,120 | 1120 | exact | killed | Syrian Observatory for Human Rights' },
      {
        printed: '427 | 427 | exact | killed | Syrian Observatory for Human Rights',
        scope: 'subset',
        of: 'combatants',
      },
      { printed: '298 | 298 | exact | killed | Syrian Observatory for Human Rights', scope: 'subset', of: 'civilians' },
      {
        printed: '354 | 354 | exact | killed | Syrian Observatory for Human Rights',
        scope: 'subset',
        of: 'security_forces',
      },
      { printed: '21 | 21 | exact | killed | Syrian Observatory for Human Rights' },
    ],
  },
  {
    published: '2018-12-18',
    text: 'Researchers found evidence of more than 3,600 deaths between January 2016 and October 2018, 57 per cent of them in 2018 alone. Amnesty International warned that the death toll could be higher.',
    figures: [{ printed: 'more than 3,600 | 3600 | more_than | killed | Researchers', on: '2018-10' }],
  },
  {
    published: '2024-11-12',
    text: 'Activists put the toll in Azrab at 120 since October 20; some deaths were from bullet wounds, others from food poisoning. The Sudanese army has not commented; the paramilitary force denies besieging the town.',
    figures: [{ printed: '120 | 120 | exact | killed | Activists', at: 'Azrab' }],
  },
  {
    published: '2021-12-27',
    text: 'Save the Children confirmed that two of its staff were among at least 35 people whose burned bodies were found near Hpruso on Christmas Eve. The junta said it had "killed an unspecified number of terrorists with weapons".',
    figures: [
      { printed: 'two | 2 | exact | killed | Save the Children' },
      { printed: 'at least 35 | 35 | at_least | killed | Save the Children', at: 'Hpruso' },
    ],
  },
  {
    published: '2020-08-05',
    text: 'Toll: 113 dead, dozens missing, 4,000 wounded. 300,000 homeless. Minister of Health: expect numbers to rise.',
    figures: [
      { printed: '113 | 113 | exact | killed | -' },
      { printed: 'dozens | dozens | vague | missing | -' },
      { printed: '4,000 | 4000 | exact | injured | -' },
      { printed: '300,000 | 300000 | exact | displaced | -', state: 'either' },
    ],
  },
  {
    published: '2025-02-18',
    text: 'MONUSCO peacekeepers sheltered 1,400 soldiers at their base. Two of its troops were killed and four wounded on 24 January, the mission said; the number of dead blue helmets in the battle for Goma is now 13.',
    figures: [
      { printed: 'Two | 2 | exact | killed | MONUSCO', on: '2025-01-24' },
      { printed: 'four | 4 | exact | injured | MONUSCO', on: '2025-01-24' },
      { printed: '13 | 13 | exact | killed | MONUSCO' },
    ],
  },
  {
    published: '2024-04-02',
    text: 'Speaking by phone from the besieged town, the head of its emergency committee, Idris Bakal, put the number of dead at 63. He said nineteen of them had been buried in a schoolyard.',
    figures: [
      { printed: '63 | 63 | exact | killed | head of its emergency committee' },
      { printed: 'nineteen | 19 | exact | killed | head of its emergency committee', scope: 'subset' },
    ],
  },
  {
    published: '2024-09-08',
    text: "The toll from Friday's suicide bombing at a market in Kadisha climbed to 37 after three of the wounded died overnight, Provincial Health Director Omar Seyid said Sunday.",
    figures: [
      { printed: '37 | 37 | exact | killed | Provincial Health Director Omar Seyid', at: 'Kadisha' },
      { printed: 'three | 3 | exact | killed | Provincial Health Director Omar Seyid', scope: 'subset' },
    ],
  },
  {
    published: '2024-09-25',
    text: 'His organisation has confirmed 2,113 deaths, Dr Salah says, but he estimates the real total at 5,000.',
    figures: [
      { printed: '2,113 | 2113 | exact | killed | His organisation' },
      { printed: '5,000 | 5000 | exact | killed | Dr Salah' },
    ],
  },
  {
    published: '2024-09-27',
    text: 'Kachin activists reached by AFP gave a toll of 29, eleven of them children under 16.',
    figures: [
      { printed: '29 | 29 | exact | killed | Kachin activists' },
      { printed: 'eleven | 11 | exact | killed | Kachin activists', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2024-10-06',
    text: "The number of people killed by landmines fell from 91 in 2022 to 64 in 2023, the Landmine Observatory's annual report says.",
    figures: [
      { printed: '91 | 91 | exact | killed | Landmine Observatory' },
      { printed: '64 | 64 | exact | killed | Landmine Observatory' },
    ],
  },
  {
    published: '2024-03-07',
    text: 'Dead: 9. Injured: 31. Missing: 2. That was the count of the provincial emergency centre at 8 pm.',
    figures: [
      { printed: '9 | 9 | exact | killed | -' },
      { printed: '31 | 31 | exact | injured | -' },
      { printed: '2 | 2 | exact | missing | -' },
    ],
  },
  {
    published: '2024-03-23',
    text: 'Hamas-run authorities say 32,000 Palestinians have died; Israel puts the number of fighters among them at 13,000.',
    figures: [
      { printed: '32,000 | 32000 | exact | killed | Hamas-run authorities' },
      { printed: '13,000 | 13000 | exact | killed | Israel', scope: 'subset' },
    ],
  },
  {
    published: '2024-03-26',
    text: "A UN expert said the country's prisons, built for 4,000, hold 11,000 people, 85 per cent of them untried.",
    figures: [{ printed: '11,000 | 11000 | exact | detained | UN expert', state: 'unread' }],
  },
  {
    published: '2024-05-05',
    text: 'Rescue workers in Chernihev said the strike left one dead and sixteen injured. Mayor Oleksandr Lomak later raised the number of injured to nineteen.',
    figures: [
      { printed: 'one | 1 | exact | killed | Rescue workers in Chernihev' },
      { printed: 'sixteen | 16 | exact | injured | Rescue workers in Chernihev' },
      { printed: 'nineteen | 19 | exact | injured | Mayor Oleksandr Lomak' },
    ],
  },
  {
    published: '2024-05-13',
    text: 'The ambush, which the army blamed on separatists, claimed the lives of five gendarmes; another died in hospital, bringing the toll to six.',
    figures: [
      { printed: 'five | 5 | exact | killed | -', by: 'separatists', of: 'security_forces' },
      { printed: 'six | 6 | exact | killed | -' },
    ],
  },
  {
    published: '2024-05-21',
    text: 'Around 2.4 million people, according to UNHCR figures, have been uprooted inside the country.',
    figures: [{ printed: 'Around 2.4 million | 2400000 | about | displaced | UNHCR' }],
  },
]
