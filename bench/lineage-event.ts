/** An invented event: country, people, bodies and numbers, all made up. */
import type { Dice } from './lineage-dice.ts'

const OPENINGS =
  'Bal Kor Mer Tas Vel Dru Ham Zor Kes Lin Nar Pel Qua Ros Sul Tim Ush Var Wen Yar Ost Ibr Gal Fen'.split(' ')
const MIDDLES = 'a e i o u an en in or ar el al ost ith ash'.split(' ')
const ENDINGS = 'dan mar vik leth rona sek tara bur gat hin nia pol zad mi stan rah dov lis'.split(' ')
export const FIRST_NAMES =
  'Ilan Doro Mirel Tavi Hesna Orin Selka Bardo Yuna Kelim Rasha Pavo Zehra Ameni Jorun Lasko'.split(' ')
const SPOTS = [
  'market',
  'bakery',
  'bus station',
  'school',
  'clinic',
  'mill',
  'granary',
  'ferry landing',
  'brick works',
  'cattle fair',
  'mosque',
  'chapel',
  'water tower',
  'textile plant',
  'rail depot',
  'football ground',
]
const ARMS = ['mortars', 'rocket fire', 'drones', 'machine guns', 'artillery', 'rifles', 'grenades', 'helicopters']
const FACTIONS = ['Brigade', 'Front', 'Guard', 'Legion', 'Column', 'Shield', 'Vanguard', 'Banner']
export const OUTLETS = [
  'Courier',
  'Herald',
  'Tribune',
  'Gazette',
  'Observer',
  'Post',
  'Mirror',
  'Chronicle',
  'Dispatch',
  'Voice',
]

export interface Story {
  readonly town: string
  readonly province: string
  readonly river: string
  readonly spot: string
  readonly arms: string
  readonly attackers: string
  readonly rivals: string
  readonly monitor: string
  readonly otherMonitor: string
  readonly minister: string
  readonly doctor: string
  readonly killed: number
  readonly children: number
  readonly injured: number
  readonly fled: number
  readonly quote: string
  readonly plea: string
  readonly weekday: string
  readonly hours: number
  readonly years: number
}

export function coin(d: Dice): string {
  return `${d.pick(OPENINGS)}${d.pick(MIDDLES)}${d.pick(ENDINGS)}`
}

const QUOTE_HEADS = [
  'those responsible',
  'whoever gave the order',
  'the men who fired',
  'the planners of this',
  'every commander involved',
]
const QUOTE_MIDDLES = [
  'will answer before a judge',
  'cannot hide behind the fog of fighting',
  'will find no shelter in our ranks',
  'have betrayed the uniform they wear',
  'are known to us by name',
]
const QUOTE_TAILS = [
  'however long it takes',
  'and no rank will protect them',
  'in the weeks ahead',
  'whatever their rank',
  'once the roads are open',
]
const PLEAS = [
  [
    'we carried them in blankets past',
    'the corridors are full from',
    'we wash the same bandages twice since',
    'one surgeon is left after',
    'people bring us neighbours on doors from',
  ],
  [
    'and the ambulances have no fuel near',
    'and the generator stops hourly without oil from',
    'and the lightly hurt walk home to',
    'and he has not slept since',
    'with handcarts borrowed in',
  ],
] as const

export function story(d: Dice): Story {
  const killed = d.whole(31, 980)
  const town = coin(d)
  return {
    town,
    province: coin(d),
    river: coin(d),
    spot: d.pick(SPOTS),
    arms: d.pick(ARMS),
    attackers: `${coin(d)} ${d.pick(FACTIONS)}`,
    rivals: `${coin(d)} ${d.pick(FACTIONS)}`,
    monitor: `${coin(d)} Casualty Watch`,
    otherMonitor: `${coin(d)} Rights Centre`,
    minister: `${d.pick(FIRST_NAMES)} ${coin(d)}`,
    doctor: `${d.pick(FIRST_NAMES)} ${coin(d)}`,
    killed,
    children: d.whole(3, 29),
    injured: killed + d.whole(20, 400),
    fled: d.whole(12, 90) * 100,
    quote: `${d.pick(QUOTE_HEADS)} in ${town} ${d.pick(QUOTE_MIDDLES)}, ${town} being ${coin(d)} country, ${d.pick(QUOTE_TAILS)}`,
    plea: `${d.pick(PLEAS[0])} ${town} ${d.pick(PLEAS[1])} ${coin(d)}`,
    weekday: d.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']),
    hours: d.whole(3, 19),
    years: d.whole(4, 17),
  }
}
