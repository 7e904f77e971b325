/** English words of harm and of the people harmed. */
import type { Effect, VictimCategory } from './figure.ts'
import { type PhraseTable, phraseTable, wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/**
 * How a word of harm joins its victims. `past` ("killed": active or passive by its surroundings), `base` ("kills"),
 * `ing` ("killing"), `died` (the victim is its subject), `deaths` (it counts), `dead` (an adjective), `victims` (it
 * counts people, and other words say what befell them).
 */
export type HarmForm = 'past' | 'base' | 'ing' | 'died' | 'deaths' | 'dead' | 'victims'

export interface Harm {
  readonly effect: Effect
  readonly manner: 'unlawful' | null
  readonly form: HarmForm
}

export interface HarmHit extends Harm {
  readonly from: number
  readonly to: number
}

type Line = readonly [Effect, HarmForm, string, 'unlawful'?]

const LINES: readonly Line[] = [
  [
    'killed',
    'past',
    'killed|slain|gunned down|shot dead|shot and killed|killed and burned|hacked to death|beaten to death|stabbed to death|burned to death|burnt to death|burned alive|burnt alive|tortured to death|crushed to death|trampled to death|starved to death|martyred|put to death|blown up|electrocuted|bombed to death|mowed down|cut down|wiped out|shelled to death|shot|found in a mass grave|found in mass graves|buried in a mass grave|buried|dumped in a mass grave|buried in mass graves|torn apart',
  ],
  [
    'killed',
    'past',
    'murdered|massacred|executed|summarily executed|slaughtered|beheaded|assassinated|lynched|butchered|extrajudicially executed|extrajudicially killed|unlawfully killed|arbitrarily executed|arbitrarily killed|hanged',
    'unlawful',
  ],
  ['killed', 'base', 'kill|kills|slay|slays|shoot dead|shoots dead|gun down|guns down|leaves dead'],
  [
    'killed',
    'base',
    'murder|murders|massacre|massacres|execute|executes|slaughter|slaughters|behead|beheads|assassinate|assassinates',
    'unlawful',
  ],
  ['killed', 'ing', 'killing|shooting dead|gunning down|slaying'],
  ['killed', 'ing', 'murdering|massacring|executing|slaughtering|beheading|assassinating|lynching', 'unlawful'],
  [
    'killed',
    'died',
    'die|died|dies|dying|perish|perished|perishes|perishing|drown|drowned|succumbed|succumb|lost their lives|lose their lives|lost his life|lost her life|lost its life|losing their lives|lost their life|met their deaths|were no more|met violent deaths|met a violent death|met their death|met his death|met her death|did not survive|did not make it|never made it|bled to death|suffocated|starved|fallen victim|fell victim|paid with their lives|laid down their lives|been martyred|froze to death',
  ],
  [
    'killed',
    'deaths',
    'death|deaths|fatality|fatalities|killings|corpses|corpse|bodies|body|dead bodies|lives|fatally wounded|fallen|dead people|martyrs|martyr',
  ],
  [
    'killed',
    'deaths',
    'murders|executions|assassinations|homicides|massacre victims|summary executions|extrajudicial killings|unlawful killings|extrajudicial executions',
    'unlawful',
  ],
  [
    'killed',
    'dead',
    'dead|lifeless|deceased|lying dead|lie dead|lay dead|found dead|pronounced dead|among the dead|among the victims|among the martyrs|among those killed|among the fatalities|among the deceased|among the slain|whose bodies|whose remains|whose corpses|whose burned bodies|whose burnt bodies|whose charred bodies|whose charred remains',
  ],
  [
    'injured',
    'past',
    'injured|wounded|hurt|maimed|seriously injured|critically injured|seriously wounded|severely wounded|severely injured|shot and wounded|shot and injured|lightly wounded|slightly injured|critically wounded|burned|mutilated',
  ],
  ['injured', 'base', 'injure|injures|wound|wounds|hurts|maim|maims'],
  ['injured', 'ing', 'injuring|wounding|maiming|hurting'],
  ['injured', 'deaths', 'injuries|injury|wounded people|woundings|hospitalizations'],
  [
    'injured',
    'died',
    'sustained injuries|suffered injuries|suffered wounds|sustained wounds|suffered gunshot wounds|were hospitalised|were hospitalized',
  ],
  ['injured', 'past', 'hospitalised|hospitalized'],
  [
    'injured',
    'dead',
    'with gunshot wounds|with bullet wounds|with gunshot injuries|with shrapnel wounds|with burns|with severe burns|with injuries|with wounds|with stab wounds|in critical condition|in a critical condition|in serious condition|in intensive care|in grave condition|in extremely grave condition|remain in hospital|remained in hospital|remains in hospital|are in hospital|were in hospital|among the wounded|among the injured',
  ],
  [
    'killed_or_injured',
    'past',
    'killed or injured|killed or wounded|killed or maimed|killed or hurt|injured or killed|wounded or killed|killed and injured|killed and wounded|killed and maimed',
  ],
  ['killed_or_injured', 'dead', 'dead or wounded|dead or injured|dead and wounded|dead and injured'],
  ['killed_or_injured', 'deaths', 'casualties|casualty|deaths and injuries|deaths or injuries'],
  [
    'missing',
    'dead',
    'missing|unaccounted for|feared trapped|still missing|never seen again|not been seen since|not been heard from since|never been found|among the missing',
  ],
  ['missing', 'died', 'disappeared|vanished|went missing|gone missing|go missing|disappear|vanish|remain missing'],
  ['missing', 'deaths', 'disappearances'],
  [
    'missing',
    'past',
    'trapped under the rubble|buried under the rubble|trapped beneath the rubble|trapped under rubble|buried beneath the rubble',
  ],
  ['forcibly_disappeared', 'past', 'forcibly disappeared|forcefully disappeared'],
  ['forcibly_disappeared', 'deaths', 'enforced disappearances|forced disappearances'],
  [
    'detained',
    'past',
    'held|detained|arrested|imprisoned|jailed|rounded up|taken into custody|apprehended|held incommunicado|taken prisoner|captured|incarcerated|arbitrarily detained|arbitrarily arrested|interned|placed under arrest',
  ],
  ['detained', 'base', 'detain|detains|arrest|arrests|imprison|jail|jails|round up|apprehend|capture'],
  ['detained', 'ing', 'detaining|arresting|imprisoning|jailing|rounding up|capturing|apprehending'],
  ['detained', 'deaths', 'detainees|prisoners|arrests|detentions|detainee|political prisoners'],
  [
    'detained',
    'dead',
    'in detention|in custody|behind bars|in jail|in prison|under arrest|in police custody|held captive',
  ],
  [
    'abducted',
    'past',
    'abducted|kidnapped|taken hostage|held hostage|taken captive|snatched|seized|taken at gunpoint|led away at gunpoint|taken away at gunpoint|carried off|marched off',
  ],
  ['abducted', 'base', 'abduct|abducts|kidnap|kidnaps|take hostage|seize|seizes'],
  ['abducted', 'ing', 'abducting|kidnapping|taking hostage|seizing|snatching'],
  ['abducted', 'deaths', 'abductions|kidnappings|hostages|captives|abductees|kidnap victims'],
  ['abducted', 'dead', 'hostage|in captivity|in the hands of|among the hostages|among the captives'],
  [
    'displaced',
    'past',
    'displaced|uprooted|driven out|forced from their homes|forced out of their homes|driven from their homes|made homeless|forcibly displaced|internally displaced|newly displaced|expelled|forced to flee|rendered homeless|deported|forcibly transferred',
  ],
  ['displaced', 'base', 'displace|displaces|uproot|uproots|force from their homes'],
  ['displaced', 'ing', 'displacing|uprooting'],
  ['displaced', 'dead', 'homeless|from their homes|out of their homes|from their villages'],
  [
    'displaced',
    'died',
    'fled|flee|flees|fleeing|escaped|have escaped|escape|sought refuge|seeking refuge|seek refuge|taken refuge|taking refuge|took refuge|sought shelter|seeking shelter|sheltering|seek shelter|crossed into|crossed the border|crossing into|left their homes|leave their homes|leaving their homes|abandoned their homes|fled their homes|took shelter|taken shelter',
  ],
  [
    'displaced',
    'deaths',
    'refugees|idps|displaced people|displaced persons|internally displaced people|internally displaced persons|displacements|asylum seekers',
  ],
  ['tortured', 'past', 'tortured'],
  ['tortured', 'base', 'torture|tortures'],
  ['tortured', 'ing', 'torturing'],
  ['sexual_violence', 'past', 'raped|gang-raped|sexually assaulted|sexually abused|sexually enslaved'],
  ['sexual_violence', 'base', 'rape|rapes'],
  ['sexual_violence', 'ing', 'raping|gang-raping|sexually assaulting'],
  ['sexual_violence', 'deaths', 'rapes|cases of rape|cases of sexual violence|rape cases|rape survivors'],
  ['killed', 'victims', 'victims|victim'],
]

const HARMS: PhraseTable<Harm> = phraseTable(
  LINES.map(([effect, form, phrases, manner]) => [phrases, { effect, form, manner: manner ?? null }] as const),
)

/** Every word of harm of a sentence, leftmost longest. */
export function harmsIn(tokens: readonly Token[]): HarmHit[] {
  const found: HarmHit[] = []
  for (let i = 0; i < tokens.length; i++) {
    const match = HARMS.at(tokens, i)
    if (match === null || isNone(tokens, i, match.to, match.value)) continue
    found.push({ ...match.value, from: i, to: match.to })
    i = match.to - 1
  }
  return found
}

/** Words that look like harm and are none: "body" of an institution, "wound up", "death toll" is read as a toll. */
function isNone(tokens: readonly Token[], from: number, to: number, harm: Harm): boolean {
  const word = tokens[from]!.norm
  const next = tokens[to]?.norm
  if (word === 'body' || word === 'bodies') {
    return (
      next === 'said' ||
      tokens[from - 1]?.norm === 'government' ||
      tokens[from - 1]?.norm === 'governing' ||
      tokens[from - 1]?.norm === 'rights' ||
      tokens[from - 1]?.norm === 'un'
    )
  }
  if (word === 'held') return heldOtherwise(tokens, from, next)
  if (word === 'lives') return !claimsLives(tokens, from)
  if (
    word === 'death' &&
    (next === 'toll' ||
      next === 'penalty' ||
      next === 'sentence' ||
      next === 'sentences' ||
      next === 'row' ||
      next === 'tolls')
  )
    return true
  if (word === 'seized' || word === 'captured' || word === 'seize')
    return ['control', 'power', 'the'].includes(next ?? '') && harm.effect !== 'killed'
  if (word === 'arrest' && (next === 'warrants' || next === 'warrant')) return true
  if (word === 'wound' && next === 'up') return true
  if (word === 'shot' && to === from + 1) return isNoShot(tokens, from, next)
  if (word === 'torture' || word === 'rape') return UNDERGONE.has(tokens[from - 1]?.norm ?? '')
  if (word === 'burned' || word === 'burnt')
    return next === 'down' || next === 'homes' || next === 'houses' || next === 'out'
  if (word === 'missing') return next === 'out' || next === 'from'
  if (word === 'executed' || word === 'execute' || word === 'executing')
    return next === 'by' && tokens[to + 1]?.norm === 'the' && tokens[from - 1]?.norm === 'plan'
  return false
}

/** "due to torture", "under torture": what was done, not that somebody does it. */
const UNDERGONE = wordSet('to under by from of or and their')
const WOUNDED_AT = wordSet('leg legs foot feet arm arms knee knees thigh thighs hand hands shoulder eye eyes back')

/** "shot down", "shot at", "a shot", "shot in the leg": nobody is said to have died of it. */
function isNoShot(tokens: readonly Token[], at: number, next: string | undefined): boolean {
  if (next === 'down' || next === 'at' || next === 'up' || next === 'out' || next === 'through') return true
  const before = tokens[at - 1]?.norm
  if (before === 'a' || before === 'the' || before === 'one' || before === 'long') return true
  for (let i = at + 1; i < at + 5; i++)
    if (tokens[i]?.norm === 'in' && WOUNDED_AT.has(tokens[i + 2]?.norm ?? tokens[i + 1]?.norm ?? '')) return true
  return false
}

/** "held talks", "held by the army" (a town), "held a rally": only people are held. */
function heldOtherwise(tokens: readonly Token[], at: number, next: string | undefined): boolean {
  if (
    next !== undefined &&
    [
      'a',
      'an',
      'the',
      'its',
      'his',
      'talks',
      'elections',
      'up',
      'out',
      'off',
      'back',
      'accountable',
      'responsible',
      'on',
      'to',
      'together',
      'with',
      'that',
      'meetings',
      'protests',
    ].includes(next)
  )
    return true
  for (let i = at - 1; i >= 0 && at - i < 14; i--) {
    const { norm, kind } = tokens[i]!
    if (
      kind === 'number' ||
      victimCategory(norm) !== null ||
      ['dozens', 'hundreds', 'thousands', 'scores'].includes(norm)
    )
      return false
  }
  return true
}

function claimsLives(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 9; i--) {
    if (
      [
        'claimed',
        'claims',
        'claiming',
        'claim',
        'cost',
        'costing',
        'took',
        'taken',
        'taking',
        'lost',
        'loss',
        'costs',
      ].includes(tokens[i]!.norm)
    )
      return true
  }
  return (
    tokens[at + 1]?.norm === 'lost' ||
    tokens[at + 2]?.norm === 'lost' ||
    tokens[at + 3]?.norm === 'lost' ||
    tokens[at + 3]?.norm === 'claimed'
  )
}

