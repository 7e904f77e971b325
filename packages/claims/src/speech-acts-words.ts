/** English words that do something by being said — accuse, deny, promise — and the words their content is judged by. */
import { normalise } from './token.ts'

/**
 * What a cue does. `say` leaves the kind to its content; the others settle it. `label` is "described it as": a
 * characterisation where the words are law's, else a statement.
 */
export type Act = 'say' | 'accuse' | 'deny' | 'admit' | 'demand' | 'commit' | 'condemn' | 'label'

/** What must follow a cue for it to be one, and where its content begins. */
export type Frame =
  /** "said (that) …" */
  | 'clause'
  /** "accused X of …", "urged X to …": an object has to follow. */
  | 'object'
  /** "called for …", "vowed to …", "denied …": anything. */
  | 'any'

export interface Cue {
  readonly lemma: string
  readonly act: Act
  readonly frame: Frame
}

const ROWS: readonly (readonly [Act, Frame, string])[] = [
  [
    'say',
    'clause',
    `say says said saying|tell tells told telling|state states stated stating|add adds added adding|note notes noted noting
explain explains explained explaining|declare declares declared declaring|insist insists insisted insisting
stress stresses stressed stressing|emphasise emphasises emphasised emphasising emphasize emphasizes emphasized emphasizing
underline underlines underlined underlining|underscore underscores underscored|maintain maintains maintained maintaining
argue argues argued arguing|report reports reported reporting|write writes wrote writing|conclude concludes concluded concluding
reveal reveals revealed revealing|warn warns warned warning|claim claims claimed claiming|allege alleges alleged alleging
confirm confirms confirmed confirming|announce announces announced announcing|indicate indicates indicated indicating
suggest suggests suggested suggesting|remark remarks remarked|comment commented|respond responds responded|reply replies replied
contend contends contended|assert asserts asserted asserting|observe observed|recount recounts recounted recounting
recall recalls recalled recalling|testify testifies testified|reiterate reiterates reiterated reiterating|repeat repeated
believe believes|find finds found|document documented documents|highlight highlights highlighted highlighting|tweet tweeted tweets|post posted
point points pointed pointing|read reads|describe describes described describing|predict predicted|lament lamented laments|speak speaks spoke speaking|caution cautioned cautions|signal signalled signaled|clarify clarifies clarified clarifying
affirm affirms affirmed affirming|reaffirm reaffirms reaffirmed|attest attests attested|proclaim proclaims proclaimed|opine opined|imply implies implied
submit submitted submits|counter counters countered|retort retorted|rule ruled rules|judge judged|assess assessed|shout shouted|exclaim exclaimed|cry cried
whisper whispered|mutter muttered|joke joked|quip quipped|boast boasted boasts|brag bragged|shrug shrugged|sob sobbed|narrate narrated narrates|hint hinted hints|consider considers considered
relate related relates|want wants wanted|refuse refuses refused|plead pleaded pleads pled|propose proposes proposed proposing|recommend recommends recommended recommending
assure assures assured assuring|intend intends
welcome welcomes welcomed welcoming|regret regrets regretted regretting|hail hails hailed hailing|detail detailed|outline outlined`,
  ],
  [
    'accuse',
    'object',
    'accuse accuses accused accusing|blame blames blamed blaming|criticise criticises criticised criticising criticize criticizes criticized criticizing|fault faults faulted|attribute attributes attributed attributing|implicate implicates implicated|hold_responsible holds held holding',
  ],
  ['accuse', 'clause', 'charge charges charged charging'],
  ['accuse', 'object', 'castigate castigates castigated|berate berates berated|chide chided'],
  ['accuse', 'object', 'identify identifies identified identifying'],
  ['accuse', 'any', 'complain complains complained complaining|lambast lambasted lambasts lambaste|rebuke rebuked'],
  [
    'deny',
    'any',
    'deny denies denied denying|reject rejects rejected rejecting|dismiss dismisses dismissed dismissing|refute refutes refuted refuting|dispute disputes disputed disputing|disavow disavowed|disclaim disclaimed|rebut rebuts rebutted rebutting|repudiate repudiates repudiated|contest contests contested|brush brushes brushed|wave waves waved|scoff scoffs scoffed|rubbish rubbished',
  ],
  [
    'admit',
    'any',
    'acknowledge acknowledges acknowledged acknowledging|admit admits admitted admitting|concede concedes conceded conceding|confess confesses confessed confessing|accept accepts accepted accepting|apologise apologises apologised apologize apologizes apologized',
  ],
  [
    'demand',
    'any',
    'demand demands demanded demanding|appeal appeals appealed appealing|call calls called calling|implore implores implored imploring|beg begs begged',
  ],
  [
    'demand',
    'object',
    'urge urges urged urging|ask asks asked asking|exhort exhorts exhorted|press presses pressed pressing|encourage encourages encouraged encouraging|push pushes pushed pushing|order orders ordered ordering|summon|request requests requested requesting|instruct instructed',
  ],
  [
    'commit',
    'any',
    'vow vows vowed vowing|pledge pledges pledged pledging|promise promises promised promising|commit commits committed committing|undertake undertakes undertook|swear swears swore|guarantee guarantees guaranteed|agree agrees agreed',
  ],
  [
    'label',
    'any',
    'brand brands branded branding|label labels labelled labeled|term terms termed|dub dubs dubbed|deem deems deemed|characterise characterises characterised characterize characterizes characterized|portray portrays portrayed|regard regards regarded|view views viewed',
  ],
  [
    'condemn',
    'any',
    'condemn condemns condemned condemning|denounce denounces denounced denouncing|deplore deplores deplored deploring|decry decries decried decrying|slam slams slammed slamming|censure censured|excoriate excoriates excoriated',
  ],
]

