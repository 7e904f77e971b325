/** English documents of many hands that open with an accusation, a denial or an admission, with all their claims. */
import type { ClaimDocument } from './hands.ts'

export const BLAMED: readonly ClaimDocument[] = [
  [
    '2023-06-02',
    '"We shelled the wrong compound and we take responsibility for it," Colonel Maretu Osei, who commanded the brigade, told the inquiry.',
    ['admission', 'Maretu Osei', 'We shelled the wrong compound and we take responsibility for it,'],
  ],
  ['2022-04-11', 'Villagers blamed the Popular Defence Units for torching the granary.', ['accusation', 'Villagers']],
  ['2022-07-07', 'Army denies shelling hospital in Mekelle', ['denial', 'Army']],
  [
    '2023-05-12',
    'The Rapid Support Forces, for their part, dismissed the report as fabricated and "paid for by the Islamists".',
    ['denial', 'Rapid Support Forces', 'paid for by the Islamists'],
  ],
  [
    '2023-05-12',
    'Mr Adeyemi Falana, counsel for the families, told the court that the police had "hidden the bodies" in an unmarked plot.',
    ['accusation', 'Adeyemi Falana', 'hidden the bodies'],
  ],
  [
    '2024-08-16',
    'The acting interior minister conceded that officers had used live rounds against the marchers, but said that they had been provoked.',
    ['admission', 'acting interior minister'],
    ['statement', 'acting interior minister'],
  ],
  [
    '2025-03-17',
    'Médecins Sans Frontières accused both armies of looting its clinic in Zalingei, "down to the last bandage".',
    ['accusation', 'Doctors Without Borders', 'down to the last bandage'],
  ],
  [
    '2019-12-01',
    'Prosecutors allege that the defendant ordered the drowning of detainees in the reservoir.',
    ['accusation', 'Prosecutors'],
  ],
  [
    '2019-12-01',
    'The defendant pleaded not guilty and, through his lawyer, called the case a political show.',
    ['denial', 'defendant'],
  ],
  [
    '2020-10-17',
    'Yerevan denied that any missile had been launched from its soil and accused Baku of "inventing pretexts".',
    ['denial', 'Yerevan'],
    ['accusation', 'Yerevan', 'inventing pretexts'],
  ],
  [
    '2018-07-13',
    '"Nobody was tortured in this prison. Nobody," the warden told reporters, gesturing at the freshly painted wall.',
    ['denial', 'warden', 'Nobody was tortured in this prison. Nobody,'],
  ],
  ['2016-12-16', 'Damascus hotly disputes that account.', ['denial', 'Damascus']],
  [
    '2016-12-16',
    'One of the gunmen later admitted on camera to having shot the imam.',
    ['admission', 'One of the gunmen'],
  ],
  [
    '2021-11-04',
    'Eritrea\'s information minister, on Twitter, wrote that the report was "a pack of lies".',
    ['denial', "Eritrea's information minister", 'a pack of lies'],
  ],
  [
    '2017-09-29',
    "Myanmar's state counsellor acknowledged in a televised speech that homes had burned but questioned who had lit the fires.",
    ['admission', "Myanmar's state counsellor"],
  ],
  [
    '2024-07-18',
    'The court filing states that officers "ignored the standing order and opened fire without warning".',
    ['accusation', 'court filing', 'ignored the standing order and opened fire without warning'],
  ],
  [
    '2023-12-30',
    'According to a police report seen by AFP, the mob had been armed by a local councillor.',
    ['accusation', 'AFP'],
  ],
  ['2021-08-19', 'The finding was rejected by Ankara.', ['denial', 'Ankara']],
  [
    '2023-09-09',
    'Moroccan authorities called reports of forced returns “entirely baseless”.',
    ['denial', 'Moroccan authorities', 'entirely baseless'],
  ],
  ['2023-09-09', 'Critics charge that the inquiry was designed to fail.', ['accusation', 'Critics']],
  [
    '2020-01-15',
    'Iran\'s armed forces admitted having downed the airliner through "human error", and apologised.',
    ['admission', "Iran's armed forces", 'human error'],
  ],
  [
    '2022-06-24',
    "Spain's interior minister defended the conduct of the guards and insisted that no one had died on Spanish soil.",
    ['denial', "Spain's interior minister"],
  ],
  ['2024-01-11', 'Israel has described the case as baseless and libellous.', ['denial', 'Israel']],
  [
    '2019-06-10',
    'Doctors linked to the uprising held the Janjaweed responsible for throwing bodies into the Nile.',
    ['accusation', 'Doctors'],
  ],
  [
    '2019-06-10',
    'The council\'s spokesman said "excesses happened" during the clearing of the camp.',
    ['admission', "council's spokesman", 'excesses happened'],
  ],
  [
    '2025-01-29',
    'M23 has repeatedly said it does not recruit children. A UN panel found otherwise.',
    ['denial', 'M23'],
    ['contradiction', 'United Nations'],
  ],
  ['2025-01-29', 'Kigali denies backing the rebels.', ['denial', 'Kigali']],
  [
    '2015-10-07',
    'The NATO commander told senators that the hospital "was mistakenly struck".',
    ['admission', 'NATO commander', 'was mistakenly struck'],
  ],
  [
    '2015-10-07',
    'The charity refuses to accept that explanation and insists on an independent fact-finding mission.',
    ['denial', 'charity'],
    ['demand', 'charity'],
  ],
  ['2025-10-15', 'Officials have admitted that the list of the dead contains duplicates.', ['admission', 'Officials']],
  ['2025-10-15', 'Yet no aircraft had been airborne that day, the ministry maintains.', ['denial', 'ministry']],
  ['2022-09-16', 'The Kremlin brushed aside the discovery as "a lie".', ['denial', 'Kremlin', 'a lie']],
  ['2024-03-22', "Cameroon's army spokesman said the video was staged.", ['denial', "Cameroon's army spokesman"]],
  [
    '2013-08-26',
    'Moscow maintained that the rockets had been launched by the insurgents themselves.',
    ['accusation', 'Moscow'],
  ],
  [
    '2019-08-05',
    'Opposition MPs shouted him down, branding the move "a betrayal".',
    ['accusation', 'Opposition MPs', 'a betrayal'],
  ],
  ['2023-07-09', 'Frontex replied that it had "nothing to hide".', ['denial', 'Frontex', 'nothing to hide']],
  [
    '2024-12-01',
    "Georgia's interior ministry accused demonstrators of throwing fireworks at officers. Rights groups said police had beaten detainees in vans.",
    ['accusation', "Georgia's interior ministry"],
    ['accusation', 'Rights groups'],
  ],
  ['2021-01-07', 'The sheriff conceded his deputies "fell short".', ['admission', 'sheriff', 'fell short']],
  [
    '2023-01-11',
    '"I apologise to the families for the pain we caused," President Orland Machuca said in a televised address, adding that compensation would be paid within 90 days.',
    ['admission', 'Orland Machuca', 'I apologise to the families for the pain we caused,'],
    ['commitment', 'Orland Machuca', null, '2023-04-11'],
  ],
  [
    '2017-08-29',
    'The state counsellor\'s office blamed "terrorist misinformation" for what it called an iceberg of lies.',
    ['accusation', "state counsellor's office", 'terrorist misinformation'],
  ],
]