const CATEGORY_WORDS: readonly (readonly [VictimCategory, string])[] = [
  ['civilians', 'civilian civilians noncombatants non-combatants bystanders'],
  [
    'children',
    'child children minor minors boy boys girl girls infant infants baby babies youth youths teenager teenagers toddler toddlers schoolchildren schoolgirls schoolboys kids newborns adolescents teens schoolgirl pupils kid under-18s',
  ],
  [
    'security_forces',
    'soldier soldiers troop troops policeman policemen policewoman officer officers servicemen serviceman guard guards gendarme gendarmes trooper troopers marine marines conscript conscripts cadets cadet recruits peacekeeper peacekeepers commandos cops paratroopers reservists policewomen sailors airmen sergeants lieutenants constables rangers',
  ],
  [
    'combatants',
    'fighter fighters militant militants rebel rebels gunman gunmen insurgent insurgents militiaman militiamen guerrilla guerrillas terrorist terrorists jihadist jihadists jihadi jihadis combatant combatants mercenary mercenaries extremists bandits assailants attackers bandit attacker assailant operatives commanders loyalists separatists paramilitaries paramilitary gangsters bombers',
  ],
  [
    'people',
    'people person persons man men woman women individual individuals resident residents villager villagers citizen citizens inhabitants others protester protesters demonstrator demonstrators journalist journalists worker workers student students prisoner prisoners detainee detainees refugee refugees migrant migrants passenger passengers worshippers worshipper pilgrims patient patients doctor doctors nurse nurses medic medics paramedics rescuers farmers farmer herders herder shoppers miners miner tourists foreigners relatives family_members members member locals mourners teachers teacher elders elderly supporters activists politicians lawmakers employees staff staffers volunteers volunteer staffer pedestrians fishermen fisherman drivers driver priests priest nuns clerics cleric traders vendors peasants peasant labourers laborers victims victim souls inmates inmate hostages hostage captives captive crew guests bodies corpses nationals compatriots muslims christians jews hindus sikhs yazidis alawites druze rohingya kurds arabs tribesmen dissidents mothers fathers brothers sisters sons daughters widows parents wives husbands neighbours neighbors returnees asylum-seekers evacuees survivors medics leaders leader officials official personnel dead wounded injured missing males females adults adult ladies scores casualties adherents believers churchgoers commuters spectators fans merchants aid_workers deliverers cooks suspects suspect reporters cameramen cameraman photographers lawyers judges lawyer judge intellectuals dancers revellers revelers attendees partygoers congregants seminarians catechists missionaries engineers firefighters rescue_workers technicians',
  ],
]
const CATEGORIES: ReadonlyMap<string, VictimCategory> = new Map(
  CATEGORY_WORDS.flatMap(([category, words]) =>
    words.split(/\s+/).map((word) => [word.replaceAll('_', ' '), category] as const),
  ),
)

