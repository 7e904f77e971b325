/** Short texts with a quotation, and who says it. Our own, on events of many countries, real and invented. */
import type { FigureCase } from './figure-case.ts'

export const SPOKEN: readonly FigureCase[] = [
  {
    published: '2023-08-21',
    text: 'Human Rights Watch said Saudi border guards have killed hundreds of Ethiopian migrants who tried to cross from Yemen. "We were 170 and 90 were killed," one woman recalled. The researchers interviewed 42 people.',
    figures: [
      { printed: 'hundreds | hundreds | vague | killed | Human Rights Watch', by: 'Saudi border guards' },
      { printed: '90 | 90 | exact | killed | one woman' },
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
    published: '2022-08-30',
    text: '"At least 30 people have been killed," a medical source told Reuters, "and more than 400 wounded since Monday."',
    figures: [
      { printed: 'At least 30 | 30 | at_least | killed | medical source' },
      { printed: 'more than 400 | 400 | more_than | injured | medical source' },
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
    published: '2024-03-01',
    text: 'The Islamic Resistance said in a communiqué that two of its fighters had been "martyred on the road to Jerusalem". Israel said it had killed at least ten.',
    figures: [
      { printed: 'two | 2 | exact | killed | Islamic Resistance', of: 'combatants' },
      { printed: 'at least ten | 10 | at_least | killed | Israel' },
    ],
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
    published: '2024-03-13',
    text: 'Suicide bombers attacked a checkpoint outside Bannu. Twelve soldiers embraced martyrdom, the military\'s media wing said, while all six attackers were "sent to hell".',
    figures: [
      { printed: "Twelve | 12 | exact | killed | military's media wing", of: 'security_forces' },
      { printed: "six | 6 | exact | killed | military's media wing", state: 'either' },
    ],
  },
  {
    published: '2024-04-04',
    text: 'The regional council of the Amhara said in a letter that "close to 600" of its people had been slaughtered in Gimbi "in a single day".',
    figures: [{ printed: 'close to 600 | 600 | about | killed | regional council of the Amhara', at: 'Gimbi' }],
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
    published: '2024-05-07',
    text: 'Human rights organisation Foro Legal reports 2,229 arrests since the vote. The attorney general speaks of 1,062 "terrorists" in custody and of 27 deaths, for which he blames the opposition.',
    figures: [
      { printed: '2,229 | 2229 | exact | detained | Human rights organisation Foro Legal' },
      { printed: '1,062 | 1062 | exact | detained | attorney general' },
      { printed: '27 | 27 | exact | killed | attorney general' },
    ],
  },
  {
    published: '2024-05-12',
    text: '"Yesterday we received 12 martyrs and today eight," the nurse, who works nights, told us. "Nobody counts the wounded any more."',
    figures: [{ printed: '12 | 12 | exact | killed | nurse' }, { printed: 'eight | 8 | exact | killed | nurse' }],
  },
  {
    published: '2024-05-18',
    text: 'By contrast, the "Popular Committees" claim responsibility for killing 17 "mercenaries" in April and give no figure for their own dead.',
    figures: [{ printed: '17 | 17 | exact | killed | -' }],
  },
]
