/** What figures say beside their number: by whom, where, when, of what scope. */
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from './document.ts'
import type { Figure } from './figure.ts'
import type { Place } from './knowledge.ts'
import { PARTIES } from './parties.ts'
import { createReader } from './reader.ts'

const place = (name: string, country: string, kind: Place['kind'], ...aliases: string[]): Place => {
  return { id: name.toLowerCase(), name, aliases, country, latitude: null, longitude: null, kind }
}
const PLACES = [
  place('Mali', 'ML', 'country', 'مالي'),
  place('Sudan', 'SD', 'country', 'السودان'),
  place('Chad', 'TD', 'country', 'تشاد'),
  place('Lebanon', 'LB', 'country', 'لبنان'),
  place('Bara', 'SD', 'settlement', 'بارا'),
  place('Goma', 'CD', 'settlement', 'غوما'),
  place('Bukavu', 'CD', 'settlement'),
  place('Mopti', 'ML', 'region'),
  place('El Obeid', 'SD', 'settlement', 'الأبيض'),
  place('Hodeidah', 'YE', 'settlement', 'الحديدة'),
]
const reader = createReader({ parties: PARTIES, places: PLACES })

/** Published on Wednesday, 12 March 2025. Paragraphs are parted by a line break. */
function read(text: string): readonly Figure[] {
  let start = 0
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'body', start, end: start + line.length } as const
    start += line.length + 1
    return block
  })
  const document: SourceDocument = {
    id: 'case',
    text,
    blocks,
    language: null,
    title: null,
    outlet: null,
    agency: null,
    published: '2025-03-12',
  }
  return reader.read(document).figures
}

type Field = 'perpetrator' | 'place' | 'eventDate' | 'asOf' | 'scope' | 'victims'
type Case = readonly [text: string, ...figures: string[]]

