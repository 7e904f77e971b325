/** Short texts whose dead and injured somebody counts. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const TOLD_1: readonly FigureCase[] = [
  {
    published: '2023-10-20',
    text: 'Memories of 1982, when between 800 and 3,500 refugees were massacred by a militia, run deep. This time, the ministry counts 27 dead.',
    figures: [
      { printed: 'between 800 and 3,500 | 800..3500 | about | killed | -', by: 'a militia' },
      { printed: '27 | 27 | exact | killed | ministry' },
    ],
  },
  {
    published: '2023-06-30',
    text: "Count 7 of the indictment alleges the murder of 15 civilians in Beledor on or about 4 May 2014 by members of the accused's unit. The defence contends that no more than four died.",
    figures: [
      { printed: '15 | 15 | exact | killed | indictment', at: 'Beledor', on: '2014-05-04', of: 'civilians' },
      { printed: 'no more than four | 4 | up_to | killed | defence' },
    ],
  },
  {
    published: '2018-11-16',
    text: 'The court held the two former leaders responsible for the deaths of an estimated 1.7 million people between 1975 and 1979.',
    figures: [{ printed: 'an estimated 1.7 million | 1700000 | about | killed | court' }],
  },
  {
    published: '2024-03-30',
    text: "Both countries' defence ministries published nightly bulletins. Azmara's claimed 340 enemy soldiers killed; Belgor's claimed only 12 losses.",
    figures: [
      {
        printed: "340 | 340 | exact | killed | Azmara / Azmara's defence ministry / defence ministry",
        state: 'unread',
      },
      {
        printed: "only 12 | 12 | exact | killed | Belgor / Belgor's defence ministry / defence ministry",
        state: 'unread',
      },
    ],
  },
  {
    published: '2023-02-09',
    text: 'Sources at the general hospital said 5 corpses were deposited at the morgue, while 17 persons with gunshot wounds were on admission.',
    figures: [
      { printed: '5 | 5 | exact | killed | Sources at the general hospital' },
      { printed: '17 | 17 | exact | injured | Sources at the general hospital' },
    ],
  },
  {
    published: '2024-02-11',
    text: 'A funeral was held for seven members of the Karmi family on Sunday. A neighbour, who asked not to be named, said the three youngest were under ten.',
    figures: [
      { printed: 'seven | 7 | exact | killed | -' },
      { printed: 'three | 3 | exact | killed | neighbour', state: 'unread' },
    ],
  },
  {
    published: '2022-11-21',
    text: 'One person is dead and thirteen are in critical condition after an IED went off on the avenue, the governor told a local station. No group had claimed responsibility by Monday night.',
    figures: [
      { printed: 'One | 1 | exact | killed | governor' },
      { printed: 'thirteen | 13 | exact | injured | governor' },
    ],
  },
  {
    published: '2024-07-22',
    text: 'About 300 gunmen took part in the ambush, an officer said. Eighty-four mercenaries and 47 soldiers did not come back, he said.',
    figures: [
      { printed: 'Eighty-four | 84 | exact | killed | officer', state: 'either' },
      { printed: '47 | 47 | exact | killed | officer', state: 'either' },
    ],
  },
  {
    published: '2023-07-10',
    text: 'Hospital officials in the south said two of the 19 people brought in after the shelling had died.',
    figures: [
      { printed: 'two | 2 | exact | killed | hospital officials in the south', state: 'unread' },
      { printed: '19 | 19 | exact | injured | hospital officials in the south', state: 'either' },
    ],
  },
  {
    published: '2023-09-27',
    text: 'ACLED records more than 1,350 reported fatalities in the province this year, two thirds of them civilians. That is 400 more than in the same period of 2022.',
    figures: [{ printed: 'more than 1,350 | 1350 | more_than | killed | ACLED', scope: 'period' }],
  },
  {
    published: '2017-03-25',
    text: 'Airwars, a London-based monitoring group, estimates that between 108 and 240 civilians died in the 17 March strike in al-Jadidah. The US-led coalition has acknowledged 105.',
    figures: [
      {
        printed: 'between 108 and 240 | 108..240 | about | killed | Airwars',
        at: 'al-Jadidah',
        on: '2017-03-17',
        of: 'civilians',
      },
      { printed: '105 | 105 | exact | killed | US-led coalition' },
    ],
  },
  {
    published: '2024-04-01',
    text: 'Our field team verified the deaths of three aid workers and two drivers on 29 March near Wau Jiir. We are looking into reports that a further seven people were killed in the same place.',
    figures: [
      { printed: 'three | 3 | exact | killed | Our field team', on: '2024-03-29' },
      { printed: 'two | 2 | exact | killed | Our field team' },
      { printed: 'seven | 7 | exact | killed | Our field team' },
    ],
  },
  {
    published: '2021-06-24',
    text: 'Physicians in Mekelle said 64 people died in the market strike at Togoga and 180 were wounded. The army spokesman, Colonel Getnet Aduna, denied that any civilians were hit. None of the dead, he insisted, was unarmed.',
    figures: [
      { printed: '64 | 64 | exact | killed | Physicians in Mekelle', at: 'Togoga' },
      { printed: '180 | 180 | exact | injured | Physicians in Mekelle' },
      { printed: 'None | 0 | exact | killed | Getnet Aduna', state: 'either' },
    ],
  },
  {
    published: '2024-05-02',
    text: 'Police said the protest was peaceful. Organisers said three marchers had been shot dead by officers. A morgue attendant, quoted by the newspaper La Hora, spoke of five bodies.',
    figures: [
      { printed: 'three | 3 | exact | killed | Organisers', by: 'officers' },
      { printed: 'five | 5 | exact | killed | morgue attendant', state: 'unread' },
    ],
  },
  {
    published: '2023-04-02',
    text: 'Villagers in Doma said more than 50 gunmen came at night. Thirty-one were killed, half of them while asleep.',
    figures: [
      { printed: 'Thirty-one | 31 | exact | killed | Villagers in Doma' },
      { printed: 'half | half | vague | killed | -', state: 'either' },
    ],
  },
  {
    published: '2025-06-03',
    text: 'Thirty-one people were shot dead near an aid centre on Sunday and 27 on Tuesday, the Red Crescent said. The foundation running the centre said no one had been hurt.',
    figures: [
      { printed: 'Thirty-one | 31 | exact | killed | Red Crescent', on: '2025-06-01' },
      { printed: '27 | 27 | exact | killed | Red Crescent', on: '2025-06-03' },
      { printed: 'no one | 0 | exact | injured | foundation', state: 'either' },
    ],
  },
  {
    published: '2024-10-25',
    text: "An official from the governor's office, speaking on condition of anonymity because he was not allowed to brief the press, said fifteen had died, five more than announced in the morning.",
    figures: [{ printed: "fifteen | 15 | exact | killed | official from the governor's office" }],
  },
  {
    published: '2023-06-18',
    text: 'Artillery on Ombadda market, ERR reports 23 killed and over 70 injured; list of names to follow. Please donate blood: 3 hospitals open.',
    figures: [{ printed: '23 | 23 | exact | killed | ERR' }, { printed: 'over 70 | 70 | more_than | injured | ERR' }],
  },
  {
    published: '2023-12-11',
    text: 'UNAMA recorded 95 civilian casualties (35 killed and 60 wounded) in the quarter, most of them caused by unexploded ordnance.',
    figures: [
      { printed: '95 | 95 | exact | killed_or_injured | UNAMA', of: 'civilians' },
      { printed: '35 | 35 | exact | killed | UNAMA' },
      { printed: '60 | 60 | exact | injured | UNAMA' },
    ],
  },
  {
    published: '2024-10-30',
    text: 'BINUH documented 1,740 people killed or injured between July and September, an increase of almost 30 per cent over the previous quarter. At least 106 were executed by police officers, the quarterly report says.',
    figures: [
      { printed: '1,740 | 1740 | exact | killed_or_injured | UN Integrated Office in Haiti' },
      { printed: 'At least 106 | 106 | at_least | killed | UN Integrated Office in Haiti', by: 'police officers' },
    ],
  },
  {
    published: '2023-07-13',
    text: 'The UN Human Rights Office has credible information that at least 87 ethnic Masalit and others, allegedly killed by the Rapid Support Forces and their allied militia, were buried in a mass grave outside El-Geneina. At least 37 bodies were buried on 20 June; another 50 on 21 June.',
    figures: [
      { printed: 'at least 87 | 87 | at_least | killed | UN human rights office', at: 'El-Geneina' },
      { printed: 'At least 37 | 37 | at_least | killed | UN human rights office', on: '2023-06-20' },
      { printed: '50 | 50 | exact | killed | UN human rights office', on: '2023-06-21' },
    ],
  },
  {
    published: '2024-01-19',
    text: "UNICEF's representative, Lucia Almi, told a briefing that some 19,000 children had lost one or both parents. At least 11,500 children were reported killed by the ministry of health, she noted.",
    figures: [{ printed: 'At least 11,500 | 11500 | at_least | killed | UNICEF', of: 'children' }],
  },
  {
    published: '2018-08-27',
    text: 'The OHCHR team in Bogotá verified 110 homicides of human rights defenders during the year and was still verifying 20 cases.',
    figures: [
      { printed: '110 | 110 | exact | killed | UN human rights office' },
      { printed: '20 | 20 | exact | killed | OHCHR / OHCHR team in Bogotá', state: 'unread' },
    ],
  },
  {
    published: '2023-05-12',
    text: 'The High Commissioner said on Friday that what began on a market day had become a slaughter: 20 civilians killed in the first hours, then no less than 500 executed over four days.',
    figures: [
      { printed: '20 | 20 | exact | killed | High Commissioner', of: 'civilians' },
      { printed: 'no less than 500 | 500 | at_least | killed | High Commissioner' },
    ],
  },
  {
    published: '2024-11-08',
    text: 'In its 32-page report the office said women and children made up close to 70 per cent of the 8,119 verified victims. 7,607 were killed in residential buildings, 44 per cent of them children.',
    figures: [
      { printed: '8,119 | 8119 | exact | killed | office / the office', state: 'unread' },
      { printed: '7,607 | 7607 | exact | killed | office' },
    ],
  },
  {
    published: '2021-10-24',
    text: "Troops killed at least seven protesters and wounded some 140 when they fired on crowds in the capital on Monday, a doctors' committee said.",
    figures: [
      { printed: "at least seven | 7 | at_least | killed | doctors' committee", by: 'Troops', on: '2021-10-18' },
      { printed: "some 140 | 140 | about | injured | doctors' committee", by: 'Troops' },
    ],
  },
  {
    published: '2024-12-10',
    text: "Gang members armed with machetes hacked some 180 people to death over the weekend, the prime minister's office said. A rights group, the Committee for Peace in Cité Nouvelle, spoke of 110.",
    figures: [
      { printed: "some 180 | 180 | about | killed | prime minister's office" },
      { printed: '110 | 110 | exact | killed | Committee for Peace in Cité Nouvelle' },
    ],
  },
  {
    published: '2025-04-23',
    text: 'Gunmen killed 26 tourists in a meadow near Pahalgam on Tuesday in the deadliest attack on civilians in Indian-administered Kashmir in two decades. Seventeen more were injured, officials said.',
    figures: [
      { printed: '26 | 26 | exact | killed | -', by: 'Gunmen', at: 'Pahalgam', on: '2025-04-22' },
      { printed: 'Seventeen | 17 | exact | injured | officials' },
    ],
  },
  {
    published: '2020-11-24',
    text: "Farmhands and fishermen were rounded up and slaughtered in the rice fields of Zabar. The UN humanitarian coordinator at first said at least 110 civilians had been killed, but his office later withdrew the number. President Duri's government says 43 died.",
    figures: [
      {
        printed: 'at least 110 | 110 | at_least | killed | United Nations',
        at: 'rice fields of Zabar',
        of: 'civilians',
      },
      { printed: "43 | 43 | exact | killed | President Duri's government" },
    ],
  },
  {
    published: '2013-08-24',
    text: 'Three hospitals in Damascus governorate supported by Médecins Sans Frontières told the group they had received about 3,600 patients showing neurotoxic symptoms in less than three hours. Of those, 355 reportedly died.',
    figures: [
      {
        printed:
          'about 3,600 | 3600 | about | injured | Médecins Sans Frontières / hospitals / Three hospitals / - / Doctors Without Borders',
        state: 'either',
      },
      { printed: '355 | 355 | exact | killed | Doctors Without Borders' },
    ],
  },
  {
    published: '2024-04-02',
    text: 'Two monitoring groups give different totals. Nawat says 212 people have died; Harak, which relies on hospital records, says 173.',
    figures: [{ printed: '212 | 212 | exact | killed | Nawat' }, { printed: '173 | 173 | exact | killed | Harak' }],
  },
  {
    published: '2023-05-06',
    text: 'Citing eyewitnesses, the radio station Tamazuj reported that nine herders were killed near Abyei on Thursday.',
    figures: [{ printed: 'nine | 9 | exact | killed | eyewitnesses', at: 'Abyei', on: '2023-05-04' }],
  },
  {
    published: '2024-09-02',
    text: 'Oxfam warns that more than 20,000 people may have died since the siege began. Independent verification is impossible.',
    figures: [{ printed: 'more than 20,000 | 20000 | more_than | killed | Oxfam' }],
  },
  {
    published: '2024-09-03',
    text: "The junta's spokesman, Major General Zaw Tun Min, acknowledged that 13 soldiers had been killed, but rejected claims by the rebels that more than 100 had died.",
    figures: [
      { printed: "13 | 13 | exact | killed | junta's spokesman", of: 'security_forces' },
      { printed: 'more than 100 | 100 | more_than | killed | rebels' },
    ],
  },
  {
    published: '2024-09-04',
    text: "Contrary to the ministry's figure of 41, hospital registers seen by this newspaper list 67 dead.",
    figures: [
      { printed: '41 | 41 | exact | killed | ministry', state: 'unread' },
      { printed: '67 | 67 | exact | killed | hospital' },
    ],
  },
  {
    published: '2024-09-09',
    text: 'Between 3 and 8 September, Ukrainian prosecutors say, glide bombs killed 22 civilians in Donetsk region and wounded 97.',
    figures: [
      {
        printed: '22 | 22 | exact | killed | Ukrainian prosecutors',
        at: 'Donetsk region',
        on: '2024-09-08',
        of: 'civilians',
      },
      { printed: '97 | 97 | exact | injured | Ukrainian prosecutors' },
    ],
  },
  {
    published: '2024-09-10',
    text: 'The mayor, who had earlier spoken of eight victims, now says twelve bodies have been recovered.',
    figures: [{ printed: 'eight | 8 | exact | killed | mayor' }, { printed: 'twelve | 12 | exact | killed | mayor' }],
  },
  {
    published: '2024-09-11',
    text: "Mexico's public security secretariat reported 5 dead and 3 wounded, all of them alleged members of an organised crime cell.",
    figures: [
      { printed: '5 | 5 | exact | killed | Mexican public security secretariat' },
      { printed: '3 | 3 | exact | injured | Mexican public security secretariat' },
    ],
  },
]
