/** English words of harm. */
import type { Effect } from './figure.ts'
import type { Harm, HarmForm, HarmHit } from './harm.ts'
import { victimCategory } from './lexicon-victims.ts'
import { woundedAt } from './lexicon-wounds.ts'
import { smallWord } from './number-en.ts'
import { type PhraseTable, phraseTable, wordSet } from './phrase.ts'
import type { Token } from './token.ts'

type Line = readonly [Effect, HarmForm, string, 'unlawful'?]

const LINES: readonly Line[] = [
  [
    'killed',
    'past',
    'killed|slain|gunned down|shot dead|shot and killed|killed and burned|hacked to death|beaten to death|stabbed to death|burned to death|burnt to death|burned alive|burnt alive|tortured to death|crushed to death|trampled to death|starved to death|martyred|put to death|blown up|electrocuted|bombed to death|mowed down|cut down|wiped out|shelled to death|strangled|strangled to death|eliminated|liquidated|stoned to death|bludgeoned to death|clubbed to death|suffocated to death|drowned to death|shot|neutralised|neutralized|found in a mass grave|found in mass graves|buried in a mass grave|buried|dumped in a mass grave|buried in mass graves|torn apart',
  ],
  [
    'killed',
    'past',
    'murdered|massacred|executed|summarily executed|slaughtered|beheaded|assassinated|lynched|butchered|extrajudicially executed|extrajudicially killed|unlawfully killed|arbitrarily executed|arbitrarily killed|hanged',
    'unlawful',
  ],
  [
    'killed',
    'base',
    'kill|kills|neutralise|neutralises|neutralize|neutralizes|eliminate|eliminates|liquidate|liquidates|slay|slays|shoot dead|shoots dead|gun down|guns down|leaves dead',
  ],
  [
    'killed',
    'base',
    'murder|murders|massacre|massacres|execute|executes|slaughter|slaughters|behead|beheads|assassinate|assassinates',
    'unlawful',
  ],
  [
    'killed',
    'ing',
    'killing|neutralising|neutralizing|eliminating|liquidating|strangling|shooting dead|gunning down|slaying',
  ],
  ['killed', 'ing', 'murdering|massacring|executing|slaughtering|beheading|assassinating|lynching', 'unlawful'],
  [
    'killed',
    'died',
    'die|died|dies|dying|perish|perished|perishes|perishing|drown|drowned|succumbed|succumb|lost their lives|lose their lives|lost his life|lost her life|lost its life|losing their lives|lost their life|met their deaths|were no more|met violent deaths|met a violent death|met their death|met his death|met her death|did not survive|did not make it|never made it|bled to death|suffocated|starved|fallen victim|fell victim|paid with their lives|laid down their lives|been martyred|passed away|pass away|passes away|passing away|breathed their last|succumbing|embraced martyrdom|attained martyrdom|achieved martyrdom|froze to death',
  ],
  [
    'killed',
    'deaths',
    'death|deaths|fatality|fatalities|killings|corpses|corpse|bodies|body|dead bodies|lives|fatally wounded|fallen|dead people|martyrs|martyr|coffins',
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
    'physically beaten|injured|wounded|hurt|maimed|seriously injured|critically injured|seriously wounded|severely wounded|severely injured|shot and wounded|shot and injured|lightly wounded|slightly injured|critically wounded|burned|mutilated',
  ],
  ['injured', 'base', 'injure|injures|wound|wounds|hurts|maim|maims'],
  ['injured', 'ing', 'injuring|wounding|maiming|hurting'],
  ['injured', 'deaths', 'injuries|injury|wounded people|woundings|hospitalizations'],
  [
    'injured',
    'died',
    'sustained injuries|suffered injuries|sustained burns|suffered burns|sustained gunshot wounds|escaped with injuries|escaped with burns|suffered wounds|sustained wounds|suffered gunshot wounds|were hospitalised|were hospitalized',
  ],
  ['injured', 'past', 'hospitalised|hospitalized'],
  [
    'injured',
    'dead',
    'treated for gunshot wounds|treated for injuries|treated for wounds|treated for burns|with gunshot wounds|with bullet wounds|with gunshot injuries|with shrapnel wounds|with burns|with severe burns|with injuries|with wounds|with stab wounds|in critical condition|in a critical condition|in serious condition|in intensive care|in grave condition|in extremely grave condition|remain in hospital|remained in hospital|remains in hospital|are in hospital|were in hospital|among the wounded|among the injured',
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
  ['missing', 'deaths', 'disappearances|cases of disappearance|cases of disappearances'],
  [
    'missing',
    'past',
    'trapped under the rubble|buried under the rubble|trapped beneath the rubble|trapped under rubble|buried beneath the rubble',
  ],
  ['forcibly_disappeared', 'past', 'forcibly disappeared|forcefully disappeared'],
  [
    'forcibly_disappeared',
    'deaths',
    'enforced disappearances|forced disappearances|cases of enforced disappearance|cases of forced disappearance|cases of enforced disappearances|cases of forced disappearances',
  ],
  [
    'detained',
    'past',
    'held|detained|arrested|imprisoned|jailed|rounded up|taken into custody|apprehended|held incommunicado|taken prisoner|captured|incarcerated|arbitrarily detained|arbitrarily arrested|interned|placed under arrest',
  ],
  ['detained', 'base', 'detain|detains|arrest|arrests|imprison|jail|jails|round up|apprehend|capture'],
  ['detained', 'ing', 'detaining|arresting|imprisoning|jailing|rounding up|capturing|apprehending'],
  [
    'detained',
    'deaths',
    'detainees|prisoners|arrests|cases of arbitrary detention|cases of arbitrary arrest|cases of arbitrary arrests|cases of arbitrary detentions|cases of arrest|cases of arrests|cases of detention|cases of arbitrary arrest and detention|detentions|detainee|political prisoners',
  ],
  [
    'detained',
    'dead',
    'in detention|under detention|in custody|behind bars|in jail|in prison|under arrest|in police custody|held captive',
  ],
  [
    'abducted',
    'past',
    'abducted|kidnapped|taken hostage|held hostage|taken captive|snatched|seized|taken at gunpoint|taken away|led away|dragged away|led away at gunpoint|taken away at gunpoint|carried off|marched off',
  ],
  ['abducted', 'base', 'abduct|abducts|kidnap|kidnaps|take hostage|seize|seizes'],
  ['abducted', 'ing', 'abducting|kidnapping|taking hostage|seizing|snatching'],
  [
    'abducted',
    'deaths',
    'abductions|kidnappings|cases of abduction|cases of kidnapping|cases of abductions|cases of kidnappings|hostages|captives|abductees|kidnap victims',
  ],
  ['abducted', 'dead', 'hostage|in captivity|in the hands of|among the hostages|among the captives'],
  [
    'displaced',
    'past',
    'displaced|uprooted|driven out|forced from their homes|forced out of their homes|driven from their homes|forced to leave|forced to abandon|forced to evacuate|forced to move|made to leave|compelled to flee|compelled to leave|made homeless|forcibly displaced|internally displaced|newly displaced|expelled|forced to flee|rendered homeless|deported|forcibly transferred',
  ],
  ['displaced', 'base', 'displace|displaces|uproot|uproots|force from their homes'],
  ['displaced', 'ing', 'displacing|uprooting'],
  [
    'displaced',
    'dead',
    'homeless|from their homes|out of their homes|from their villages|from their towns|from their land|from their lands|from their houses|from their communities',
  ],
  [
    'displaced',
    'died',
    'fled|flee|flees|fleeing|escaped to|escaped into|escaped across|escaped from|escape from|escaping from|escaped the fighting|escaped the violence|escaped the clashes|escape the fighting|escape the violence|escaped their homes|sought refuge|seeking refuge|seek refuge|taken refuge|taking refuge|took refuge|sought shelter|seeking shelter|sheltering|seek shelter|crossed into|crossed the border|crossing into|left their homes|leave their homes|leaving their homes|abandoned their homes|fled their homes|took shelter|taken shelter',
  ],
  [
    'displaced',
    'deaths',
    'refugees|idps|displaced people|displaced persons|internally displaced people|internally displaced persons|displacements|asylum seekers',
  ],
  ['tortured', 'past', 'tortured'],
  ['tortured', 'base', 'torture|tortures'],
  ['tortured', 'deaths', 'cases of torture|torture victims|victims of torture'],
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
    const wounded = woundedAt(tokens, i)
    if (wounded !== null) {
      found.push(wounded)
      i = wounded.to - 1
      continue
    }
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
  if (word.startsWith('escap')) return tokens.slice(to, to + 5).some(({ norm }) => HELD_IN.has(norm))
  if (word === 'shot' && to === from + 1) return isNoShot(tokens, from, next)
  if (word === 'torture' || word === 'rape') return UNDERGONE.has(tokens[from - 1]?.norm ?? '')
  if (word === 'burned' || word === 'burnt')
    return next === 'down' || next === 'homes' || next === 'houses' || next === 'out'
  if (word === 'missing') return next === 'out' || next === 'from'
  if (word === 'executed' || word === 'execute' || word === 'executing')
    return next === 'by' && tokens[to + 1]?.norm === 'the' && tokens[from - 1]?.norm === 'plan'
  return false
}

/** Who escapes from these is no refugee. */
const HELD_IN = wordSet(
  'prison jail custody detention captivity captors kidnappers cell cells penitentiary barracks facility hospital',
)

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
      smallWord(norm) !== null ||
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

/** Verbs of other doings: a count whose clause has one of these as its verb is no count of victims by a later word. */
export const OTHER_VERBS = wordSet(
  'went came took gave got made saw began fell ran stood sat kept led met brought thought became broke drove rose grew drew knew threw flew wore chose won sent built spent hit said says told carried stormed launched opened attacked walked marched gathered protested joined entered reached arrived returned remained-in voted participated attended lived live lives-in work worked call called belong belonged need needed receive received face faced say want live protest rally gather march watched witnessed took-part fought fight attack carry fired fire surrounded raided include includes included demanded signed urged supported escaped-from spoke interviewed arriving joined deployed was-deployed depend rely await awaiting reside',
)
