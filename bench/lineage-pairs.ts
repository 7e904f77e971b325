/**
 * Invented reports in pairs with a known edit between them, to measure lineage against. Shares no code and no word list
 * with the detector; country, people, bodies and events are made up.
 */
import type { Block, Figure, ReadDocument } from '@corroborate/claims'

export const PAIR_KINDS = ['cut', 'light-edit', 'paraphrase', 'wire', 'other-hand', 'unrelated'] as const
export type PairKind = (typeof PAIR_KINDS)[number]

/** What was changed on purpose in the second document, besides the edit itself. */
export type Swap = 'claimant' | 'comparator' | 'value' | 'category' | 'hedge' | 'added-words'

export interface KnownPair {
  readonly kind: PairKind
  readonly source: ReadDocument
  readonly other: ReadDocument
  readonly swap: Swap | null
}

/** Mulberry32: small, seeded, the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Dice {
  readonly chance: (share: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly whole: (low: number, high: number) => number
  readonly shuffled: <T>(from: readonly T[]) => T[]
}

function dice(next: () => number): Dice {
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    whole,
    shuffled: (from) => {
      const all = [...from]
      for (let i = all.length - 1; i > 0; i--) {
        const j = whole(0, i)
        const kept = all[i]!
        all[i] = all[j]!
        all[j] = kept
      }
      return all
    },
  }
}

const OPENINGS =
  'Bal Kor Mer Tas Vel Dru Ham Zor Kes Lin Nar Pel Qua Ros Sul Tim Ush Var Wen Yar Ost Ibr Gal Fen'.split(' ')
const MIDDLES = 'a e i o u an en in or ar el al ost ith ash'.split(' ')
const ENDINGS = 'dan mar vik leth rona sek tara bur gat hin nia pol zad mi stan rah dov lis'.split(' ')
const FIRST_NAMES = 'Ilan Doro Mirel Tavi Hesna Orin Selka Bardo Yuna Kelim Rasha Pavo Zehra Ameni Jorun Lasko'.split(
  ' ',
)
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
const OUTLETS = [
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

interface Story {
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

function coin(d: Dice): string {
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

function story(d: Dice): Story {
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

type FactKey = 'killed' | 'children' | 'injured' | 'fled'

/** A sentence and the figures that it prints. */
interface Sentence {
  readonly text: string
  readonly figures: readonly Printed[]
}

interface Printed {
  readonly fact: FactKey
  readonly surface: string
  readonly value: number
  readonly comparator: Figure['comparator']
  readonly claimant: string | null
  readonly victims: Figure['victims']
  readonly perpetrator: string | null
}

const digits = (n: number) => n.toLocaleString('en-US')

