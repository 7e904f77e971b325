/** Short texts of our own on events of many countries, real and invented, with the figures that a careful reader finds. */

export interface CaseFigure {
  /** `printed | value or vague word | comparator | effect | claimant or -`; a range is `low..high`. */
  readonly printed: string
  readonly by?: string
  readonly at?: string
  readonly on?: string
  readonly scope?: string
  /** Category of the victims. */
  readonly of?: string
  /** `unread`: the reader does not find it, or not as it should; `either`: a careful reader may leave it out. */
  readonly state?: 'unread' | 'either'
}

export interface FigureCase {
  readonly published: string
  readonly text: string
  readonly figures: readonly CaseFigure[]
  /** How many the reader finds that are none. */
  readonly over?: number
}

export const FIGURE_CASES: readonly FigureCase[] = [
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
  {
    published: '2023-10-20',
    text: 'Memories of 1982, when between 800 and 3,500 refugees were massacred by a militia, run deep. This time, the ministry counts 27 dead.',
    figures: [
      { printed: 'between 800 and 3,500 | 800..3500 | about | killed | -', by: 'a militia' },
      { printed: '27 | 27 | exact | killed | ministry' },
    ],
  },
  {
    published: '2022-05-25',
    text: "The shooting is the deadliest since 2012, when 26 people were killed at an elementary school. Tuesday's gunman killed 21.",
    figures: [
      { printed: '26 | 26 | exact | killed | -' },
      { printed: '21 | 21 | exact | killed | -', by: 'gunman', on: '2022-05-24' },
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
    published: '2023-11-10',
    text: 'Israel revised the number of people killed in the Hamas attacks down to about 1,200 from 1,400, its foreign ministry spokesman said. Around 240 were taken hostage.',
    figures: [
      { printed: 'about 1,200 | 1200 | about | killed | Israel', by: 'Hamas' },
      { printed: '1,400 | 1400 | exact | killed | Israel' },
      { printed: 'Around 240 | 240 | about | abducted | foreign ministry spokesman / -', state: 'unread' },
    ],
  },
  {
    published: '2021-12-01',
    text: 'The Prime Minister told parliament three suspects had been arrested. No civilians were killed in the operation, he said.',
    figures: [
      { printed: 'three | 3 | exact | detained | Prime Minister', state: 'either' },
      { printed: 'No | 0 | exact | killed | Prime Minister', state: 'either' },
    ],
  },
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
    published: '2025-01-18',
    text: 'By our reporter. Residents of Kwatan Daji say bandits abducted 43 people, mostly women, in the early hours of Friday. The ward head, Malam Isa, said two vigilantes died trying to repel them. The police command could not be reached.',
    figures: [
      { printed: '43 | 43 | exact | abducted | Residents of Kwatan Daji', by: 'bandits', on: '2025-01-17' },
      { printed: 'two | 2 | exact | killed | ward head' },
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
    published: '2024-10-07',
    text: 'Local media tally: 37 killed, 61 injured, 4 missing after three nights of shelling in Nabatriya. The civil defence has yet to publish a list.',
    figures: [
      { printed: '37 | 37 | exact | killed | Local media tally', at: 'Nabatriya' },
      { printed: '61 | 61 | exact | injured | Local media tally' },
      { printed: '4 | 4 | exact | missing | Local media tally' },
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
    published: '2019-08-05',
    text: 'The gunman, 21, killed 22 shoppers and injured two dozen before he surrendered. Authorities are treating the case as domestic terrorism; the suspect drove ten hours to get there.',
    figures: [
      { printed: '22 | 22 | exact | killed | -', by: 'The gunman' },
      { printed: 'two dozen | 24 | about | injured | -', by: 'The gunman' },
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
    published: '2021-11-18',
    text: 'Fifteen people were shot dead in Khartoum North on Wednesday, the bloodiest day since the coup. That brings the number of people killed in the protests to at least 39, says the Central Committee of Sudanese Doctors.',
    figures: [
      { printed: 'Fifteen | 15 | exact | killed | -', at: 'Khartoum North', on: '2021-11-17' },
      { printed: 'at least 39 | 39 | at_least | killed | Central Committee of Sudanese Doctors', scope: 'total' },
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
    published: '2024-08-01',
    text: "B'Tselem's data show that 532 Palestinians have been killed in the West Bank since 7 October, nine of them by settlers. Fourteen Israelis were killed there over the same period.",
    figures: [
      { printed: "532 | 532 | exact | killed | B'Tselem", at: 'West Bank' },
      { printed: "nine | 9 | exact | killed | B'Tselem", by: 'settlers', scope: 'subset' },
      { printed: "Fourteen | 14 | exact | killed | B'Tselem" },
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
    published: '2023-11-14',
    text: 'Masalit tribal leaders told the Darfur Bar Association that 800 people were killed over four days in Ardamata; the UNHCR spoke of more than 800. About 8,000 crossed into Chad in a week.',
    figures: [
      { printed: '800 | 800 | exact | killed | Masalit tribal leaders', at: 'Ardamata' },
      { printed: 'more than 800 | 800 | more_than | killed | UNHCR' },
      { printed: 'About 8,000 | 8000 | about | displaced | UNHCR' },
    ],
  },
  {
    published: '2020-07-02',
    text: 'The Committee to Protect Journalists said two reporters were killed and a third is missing.',
    figures: [
      { printed: 'two | 2 | exact | killed | Committee to Protect Journalists' },
      { printed: 'a third | 1 | exact | missing | Committee to Protect Journalists', state: 'either' },
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
    published: '2021-06-24',
    text: 'Physicians in Mekelle said 64 people died in the market strike at Togoga and 180 were wounded. The army spokesman, Colonel Getnet Aduna, denied that any civilians were hit. None of the dead, he insisted, was unarmed.',
    figures: [
      { printed: '64 | 64 | exact | killed | Physicians in Mekelle', at: 'Togoga' },
      { printed: '180 | 180 | exact | injured | Physicians in Mekelle' },
      { printed: 'None | 0 | exact | killed | Getnet Aduna', state: 'either' },
    ],
  },
  {
    published: '2023-08-21',
    text: 'Human Rights Watch said Saudi border guards have killed hundreds of Ethiopian migrants who tried to cross from Yemen. "We were 170 and 90 were killed," one woman recalled. The researchers interviewed 42 people.',
    figures: [
      { printed: 'hundreds | hundreds | vague | killed | Human Rights Watch', by: 'Saudi border guards' },
      { printed: '90 | 90 | exact | killed | one woman' },
    ],
  },
  {
    published: '2022-11-30',
    text: "Amnesty's Crisis Evidence Lab geolocated the footage to the village of Holqa. Eighty-three men, the report finds, were separated from their families, taken away in trucks and never seen again.",
    figures: [{ printed: 'Eighty-three | 83 | exact | missing | Amnesty International' }],
  },
  {
    published: '2021-02-26',
    text: 'The massacre of at least 30 churchgoers on 29 November was confirmed by 12 survivors. Several described soldiers wearing plastic sandals, which Eritrean troops are known to wear.',
    figures: [{ printed: 'at least 30 | 30 | at_least | killed | -' }],
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
    published: '2024-05-16',
    text: 'Nearly 900 migrants are missing in the desert, the group Alarm Network says. The survivors, 16 in all, were handed to the gendarmerie.',
    figures: [{ printed: 'Nearly 900 | 900 | about | missing | group Alarm Network' }],
  },
  {
    published: '2018-12-18',
    text: 'Researchers found evidence of more than 3,600 deaths between January 2016 and October 2018, 57 per cent of them in 2018 alone. Amnesty International warned that the death toll could be higher.',
    figures: [{ printed: 'more than 3,600 | 3600 | more_than | killed | Researchers', on: '2018-10' }],
  },
  {
    published: '2023-11-01',
    text: 'Reporters Network mourns 31 colleagues killed since October 7, and eight who were injured. Nine are reported missing or detained.',
    figures: [
      { printed: '31 | 31 | exact | killed | -' },
      { printed: 'eight | 8 | exact | injured | -' },
      { printed: 'Nine | 9 | exact | missing | -', state: 'either' },
    ],
  },
  {
    published: '2025-03-11',
    text: 'The Selmani family lost seven of its members: the father, 58, three sons and three grandsons.',
    figures: [{ printed: 'seven | 7 | exact | killed | -' }],
  },
  {
    published: '2024-08-21',
    text: 'The patrol was hit near Okroma. Of the 16 soldiers on board, ten were killed, four wounded and two are unaccounted for, the army command said.',
    figures: [
      { printed: 'ten | 10 | exact | killed | army command', at: 'Okroma' },
      { printed: 'four | 4 | exact | injured | army command' },
      { printed: 'two | 2 | exact | missing | army command' },
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
    published: '2024-03-09',
    text: 'Dr Halima Osei runs the emergency ward in Bardello. She received 41 wounded in one night, she said. Seven did not make it. "I stopped counting," she told the radio.',
    figures: [
      { printed: '41 | 41 | exact | injured | Dr Halima Osei', at: 'Bardello' },
      { printed: 'Seven | 7 | exact | killed | Dr Halima Osei' },
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
    published: '2025-05-04',
    text: 'A quarter of the 240 passengers perished, the coast guard believes. Sixty had been listed as lost by Saturday.',
    figures: [{ printed: 'Sixty | 60 | exact | missing | coast guard / -', state: 'unread' }],
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
    published: '2022-05-13',
    text: 'The convoy of 13 lorries was carrying 69 detainees when it was struck, killing 53 and maiming 12. Only four walked away unhurt.',
    figures: [
      { printed: '69 | 69 | exact | detained | -', state: 'either' },
      { printed: '53 | 53 | exact | killed | -' },
      { printed: '12 | 12 | exact | injured | -' },
    ],
  },
  {
    published: '2023-03-19',
    text: 'Human rights lawyer Teodor Maas says he represents the families of 26 men seized by the marines in 2018. None has come home; the navy has admitted detaining three.',
    figures: [
      { printed: '26 | 26 | exact | abducted | Human rights lawyer Teodor Maas', by: 'the marines' },
      { printed: 'three | 3 | exact | detained | navy' },
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
    published: '2025-10-29',
    text: 'The WHO said it was appalled by reports that more than 460 patients and companions had been shot in the Saudi Maternity Hospital in El Fasher. Six health workers were abducted, it said.',
    figures: [
      { printed: 'more than 460 | 460 | more_than | killed | World Health Organization' },
      { printed: 'Six | 6 | exact | abducted | World Health Organization' },
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
    published: '2020-08-13',
    text: 'A ship carrying some 80 migrants sank. At least 27 drowned off the coast; 40 were rescued by fishermen. The UN refugee agency blamed traffickers for the deaths.',
    figures: [{ printed: 'At least 27 | 27 | at_least | killed | -' }],
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
    published: '2025-06-03',
    text: 'Thirty-one people were shot dead near an aid centre on Sunday and 27 on Tuesday, the Red Crescent said. The foundation running the centre said no one had been hurt.',
    figures: [
      { printed: 'Thirty-one | 31 | exact | killed | Red Crescent', on: '2025-06-01' },
      { printed: '27 | 27 | exact | killed | Red Crescent', on: '2025-06-03' },
      { printed: 'no one | 0 | exact | injured | foundation', state: 'either' },
    ],
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
    published: '2023-08-09',
    text: 'Thousands of people marched on Wednesday to remember the two hundred and thirty killed a decade ago in Raba Square.',
    figures: [{ printed: 'two hundred and thirty | 230 | exact | killed | -' }],
  },
  {
    published: '2024-10-25',
    text: "An official from the governor's office, speaking on condition of anonymity because he was not allowed to brief the press, said fifteen had died, five more than announced in the morning.",
    figures: [{ printed: "fifteen | 15 | exact | killed | official from the governor's office" }],
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
    published: '2024-10-14',
    text: 'BREAKING 🔴 4 martyrs, 40 wounded in strike on tents at Al-Aqsi Hospital, Deir Balah',
    figures: [{ printed: '4 | 4 | exact | killed | -' }, { printed: '40 | 40 | exact | injured | -' }],
  },
  {
    published: '2023-06-18',
    text: 'Artillery on Ombadda market, ERR reports 23 killed and over 70 injured; list of names to follow. Please donate blood: 3 hospitals open.',
    figures: [{ printed: '23 | 23 | exact | killed | ERR' }, { printed: 'over 70 | 70 | more_than | injured | ERR' }],
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
    published: '2024-08-16',
    text: 'Settlers stormed Jitin tonight, set fire to 4 houses & 6 cars. 1 Palestinian (23) shot dead, 1 critical. Army says it detained one Israeli.',
    figures: [
      { printed: '1 | 1 | exact | killed | -' },
      { printed: '1 | 1 | exact | injured | -', state: 'unread' },
      { printed: 'one | 1 | exact | detained | Army' },
    ],
    over: 1,
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
    published: '2025-11-05',
    text: "As of 2 November, 70,894 individuals had been displaced from El Fasher and surrounding villages since 26 October, IOM's Displacement Tracking Matrix estimated. Movement routes remained insecure.",
    figures: [{ printed: '70,894 | 70894 | exact | displaced | International Organization for Migration' }],
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
    published: '2024-05-20',
    text: "The Secretary-General's report verified grave violations against 22,557 children. It attributes the killing of 2,285 to Israeli forces. Worldwide, 5,301 children were killed and 6,348 maimed, it says.",
    figures: [
      { printed: '2,285 | 2285 | exact | killed | Secretary-General', by: 'Israeli forces' },
      { printed: '5,301 | 5301 | exact | killed | Secretary-General', of: 'children' },
      { printed: '6,348 | 6348 | exact | injured | Secretary-General' },
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
    published: '2025-02-18',
    text: 'MONUSCO peacekeepers sheltered 1,400 soldiers at their base. Two of its troops were killed and four wounded on 24 January, the mission said; the number of dead blue helmets in the battle for Goma is now 13.',
    figures: [
      { printed: 'Two | 2 | exact | killed | MONUSCO', on: '2025-01-24' },
      { printed: 'four | 4 | exact | injured | MONUSCO', on: '2025-01-24' },
      { printed: '13 | 13 | exact | killed | MONUSCO' },
    ],
  },
  {
    published: '2019-09-17',
    text: 'The Fact-Finding Mission concludes that some 600,000 Rohingya still in Rakhine live under threat of genocide. The estimate of 10,000 deaths in 2017, it repeats, is conservative.',
    figures: [{ printed: '10,000 | 10000 | exact | killed | Fact-Finding Mission' }],
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
    published: '2022-07-19',
    text: 'Gunmen opened fire on a minibus outside Marikina late Monday. Six died at the scene and two later in hospital. The driver, 44, survived.',
    figures: [
      { printed: 'Six | 6 | exact | killed | -', on: '2022-07-18' },
      { printed: 'two | 2 | exact | killed | -' },
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
    published: '2024-01-24',
    text: 'Kidnappers seized at least 35 women on their way back from a wedding in Katsina state, police said on Wednesday. The attackers came on more than 50 motorcycles. Three of the captives have since been freed.',
    figures: [{ printed: 'at least 35 | 35 | at_least | abducted | police', at: 'Katsina state' }],
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
    published: '2024-04-30',
    text: 'At dawn soldiers entered Soro and Nodin and shot 179 and 44 villagers respectively, according to Human Rights Watch. Fifty-six of the dead were children.',
    figures: [
      { printed: '179 | 179 | exact | killed | Human Rights Watch', by: 'dawn soldiers' },
      { printed: '44 | 44 | exact | killed | Human Rights Watch', by: 'dawn soldiers' },
      { printed: 'Fifty-six | 56 | exact | killed | Human Rights Watch', scope: 'subset', of: 'children' },
    ],
  },
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
    published: '2024-04-02',
    text: 'Speaking by phone from the besieged town, the head of its emergency committee, Idris Bakal, put the number of dead at 63. He said nineteen of them had been buried in a schoolyard.',
    figures: [
      { printed: '63 | 63 | exact | killed | head of its emergency committee' },
      { printed: 'nineteen | 19 | exact | killed | head of its emergency committee', scope: 'subset' },
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
    published: '2022-08-30',
    text: '"At least 30 people have been killed," a medical source told Reuters, "and more than 400 wounded since Monday."',
    figures: [
      { printed: 'At least 30 | 30 | at_least | killed | medical source' },
      { printed: 'more than 400 | 400 | more_than | injured | medical source' },
    ],
  },
  {
    published: '2024-09-01',
    text: 'In a statement carried by the state news agency, the interior ministry announced the death of two policemen and the arrest of 58 rioters.',
    figures: [
      { printed: 'two | 2 | exact | killed | interior ministry', of: 'security_forces' },
      { printed: '58 | 58 | exact | detained | interior ministry' },
    ],
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
    published: '2024-09-05',
    text: 'The latest bulletin from the Yarim Health Directorate lists 88 killed, 204 injured and 16 missing. Its previous bulletin had listed 71 killed.',
    figures: [
      { printed: '88 | 88 | exact | killed | Yarim Health Directorate' },
      { printed: '204 | 204 | exact | injured | Yarim Health Directorate' },
      { printed: '16 | 16 | exact | missing | Yarim Health Directorate' },
      { printed: '71 | 71 | exact | killed | Yarim Health Directorate' },
    ],
  },
  {
    published: '2024-09-06',
    text: 'Survivors interviewed by the Dabanga network described how fighters went from house to house. They believe that about 150 men were taken away; only three have returned.',
    figures: [{ printed: 'about 150 | 150 | about | abducted | Survivors' }],
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
    published: '2024-09-08',
    text: "The toll from Friday's suicide bombing at a market in Kadisha climbed to 37 after three of the wounded died overnight, Provincial Health Director Omar Seyid said Sunday.",
    figures: [
      { printed: '37 | 37 | exact | killed | Provincial Health Director Omar Seyid', at: 'Kadisha' },
      { printed: 'three | 3 | exact | killed | Provincial Health Director Omar Seyid', scope: 'subset' },
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
    published: '2024-09-13',
    text: "The Colombian Ombudsman's Office said on Thursday that some 80 people had died and 36,000 had been forced to flee in Catatumbo since 16 January.",
    figures: [
      { printed: "some 80 | 80 | about | killed | Colombian Ombudsman's Office", at: 'Catatumbo' },
      { printed: "36,000 | 36000 | exact | displaced | Colombian Ombudsman's Office" },
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
    published: '2024-09-20',
    text: 'Three hundred and twelve people have now been confirmed dead. Search teams are still looking for more than 60.',
    figures: [
      { printed: 'Three hundred and twelve | 312 | exact | killed | -' },
      { printed: 'more than 60 | 60 | more_than | missing | -', state: 'unread' },
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
    published: '2024-09-23',
    text: 'Nineteen people, among them five children, have been killed and forty-two wounded in what the governor called the worst shelling of the year.',
    figures: [
      { printed: 'Nineteen | 19 | exact | killed | -' },
      { printed: 'five | 5 | exact | killed | -', scope: 'subset', of: 'children' },
      { printed: 'forty-two | 42 | exact | injured | -' },
    ],
  },
  {
    published: '2024-09-24',
    text: 'More than 40 aid trucks were looted. In the chaos 20 people were crushed to death, according to the Gaza Humanitarian Front, which blamed agitators.',
    figures: [{ printed: '20 | 20 | exact | killed | Gaza Humanitarian Front' }],
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
    published: '2024-09-26',
    text: 'The army says its men came under fire and killed six "terrorists"; villagers say the six were brothers on their way to a wedding.',
    figures: [
      { printed: 'six | 6 | exact | killed | army', of: 'combatants' },
      { printed: 'six | 6 | exact | killed | villagers', state: 'unread' },
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
    published: '2024-09-28',
    text: "The commission's final report attributes 11 disappearances and 27 killings to state agents and five killings to the guerrillas.",
    figures: [
      { printed: '11 | 11 | exact | missing | commission' },
      { printed: '27 | 27 | exact | killed | commission' },
      { printed: 'five | 5 | exact | killed | commission', by: 'the guerrillas' },
    ],
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
    published: '2024-09-30',
    text: "By Monday evening the hospital's morgue, built for 12, held 74 bodies.",
    figures: [{ printed: '74 | 74 | exact | killed | -' }],
  },
  {
    published: '2024-10-01',
    text: "Bishop Matthew Kuka's diocese has lost two priests and seventeen catechists since 2020; a third priest is being held for ransom.",
    figures: [
      { printed: 'two | 2 | exact | killed | -' },
      { printed: 'seventeen | 17 | exact | killed | -' },
      { printed: 'a third | 1 | exact | abducted | -', state: 'either' },
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
    published: '2024-10-06',
    text: "The number of people killed by landmines fell from 91 in 2022 to 64 in 2023, the Landmine Observatory's annual report says.",
    figures: [
      { printed: '91 | 91 | exact | killed | Landmine Observatory' },
      { printed: '64 | 64 | exact | killed | Landmine Observatory' },
    ],
  },
  {
    published: '2024-10-07',
    text: 'At a makeshift clinic, nurse Amal Farid was treating eight gunshot victims. Two would not survive the night, she thought.',
    figures: [{ printed: 'eight | 8 | exact | injured | Amal Farid / -', state: 'unread' }],
  },
  {
    published: '2024-10-08',
    text: "Forty days after the attack, 22 of the kidnapped schoolgirls are still in captivity, their parents' association says.",
    figures: [{ printed: "22 | 22 | exact | abducted | their parents' association" }],
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
    published: '2024-10-10',
    text: 'The Office of the Prosecutor charges the accused with 21 counts, including the murder of 62 civilians, the wounding of 12 and the deportation of several thousand.',
    figures: [
      { printed: '62 | 62 | exact | killed | Office of the Prosecutor' },
      { printed: '12 | 12 | exact | injured | Office of the Prosecutor' },
      { printed: 'several thousand | thousands | vague | displaced | Office of the Prosecutor' },
    ],
  },
  {
    published: '2024-10-11',
    text: 'We, the families of Tolu, count thirty-one graves.',
    figures: [{ printed: 'thirty-one | 31 | exact | killed | -', state: 'either' }],
  },
  {
    published: '2024-03-01',
    text: 'The Islamic Resistance said in a communiqué that two of its fighters had been "martyred on the road to Jerusalem". Israel said it had killed at least ten.',
    figures: [
      { printed: 'two | 2 | exact | killed | Islamic Resistance', of: 'combatants' },
      { printed: 'at least ten | 10 | at_least | killed | Israel' },
    ],
  },
  {
    published: '2024-03-02',
    text: "Ten days into the blockade, doctors at Kamal Odwan hospital had recorded fifteen child deaths from malnutrition and dehydration, the ministry's spokesman, Ashraf Qedra, said.",
    figures: [{ printed: 'fifteen | 15 | exact | killed | doctors at Kamal Odwan hospital', of: 'children' }],
  },
  {
    published: '2024-03-03',
    text: '"My brother and two cousins were shot," said a displaced teacher who gave her name as Hiba. "In our street alone seventeen people died."',
    figures: [
      { printed: 'two | 2 | exact | killed | displaced teacher' },
      { printed: 'seventeen | 17 | exact | killed | displaced teacher' },
    ],
  },
  {
    published: '2024-03-04',
    text: 'More than 300 were arrested in the capital and dozens more in provincial towns, rights groups reported.',
    figures: [
      { printed: 'More than 300 | 300 | more_than | detained | rights groups' },
      { printed: 'dozens | dozens | vague | detained | rights groups', state: 'unread' },
    ],
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
    published: '2024-03-07',
    text: 'Dead: 9. Injured: 31. Missing: 2. That was the count of the provincial emergency centre at 8 pm.',
    figures: [
      { printed: '9 | 9 | exact | killed | -' },
      { printed: '31 | 31 | exact | injured | -' },
      { printed: '2 | 2 | exact | missing | -' },
    ],
  },
  {
    published: '2024-03-08',
    text: 'As many as 60 worshippers are believed to have been inside when the roof fell in. Rescuers have pulled out 23 bodies.',
    figures: [{ printed: '23 | 23 | exact | killed | -' }],
  },
  {
    published: '2024-03-09',
    text: "The families' association counts 17,000 disappeared; the state registry, 11,400.",
    figures: [
      { printed: "17,000 | 17000 | exact | missing | families' association" },
      { printed: '11,400 | 11400 | exact | missing | state registry', state: 'either' },
    ],
  },
  {
    published: '2024-03-10',
    text: 'Most of the 28 victims were women who had queued for bread, said Mayor Serhiy Orlo.',
    figures: [{ printed: '28 | 28 | exact | killed | Serhiy Orlo', state: 'unread' }],
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
    published: '2024-03-12',
    text: 'UNHCR, the UN refugee agency, said over a million Sudanese have crossed into Chad; nine in ten are women and children.',
    figures: [{ printed: 'over a million | 1000000 | more_than | displaced | UNHCR' }],
  },
  {
    published: '2024-03-13',
    text: 'Suicide bombers attacked a checkpoint outside Bannu. Twelve soldiers embraced martyrdom, the military\'s media wing said, while all six attackers were "sent to hell".',
    figures: [
      { printed: "Twelve | 12 | exact | killed | military's media wing", of: 'security_forces' },
      { printed: "six | 6 | exact | killed | military's media wing", state: 'either' },
    ],
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
    published: '2024-03-18',
    text: 'No fewer than ninety persons died and fifty others sustained burns in the tanker explosion, Channels Post gathered.',
    figures: [
      { printed: 'No fewer than ninety | 90 | at_least | killed | -' },
      { printed: 'fifty | 50 | exact | injured | -' },
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
    published: '2024-03-22',
    text: 'Local councillor Baba Gana told Premium News that Boko Haram ambushed the convoy, killing six. He added that ten vehicles were burnt and two women taken away.',
    figures: [
      { printed: 'six | 6 | exact | killed | Local councillor Baba Gana', by: 'Boko Haram' },
      { printed: 'two | 2 | exact | abducted | Local councillor Baba Gana' },
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
    published: '2024-03-24',
    text: 'It was the second massacre in a week. The first, on 17 March, had claimed 26 lives in Tissi, a village 30 km away.',
    figures: [{ printed: '26 | 26 | exact | killed | -', at: 'Tissi', on: '2024-03-17' }],
  },
  {
    published: '2024-03-25',
    text: 'No casualties were reported. Two houses collapsed and 300 people were evacuated.',
    figures: [],
  },
  {
    published: '2024-03-26',
    text: "A UN expert said the country's prisons, built for 4,000, hold 11,000 people, 85 per cent of them untried.",
    figures: [{ printed: '11,000 | 11000 | exact | detained | UN expert', state: 'unread' }],
  },
  {
    published: '2024-03-27',
    text: 'Ten Nicaraguan priests and two bishops were expelled to the Vatican, the exiled lawyer Martha Molinari noted in her report. She has documented 770 attacks on the church.',
    figures: [
      { printed: 'Ten | 10 | exact | displaced | Martha Molinari', state: 'either' },
      { printed: 'two | 2 | exact | displaced | Martha Molinari', state: 'either' },
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
    published: '2024-03-29',
    text: 'On the reservation side, the police say 14; the union, which has its own lists, 22. Neither number includes the three miners who died in hospital.',
    figures: [{ printed: 'three | 3 | exact | killed | -' }],
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
    published: '2024-04-03',
    text: 'A Somali military court sentenced six Moroccans to death. The trial lasted 12 days.',
    figures: [],
  },
  {
    published: '2024-04-04',
    text: 'The regional council of the Amhara said in a letter that "close to 600" of its people had been slaughtered in Gimbi "in a single day".',
    figures: [{ printed: 'close to 600 | 600 | about | killed | regional council of the Amhara', at: 'Gimbi' }],
  },
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
  {
    published: '2024-05-01',
    text: "The rebels' political wing said in Nairobi that 22 of its members had been arrested since Friday. The national intelligence agency denied any arrests.",
    figures: [{ printed: "22 | 22 | exact | detained | rebels' political wing" }],
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
    published: '2024-05-02',
    text: 'State television said a US-made drone had struck a wedding party in the district of Khogy, killing 18 and wounding 9. A tribal elder, Haji Wazir, gave the same numbers; the Pentagon said only that it was "aware of the reports".',
    figures: [
      { printed: '18 | 18 | exact | killed | state television', at: 'Khogy' },
      { printed: '9 | 9 | exact | injured | state television' },
    ],
  },
  {
    published: '2024-05-03',
    text: 'A hundred and four days on, the mothers of the nine missing fishermen still wait on the quay.',
    figures: [{ printed: 'nine | 9 | exact | missing | -' }],
  },
  {
    published: '2024-05-03',
    text: 'UN peacekeepers who reached Ituro on Friday counted 36 bodies in the ruins. Villagers who had fled told them that about 20 more people were unaccounted for.',
    figures: [
      { printed: '36 | 36 | exact | killed | United Nations' },
      { printed: 'about 20 | 20 | about | missing | Villagers' },
    ],
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
    published: '2024-05-05',
    text: 'Rescue workers in Chernihev said the strike left one dead and sixteen injured. Mayor Oleksandr Lomak later raised the number of injured to nineteen.',
    figures: [
      { printed: 'one | 1 | exact | killed | Rescue workers in Chernihev' },
      { printed: 'sixteen | 16 | exact | injured | Rescue workers in Chernihev' },
      { printed: 'nineteen | 19 | exact | injured | Mayor Oleksandr Lomak' },
    ],
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
    published: '2024-05-07',
    text: 'Human rights organisation Foro Legal reports 2,229 arrests since the vote. The attorney general speaks of 1,062 "terrorists" in custody and of 27 deaths, for which he blames the opposition.',
    figures: [
      { printed: '2,229 | 2229 | exact | detained | Human rights organisation Foro Legal' },
      { printed: '1,062 | 1062 | exact | detained | attorney general' },
      { printed: '27 | 27 | exact | killed | attorney general' },
    ],
  },
  {
    published: '2024-05-08',
    text: 'Of the sixty hostages taken at the dam, forty-one were freed, twelve killed and seven are still being held.',
    figures: [{ printed: 'twelve | 12 | exact | killed | -' }, { printed: 'seven | 7 | exact | detained | -' }],
    over: 1,
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
    published: '2024-05-10',
    text: 'At least three separate investigations are under way. None has explained why 43 people died in a queue for water.',
    figures: [{ printed: '43 | 43 | exact | killed | -' }],
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
    published: '2024-05-12',
    text: '"Yesterday we received 12 martyrs and today eight," the nurse, who works nights, told us. "Nobody counts the wounded any more."',
    figures: [{ printed: '12 | 12 | exact | killed | nurse' }, { printed: 'eight | 8 | exact | killed | nurse' }],
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
    published: '2024-05-14',
    text: 'The defence ministry in Baku said 192 of its servicemen had been killed and more than 500 wounded. In Yerevan, the ombudsman counted at least 200 dead on his side, ten of them civilians.',
    figures: [
      { printed: '192 | 192 | exact | killed | defence ministry in Baku', of: 'security_forces' },
      { printed: 'more than 500 | 500 | more_than | injured | defence ministry in Baku' },
      { printed: 'at least 200 | 200 | at_least | killed | ombudsman' },
      { printed: 'ten | 10 | exact | killed | ombudsman', scope: 'subset', of: 'civilians' },
    ],
  },
  {
    published: '2024-05-15',
    text: 'Amnesty researchers documented 70 cases of enforced disappearance and spoke to the relatives of 34 people who died in custody.',
    figures: [
      { printed: '70 | 70 | exact | missing | Amnesty researchers / Amnesty International / Amnesty', state: 'unread' },
      { printed: '34 | 34 | exact | killed | Amnesty International' },
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
    published: '2024-05-18',
    text: 'By contrast, the "Popular Committees" claim responsibility for killing 17 "mercenaries" in April and give no figure for their own dead.',
    figures: [{ printed: '17 | 17 | exact | killed | -' }],
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
    published: '2024-05-21',
    text: 'Around 2.4 million people, according to UNHCR figures, have been uprooted inside the country.',
    figures: [{ printed: 'Around 2.4 million | 2400000 | about | displaced | UNHCR' }],
  },
  {
    published: '2024-05-22',
    text: 'He was one of at least four journalists who have died covering the front this year, the union of journalists said.',
    figures: [{ printed: 'at least four | 4 | at_least | killed | union of journalists' }],
  },
]
