/** Statements as offices, courts and newsrooms print them, with all their claims: no quotation marks, first person, offices and titles. */
import type { ClaimDocument } from './hands.ts'

export const PRINTED: readonly ClaimDocument[] = [
  // what follows "said:" without quotation marks
  [
    '2031-03-02',
    'Responding to the raid on Osk, Foreign Minister Ilse Vance said:\nI am appalled by the raid on Osk. The perpetrators must be brought to justice.\nWe will send a medical team to the town within ten days.',
    ['condemnation', 'Ilse Vance'],
    ['demand', 'Ilse Vance'],
    ['commitment', 'Ilse Vance', null, '2031-03-12'],
  ],
  [
    '2031-03-02',
    'The Marl council said: We have no part in this. We call on both sides to let the boats pass.',
    ['denial', 'Marl council'],
    ['demand', 'Marl council'],
  ],
  // a colon that opens no speech of its own
  ['2031-03-02', 'The ministry published three lists: one of the dead, one of the missing and one of the freed.'],
  // first person under a title that is signed
  [
    '2031-03-02',
    'Statement by Envoy Tavrin Oskal on the shelling of Dell\nI strongly condemn the shelling of Dell.\nI once again urge the Karsa command to open the road.',
    ['condemnation', 'Tavrin Oskal'],
    ['demand', 'Tavrin Oskal'],
  ],
  // a quotation over paragraphs that opens its marks only once
  [
    '2031-03-02',
    'Envoy Tavrin Oskal made the following statement on Sunday:\n"I was saddened by the deaths in Dell.\nI demand that the road be opened.\nThe gunners must be tried."',
    ['statement', 'Tavrin Oskal', 'I was saddened by the deaths in Dell.'],
    ['demand', 'Tavrin Oskal', 'I demand that the road be opened.'],
    ['demand', 'Tavrin Oskal', 'The gunners must be tried.'],
  ],
  // offices, members and experts
  [
    '2031-03-02',
    'General Director Ilse Vance of the relief fund called the blockade "a crime against the sick".',
    ['statement', 'Ilse Vance', 'a crime against the sick'],
  ],
  [
    '2031-03-02',
    'UN experts called on the junta of Osk to free the nurses. The experts said the arrests were arbitrary.',
    ['demand', 'UN experts'],
    ['statement', 'UN experts'],
  ],
  [
    '2031-03-02',
    'A former Hamas member who saw the shooting insisted that the boys were unarmed.',
    ['testimony', 'former Hamas member'],
  ],
  [
    '2031-03-02',
    "The valley's main rebel group, the Karsa Liberation Front (KLF), said its fighters were not involved in the ambush.",
    ['denial', 'Karsa Liberation Front'],
  ],
  [
    '2031-03-02',
    '“The road stays shut,” said Col. Joren “Jay” Orlen, the brigade’s spokesman.',
    ['statement', 'Joren “Jay” Orlen', 'The road stays shut,'],
  ],
  [
    '2031-03-02',
    '“It was a mistake,” Lt. Gen. C. Q. Orlen, the air commander, said in a written statement.',
    ['statement', 'C. Q. Orlen', 'It was a mistake,'],
  ],
  ['2031-03-02', "A note posted on the army's Facebook page blamed smugglers for the fire.", ['accusation', 'army']],
  [
    '2031-03-02',
    '"There was no roadblock," said its spokesman, Tavrin Oskal. Oskal pledged to open the books.',
    ['denial', 'Tavrin Oskal', 'There was no roadblock,'],
    ['commitment', 'Tavrin Oskal'],
  ],
  [
    '2031-03-02',
    'The UN envoy to Mali urged both camps to hold fire. A volunteer helping people who fled said the road was cut.',
    ['demand', 'UN envoy to Mali'],
    ['testimony', 'volunteer'],
  ],
  [
    '2031-03-02',
    'A woman from Dell, which was shelled twice, said the well was hit. The sound, she said, woke everybody. A guard was there, he said.',
    ['testimony', 'woman from Dell'],
    ['testimony', 'woman from Dell'],
  ],
  [
    '2031-03-02',
    'Alleging that the guards had beaten prisoners, the opposition demanded an inquiry.',
    ['accusation', 'opposition'],
    ['demand', 'opposition'],
  ],
  // deeds that no fight excuses
  ['2031-03-02', 'The monitor said soldiers looted some goods.', ['accusation', 'monitor']],
  [
    '2031-03-02',
    "Ilse Vance, the group's director, said the use of live ammunition by police was unlawful.",
    ['accusation', 'Ilse Vance'],
  ],
  ['2031-03-02', 'Ukraine said Russian shelling killed civilians in two villages.', ['accusation', 'Ukraine']],
  // stances and needs
  ['2031-03-02', 'The presidency said it remains committed to paying the families.', ['commitment', 'presidency']],
  ['2031-03-02', 'The mediator stressed the urgent need for a pause in the shelling.', ['demand', 'mediator']],
  [
    '2031-03-02',
    'The governor made it clear that nobody would be allowed back before the rains.',
    ['statement', 'governor'],
  ],
  ['2031-03-02', 'Officials voiced concern about the arrests but promised nothing.', ['statement', 'Officials']],
  // acts of speech that are nouns
  ['2031-03-02', "The governor's denial that prisoners were beaten came a day late.", ['denial', 'governor']],
  [
    '2031-03-02',
    'A call by the bishops of Osk for a day of mourning was heeded everywhere.',
    ['demand', 'bishops of Osk'],
  ],
  // two acts of one sentence
  [
    '2031-03-02',
    'The army said it regretted the deaths in Dell and would compensate the families.',
    ['statement', 'army'],
    ['commitment', 'army'],
  ],
  // a side about its own troops
  [
    '2031-03-02',
    'A brigade commander, Col Joren Orlen, said the army killed nine rebels but no civilians.',
    ['denial', 'Joren Orlen'],
  ],
  [
    '2031-03-02',
    'Brigadier Joren Orlen insisted that the army did not use live ammunition at the bridge.',
    ['denial', 'Joren Orlen'],
  ],
  [
    '2031-03-02',
    'The front admitted nothing, but its spokesman, Tavrin Oskal, said the ambush was carried out by its fighters.',
    ['admission', 'Tavrin Oskal'],
  ],
  // what is no act of speech, or nobody's
  ['2031-03-02', 'Forty students reported missing after the march were found in Dell.'],
  ['2031-03-02', 'The envoy welcomed the delegation at the harbour.'],
  ['2031-03-02', 'Our correspondent says the harbour is quiet.'],
  [
    '2031-03-02',
    'The ministry confirmed the attack without saying who was hurt or indicating whether anyone had survived.',
    ['statement', 'ministry'],
  ],
  [
    '2031-03-02',
    'Residents said two boats were sunk, but there was no immediate confirmation of this.',
    ['testimony', 'Residents'],
    ['caveat', null],
  ],
]