/** What a noun says of the victims; null for a noun that names no people. */
export function victimCategory(norm: string): VictimCategory | null {
  return CATEGORIES.get(norm) ?? null
}

/** Words before "members", "personnel", "forces" that make them security forces or combatants. */
const FORCE_WORDS = wordSet(
  'security army police military soldiers government state defense defence national guard forces force intelligence border coast personnel navy naval air officers gendarmerie law-enforcement',
)
const ARMED_WORDS = wordSet(
  'rebel militia militant gang group isis isil is daesh hamas hezbollah houthi taliban al-qaeda boko shabaab al-shabaab m23 rsf eln farc fmln cartel suspected armed wagner jnim iswap adf',
)

/** The category of a whole victim phrase, its words in normal form. */
export function phraseCategory(words: readonly string[]): VictimCategory {
  const said = new Set<VictimCategory>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    let category = CATEGORIES.get(word) ?? null
    if (word === 'members' || word === 'personnel' || word === 'member' || word === 'staff' || word === 'officials') {
      const around = [...words.slice(Math.max(0, i - 3), i), ...words.slice(i + 1, i + 7)]
      if (word !== 'staff' && around.some((other) => FORCE_WORDS.has(other)) && word !== 'officials')
        category = 'security_forces'
      else if (word !== 'officials' && around.some((other) => ARMED_WORDS.has(other))) category = 'combatants'
    }
    if (word === 'officers' && (words[i - 1] === 'election' || words[i - 1] === 'health')) category = 'people'
    if (word === 'guards' && words[i - 1] === 'forest') category = 'people'
    if (category !== null) said.add(category)
  }
  if (said.size > 1) said.delete('people')
  if (said.size > 1) return 'mixed'
  return said.values().next().value ?? 'people'
}