const PERPETRATORS: readonly Case[] = [
  [
    'The monitor has said border guards and allied militias killed more than 2,300 civilians.',
    'border guards and allied militias',
  ],
  ['SNHR said irregular units, the river brigades, had killed 63 civilians.', 'irregular units, the river brigades'],
  ['The RSF have been accused of killing 45 people in Bara.', 'The RSF'],
  ['The opposition accused police of killing at least nine protesters in Maputo.', 'police'],
  ['Clashes erupted after militants laid an ambush in which 16 soldiers were killed.', 'militants'],
  ['Thousands have fled to a Russian air base by the Mediterranean.', '-'],
  ['At least 75 people have died, by an AFP count of victims.', '-'],
  ['Gunmen on motorbikes stormed the market on Sunday, killing 23 traders.', 'Gunmen on motorbikes'],
  ['وبحسب المرصد، قتلت قوات الأمن ومجموعات متحالفة معها أكثر من 1,700 مدني.', 'قوات الأمن ومجموعات متحالفة معها'],
  [
    'وأضافت الشبكة أن قوات الأمن في البلاد والمجموعات التابعة لها قتلت 327 مدنياً.',
    'قوات الأمن في البلاد والمجموعات التابعة لها',
  ],
  ['قتل 12 مدنياً على يد قوات الدعم السريع في بارا.', 'قوات الدعم السريع'],
  ['واتهمت المنظمة مقاتلي الحركة بإعدام رجلين.', 'مقاتلي الحركة'],
]
const PERPETRATORS_HELD_BACK: readonly Case[] = [
  [
    'Malian soldiers and Wagner mercenaries killed at least 30 herders in Mopti.',
    'Malian soldiers and Wagner mercenaries',
  ],
  ['Rebels from the M23 group executed 12 men in Goma, residents said.', 'Rebels from the M23 group'],
  ['Myanmar troops surrounded the village and shot dead 14 farmers.', 'Myanmar troops'],
  ['Colombian prosecutors blamed ELN guerrillas for the deaths of 11 peasants.', 'ELN guerrillas'],
  ['Seven nurses were abducted by members of the 400 Mawozo gang.', 'members of the 400 Mawozo gang'],
  ['An earthquake killed 230 people.', '-'],
  ['Landslides near the river killed 19 people.', '-'],
  ['Settlers, residents said, wounded six shepherds.', 'Settlers'],
  ['اعتقلت الشرطة 40 متظاهراً في الخرطوم.', 'الشرطة'],
  ['قُتل 9 أشخاص في زلزال.', '-'],
  ['وقال سكان إن مسلحين خطفوا 15 طالبة.', 'مسلحين'],
  ['أصيب 20 شخصاً برصاص قوات الاحتلال.', 'قوات الاحتلال'],
]
const WHERE: readonly Case[] = [
  ['The monitor, which is based in Lebanon, said 12 civilians had been killed.', '-'],
  [
    'More than 21,000 people have fled to neighbouring Chad.\nThe group said 12 civilians were killed.',
    'neighbouring Chad',
    '-',
  ],
  ['Militias killed more than 100 people in the coastal city of Hodeidah.', 'Hodeidah'],
  ['More than 1,200 people were killed in the provinces of Tartous, Hama and Homs.', 'Tartous, Hama and Homs'],
  ['Clashes in Mopti province in the south of Mali killed 30 people.', 'Mopti province'],
  ["A further 820 civilians had been killed in the country's west.", "country's west"],
  ['Fighting broke out in Bara. Sixty people were killed there.', 'Bara'],
  ['Forty people were killed in Bara, 12 of them children.', 'Bara', 'Bara'],
  ['وقُتل 74 شخصاً في وادي تولمش منذ السبت.', 'وادي تولمش'],
  ['وقالت الشبكة إن قوات الأمن في البلاد قتلت 327 مدنياً.', '-'],
  ['قُتل 12 شخصاً، ستة منهم في سوق نمروش.', '-', 'سوق نمروش'],
]
const WHERE_HELD_BACK: readonly Case[] = [
  ['The London-based group Airwars says 41 civilians died in Hodeidah.', 'Hodeidah'],
  ['Some 3,000 people fled Goma in two days.', 'Goma'],
  ['Shelling hit El Obeid, killing 17 people.', 'El Obeid'],
  ['Eleven villagers were shot at a checkpoint outside Bukavu, and 8 were killed.', 'Bukavu'],
  ['About 70 people were killed in Goma and Bukavu.', 'Goma and Bukavu'],
  ['Officials in Goma said 12 people had drowned.', '-'],
  ['أعلنت جمعية مقرها لبنان أن 20 شخصاً قتلوا.', '-'],
  ['قتل 17 شخصاً في مدينة الحديدة.', 'الحديدة'],
  ['لقي 30 شخصاً مصرعهم في مخيم زمزم.', 'مخيم زمزم'],
]
/** Event date, then as-of date. */
const WHEN: readonly Case[] = [
  ['On Monday, the Observatory said 12 civilians were killed.', '- 2025-03-10'],
  ['Sixty-two people have been killed since Saturday, the Register said on Monday.', '2025-03-08/.. 2025-03-10'],
  ['At least 90 people have been killed since Thursday.', '2025-03-06/.. 2025-03-12'],
  ['Militias killed 100 people on March 8 and 9, 2025.', '2025-03-08/2025-03-09 2025-03-09'],
  ['The ministry said 40 people were killed on Sunday.', '2025-03-09 -'],
  ['In findings made public on Thursday, the group said 30 people were killed.', '- 2025-03-06'],
]
const WHEN_HELD_BACK: readonly Case[] = [
  ['Doctors said on Tuesday that 31 patients had died.', '- 2025-03-11'],
  ['So far 17 miners have died.', '- 2025-03-12'],
  ['Twelve people drowned on 2 February 2025, officials said on Friday.', '2025-02-02 -'],
  ['The toll stood at 44, down from 51 on Monday.', '- 2025-03-12', '- 2025-03-10'],
  ['Some 200 people were arrested between 1 and 4 March 2025.', '2025-03-01/2025-03-04 2025-03-04'],
]
const SCOPE: readonly Case[] = [
  ['On Monday, the Observatory said 12 civilians were killed in further incidents.', 'daily'],
  ['Sixty people have been killed since Saturday, 17 of them children.', 'total', 'subset'],
  ['The ministry said 17 people had been killed on Wednesday alone.', 'daily'],
  ['Rebels had killed 63 civilians, SNHR said. Security forces had killed 410 people, SNHR said.', 'subset', 'subset'],
  ['Groups had estimated earlier this month that more than 100 people were killed.', 'total'],
  ['قتل 12 مدنياً خلال 24 ساعة.', 'daily'],
  ['Ninety people were killed: 40 in Bara, 28 in Goma and 20 in Mopti.', 'total', 'subset', 'subset', 'subset'],
]
const SCOPE_HELD_BACK: readonly Case[] = [
  ['In the past 24 hours 33 people were killed, the agency said.', 'daily'],
  ['Eighty people have died since Monday. Six were killed in the capital on Tuesday.', 'total', 'daily'],
  ['A 12-year war in which more than 300,000 people were killed ended in 2020.', 'background'],
  ['Hundreds of teachers were among the victims.', 'subset'],
  ['The group says dozens of monks are among the dead.', 'subset'],
  ['وقتل 17 شخصاً يوم الأحد وحده.', 'daily'],
  ['Of the wounded, 12 are in intensive care.', 'subset'],
]
const VICTIMS: readonly Case[] = [
  ['Soldiers killed at least 410 civilians and surrendered militants.', 'mixed'],
  ['Fifty people were killed, 11 of them members of the National Guard.', 'people', 'security_forces'],
  ['A total of 86 people were killed. Nine of the dead were children.', 'people', 'children'],
  ['A total of 86 people were killed. The register had counted 47.', 'people', 'people'],
  ['Sixty-two people were killed, up from 47 on Sunday.', 'people', 'people'],
  ['The dead of the valley number 91, the Register said.', 'people'],
  ['وقالت مديرة المستشفى إن العشرات أصيبوا بجروح.', 'people'],
]

const printed = (figure: Figure, fields: readonly Field[]) => fields.map((field) => figure[field] ?? '-').join(' ')

describe.each([
  ['perpetrator', ['perpetrator'], PERPETRATORS],
  ['perpetrator, in sentences written after the rules', ['perpetrator'], PERPETRATORS_HELD_BACK],
  ['place', ['place'], WHERE],
  ['place, in sentences written after the rules', ['place'], WHERE_HELD_BACK],
  ['date', ['eventDate', 'asOf'], WHEN],
  ['date, in sentences written after the rules', ['eventDate', 'asOf'], WHEN_HELD_BACK],
  ['scope', ['scope'], SCOPE],
  ['scope, in sentences written after the rules', ['scope'], SCOPE_HELD_BACK],
  ['victims', ['victims'], VICTIMS],
] as const)('%s', (_, fields, cases) => {
  it.each(cases.map(([text, ...expected]) => [text, expected] as const))('%s', (text, expected) => {
    const figures = read(text)
    expect(figures.map((figure) => printed(figure, fields))).toEqual(expected)
    for (const { spans } of figures)
      for (const span of Object.values(spans)) expect(text.slice(span.start, span.end)).toBe(span.text)
  })
})

describe('parts', () => {
  it('belong to the count they are a part of', () => {
    const [whole, part] = read('Forty people were killed in Bara on Sunday, 12 of them children.')
    expect(part?.partOf).toBe(whole?.id)
    expect(part?.eventDate).toBe('2025-03-09')
  })
})