/** One fact in many hands: each entry is another way to tell it. */
const FACTS: readonly (readonly ((s: Story) => Sentence)[])[] = [
  [
    (s) =>
      told(
        `At least ${digits(s.killed)} civilians were killed when fighters of the ${s.attackers} overran ${s.town} on ${s.weekday}, the ${s.monitor} said.`,
        s,
        'killed',
        'At least ',
      ),
    (s) =>
      told(
        `The ${s.monitor} has counted at least ${digits(s.killed)} dead civilians in ${s.town}, which the ${s.attackers} stormed on ${s.weekday}.`,
        s,
        'killed',
        'at least ',
      ),
    (s) =>
      told(
        `Bodies lay in the streets of ${s.town} after the ${s.attackers} moved in; by the tally of the ${s.monitor}, no fewer than ${digits(s.killed)} civilians lost their lives there.`,
        s,
        'killed',
        'no fewer than ',
      ),
    (s) =>
      told(
        `A raid by the ${s.attackers} has cost at least ${digits(s.killed)} civilians of ${s.town} their lives, according to figures that the ${s.monitor} gathered from morgues and cemeteries.`,
        s,
        'killed',
        'at least ',
      ),
  ],
  [
    (s) => told(`${s.children} children are among the dead, the same group added.`, s, 'children', ''),
    (s) => told(`The count includes ${s.children} minors, some of them found beside their parents.`, s, 'children', ''),
    (s) => told(`Of the victims ${s.children} had not reached the age of eighteen.`, s, 'children', ''),
  ],
  [
    (s) =>
      told(
        `Hospitals in ${s.province} took in about ${digits(s.injured)} injured, doctor ${s.doctor} told reporters.`,
        s,
        'injured',
        'about ',
      ),
    (s) =>
      told(
        `Wards in ${s.province} are overflowing: physician ${s.doctor} speaks of roughly ${digits(s.injured)} wounded patients.`,
        s,
        'injured',
        'roughly ',
      ),
    (s) =>
      told(
        `Some ${digits(s.injured)} people needed treatment for their wounds, estimates ${s.doctor}, who runs a ward in ${s.province}.`,
        s,
        'injured',
        'Some ',
      ),
  ],
  [
    (s) =>
      told(
        `More than ${digits(s.fled)} residents fled across the ${s.river} river towards ${s.province}.`,
        s,
        'fled',
        'More than ',
      ),
    (s) =>
      told(
        `Boats have ferried more than ${digits(s.fled)} displaced villagers over the ${s.river} since then.`,
        s,
        'fled',
        'more than ',
      ),
    (s) =>
      told(
        `On the far bank of the ${s.river}, aid workers have registered over ${digits(s.fled)} newcomers who abandoned their homes.`,
        s,
        'fled',
        'over ',
      ),
  ],
  [
    (s) => plain(`Interior minister ${s.minister} promised an inquiry and warned that "${s.quote}".`),
    (s) => plain(`An investigation will follow, pledged ${s.minister}, who heads the interior ministry.`),
    (s) =>
      plain(`${s.minister}, in charge of domestic security, vowed to look into what happened and to bring charges.`),
  ],
  [
    (s) =>
      plain(
        `Gunmen went from house to house near the ${s.spot}, dragging men outside and shooting them in front of their families.`,
      ),
    (s) =>
      plain(
        `Neighbourhoods around the ${s.spot} saw the worst of it: males were pulled into courtyards and executed while relatives watched.`,
      ),
    (s) =>
      plain(
        `Survivors from lanes close to the ${s.spot} describe doors kicked in, names checked against a list and volleys from the yards.`,
      ),
  ],
  [
    (s) => plain(`The assault began before dawn with ${s.arms} and lasted nearly ${s.hours} hours.`),
    (s) => plain(`It took the attackers ${s.hours} hours, backed by ${s.arms}, to silence the last guard post.`),
    (s) => plain(`First came ${s.arms} in the dark, then infantry; the fighting went on for ${s.hours} hours.`),
  ],
  [
    (s) => plain(`The ${s.attackers} rejected the accusation and blamed the rival ${s.rivals} for the bloodshed.`),
    (s) =>
      plain(`A spokesman for the ${s.attackers} called the charges fabricated, pointing at the ${s.rivals} instead.`),
    (s) =>
      plain(
        `Denials came from the ${s.attackers}, whose channel holds men of the ${s.rivals} to account for every corpse.`,
      ),
  ],
  [
    (s) =>
      plain(`Lawyers at the ${s.otherMonitor} said the killings may constitute war crimes and urged an arms embargo.`),
    (s) =>
      plain(
        `War crimes could have been committed, in the view of the ${s.otherMonitor}, which wants weapons shipments halted.`,
      ),
    (s) =>
      plain(
        `For the ${s.otherMonitor} the pattern possibly meets the definition of a war crime; it asks foreign capitals to stop deliveries.`,
      ),
  ],
  [
    (s) => plain(`"${capital(s.plea)}," ${s.doctor} said by telephone.`),
    (s) =>
      plain(
        `Medical staff in ${s.province} report power cuts, a lack of clean dressings and patients sleeping on floors.`,
      ),
    (s) =>
      plain(
        `Supplies of anaesthetic ran out in ${s.town} on the second evening, and operations were done by torchlight.`,
      ),
  ],
  [
    (s) =>
      plain(
        `Control of ${s.town} has changed hands repeatedly in the ${s.years} years since the customs revolt split the province.`,
      ),
    (s) =>
      plain(
        `The valley has known little peace: its orchards became a front line ${s.years} years ago, after the customs revolt.`,
      ),
    (s) =>
      plain(
        `Ever since a tax uprising ${s.years} years back, rival militias have traded possession of the settlement.`,
      ),
  ],
  [
    (s) =>
      plain(
        `Telephone lines remained cut on Sunday evening and convoys carrying flour were turned back at the ${s.river} bridge.`,
      ),
    (s) =>
      plain(
        `Nobody could reach relatives inside, since masts were down; lorries with grain waited at checkpoints along the ${s.river}.`,
      ),
    (s) => plain(`Relief trucks stood idle by the ${s.river} crossing as the network stayed dead.`),
  ],
  [
    (s) => plain(`Satellite pictures appear to show fresh graves on a slope behind the ${s.spot}.`),
    (s) => plain(`Newly turned earth is visible from above, images suggest, on a hillside next to the ${s.spot}.`),
    (s) => plain(`An imagery analyst pointed to rows of what seem to be recent burials uphill from the ${s.spot}.`),
  ],
]

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
const plain = (text: string): Sentence => ({ text, figures: [] })