const CUES: ReadonlyMap<string, Cue> = new Map(
  ROWS.flatMap(([act, frame, rows]) =>
    rows.split(/[|\n]/).flatMap((row) => {
      const forms = row.trim().split(/\s+/)
      const lemma = forms[0]!
      return forms.map((form) => [form, { lemma, act, frame }] as const)
    }),
  ),
)

export function speechCue(norm: string): Cue | null {
  return CUES.get(norm) ?? null
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map((word) => normalise(word)))

/** What "will", "would" and "to" promise where a speaker says them of itself. */
export const PROMISED = set(
  'investigate probe prosecute punish publish release establish form create set bring hold compensate withdraw protect ensure cooperate co-operate issue present submit deliver rebuild free halt stop end cease open launch review try allow guarantee restore pursue spare leave report provide pay evacuate disarm disband dismantle respect implement continue send dispatch conduct hand take accept join sign resume facilitate grant support apply increase host strengthen expand raise urge seek share help assist fund impose maintain uphold honour honor undertake deploy reinforce oversee safeguard secure refrain abide comply respond',
)
/** What only one who says "we will" promises; reported of another, it is a plan or a threat. */
export const PROMISED_OWN = set(
  'find identify locate hunt avenge track work keep step push press monitor consider examine assess defend fight strike target defeat carry act answer guard welcome stand discuss address reach visit rest forget tolerate prepare build develop evaluate',
)
export const PROMISED_PASSIVE = set(
  'investigated probed prosecuted punished published released established formed created set held compensated withdrawn protected issued presented submitted freed halted opened launched tried brought conducted reviewed spared rebuilt appointed convened disbanded dismantled disarmed handed paid convicted arrested allowed implemented dismissed lifted eased restored resumed returned told informed given delivered posted announced buried repaired identified suspended extended made',
)
/** What is set up when an inquiry is announced. */
export const SET_UP = set(
  'investigation inquiry enquiry probe committee commission panel tribunal ceasefire truce amnesty compensation withdrawal',
)

