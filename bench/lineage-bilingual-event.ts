/** An invented event whose every name is made up of syllables that this file writes in Latin and in Arabic letters. */
import type { Dice } from './lineage-dice.ts'

export type Tongue = 'en' | 'ar'

/** Syllables: ways to write one in Latin letters, and the way in Arabic. */
const SYLLABLES: readonly (readonly [readonly string[], string])[] = [
  [['kar', 'qar', 'gar'], 'قر'],
  [['mun', 'moun'], 'مون'],
  [['dal', 'dal', 'thal'], 'ضال'],
  [['rish', 'reesh'], 'ريش'],
  [['tab', 'tab', 'tav'], 'تاب'],
  [['zan', 'zan', 'dhan'], 'ظان'],
  [['khor', 'khur'], 'خور'],
  [['lam'], 'لام'],
  [['fid', 'feed'], 'فيد'],
  [['nas'], 'ناس'],
  [['ghul', 'ghoul'], 'غول'],
  [['ber', 'bir'], 'بير'],
  [['sham'], 'شام'],
  [['tur', 'tour'], 'تور'],
  [['har'], 'هار'],
  [['jad', 'jad', 'yad'], 'جاد'],
  [['sil', 'seel'], 'سيل'],
  [['mor', 'mur'], 'مور'],
  [['raf'], 'راف'],
  [['dum', 'doum'], 'دوم'],
  [['shil', 'sheel'], 'شيل'],
  [['bak'], 'باك'],
  [['tim', 'teem'], 'تيم'],
  [['gan', 'jan', 'cen'], 'جان'],
]

/** Names that are translated rather than transcribed. */
const TELLING: readonly (readonly [string, string])[] = [
  ['Green Hill', 'التل الأخضر'],
  ['White Spring', 'العين البيضاء'],
  ['Two Bridges', 'الجسرين'],
  ['Upper Gardens', 'البساتين العليا'],
  ['Red Castle', 'القلعة الحمراء'],
  ['Old Mill', 'المطحنة القديمة'],
  ['Salt Lake', 'بحيرة الملح'],
  ['Stone Gate', 'باب الحجر'],
]

/** A name in both scripts; the Latin spelling is picked anew by each report. */
export interface Name {
  readonly latin: readonly (readonly string[])[]
  readonly ar: string
}

export function coin(d: Dice, syllables = d.whole(2, 3)): Name {
  const chosen = d.shuffled(SYLLABLES).slice(0, syllables)
  const end = d.pick<readonly [readonly string[], string]>([
    [['a', 'ah'], 'ا'],
    [[''], ''],
    [[''], ''],
  ])
  return { latin: [...chosen.map(([ways]) => ways), end[0]], ar: [...chosen.map(([, ar]) => ar), end[1]].join('') }
}

const NAMED = ['town', 'province', 'river', 'hills', 'quarter', 'capital', 'home'] as const
const BODIES = {
  attackers: [
    ['Brigade', 'لواء'],
    ['Front', 'جبهة'],
    ['Column', 'رتل'],
  ],
  monitor: [
    ['Casualty Watch', 'مرصد'],
    ['Monitor', 'مرصد'],
    ['Documentation Centre', 'مركز توثيق'],
  ],
  lawyers: [
    ['Rights League', 'رابطة حقوق'],
    ['Legal Committee', 'لجنة قانون'],
  ],
} as const
const WEEKDAYS: readonly (readonly [string, string])[] = [
  ['Saturday', 'السبت'],
  ['Sunday', 'الأحد'],
  ['Monday', 'الاثنين'],
  ['Tuesday', 'الثلاثاء'],
  ['Wednesday', 'الأربعاء'],
  ['Thursday', 'الخميس'],
]
const OFFICES: readonly (readonly [string, string])[] = [
  ['governor', 'المحافظ'],
  ['general', 'اللواء'],
  ['minister', 'الوزير'],
]

/** Names and numbers of one event: what a report prints for each, by language. */
export type Story = Readonly<Record<string, (tongue: Tongue, latin: (name: Name) => string) => string>> & {
  readonly numbers: Readonly<Record<string, number>>
}

export function story(d: Dice): Story {
  const put = new Map<string, (tongue: Tongue, latin: (name: Name) => string) => string>()
  /** How many of its names a translation does not transcribe. */
  const opaque = d.pick([0.1, 0.4, 0.7, 0.9])
  for (const key of NAMED) {
    const name = coin(d)
    const telling = d.chance(opaque) ? d.pick(TELLING) : null
    put.set(key, (tongue, latin) => telling?.[tongue === 'en' ? 0 : 1] ?? (tongue === 'en' ? latin(name) : name.ar))
  }
  const bodies: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['attackers', BODIES.attackers],
    ['rivals', BODIES.attackers],
    ['monitor', BODIES.monitor],
    ['lawyers', BODIES.lawyers],
  ]
  for (const [key, kinds] of bodies) {
    const name = coin(d)
    const [en, ar] = d.pick(kinds)
    const telling = d.chance(opaque) ? d.pick(TELLING) : null
    put.set(key, (tongue, latin) =>
      tongue === 'en' ? `${telling?.[0] ?? latin(name)} ${en}` : `${ar} ${telling?.[1] ?? name.ar}`,
    )
  }
  const aid = coin(d)
  put.set('aid', (tongue, latin) => (tongue === 'en' ? latin(aid) : aid.ar))
  const weekday = d.pick(WEEKDAYS)
  put.set('weekday', (tongue) => weekday[tongue === 'en' ? 0 : 1])
  for (const key of ['doctor', 'cousin', 'speaker', 'otherSpeaker']) {
    const [first, last] = [coin(d, 2), coin(d)]
    const office = d.pick(OFFICES)
    const titled = key === 'speaker' || key === 'otherSpeaker'
    put.set(key, (tongue, latin) =>
      tongue === 'en'
        ? `${titled ? `${office[0]} ` : ''}${latin(first)} ${latin(last)}`
        : `${titled ? `${office[1]} ` : ''}${first.ar} ${last.ar}`,
    )
    put.set(`${key} without office`, (tongue, latin) =>
      tongue === 'en' ? `${latin(first)} ${latin(last)}` : `${first.ar} ${last.ar}`,
    )
  }
  const killed = d.whole(34, 960)
  return Object.assign(Object.fromEntries(put), {
    numbers: {
      killed,
      injured: killed + d.whole(15, 500),
      fled: d.whole(11, 96) * 100 + d.pick([0, 0, 50]),
      children: d.whole(11, 33),
      hours: d.whole(3, 19),
      years: d.whole(4, 23),
      days: d.pick([20, 30, 45, 60, 90]),
      arrested: d.whole(12, 140),
    },
  }) as unknown as Story
}