function told(text: string, s: Story, fact: FactKey, comparing: string): Sentence {
  const surface = `${comparing}${digits(s[fact])}`
  const comparators: { readonly [word: string]: Figure['comparator'] } = {
    '': 'exact',
    'at least ': 'at_least',
    'no fewer than ': 'at_least',
    'about ': 'about',
    'roughly ': 'about',
    'some ': 'about',
    'more than ': 'more_than',
    'over ': 'more_than',
  }
  const printed: Printed = {
    fact,
    surface,
    value: s[fact],
    comparator: comparators[comparing.toLowerCase()]!,
    claimant: fact === 'injured' ? s.doctor : fact === 'fled' ? null : s.monitor,
    victims: fact === 'killed' ? 'civilians' : fact === 'children' ? 'children' : 'people',
    perpetrator: fact === 'killed' ? s.attackers : null,
  }
  return { text, figures: [printed] }
}

/** Another word for a word, in no particular order; none of it is known to the detector. */
const THESAURUS: readonly (readonly [string, string])[] = [
  ['civilians were killed', 'civilians died'],
  ['overran', 'captured'],
  ['has counted', 'recorded'],
  ['dead civilians', 'slain civilians'],
  ['stormed', 'attacked'],
  ['lay in the streets', 'were strewn across the roads'],
  ['moved in', 'arrived'],
  ['lost their lives', 'perished'],
  ['A raid', 'An incursion'],
  ['has cost', 'claimed'],
  ['gathered from', 'collected at'],
  ['morgues and cemeteries', 'mortuaries and graveyards'],
  ['are among the dead', 'count among those slain'],
  ['the same group added', 'it went on'],
  ['The count includes', 'Its total covers'],
  ['minors', 'youngsters'],
  ['found beside', 'discovered next to'],
  ['parents', 'mothers and fathers'],
  ['Hospitals', 'Clinics'],
  ['took in', 'admitted'],
  ['told reporters', 'informed journalists'],
  ['overflowing', 'packed'],
  ['speaks of', 'mentions'],
  ['wounded patients', 'hurt patients'],
  ['needed treatment', 'required care'],
  ['residents fled', 'inhabitants escaped'],
  ['have ferried', 'carried'],
  ['villagers', 'country people'],
  ['aid workers', 'relief staff'],
  ['have registered', 'listed'],
  ['newcomers', 'arrivals'],
  ['abandoned', 'left behind'],
  ['promised an inquiry', 'announced a probe'],
  ['warned', 'cautioned'],
  ['An investigation will follow', 'A probe is to come'],
  ['who heads', 'the chief of'],
  ['vowed to look into', 'undertook to examine'],
  ['bring charges', 'prosecute'],
  ['Gunmen', 'Armed men'],
  ['went from house to house', 'moved door to door'],
  ['dragging men outside', 'hauling males out'],
  ['in front of', 'before the eyes of'],
  ['families', 'kin'],
  ['Neighbourhoods', 'Quarters'],
  ['saw the worst of it', 'suffered most'],
  ['were pulled into', 'were taken to'],
  ['while relatives watched', 'as kin looked on'],
  ['Survivors', 'Those who lived'],
  ['describe', 'recall'],
  ['kicked in', 'broken down'],
  ['checked against', 'compared with'],
  ['The assault began', 'The offensive opened'],
  ['before dawn', 'in the small hours'],
  ['lasted nearly', 'went on for almost'],
  ['backed by', 'supported with'],
  ['to silence', 'to overcome'],
  ['rejected the accusation', 'dismissed the charge'],
  ['blamed', 'held responsible'],
  ['bloodshed', 'carnage'],
  ['called the charges fabricated', 'dubbed the claims invented'],
  ['pointing at', 'accusing'],
  ['Denials came from', 'There was a denial by'],
  ['Lawyers', 'Jurists'],
  ['killings', 'slayings'],
  ['urged', 'demanded'],
  ['arms embargo', 'ban on weapons sales'],
  ['shipments halted', 'deliveries stopped'],
  ['Medical staff report', 'Nurses tell of'],
  ['power cuts', 'blackouts'],
  ['a lack of', 'too few'],
  ['sleeping on floors', 'lying on bare ground'],
  ['ran out', 'were exhausted'],
  ['operations were done', 'surgery took place'],
  ['Control of', 'Command over'],
  ['has changed hands repeatedly', 'has passed back and forth'],
  ['split', 'divided'],
  ['has known little peace', 'has seldom been calm'],
  ['became a front line', 'turned into a battlefield'],
  ['rival militias', 'competing bands'],
  ['have traded possession', 'have taken turns in charge'],
  ['remained cut', 'were still down'],
  ['convoys carrying flour', 'columns loaded with meal'],
  ['were turned back', 'were refused passage'],
  ['Nobody could reach', 'No one got through to'],
  ['lorries with grain', 'trucks full of wheat'],
  ['waited at', 'stood at'],
  ['Relief trucks', 'Aid vehicles'],
  ['stood idle', 'were stuck'],
  ['Satellite pictures', 'Images from orbit'],
  ['appear to show', 'seem to reveal'],
  ['fresh graves', 'new burial places'],
  ['on a slope behind', 'on a hill at the back of'],
  ['Newly turned earth', 'Freshly dug soil'],
  ['is visible from above', 'can be seen from the air'],
  ['pointed to', 'drew attention to'],
  ['recent burials', 'new tombs'],
  ['said by telephone', 'explained over the phone'],
  ['according to figures', 'by numbers'],
]

