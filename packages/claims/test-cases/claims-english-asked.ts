/** English documents of many hands that open with a demand, a promise, a condemnation or a word of law, with all their claims. */
import type { ClaimDocument } from './hands.ts'

export const ASKED: readonly ClaimDocument[] = [
  [
    '2022-02-14',
    "The bishops' conference urged both camps to open the road to Bunia and let convoys through.",
    ['demand', "bishops' conference"],
  ],
  [
    '2025-01-10',
    'Within 45 days, the governor promised, every family would be told where its dead were buried.',
    ['commitment', 'governor', null, '2025-02-24'],
  ],
  [
    '2023-10-20',
    "Jordan's foreign ministry denounced the strike in the strongest terms.",
    ['condemnation', "Jordan's foreign ministry"],
  ],
  [
    '2024-08-16',
    'Human Rights Watch is calling for the immediate release of all those held at the Ndola barracks.',
    ['demand', 'Human Rights Watch'],
  ],
  [
    '2025-02-03',
    'The transitional president gave his word that those who had ordered the killings would stand trial before the end of June.',
    ['commitment', 'transitional president', null, '2025-06-30'],
  ],
  [
    '2021-04-27',
    'The Special Rapporteur considered that the expulsions could constitute ethnic cleansing.',
    ['characterisation', 'Special Rapporteur'],
  ],
  [
    '2024-02-02',
    'The African Union Commission chairperson strongly condemns the massacre and extends his condolences to the bereaved.',
    ['condemnation', 'African Union Commission chairperson'],
  ],
  [
    '2025-05-05',
    'The junta demanded that the rebels hand over the bodies, and gave them until Thursday.',
    ['demand', 'junta', null, '2025-05-08'],
  ],
  [
    '2022-12-12',
    'Amnesty International said the killings "should be investigated as war crimes".',
    ['demand', 'Amnesty International', 'should be investigated as war crimes'],
  ],
  [
    '2024-01-26',
    "Dr Nadir Wexley, the hospital's director, pleaded with the besiegers to let the generators be refuelled.",
    ['demand', 'Nadir Wexley'],
  ],
  [
    '2022-05-05',
    'Under the accord, the parties undertake to release all prisoners by 15 August 2022.',
    ['commitment', 'parties', null, '2022-08-15'],
  ],
  ['2025-04-22', 'Relatives are demanding an exhumation.', ['demand', 'Relatives']],
  [
    '2023-04-25',
    'The army chief swore he would hunt down "every last looter".',
    ['commitment', 'army chief', 'every last looter'],
  ],
  [
    '2022-08-08',
    "The families' association, which speaks for 300 of the disappeared, wants the archive opened.",
    ['demand', "families' association"],
  ],
  [
    '2022-08-08',
    "There can be no excuse for such an atrocity, said the European Union's envoy.",
    ['condemnation', 'European Union'],
  ],
  [
    '2024-02-27',
    '"This is genocide, there is no other word for it," the opposition leader told parliament.',
    ['characterisation', 'opposition leader', 'This is genocide, there is no other word for it,'],
  ],
  ['2025-09-12', "Nepal's army urged protesters to return looted weapons.", ['demand', 'Nepali army']],
  [
    '2024-01-11',
    'South Africa\'s lawyers told the International Court of Justice that the acts were "genocidal in character".',
    ['characterisation', "South Africa's lawyers", 'genocidal in character'],
  ],
  [
    '2024-01-11',
    'The judges ordered the state to take all measures to prevent such acts and to report back within one month.',
    ['demand', 'judges', null, '2024-02-11'],
  ],
  [
    '2021-02-01',
    'In a statement read on state television, the commander-in-chief pledged elections "after the one-year emergency".',
    ['commitment', 'commander-in-chief', 'after the one-year emergency'],
  ],
  [
    '2025-01-29',
    '"What we are seeing is deeply shocking," said Ravina Tolland of the UN refugee agency. "Hospitals are out of blood."',
    ['condemnation', 'UNHCR', 'What we are seeing is deeply shocking,'],
    ['statement', 'UNHCR', 'Hospitals are out of blood.'],
  ],
  ['2023-03-01', 'Petitioners ask the Court to declare that the detention was arbitrary.', ['demand', 'Petitioners']],
  [
    '2023-03-01',
    "The Court finds that the respondent State is responsible for the enforced disappearance of the applicants' son.",
    ['characterisation', 'Court'],
  ],
  [
    '2022-01-18',
    'The Saudi-led coalition vowed to share the results of its review with the UN by the end of the week.',
    ['commitment', 'Saudi-led coalition', null, '2022-01-23'],
  ],
  [
    '2021-12-24',
    "The regional bloc deplored the coup and suspended the country's membership.",
    ['condemnation', 'regional bloc'],
  ],
  [
    '2021-12-24',
    'Its chairman, in a terse note, expressed outrage over the killing of aid workers.',
    ['condemnation', 'Its chairman'],
  ],
  [
    '2023-05-28',
    'The attorney general, who had earlier promised a report "in two weeks", said on Sunday that it would be delivered by 10 June.',
    ['commitment', 'attorney general', null, '2023-06-11'],
    ['commitment', 'attorney general', null, '2023-06-10'],
  ],
  ['2022-09-16', 'Prague, which holds the rotating presidency, proposed a special tribunal.', ['demand', 'Prague']],
  ['2025-11-03', 'UNICEF says it is horrified by the attack on the nursery.', ['condemnation', 'UNICEF']],
  [
    '2025-11-03',
    'The RSF leader announced that he had formed a committee to look into abuses by his men in El Fasher, and that its findings would be made public within ten days.',
    ['commitment', 'Rapid Support Forces', null, '2025-11-13'],
  ],
  ['2013-08-26', 'The inspectors have asked for immediate access to the suburb.', ['demand', 'inspectors']],
  [
    '2013-08-26',
    '"The use of such weapons is a moral obscenity," the secretary of state said.',
    ['condemnation', 'secretary of state', 'The use of such weapons is a moral obscenity,'],
  ],
  ['2022-03-15', 'Turkey offered to mediate, while Qatar called for restraint.', ['demand', 'Qatar']],
  [
    '2024-10-02',
    'In a rare rebuke, the Vatican deplored "the indiscriminate use of force".',
    ['condemnation', 'Vatican', 'the indiscriminate use of force'],
  ],
  [
    '2019-08-05',
    'India\'s home minister told lawmakers that curbs would be lifted "in the next 15 days".',
    ['commitment', "India's home minister", 'in the next 15 days', '2019-08-20'],
  ],
  [
    '2023-07-09',
    'Commission chair Philippa Arden urged Frontex to hand over the footage and to do so without delay.',
    ['demand', 'Philippa Arden'],
  ],
  [
    '2025-06-13',
    'Tehran vowed "a crushing response"; Washington said it had played no part in the raid.',
    ['commitment', 'Tehran', 'a crushing response'],
    ['denial', 'Washington'],
  ],
  [
    '2025-06-13',
    'The agency\'s head appealed for "maximum restraint" and warned of a radiological emergency.',
    ['demand', "agency's head", 'maximum restraint'],
    ['statement', "agency's head"],
  ],
  [
    '2018-03-04',
    'A UN commission of inquiry has concluded that the strike on the market may amount to a war crime.',
    ['characterisation', 'United Nations'],
  ],
  [
    '2023-01-11',
    'Indigenous leaders dismissed the gesture as theatre and repeated their demand for his resignation.',
    ['demand', 'Indigenous leaders'],
  ],
  [
    '2017-08-29',
    '“It is a textbook example of ethnic cleansing,” the High Commissioner told the Council.',
    ['characterisation', 'High Commissioner', 'It is a textbook example of ethnic cleansing,'],
  ],
  ['2024-03-12', 'CARICOM pressed the prime minister to step aside.', ['demand', 'CARICOM']],
]