/** Nouns that are counted beside casualties and are none. */
export const NOT_VICTIMS = wordSet(
  `day days week weeks month months year years hour hours minute minutes second seconds decade decades century centuries
  time times percent per cent pc km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters
  feet foot ton tons tonne tonnes kg kilo kilos kilogram kilograms litre litres liters acre acres hectares
  vehicle vehicles car cars truck trucks bus buses motorcycle motorcycles motorbikes boat boats ship ships aircraft plane planes helicopter helicopters tank tanks
  house houses home homes building buildings village villages town towns city cities district districts province provinces state states country countries nation nations
  school schools hospital hospitals mosque mosques church churches clinic clinics camp camps site sites location locations area areas region regions neighbourhood neighbourhoods neighborhoods neighborhood square
  family families household households couple couples clan clans tribe tribes
  bomb bombs missile missiles rocket rockets drone drones shell shells mortar mortars grenade grenades strike strikes airstrike airstrikes attack attacks raid raids incident incidents clash clashes explosion explosions blast blasts massacre massacres shooting shootings crime crimes violation violations rounds bullets shots
  dollar dollars pound pounds euro euros shekels lira rubles cases case interview interviews report reports statement statements document documents video videos photo photos image images page pages article articles
  sheep cattle goats goat cows cow animals animal livestock camels horses dogs donkeys birds fish chickens
  group groups side sides party parties faction factions organisation organisations organization organizations agencies agency companies company unit units battalion battalions brigade brigades base bases checkpoint checkpoints post posts positions position point points resolutions seats votes vote round stage phase
  things thing reasons reason way ways kind kinds type types part parts third thirds quarter quarters half fold grave graves shop shops store stores farm farms tent tents tunnel tunnels court courts warrants charges counts count names-list degree degrees degrees-celsius operations operation convoys convoy ambulances ambulance bullets wounds-per hand hands occasions occasion instances instance measures meetings meeting talks centimetres millimetres bags weapons rifles guns arms visits trips`,
)

/** Verbs of other doings: a count whose clause has one of these as its verb is no count of victims by a later word. */
export const OTHER_VERBS = wordSet(
  'went came took gave got made saw began fell ran stood sat kept led met brought thought became broke drove rose grew drew knew threw flew wore chose won sent built spent hit said says told carried stormed launched opened attacked walked marched gathered protested joined entered reached arrived returned remained-in voted participated attended lived live lives-in work worked call called belong belonged need needed receive received face faced say want live protest rally gather march watched witnessed took-part fought fight attack carry fired fire surrounded raided include includes included demanded signed urged supported escaped-from spoke interviewed arriving joined deployed was-deployed depend rely await awaiting reside',
)
