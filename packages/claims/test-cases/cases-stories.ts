/** Texts of several paragraphs, whose speakers and victims carry over from one to the next. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const STORIES: readonly FigureCase[] = [
  {
    published: '2024-05-20',
    text: 'Gunmen on horseback attacked the market town of Dogon Rama in north-western Nigeria on Sunday, killing at least 34 people and burning dozens of shops, residents and officials said.\n"They came shooting at everyone," said Hauwa Sani, who lost her husband and two sons. She said seven of her neighbours were also killed.\nThe chairman of the local council, Bello Musa, confirmed the attack but put the death toll at 21. He said 14 others were being treated for gunshot wounds at the general hospital.\nA police spokesman said three of the attackers had been "neutralised". The force did not respond to further questions.\nThe north-west has been plagued by such raids for years. In January, more than 50 people were killed in a single night in neighbouring Kaura, according to Amnesty International.',
    figures: [
      { printed: 'at least 34 | 34 | at_least | killed | residents and officials', at: 'Dogon Rama', on: '2024-05-19' },
      { printed: 'two | 2 | exact | killed | -' },
      { printed: 'seven | 7 | exact | killed | Hauwa Sani' },
      { printed: '21 | 21 | exact | killed | chairman of the local council' },
      { printed: '14 | 14 | exact | injured | chairman of the local council' },
      { printed: 'three | 3 | exact | killed | police spokesman', of: 'combatants' },
      { printed: 'more than 50 | 50 | more_than | killed | Amnesty International', at: 'neighbouring Kaura' },
    ],
  },
  {
    published: '2023-09-28',
    text: "The United Nations human rights office said on Thursday it had verified the deaths of 9,614 civilians since the invasion began, 554 of them children, and warned that the real toll was considerably higher.\nMost were killed by explosive weapons with wide-area effects, it said. More than 17,500 others have been injured.\nIn the past week alone the office recorded 43 deaths, a third of them in the Kherson region.\nUkraine's general prosecutor gives a higher figure: 10,749 civilians killed, as of 25 September.\nMoscow denies targeting civilians.",
    figures: [
      { printed: '9,614 | 9614 | exact | killed | UN human rights office', of: 'civilians' },
      { printed: '554 | 554 | exact | killed | UN human rights office', scope: 'subset', of: 'children' },
      { printed: 'More than 17,500 | 17500 | more_than | injured | UN human rights office' },
      { printed: '43 | 43 | exact | killed | UN human rights office' },
      { printed: "10,749 | 10749 | exact | killed | Ukraine's general prosecutor", on: '2023-09-25', of: 'civilians' },
    ],
  },
  {
    published: '2021-03-15',
    text: 'YANGAN, March 14 - Security forces killed at least 38 anti-coup protesters on Sunday, a monitoring group said, as smoke rose over an industrial suburb where Chinese-financed factories were torched.\nTwenty-two died in Hlaintaya, the suburb, said the Assistance Association for Political Prisoners (AAPP). It added that 16 were killed in other places. One policeman also died, state media reported.\nA doctor in the area told AFP he expected the number to rise. "I can confirm 15 have died," she said. "I\'ve seen 50 with injuries."\nMore than 2,100 people have been arrested since the takeover, the AAPP says, and 319 have been released.',
    figures: [
      { printed: 'at least 38 | 38 | at_least | killed | monitoring group', by: 'Security forces', on: '2021-03-14' },
      { printed: 'Twenty-two | 22 | exact | killed | Assistance Association for Political Prisoners', at: 'Hlaintaya' },
      { printed: '16 | 16 | exact | killed | Assistance Association for Political Prisoners' },
      { printed: 'One | 1 | exact | killed | state media', of: 'security_forces' },
      { printed: '15 | 15 | exact | killed | doctor in the area' },
      { printed: '50 | 50 | exact | injured | doctor in the area' },
      { printed: 'More than 2,100 | 2100 | more_than | detained | Assistance Association for Political Prisoners' },
    ],
  },
  {
    published: '2024-08-06',
    text: 'A health ministry official in Nyalu said eleven people, among them three children, were killed when a drone hit a bakery queue on Monday. Twenty-eight were wounded.\nThe army blamed the Rapid Support Forces, whose spokesman called the accusation "a fabrication" and said that army jets had killed 30 people in the same city last week.\nNeither claim could be verified. Doctors Without Borders, which runs a hospital there, said it had received 17 wounded on Monday, four of whom died.\nThe war has killed tens of thousands and displaced more than ten million, according to the UN.',
    figures: [
      { printed: 'eleven | 11 | exact | killed | health ministry official in Nyalu', on: '2024-08-05' },
      { printed: 'three | 3 | exact | killed | health ministry official in Nyalu', scope: 'subset', of: 'children' },
      { printed: 'Twenty-eight | 28 | exact | injured | health ministry official in Nyalu' },
      { printed: '30 | 30 | exact | killed | Rapid Support Forces', by: 'army jets' },
      { printed: '17 | 17 | exact | injured | Doctors Without Borders', on: '2024-08-05' },
      { printed: 'four | 4 | exact | killed | Doctors Without Borders', scope: 'subset' },
      { printed: 'tens of thousands | tens of thousands | vague | killed | United Nations' },
      { printed: 'more than ten million | 10000000 | more_than | displaced | United Nations' },
    ],
  },
  {
    published: '2022-10-31',
    text: 'Colombian and Venezuelan forensic experts have recovered the remains of 42 people from clandestine graves near the border since January, the Search Unit for Missing Persons announced.\nNineteen have been identified and returned to their families. The unit believes that at least 200 more are buried in the area.\nIts director, Luz Marina Monzó, said the paramilitaries who controlled the zone in the early 2000s had killed some 700 people there and burned hundreds of bodies in brick ovens.\nSalvatore Mancuro, a former commander, has admitted ordering about 300 of the murders.',
    figures: [
      { printed: '42 | 42 | exact | killed | Search Unit for Missing Persons' },
      { printed: 'Nineteen | 19 | exact | killed | -', state: 'either' },
      { printed: 'at least 200 | 200 | at_least | killed | Search Unit for Missing Persons' },
      { printed: 'some 700 | 700 | about | killed | Its director', by: 'the paramilitaries' },
      { printed: 'hundreds | hundreds | vague | killed | -', state: 'either' },
      { printed: 'about 300 | 300 | about | killed | Salvatore Mancuro' },
    ],
  },
  {
    published: '2025-02-11',
    text: 'FACTBOX. What we know about the Kasanga killings.\nWhen: the night of 9 to 10 February. Where: the Protestant church and nearby houses.\nHow many: the village chief, Munyonga Vianney, says 70 bodies, hands bound. CRPN, a church network, says at least 71. The army\'s figure is 35, which it attributes to the ADF.\nWho: survivors describe men with machetes. Protection Action, a local NGO, blames the ADF too and says 100 villagers had been rounded up the day before.\nWhat next: two MPs have asked for an inquiry. The UN mission, MONUSCO, "condemns the killing of about 70 civilians" in a statement.',
    figures: [
      { printed: '70 | 70 | exact | killed | village chief' },
      { printed: 'at least 71 | 71 | at_least | killed | CRPN' },
      { printed: '35 | 35 | exact | killed | army', state: 'either' },
      { printed: '100 | 100 | exact | detained | Protection Action' },
      {
        printed: 'about 70 | 70 | about | killed | MONUSCO / UN Organization Stabilization Mission in the DR Congo',
        state: 'unread',
      },
    ],
  },
  {
    published: '2023-07-05',
    text: 'Israeli troops withdrew from the Jenin camp overnight after a two-day operation in which 12 Palestinians, four of them under 18, and one Israeli soldier were killed.\nMore than 100 people were wounded, 20 of them seriously, the Palestinian health ministry said. About 3,000 residents fled the camp.\nThe army said all the dead Palestinians were combatants and that it had arrested 30 suspects and seized a thousand weapons.\nBullets were also fired in Huwara, where a 24-year-old was hurt.',
    figures: [
      { printed: '12 | 12 | exact | killed | -' },
      { printed: 'four | 4 | exact | killed | -', scope: 'subset' },
      { printed: 'one | 1 | exact | killed | -', of: 'security_forces' },
      { printed: 'More than 100 | 100 | more_than | injured | Palestinian health ministry' },
      { printed: '20 | 20 | exact | injured | Palestinian health ministry', scope: 'subset' },
      { printed: 'About 3,000 | 3000 | about | displaced | Palestinian health ministry' },
      { printed: '30 | 30 | exact | detained | army' },
    ],
  },
  {
    published: '2024-10-17',
    text: "The Haitian national police lost two officers in Wednesday's clash with the Kraze Bar gang, their union SYNAPO said. Four others were wounded; one remains in critical condition.\nGang members set fire to 47 homes as they retreated. At least nine residents burned to death, according to the local civil protection office, which fears that several more are under the ashes.\nOver 700,000 people, half of them children, are now internally displaced in the country, the International Organization for Migration says.",
    figures: [
      { printed: 'two | 2 | exact | killed | their union SYNAPO', on: '2024-10-16', of: 'security_forces' },
      { printed: 'Four | 4 | exact | injured | their union SYNAPO' },
      { printed: 'one | 1 | exact | injured | -', state: 'either' },
      { printed: 'At least nine | 9 | at_least | killed | local civil protection office' },
      { printed: 'several more | several | vague | missing | -', state: 'either' },
      { printed: 'Over 700,000 | 700000 | more_than | displaced | International Organization for Migration' },
    ],
    over: 1,
  },
]