/** Things done that only an accusation reports. */
export const WRONG_VERBS = set(
  'kill kills killed killing murder murders murdered murdering execute executed executing executes massacre massacred massacring slaughter slaughtered slaughtering torture tortured torturing rape raped raping loot looted looting burn burned burnt burning torch torched torching raid raided raiding shoot shot shooting bomb bombed bombing shell shelled shelling target targeted targeting abduct abducted abducting kidnap kidnapped kidnapping detain detained detaining arrest arrested arresting expel expelled expelling displace displaced displacing starve starved starving besiege besieged besieging block blocked blocking destroy destroyed destroying attack attacked attacking assault assaulted assaulting commit committed committing commits behead beheaded mutilate mutilated violate violated violating violates breach breached breaching provoke provoked provoking spark sparked sparking orchestrate orchestrated orchestrating plan planned fail failed failing fails refuse refused refusing refuses obstruct obstructed obstructing hide hid conceal concealed concealing hidden stole stolen stealing threw thrown dumped dumping bury buried burying lied tampered cover ignore ignored ignoring harass harassed intimidate intimidated threaten threatened threatening recruit recruited arm armed beat beaten beating drag dragged force forced forcing forces exploit exploited exploiting desecrate desecrated deport deported disappear disappeared rob robbed robbing plunder plundered abuse abused overlook overlooked downplay downplayed instigate instigated incite incited inciting perpetrate perpetrated perpetrating unleash unleashed rampaged storm stormed storming strike struck hit fire fired firing carry carried carrying set seize seized seizing order ordered ordering direct directed mastermind masterminded supervise supervised poison poisoned poisoning gas gassed whip whipped drown drowned ram rammed assassinated assassinate whisk whisked hauled rounded mined',
)
/** Nouns of wrongdoing; with "by X" they accuse X. */
export const WRONG_NOUNS = set(
  'attack attacks assault assaults massacre massacres killing killings murder murders execution executions abuse abuses violation violations crime crimes atrocity atrocities raid raids bombing bombings shelling aggression provocation provocations torture rape rapes looting arson plot conspiracy ambush ambushes offensive campaign crackdown crackdowns repression reprisal reprisals siege bombardment cleansing',
)
export const LOADED = set(
  'deliberate deliberately treacherous premeditated brutal brutally indiscriminate indiscriminately systematic systematically unlawful unlawfully illegal illegally barbaric heinous cowardly criminal arbitrary arbitrarily extrajudicial summary summarily cold-blooded unprovoked vicious bloody savage ruthless murderous',
)
/** Those whose being harmed is no act of battle. */
export const UNARMED = set(
  'infrastructure home village civilian civilians people person residents villagers women children men families family houses homes shops hospital hospitals school schools mosque mosques church churches patients prisoners detainees worshippers protesters demonstrators journalists refugees inhabitants boys girls elderly students farmers workers medics doctors aid victims property villages neighbourhoods neighborhoods markets unarmed marchers crowd crowds bystanders pedestrians pupils pensioners nurses teachers livestock wells crops convoy convoys ambulance ambulances camp camps boat boats clinic clinics ward wards shrine shrines orphanage hostages captives',
)
export const INVOLVEMENT = set(
  'involvement complicity responsibility collusion complicit responsible involved behind culpable coordination linked tied implicated',
)
export const LEGAL =
  /\b(?:war crimes?|crimes? against humanity|crimes? of aggression|genocid(?:e|al)|ethnic(?:ally)? cleansing|acts? of terror(?:ism)?|terrorist (?:act|attack)s?|violations? of international (?:humanitarian |human rights )?law|collective punishment|extermination|apartheid|persecution|enforced disappearances?|extrajudicial (?:killings?|executions?))\b/i
export const CONSTITUTES =
  /\b(?:constitut\w+|amount\w*|qualif\w+|tantamount|equivalent|called|considered?|bears?|hallmarks?|signs?)\b|\b(?:is|are|was|were|be|been|being|as)[\s"“'‘]+(?:(?!\w+ing\b)[\w-]+[\s"“'‘]+){0,4}$/i

export const NEGATIONS = set("not no never neither nor none without n't")
export const FIRST_PERSON = set('we our us i my ours')
/** Heads of phrases that print evidence rather than speak. */
export const MUTE = set(
  'evidence video videos footage image images photo photos photograph photographs data record records figure figures number numbers list lists toll tolls tally count clip clips map maps satellite signs indications reports toll violence clashes fighting attack attacks',
)
/** Documents that speak for whoever issued them. */
export const SPEAKING_DOCUMENTS = set(
  'report reports statement statements communique letter post message investigation study findings document release inquiry tweet speech address decree declaration memo dossier update bulletin note resolution comments remarks announcement testimony response interview filing indictment complaint petition lawsuit affidavit memorandum cable transcript verdict ruling judgment judgement caption submission brief',
)

/** What only those who condemn call a deed. */
export const CONDEMNING =
  /\b(?:barbaric|barbarous|heinous|cowardly|despicable|abhorrent|outrageous|shameful|horrific|horrifying|savage|unacceptable|intolerable|unconscionable|atrocious|vile|odious|appalling|disgusting|deplorable|inexcusable|unforgivable|unjustifiable|monstrous|repugnant|reprehensible|moral obscenity|deeply shocking|utterly shocking|a disgrace|an outrage|an abomination|a stain on)\b/i

/** Nouns that make out what another does to be a wrong. */
export const REPROACH =
  /\b(?:an? )(?:\w+ )?(?:invasion|occupation|coup|betrayal|sham|farce|charade|cover-up|whitewash|aggression|provocation|land grab|power grab|travesty|witch hunt|theatre)\b/i
