/** Short texts that count people held, taken, missing or abused. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const TAKEN: readonly FigureCase[] = [
  {
    published: '2021-12-01',
    text: 'The Prime Minister told parliament three suspects had been arrested. No civilians were killed in the operation, he said.',
    figures: [
      { printed: 'three | 3 | exact | detained | Prime Minister', state: 'either' },
      { printed: 'No | 0 | exact | killed | Prime Minister', state: 'either' },
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
    published: '2024-10-07',
    text: 'Local media tally: 37 killed, 61 injured, 4 missing after three nights of shelling in Nabatriya. The civil defence has yet to publish a list.',
    figures: [
      { printed: '37 | 37 | exact | killed | Local media tally', at: 'Nabatriya' },
      { printed: '61 | 61 | exact | injured | Local media tally' },
      { printed: '4 | 4 | exact | missing | Local media tally' },
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
    published: '2022-11-30',
    text: "Amnesty's Crisis Evidence Lab geolocated the footage to the village of Holqa. Eighty-three men, the report finds, were separated from their families, taken away in trucks and never seen again.",
    figures: [{ printed: 'Eighty-three | 83 | exact | missing | Amnesty International' }],
  },
  {
    published: '2024-05-16',
    text: 'Nearly 900 migrants are missing in the desert, the group Alarm Network says. The survivors, 16 in all, were handed to the gendarmerie.',
    figures: [{ printed: 'Nearly 900 | 900 | about | missing | group Alarm Network' }],
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
    published: '2024-08-21',
    text: 'The patrol was hit near Okroma. Of the 16 soldiers on board, ten were killed, four wounded and two are unaccounted for, the army command said.',
    figures: [
      { printed: 'ten | 10 | exact | killed | army command', at: 'Okroma' },
      { printed: 'four | 4 | exact | injured | army command' },
      { printed: 'two | 2 | exact | missing | army command' },
    ],
  },
  {
    published: '2025-05-04',
    text: 'A quarter of the 240 passengers perished, the coast guard believes. Sixty had been listed as lost by Saturday.',
    figures: [{ printed: 'Sixty | 60 | exact | missing | coast guard / -', state: 'unread' }],
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
    published: '2025-10-29',
    text: 'The WHO said it was appalled by reports that more than 460 patients and companions had been shot in the Saudi Maternity Hospital in El Fasher. Six health workers were abducted, it said.',
    figures: [
      { printed: 'more than 460 | 460 | more_than | killed | World Health Organization' },
      { printed: 'Six | 6 | exact | abducted | World Health Organization' },
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
    published: '2024-01-24',
    text: 'Kidnappers seized at least 35 women on their way back from a wedding in Katsina state, police said on Wednesday. The attackers came on more than 50 motorcycles. Three of the captives have since been freed.',
    figures: [{ printed: 'at least 35 | 35 | at_least | abducted | police', at: 'Katsina state' }],
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
    published: '2024-09-20',
    text: 'Three hundred and twelve people have now been confirmed dead. Search teams are still looking for more than 60.',
    figures: [
      { printed: 'Three hundred and twelve | 312 | exact | killed | -' },
      { printed: 'more than 60 | 60 | more_than | missing | -', state: 'unread' },
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
    published: '2024-10-01',
    text: "Bishop Matthew Kuka's diocese has lost two priests and seventeen catechists since 2020; a third priest is being held for ransom.",
    figures: [
      { printed: 'two | 2 | exact | killed | -' },
      { printed: 'seventeen | 17 | exact | killed | -' },
      { printed: 'a third | 1 | exact | abducted | -', state: 'either' },
    ],
  },
  {
    published: '2024-10-08',
    text: "Forty days after the attack, 22 of the kidnapped schoolgirls are still in captivity, their parents' association says.",
    figures: [{ printed: "22 | 22 | exact | abducted | their parents' association" }],
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
    published: '2024-03-09',
    text: "The families' association counts 17,000 disappeared; the state registry, 11,400.",
    figures: [
      { printed: "17,000 | 17000 | exact | missing | families' association" },
      { printed: '11,400 | 11400 | exact | missing | state registry', state: 'either' },
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
    published: '2024-05-01',
    text: "The rebels' political wing said in Nairobi that 22 of its members had been arrested since Friday. The national intelligence agency denied any arrests.",
    figures: [{ printed: "22 | 22 | exact | detained | rebels' political wing" }],
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
    published: '2024-05-08',
    text: 'Of the sixty hostages taken at the dam, forty-one were freed, twelve killed and seven are still being held.',
    figures: [{ printed: 'twelve | 12 | exact | killed | -' }, { printed: 'seven | 7 | exact | detained | -' }],
    over: 1,
  },
  {
    published: '2024-05-15',
    text: 'Amnesty researchers documented 70 cases of enforced disappearance and spoke to the relatives of 34 people who died in custody.',
    figures: [
      { printed: '70 | 70 | exact | missing | Amnesty researchers / Amnesty International / Amnesty', state: 'unread' },
      { printed: '34 | 34 | exact | killed | Amnesty International' },
    ],
  },
]
