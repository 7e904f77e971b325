/** Short texts whose dead and injured somebody counts. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const TOLD_2: readonly FigureCase[] = [
  {
    published: '2024-09-12',
    text: 'Clashes between the Anyuak and Nuer left dozens dead. Local authorities say at least 38; church leaders fear the figure is closer to 90.',
    figures: [
      { printed: 'dozens | dozens | vague | killed | -' },
      { printed: 'at least 38 | 38 | at_least | killed | Local authorities' },
      { printed: 'closer to 90 | 90 | about | killed | church leaders' },
    ],
  },
  {
    published: '2024-09-15',
    text: "No independent count exists. The government's is 19, the opposition's 52.",
    figures: [
      { printed: '19 | 19 | exact | killed | government', state: 'either' },
      { printed: '52 | 52 | exact | killed | opposition', state: 'either' },
    ],
  },
  {
    published: '2024-09-16',
    text: 'Volunteers with the Sudan Conflict Observatory say satellite images are consistent with the burial of between 250 and 300 bodies at the site.',
    figures: [{ printed: 'between 250 and 300 | 250..300 | about | killed | Conflict Observatory' }],
  },
  {
    published: '2024-09-17',
    text: "Mortar fire killed a mother and her two daughters in Tal Rif'a, the Syrian Network for Human Rights reported, adding that six others were hurt.",
    figures: [
      { printed: 'two | 2 | exact | killed | Syrian Network for Human Rights', at: "Tal Rif'a" },
      { printed: 'six | 6 | exact | injured | Syrian Network for Human Rights' },
    ],
  },
  {
    published: '2024-09-18',
    text: "Philippine police said four New People's Army rebels and one militiaman were killed in a firefight in Negros on Tuesday.",
    figures: [
      { printed: 'four | 4 | exact | killed | Philippine police', at: 'Negros', on: '2024-09-17', of: 'combatants' },
      { printed: 'one | 1 | exact | killed | Philippine police' },
    ],
  },
  {
    published: '2024-09-19',
    text: 'The bus was travelling from Bamako. Thirty passengers burned to death, and nine, including the driver, escaped with burns, the transport ministry said in a communiqué.',
    figures: [
      { printed: 'Thirty | 30 | exact | killed | transport ministry' },
      { printed: 'nine | 9 | exact | injured | transport ministry', state: 'unread' },
    ],
  },
  {
    published: '2024-09-21',
    text: "A UN convoy found ten survivors and a hundred dead in the village, the organisation's spokesperson, Farhan Dujar, told a news conference in New York.",
    figures: [{ printed: 'a hundred | 100 | exact | killed | Farhan Dujar / UN / United Nations', state: 'unread' }],
    over: 1,
  },
  {
    published: '2024-09-22',
    text: "HRW's Belkis Ville says Ethiopian soldiers summarily executed at least 45 residents of Merawi. The state-appointed Ethiopian Human Rights Commission says 45.",
    figures: [
      { printed: 'at least 45 | 45 | at_least | killed | Human Rights Watch', by: 'Ethiopian soldiers' },
      { printed: '45 | 45 | exact | killed | Ethiopian Human Rights Commission' },
    ],
  },
  {
    published: '2024-09-24',
    text: 'More than 40 aid trucks were looted. In the chaos 20 people were crushed to death, according to the Gaza Humanitarian Front, which blamed agitators.',
    figures: [{ printed: '20 | 20 | exact | killed | Gaza Humanitarian Front' }],
  },
  {
    published: '2024-09-29',
    text: 'Military sources confirmed the ambush but said fewer than 10 soldiers were killed. The jihadist group JNIM had claimed more than 50.',
    figures: [
      { printed: 'fewer than 10 | 10 | fewer_than | killed | Military sources', of: 'security_forces' },
      { printed: 'more than 50 | 50 | more_than | killed | JNIM' },
    ],
  },
  {
    published: '2024-10-02',
    text: "Amputations were performed on 13 of the injured, the clinic's director said. All 13 had stepped on mines.",
    figures: [{ printed: "13 | 13 | exact | injured | clinic's director" }],
  },
  {
    published: '2024-10-03',
    text: 'A count by The Associated Press based on official statements found that at least 137 migrants had died on the route this year.',
    figures: [{ printed: 'at least 137 | 137 | at_least | killed | AP' }],
  },
  {
    published: '2024-10-04',
    text: "Rapid Support Forces shelling of the Abu Shouk camp has killed more than 40 displaced people, El Fasher's resistance committees said in a Facebook post. Medics put it at 57.",
    figures: [
      {
        printed: 'more than 40 | 40 | more_than | killed | Resistance Committees',
        by: 'Rapid Support Forces',
        at: 'Abu Shouk camp',
      },
      { printed: '57 | 57 | exact | killed | Medics' },
    ],
  },
  {
    published: '2024-10-05',
    text: "Israel's ambulance service, Magen David Adom, said one woman was killed and seven people were lightly hurt by shrapnel.",
    figures: [
      { printed: 'one | 1 | exact | killed | Magen David Adom' },
      { printed: 'seven | 7 | exact | injured | Magen David Adom' },
    ],
  },
  {
    published: '2024-03-02',
    text: "Ten days into the blockade, doctors at Kamal Odwan hospital had recorded fifteen child deaths from malnutrition and dehydration, the ministry's spokesman, Ashraf Qedra, said.",
    figures: [{ printed: 'fifteen | 15 | exact | killed | doctors at Kamal Odwan hospital', of: 'children' }],
  },
  {
    published: '2024-03-05',
    text: "The Taliban's supreme court said nine people, three of them women, were flogged. Five men have been executed in public since 2021.",
    figures: [{ printed: "Five | 5 | exact | killed | Taliban's supreme court" }],
  },
  {
    published: '2024-03-06',
    text: 'An explosion ripped through a crowded restaurant, leaving eight people dead, according to Salvation Committee member Osman Diriye; a regional official had put the figure at five.',
    figures: [
      { printed: 'eight | 8 | exact | killed | Salvation Committee member Osman Diriye' },
      { printed: 'five | 5 | exact | killed | regional official' },
    ],
  },
  {
    published: '2024-03-10',
    text: 'Most of the 28 victims were women who had queued for bread, said Mayor Serhiy Orlo.',
    figures: [{ printed: '28 | 28 | exact | killed | Serhiy Orlo', state: 'unread' }],
  },
  {
    published: '2024-03-14',
    text: 'In Beni, ADF rebels used machetes to kill 13 farmers on Tuesday and four on Wednesday, said Nicolas Kikuko, a civil society leader.',
    figures: [
      {
        printed: '13 | 13 | exact | killed | Nicolas Kikuko',
        by: 'ADF rebels used machetes',
        at: 'Beni',
        on: '2024-03-12',
      },
      { printed: 'four | 4 | exact | killed | Nicolas Kikuko', on: '2024-03-13' },
    ],
  },
  {
    published: '2024-03-15',
    text: 'A preliminary report seen by Le Quotidien says at least 31 children died; the final version is due in June.',
    figures: [{ printed: 'at least 31 | 31 | at_least | killed | preliminary report', of: 'children' }],
  },
  {
    published: '2024-03-16',
    text: 'Two days of fighting in Kidal have cost some 70 lives, say sources close to the governor.',
    figures: [{ printed: 'some 70 | 70 | about | killed | sources close to the governor', at: 'Kidal' }],
  },
  {
    published: '2024-03-17',
    text: "An attack by Al-Shabaab on a military base killed 54 Ugandan peacekeepers, President Yoweri Musa revealed, contradicting the group's own claim of 137.",
    figures: [
      { printed: '54 | 54 | exact | killed | President Yoweri Musa', by: 'Al-Shabaab', of: 'security_forces' },
      { printed: '137 | 137 | exact | killed | al-Shabaab' },
    ],
  },
  {
    published: '2024-03-19',
    text: 'Since January the group has verified 1,041 incidents in which 3,310 civilians were harmed, 896 of them fatally.',
    figures: [
      { printed: '3,310 | 3310 | exact | killed_or_injured | group', state: 'either' },
      { printed: '896 | 896 | exact | killed | group / -', state: 'unread' },
    ],
  },
  {
    published: '2024-03-20',
    text: 'Four aid trucks were set ablaze and their drivers abducted. The UN said one driver had later been found dead.',
    figures: [{ printed: 'one | 1 | exact | killed | United Nations' }],
  },
  {
    published: '2024-03-21',
    text: "Security forces broke up the sit-in at dawn. By noon the Central Doctors' Committee had confirmed 35 deaths. Two days later it raised the figure to 108, saying 40 bodies had been pulled from the river.",
    figures: [
      { printed: "35 | 35 | exact | killed | Central Doctors' Committee" },
      { printed: "108 | 108 | exact | killed | Central Doctors' Committee" },
      { printed: "40 | 40 | exact | killed | Central Doctors' Committee" },
    ],
  },
  {
    published: '2024-03-28',
    text: 'Witnesses told the court that on the second day 37 women and 16 children were burned alive in the barn.',
    figures: [
      { printed: '37 | 37 | exact | killed | Witnesses' },
      { printed: '16 | 16 | exact | killed | Witnesses', of: 'children' },
    ],
  },
  {
    published: '2024-03-31',
    text: 'The dead were five Kenyans, three Somalis and a Briton, the hotel manager told state radio.',
    figures: [
      { printed: 'five | 5 | exact | killed | hotel manager' },
      { printed: 'three | 3 | exact | killed | hotel manager' },
    ],
  },
  {
    published: '2024-04-01',
    text: 'Ambulances collected sixteen corpses, one of them headless, from a ditch near Tijuana, officials in Baja California said.',
    figures: [{ printed: 'sixteen | 16 | exact | killed | officials in Baja California', at: 'Tijuana' }],
  },
  {
    published: '2024-04-02',
    text: "Syria's White Helmets said on X their teams had rescued 21 people and recovered the bodies of four, including a child.",
    figures: [{ printed: 'four | 4 | exact | killed | Syrian Civil Defence' }],
  },
  {
    published: '2024-05-04',
    text: 'Army chief General Asim Munawar put militant losses at 59 and his own at 18.',
    figures: [
      { printed: '59 | 59 | exact | killed | Asim Munawar / army chief', state: 'unread' },
      { printed: '18 | 18 | exact | killed | Asim Munawar / army chief', state: 'unread' },
    ],
  },
  {
    published: '2024-05-09',
    text: "The bodies of seven policemen and two civilians were found on Wednesday in a ravine near Tancita, the Michoacán state prosecutor's office said. All had been shot.",
    figures: [
      {
        printed: "seven | 7 | exact | killed | Michoacán state prosecutor's office",
        at: 'Tancita',
        on: '2024-05-08',
        of: 'security_forces',
      },
      { printed: "two | 2 | exact | killed | Michoacán state prosecutor's office", of: 'civilians' },
    ],
  },
  {
    published: '2024-05-11',
    text: 'A joint statement by 14 charities says famine has already killed thousands, though only 98 deaths have been certified by doctors.',
    figures: [
      { printed: 'thousands | thousands | vague | killed | 14 charities' },
      { printed: 'only 98 | 98 | exact | killed | 14 charities' },
    ],
  },
  {
    published: '2024-05-16',
    text: 'The group, known by its acronym LUCHA, published the names of 26 activists killed since 2013.',
    figures: [{ printed: '26 | 26 | exact | killed | group' }],
  },
  {
    published: '2024-05-17',
    text: "Twin blasts killed at least 95 near the tomb, Iran's emergency services chief Jafar Miadar told the semi-official Fars agency. IRNA reported 211 injured.",
    figures: [
      { printed: "at least 95 | 95 | at_least | killed | Iran's emergency services chief Jafar Miadar" },
      { printed: '211 | 211 | exact | injured | IRNA' },
    ],
  },
  {
    published: '2024-05-19',
    text: 'Doctors say they have treated at least 60 people for pellet wounds to the eyes.',
    figures: [{ printed: 'at least 60 | 60 | at_least | injured | Doctors' }],
  },
  {
    published: '2024-05-20',
    text: 'Floods swept away 11 villagers and hundreds of cattle; cholera has since killed 31, says the ministry.',
    figures: [
      { printed: '11 | 11 | exact | killed | -', state: 'either' },
      { printed: '31 | 31 | exact | killed | ministry' },
    ],
  },
  {
    published: '2024-05-22',
    text: 'He was one of at least four journalists who have died covering the front this year, the union of journalists said.',
    figures: [{ printed: 'at least four | 4 | at_least | killed | union of journalists' }],
  },
]