/** Small words and turns that a rewriting desk also replaces. */
const TURNS: readonly (readonly [RegExp, string])[] = [
  [/ when fighters of the /, ' as members of the '],
  [/, which the /, ', a place the '],
  [/ after the /, ' once the '],
  [/, some of them /, ', several of these '],
  [/Of the victims /, 'Among those who died, '],
  [/had not reached the age of eighteen/, 'were under eighteen'],
  [/, who runs a ward in /, ', head of a ward in '],
  [/ since then\b/, ' in the days that followed'],
  [/ towards /, ' in the direction of '],
  [/On the far bank of the /, 'Beyond the '],
  [/ what happened\b/, ' the events'],
  [/ near the /, ' by the '],
  [/ from lanes close to /, ' out of alleys beside '],
  [/ and shooting them /, ' to gun them down '],
  [/ and volleys from the yards/, ' and salvoes heard from courtyards'],
  [/ and executed\b/, ' and put to death'],
  [/First came /, 'The opening was made by '],
  [
    / in the dark, then infantry; the fighting went on for /,
    ' by night, with foot soldiers behind; combat continued for ',
  ],
  [/It took the attackers /, 'The assailants needed '],
  [/ the last guard post/, ' the final sentry position'],
  [/ for every corpse/, ' for all the dead'],
  [/ whose channel holds /, ' and its broadcasts hold '],
  [/, in the view of /, ', as seen by '],
  [/War crimes could have been committed/, 'What took place could have been war crimes'],
  [
    /For the (.+) the pattern possibly meets the definition of a war crime/,
    'The pattern possibly meets what the law calls a war crime, the $1 holds',
  ],
  [/ asks foreign capitals to /, ' wants governments abroad to '],
  [/ and patients /, ' while the sick are '],
  [/ clean dressings\b/, ' sterile bandages'],
  [/ on the second evening\b/, ' by the next night'],
  [/ by torchlight\b/, ' with hand lamps'],
  [/Supplies of anaesthetic/, 'Stocks of narcotics'],
  [/Ever since a tax uprising (\d+) years back/, 'Since taxes led to revolt $1 years ago'],
  [/ its orchards /, ' the fruit groves there '],
  [/ the settlement\b/, ' the place'],
  [/ in the (\d+) years since /, ' during the $1 years that followed '],
  [/Telephone lines/, 'Phones'],
  [/ relatives inside, since masts were down/, ' family members there, for the towers had failed'],
  [/ as the network /, ' while mobile service '],
  [/ on a hillside next to /, ' on the incline beside '],
  [/An imagery analyst/, 'One expert in photographs'],
  [/ rows of /, ' lines of '],
  [/ uphill from /, ' above '],
  [/ on (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/, ', $1'],
]

/** Words changed, the attribution moved to the other end, as a rewriting desk would. */
function reworded(d: Dice, sentence: Sentence, strength: number): Sentence {
  let text = sentence.text
  for (const [from, to] of TURNS) if (d.chance(strength)) text = text.replace(from, to)
  for (const [from, to] of THESAURUS) if (d.chance(strength)) text = text.replace(from, to)
  const tail =
    /^(?<what>[^"]+), (?<who>(?:the|doctor) [^",]+?) (?<cue>said|added|told reporters|informed journalists|estimates)\.$/.exec(
      text,
    )
  if (tail?.groups !== undefined && d.chance(strength)) {
    const { who, what } = tail.groups
    text = `${capital(who!)} reports that ${lower(what!)}.`
  }
  const front = /^(?<lead>The [^",;]+?) (?<verb>rejected|dismissed|has counted|recorded)(?<rest> [^;]+)\.$/.exec(text)
  if (front?.groups !== undefined && d.chance(strength * 0.4)) {
    text = `It was ${lower(front.groups.lead!)} that ${front.groups.verb}${front.groups.rest}.`
  }
  return { text, figures: kept(text, sentence) }
}

const lower = (text: string) =>
  /^(?:At|More|Some|The|A|An|Gunmen|Hospitals|Bodies)\b/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text

/** The figures of a sentence in its new words: a comparator may have moved into mid-sentence. */
function kept(text: string, sentence: Sentence): readonly Printed[] {
  return sentence.figures.flatMap((figure) => {
    if (text.includes(figure.surface)) return [figure]
    const surface = figure.surface[0]!.toLowerCase() + figure.surface.slice(1)
    return text.includes(surface) ? [{ ...figure, surface }] : []
  })
}

/** A word dropped, an adverb put in, a tense changed: what a copy desk does. */
function touched(d: Dice, sentence: Sentence): Sentence {
  let text = sentence.text
  const edits: readonly (readonly [RegExp, string])[] = [
    [/ on (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/, ' late on $1'],
    [/\bsaid\b/, 'stated'],
    [/\badded\b/, 'noted'],
    [/ near the /, ' close to the '],
    [/\bnearly\b/, 'almost'],
    [/\brepeatedly\b/, 'several times'],
    [/\bworst of it\b/, 'worst'],
    [/\binstead\b/, 'for its part'],
    [/\bfresh\b/, 'new'],
    [/ in front of /, ' before '],
    [/\bnewcomers\b/, 'people'],
    [/\bremained\b/, 'were still'],
    [/\bbefore dawn\b/, 'shortly before dawn'],
    [/\bwounded patients\b/, 'wounded'],
    [/\b(has|have) (counted|registered|ferried)\b/, '$1 so far $2'],
    [/, who heads /, ', head of '],
    [/ by telephone\b/, ' on the telephone'],
    [/ towards /, ' to '],
  ]
  for (const [from, to] of edits) if (d.chance(0.6)) text = text.replace(from, to)
  if (d.chance(0.15)) text = text.replace(/\.$/, ', it emerged.')
  return { text, figures: kept(text, sentence) }
}

/** Every edited copy has at least one edit. */
function stamped(sentence: Sentence): Sentence {
  const text = sentence.text.replace(/\.$/, ', in the worst day of the year so far.')
  return { text, figures: kept(text, sentence) }
}

interface Print {
  readonly outlet: string
  readonly agency: string | null
  readonly published: string | null
  readonly title: string
  readonly sentences: readonly Sentence[]
}

function printed(id: string, print: Print): ReadDocument {
  const blocks: Block[] = []
  const figures: Figure[] = []
  let text = ''
  const open = (kind: Block['kind'], line: string) => {
    if (text !== '') text += '\n'
    blocks.push({ kind, start: text.length, end: text.length + line.length })
    text += line
  }
  open('title', print.title)
  if (print.agency !== null) open('byline', `By ${print.agency}`)
  for (const sentence of print.sentences) {
    const from = text === '' ? 0 : text.length + 1
    open('body', sentence.text)
    for (const figure of sentence.figures) {
      const start = from + sentence.text.indexOf(figure.surface)
      figures.push(asFigure(`${id}-f${figures.length}`, figure, start))
    }
  }
  return {
    id,
    text,
    blocks,
    language: 'en',
    title: print.title,
    outlet: print.outlet,
    agency: print.agency,
    published: print.published,
    figures,
    claims: [],
  }
}

function asFigure(id: string, printed: Printed, start: number): Figure {
  const effects: { readonly [fact in FactKey]: Figure['effect'] } = {
    killed: 'killed',
    children: 'killed',
    injured: 'injured',
    fled: 'displaced',
  }
  return {
    id,
    value: printed.value,
    valueMax: null,
    vagueWord: null,
    comparator: printed.comparator,
    effect: effects[printed.fact],
    manner: null,
    victims: printed.victims,
    victimText: printed.victims,
    perpetrator: printed.perpetrator,
    claimant: printed.claimant,
    via: null,
    chain: [],
    place: null,
    placeId: null,
    eventDate: null,
    asOf: null,
    date: null,
    scope: printed.fact === 'children' ? 'subset' : 'total',
    carried: [],
    partOf: null,
    repeatOf: null,
    unsure: null,
    explanation: 'made by the generator',
    surface: printed.surface,
    start,
    end: start + printed.surface.length,
    spans: {},
  }
}

/** A report of a story: a hand picks how each fact is told, and which facts. */
function report(s: Story, ways: readonly number[], facts: readonly number[]): readonly Sentence[] {
  return facts.map((fact) => {
    const hands = FACTS[fact]!
    return hands[ways[fact]! % hands.length]!(s)
  })
}

function applySwap(d: Dice, s: Story, swap: Swap, sentences: readonly Sentence[]): readonly Sentence[] | null {
  const at = sentences.findIndex(({ text, figures }) =>
    swap === 'hedge'
      ? /\b(?:may constitute|could have been|possibly meets|appear to show|seem to be|seem to reveal)\b/.test(text)
      : swap === 'added-words'
        ? /"[^"]+"\.$/.test(text)
        : figures.some((figure) =>
            swap === 'claimant'
              ? figure.fact === 'killed' && text.includes(s.monitor)
              : swap === 'comparator'
                ? /least|than|over/i.test(figure.surface)
                : figure.fact === 'killed',
          ),
  )
  if (at < 0) return null
  const { text, figures } = sentences[at]!
  const figure = figures[0]
  let changed: Sentence | null = null
  if (swap === 'claimant') {
    changed = {
      text: text.replace(s.monitor, s.otherMonitor),
      figures: figures.map((each) => ({ ...each, claimant: s.otherMonitor })),
    }
  } else if (swap === 'comparator' && figure !== undefined) {
    const bare = digits(figure.value)
    const start = text.startsWith(figure.surface)
    changed = {
      text: text.replace(figure.surface, start ? `In all ${bare}` : bare),
      figures: [{ ...figure, surface: bare, comparator: 'exact' }],
    }
  } else if (swap === 'value' && figure !== undefined) {
    const value = figure.value + d.whole(7, 60)
    const surface = figure.surface.replace(digits(figure.value), digits(value))
    changed = { text: text.replace(figure.surface, surface), figures: [{ ...figure, surface, value }] }
  } else if (swap === 'category' && figure !== undefined) {
    changed = { text: text.replace('civilians', 'people'), figures: [{ ...figure, victims: 'people' }] }
  } else if (swap === 'hedge') {
    changed = {
      text: text
        .replace('may constitute', 'are')
        .replace('could have been', 'were')
        .replace('possibly meets', 'meets')
        .replace('appear to show', 'show')
        .replace('seem to reveal', 'reveal')
        .replace('what seem to be', 'plain'),
      figures,
    }
  } else if (swap === 'added-words') {
    changed = { text: text.replace(/"\.$/, '" by commanders loyal to smugglers.'), figures }
  }
  return changed === null ? null : sentences.map((each, i) => (i === at ? changed : each))
}

const SWAPS: readonly Swap[] = [
  'claimant',
  'claimant',
  'claimant',
  'comparator',
  'value',
  'category',
  'hedge',
  'added-words',
]

/** One pair of a kind; `unrelated` is two events, `other-hand` one event in two hands that never met. */
export function makePair(kind: PairKind, seed: number, swapped: boolean): KnownPair {
  const d = dice(seeded(seed))
  const s = story(d)
  const ways = FACTS.map((hands) => d.whole(0, hands.length - 1))
  const facts = [0, ...d.shuffled(FACTS.map((_, i) => i).slice(1)).slice(0, d.whole(7, 11))]
  const outlets = d.shuffled(OUTLETS)
  const day = d.whole(1, 20)
  const date = (plus: number) => `2031-05-${String(day + plus).padStart(2, '0')}`
  const source: Print = {
    outlet: `${coin(d)} ${outlets[0]}`,
    agency: kind === 'wire' ? 'Meridian Wire' : null,
    published: date(0),
    title: `Attack on ${s.town} leaves many dead`,
    sentences: report(s, ways, facts),
  }
  const base = { outlet: `${coin(d)} ${outlets[1]}`, agency: null, published: date(d.whole(0, 3)) }
  let other: Print
  switch (kind) {
    case 'cut': {
      const from = d.whole(0, 2)
      const length = Math.max(4, Math.round(source.sentences.length * (0.45 + d.whole(0, 40) / 100)))
      other = {
        ...base,
        title: d.chance(0.5) ? source.title : `Horror in ${s.town}`,
        sentences: source.sentences.slice(from, from + length),
      }
      break
    }
    case 'light-edit':
      other = {
        ...base,
        title: `${s.town}: what is known`,
        sentences: source.sentences
          .filter((_, i) => i < 2 || d.chance(0.92))
          .map((each, i) => (i === 0 ? stamped(each) : touched(d, each))),
      }
      break
    case 'paraphrase': {
      const strength = 0.75 + d.whole(0, 25) / 100
      const sentences = source.sentences.filter(() => d.chance(0.9)).map((each) => reworded(d, each, strength))
      for (let moves = d.whole(0, 4); moves > 0 && sentences.length > 4; moves--) {
        const [moved] = sentences.splice(d.whole(1, sentences.length - 1), 1)
        sentences.splice(d.whole(1, sentences.length), 0, moved!)
      }
      other = { ...base, title: `Bloodshed in ${s.town}`, sentences }
      break
    }
    case 'wire': {
      const local = localLead(d, s)
      const from = d.whole(1, 3)
      other = {
        ...base,
        agency: d.chance(0.7) ? 'Meridian Wire' : null,
        title: `Local families wait for news from ${s.town}`,
        sentences: [
          ...local,
          ...source.sentences.slice(from, from + Math.max(4, Math.round(source.sentences.length * 0.6))),
        ],
      }
      break
    }
    case 'other-hand': {
      const own = ways.map((way, i) => (way + 1) % FACTS[i]!.length)
      const some = d.shuffled(FACTS.map((_, i) => i).slice(1)).slice(0, d.whole(6, 10))
      const chosen = [0, ...some.sort((x, y) => facts.indexOf(x) - facts.indexOf(y))]
      const body = report(s, own, chosen).filter(({ text }) => !text.includes(s.quote) && !text.includes(s.plea))
      other = {
        ...base,
        title: `${s.attackers} accused over ${s.town}`,
        sentences: d.chance(0.2) ? d.shuffled(body) : body,
      }
      break
    }
    case 'unrelated': {
      const away = story(d)
      const own = ways.map((way, i) => (way + d.whole(0, 2)) % FACTS[i]!.length)
      other = { ...base, title: `News from ${away.town}`, sentences: report(away, own, d.shuffled(facts)) }
      break
    }
  }
  let swap: Swap | null = null
  if (swapped) {
    for (const wanted of [SWAPS[seed % SWAPS.length]!, ...SWAPS]) {
      const changed = applySwap(d, s, wanted, other.sentences)
      if (
        changed === null ||
        (wanted === 'category' && !/civilians/.test(other.sentences.map(({ text }) => text).join()))
      )
        continue
      if (!reaches(wanted, source.sentences, other.sentences)) continue
      other = { ...other, sentences: changed }
      swap = wanted
      break
    }
  }
  const flip = d.chance(0.5)
  const ids = [`${kind}-${seed}-${flip ? 'b' : 'a'}`, `${kind}-${seed}-${flip ? 'a' : 'b'}`] as const
  return { kind, source: printed(ids[0], source), other: printed(ids[1], other), swap }
}

/** A swap can only be seen where both documents tell the fact. */
function reaches(swap: Swap, source: readonly Sentence[], other: readonly Sentence[]): boolean {
  const facts = (sentences: readonly Sentence[]) =>
    new Set(sentences.flatMap(({ figures }) => figures.map(({ fact }) => fact)))
  if (swap === 'hedge' || swap === 'added-words') return true
  return facts(source).has('killed') && facts(other).has('killed')
}

function localLead(d: Dice, s: Story): readonly Sentence[] {
  const home = coin(d)
  const cousin = `${d.pick(FIRST_NAMES)} ${coin(d)}`
  return d
    .shuffled([
      `${cousin} has not slept since a cousin in ${s.town} stopped answering messages, she told this newspaper at her shop in ${home}.`,
      `Hundreds from the district trace their roots to the valley, and the parish hall in ${home} has opened a telephone line for them.`,
      `A vigil is planned outside the town hall of ${home}; organisers ask those who come to bring candles rather than banners.`,
      `The council of ${home} voted to send blankets, and two haulage firms offered drivers free of charge.`,
    ])
    .slice(0, d.whole(2, 4))
    .map(plain)
}

/** `count` pairs, kinds in turn, every third derived one with a swap. */
export function makePairs(count: number, seed: number): readonly KnownPair[] {
  return Array.from({ length: count }, (_, i) => {
    const kind = PAIR_KINDS[i % PAIR_KINDS.length]!
    const derived = kind === 'light-edit' || kind === 'paraphrase' || kind === 'wire'
    return makePair(kind, seed * 100_003 + i, derived && i % 2 === Math.floor(i / PAIR_KINDS.length) % 2)
  })
}
