/** Short texts in which a count is part of another. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const PARTS: readonly FigureCase[] = [
  {
    published: '2025-06-25',
    text: 'Foreign Minister Araf Golzari said enemy strikes had martyred 610 compatriots and injured 4,746. Thirteen children are among the martyrs, the youngest two months old.',
    figures: [
      { printed: '610 | 610 | exact | killed | Foreign Minister Araf Golzari' },
      { printed: '4,746 | 4746 | exact | injured | Foreign Minister Araf Golzari' },
      { printed: 'Thirteen | 13 | exact | killed | Foreign Minister Araf Golzari', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2024-05-28',
    text: '45 people burned to death in the tents, among them 23 women, children and elderly, the director of the field hospital, Dr Suhaib Amsi, told us by phone.',
    figures: [
      { printed: '45 | 45 | exact | killed | director of the field hospital' },
      { printed: '23 | 23 | exact | killed | director of the field hospital', scope: 'subset' },
    ],
  },
  {
    published: '2023-01-03',
    text: 'The Syrian Network for Human Rights documented the killing of 1,057 civilians in Syria in 2022, including 251 children and 94 women, as well as 133 deaths due to torture. Syrian regime forces were responsible for 196 of the deaths, the group said.',
    figures: [
      { printed: '1,057 | 1057 | exact | killed | Syrian Network for Human Rights', at: 'Syria', of: 'civilians' },
      { printed: '251 | 251 | exact | killed | Syrian Network for Human Rights', scope: 'subset', of: 'children' },
      { printed: '94 | 94 | exact | killed | Syrian Network for Human Rights', scope: 'subset' },
      { printed: '133 | 133 | exact | killed | Syrian Network for Human Rights' },
      {
        printed: '196 | 196 | exact | killed | Syrian Network for Human Rights',
        by: 'Syrian regime forces',
        scope: 'subset',
      },
    ],
  },
  {
    published: '2024-08-01',
    text: "B'Tselem's data show that 532 Palestinians have been killed in the West Bank since 7 October, nine of them by settlers. Fourteen Israelis were killed there over the same period.",
    figures: [
      { printed: "532 | 532 | exact | killed | B'Tselem", at: 'West Bank' },
      { printed: "nine | 9 | exact | killed | B'Tselem", by: 'settlers', scope: 'subset' },
      { printed: "Fourteen | 14 | exact | killed | B'Tselem" },
    ],
  },
  {
    published: '2021-03-28',
    text: 'AAPP, which tracks arrests and deaths, said 114 people were killed on Saturday, the deadliest day since the putsch. The dead, it said, included at least 13 children. Media reported tens more overnight.',
    figures: [
      { printed: '114 | 114 | exact | killed | Assistance Association for Political Prisoners', on: '2021-03-27' },
      {
        printed: 'at least 13 | 13 | at_least | killed | Assistance Association for Political Prisoners',
        scope: 'subset',
        of: 'children',
      },
      { printed: 'tens | tens | vague | killed | media', state: 'unread' },
    ],
  },
  {
    published: '2017-07-26',
    text: 'The organisation has documented that at least five out of every six families interviewed had lost a relative. Overall it estimates that at least 6,700 people met violent deaths in the first month, including at least 730 children below five.',
    figures: [
      { printed: 'at least 6,700 | 6700 | at_least | killed | organisation' },
      { printed: 'at least 730 | 730 | at_least | killed | organisation', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2020-02-18',
    text: '22 villagers, 14 of them children, were killed on Friday in Ngarba, a hamlet in the North-West region. The opposition accused the army. The army, through its spokesman Colonel Cyr Atongo, said it was "an unfortunate accident" in which one woman and four children had died when fuel exploded.',
    figures: [
      { printed: '22 | 22 | exact | killed | -', at: 'Ngarba', on: '2020-02-14' },
      { printed: '14 | 14 | exact | killed | -', scope: 'subset', of: 'children' },
      { printed: 'one | 1 | exact | killed | army' },
      { printed: 'four | 4 | exact | killed | army', of: 'children' },
    ],
  },
  {
    published: '2024-09-18',
    text: 'Pagers exploded across the suburb on Tuesday. Twelve people died, including two children, and somewhere between 2,750 and 2,800 were hurt, some 200 critically, Health Minister Firas Abiadi said.',
    figures: [
      { printed: 'Twelve | 12 | exact | killed | Health Minister Firas Abiadi', on: '2024-09-17' },
      { printed: 'two | 2 | exact | killed | Health Minister Firas Abiadi', scope: 'subset', of: 'children' },
      { printed: 'between 2,750 and 2,800 | 2750..2800 | about | injured | Health Minister Firas Abiadi' },
      { printed: 'some 200 | 200 | about | injured | Health Minister Firas Abiadi', scope: 'subset' },
    ],
  },
  {
    published: '2019-03-24',
    text: 'The militia denied responsibility for the Ogosso massacre, in which 157 herders, 46 of them children, were killed, according to the mayor of Bankasse.',
    figures: [
      { printed: '157 | 157 | exact | killed | mayor of Bankasse' },
      { printed: '46 | 46 | exact | killed | mayor of Bankasse', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2023-01-27',
    text: 'The raid in the refugee camp killed nine, seven of them gunmen, said the army. Mourners carried ten bodies through the streets on Thursday evening.',
    figures: [
      { printed: 'nine | 9 | exact | killed | army' },
      { printed: 'seven | 7 | exact | killed | army', scope: 'subset', of: 'combatants' },
      { printed: 'ten | 10 | exact | killed | -' },
    ],
  },
  {
    published: '2024-03-15',
    text: 'OHCHR verified 10,703 civilians killed and 20,146 injured in Ukraine between 24 February 2022 and 29 February 2024. Of these, 594 were children. OHCHR believes that the actual figures are considerably higher.',
    figures: [
      {
        printed: '10,703 | 10703 | exact | killed | UN human rights office',
        at: 'Ukraine',
        on: '2024-02-29',
        scope: 'total',
        of: 'civilians',
      },
      { printed: '20,146 | 20146 | exact | injured | UN human rights office' },
      { printed: '594 | 594 | exact | killed | UN human rights office', scope: 'subset' },
    ],
  },
  {
    published: '2023-06-13',
    text: 'Fourteen miners were shot dead in their sleep in Komina, according to Amina Duwal, a nurse at the district hospital. "We counted fourteen bodies, and three of them were boys," she said.',
    figures: [
      { printed: 'Fourteen | 14 | exact | killed | Amina Duwal', at: 'Komina' },
      { printed: 'fourteen | 14 | exact | killed | Amina Duwal' },
      { printed: 'three | 3 | exact | killed | Amina Duwal', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2019-04-09',
    text: 'Fighting around Tripoli has killed at least 47 people and injured 181 over the past three days, the World Health Organization said on Tuesday. The dead include nine civilians. Some 3,400 people have fled their homes, according to the UN humanitarian office, OCHA.',
    figures: [
      { printed: 'at least 47 | 47 | at_least | killed | World Health Organization', at: 'Tripoli' },
      { printed: '181 | 181 | exact | injured | World Health Organization' },
      { printed: 'nine | 9 | exact | killed | World Health Organization', scope: 'subset', of: 'civilians' },
      {
        printed:
          'Some 3,400 | 3400 | about | displaced | OCHA / UN Office for the Coordination of Humanitarian Affairs',
        state: 'unread',
      },
    ],
  },
  {
    published: '2023-10-12',
    text: 'The Israeli strikes have killed 1,417 Palestinians, including 447 children and 248 women, and wounded 6,268, the health ministry in Gaza said on Thursday.',
    figures: [
      { printed: '1,417 | 1417 | exact | killed | Gaza health ministry' },
      { printed: '447 | 447 | exact | killed | Gaza health ministry', scope: 'subset', of: 'children' },
      { printed: '248 | 248 | exact | killed | Gaza health ministry', scope: 'subset' },
      { printed: '6,268 | 6268 | exact | injured | Gaza health ministry' },
    ],
  },
  {
    published: '2014-12-17',
    text: "Militants in suicide vests killed 141 people, 132 of them pupils, at an army-run school in the north-western city of Pelawar, the military's spokesman said. All seven attackers died.",
    figures: [
      { printed: "141 | 141 | exact | killed | military's spokesman", at: 'Pelawar' },
      { printed: "132 | 132 | exact | killed | military's spokesman", scope: 'subset', of: 'children' },
      { printed: 'seven | 7 | exact | killed | -', of: 'combatants' },
    ],
  },
  {
    published: '2019-11-06',
    text: 'Nine members of one family, six of them children, were shot dead in an ambush in Sonora blamed on a drug cartel, relatives and the state prosecutor said.',
    figures: [
      { printed: 'Nine | 9 | exact | killed | relatives and the state prosecutor', by: 'a drug cartel', at: 'Sonora' },
      { printed: 'six | 6 | exact | killed | relatives and the state prosecutor', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2024-04-30',
    text: 'At dawn soldiers entered Soro and Nodin and shot 179 and 44 villagers respectively, according to Human Rights Watch. Fifty-six of the dead were children.',
    figures: [
      { printed: '179 | 179 | exact | killed | Human Rights Watch', by: 'dawn soldiers' },
      { printed: '44 | 44 | exact | killed | Human Rights Watch', by: 'dawn soldiers' },
      { printed: 'Fifty-six | 56 | exact | killed | Human Rights Watch', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2024-09-07',
    text: 'A 19-year-old shepherd was among the eleven killed. His uncle said four of the dead were from one household.',
    figures: [
      { printed: 'eleven | 11 | exact | killed | -' },
      { printed: 'four | 4 | exact | killed | His uncle', scope: 'subset' },
    ],
  },
  {
    published: '2024-09-14',
    text: 'Of 1,200 people detained since the protests began, more than 300 are minors, lawyers representing them say.',
    figures: [
      { printed: '1,200 | 1200 | exact | detained | lawyers' },
      { printed: 'more than 300 | 300 | more_than | detained | lawyers', scope: 'subset' },
    ],
  },
  {
    published: '2024-09-23',
    text: 'Nineteen people, among them five children, have been killed and forty-two wounded in what the governor called the worst shelling of the year.',
    figures: [
      { printed: 'Nineteen | 19 | exact | killed | -' },
      { printed: 'five | 5 | exact | killed | -', scope: 'subset', of: 'children' },
      { printed: 'forty-two | 42 | exact | injured | -' },
    ],
  },
  {
    published: '2024-10-09',
    text: 'Police in the Rift Valley are searching for cattle raiders who killed five people, two of them children, and made off with 300 cows.',
    figures: [
      { printed: 'five | 5 | exact | killed | -', by: 'searching for cattle raiders' },
      { printed: 'two | 2 | exact | killed | -', scope: 'subset', of: 'children' },
    ],
  },
  {
    published: '2024-03-11',
    text: 'Seven of the wounded are in intensive care, two of them on ventilators, the hospital said.',
    figures: [
      { printed: 'Seven | 7 | exact | injured | hospital', scope: 'subset' },
      { printed: 'two | 2 | exact | injured | hospital', scope: 'subset' },
    ],
  },
  {
    published: '2024-03-30',
    text: 'According to figures compiled by the Centre for Monitoring Repression from hospital and police sources, protests between 19 and 26 March left 82 dead, among them nine police officers, and 1,200 hurt.',
    figures: [
      { printed: '82 | 82 | exact | killed | Centre for Monitoring Repression from hospital', on: '2024-03-26' },
      {
        printed: 'nine | 9 | exact | killed | Centre for Monitoring Repression from hospital',
        scope: 'subset',
        of: 'security_forces',
      },
      { printed: '1,200 | 1200 | exact | injured | Centre for Monitoring Repression from hospital' },
    ],
  },
  {
    published: '2024-05-01',
    text: 'According to a tally kept by Father Benoît Kasa, the parish priest, 118 faithful have been buried since Easter, 52 of them victims of the night raids.',
    figures: [
      { printed: '118 | 118 | exact | killed | Father Benoît Kasa' },
      { printed: '52 | 52 | exact | killed | Father Benoît Kasa', scope: 'subset' },
    ],
  },
  {
    published: '2024-05-14',
    text: 'The defence ministry in Baku said 192 of its servicemen had been killed and more than 500 wounded. In Yerevan, the ombudsman counted at least 200 dead on his side, ten of them civilians.',
    figures: [
      { printed: '192 | 192 | exact | killed | defence ministry in Baku', of: 'security_forces' },
      { printed: 'more than 500 | 500 | more_than | injured | defence ministry in Baku' },
      { printed: 'at least 200 | 200 | at_least | killed | ombudsman' },
      { printed: 'ten | 10 | exact | killed | ombudsman', scope: 'subset', of: 'civilians' },
    ],
  },
]
