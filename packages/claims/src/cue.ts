/** Words of saying and the small words around them. */
import { wordSet } from './phrase.ts'

/** Inflected cue words by their plain form. */
export const CUES: ReadonlyMap<string, string> = new Map(
  (
    [
      ['say', 'say says said saying'],
      ['tell', 'tell tells told telling'],
      ['report', 'report reports reported reporting'],
      ['announce', 'announce announces announced announcing'],
      ['confirm', 'confirm confirms confirmed confirming'],
      ['add', 'add adds added adding'],
      ['repeat', 'repeats repeated repeating reiterated reiterates'],
      ['rule', 'ruled rules'],
      ['state', 'state states stated stating'],
      ['claim', 'claim claims claimed claiming'],
      ['warn', 'warn warns warned warning'],
      ['note', 'note notes noted noting'],
      ['point', 'points pointed pointing'],
      ['estimate', 'estimate estimates estimated estimating'],
      ['count', 'count counts counted counting'],
      ['record', 'record records recorded recording'],
      ['document', 'documents documented documenting'],
      ['verify', 'verify verifies verified verifying'],
      ['put', 'put puts putting'],
      ['declare', 'declare declares declared declaring'],
      ['acknowledge', 'acknowledge acknowledges acknowledged acknowledging'],
      ['admit', 'admit admits admitted admitting'],
      ['deny', 'deny denies denied denying'],
      ['accuse', 'accuse accuses accused accusing'],
      ['allege', 'allege alleges alleged alleging'],
      ['explain', 'explain explains explained explaining'],
      ['argue', 'argue argues argued arguing'],
      ['insist', 'insist insists insisted insisting'],
      ['maintain', 'maintain maintains maintained maintaining'],
      ['reveal', 'reveal reveals revealed revealing'],
      ['conclude', 'conclude concludes concluded concluding'],
      ['find', 'finds found finding'],
      ['recount', 'recount recounts recounted recounting recalled recalls'],
      ['describe', 'describe describes described describing'],
      ['write', 'writes wrote writing tweeted tweets posted'],
      ['testify', 'testify testified testifies testifying'],
      ['believe', 'believe believes believed'],
      [
        'stress',
        'stress stresses stressed stressing emphasised emphasized emphasises emphasizes underlined underlines underscored',
      ],
      ['indicate', 'indicate indicates indicated indicating'],
      ['show', 'show shows showed shown showing'],
      ['suggest', 'suggest suggests suggested suggesting'],
      ['register', 'registers registered registering'],
      ['publish', 'publish publishes'],
      ['identify', 'identify identifies identified identifying'],
      ['list', 'lists listed listing'],
      ['release', 'releases released releasing published'],
      ['reckon', 'reckon reckons reckoned'],
      ['specify', 'specify specifies specified specifying'],
      ['assert', 'assert asserts asserted asserting'],
      ['disclose', 'disclose discloses disclosed disclosing'],
      ['detail', 'details detailed detailing'],
      ['speak', 'speaks spoke spoken'],
      ['give', 'gives gave given'],
      ['establish', 'established establishes'],
      ['fear', 'fear fears'],
      ['cite', 'cite cites cited citing quote quotes quoted quoting'],
      ['blame', 'blame blames blamed blaming'],
      ['condemn', 'condemn condemns condemned condemning'],
      ['call', 'calls called calling urged urges urging demanded demands'],
      ['denounce', 'denounce denounces denounced denouncing'],
      ['respond', 'responds responded replied replies'],
      ['raise', 'raised raises lowered revised updated doubled'],
      ['tally', 'tallied tallies'],
      ['monitor', 'monitored monitors tracked'],
      ['calculate', 'calculated calculates reckons'],
      ['attribute', 'attributed attributes'],
      ['vow', 'vow vows vowed vowing pledged pledges pledging promised promises promising'],
      ['observe', 'observed observes'],
      ['remark', 'remarked remarks commented'],
      ['charge', 'charged charges'],
      ['contend', 'contends contended'],
      ['consider', 'consider considers considered'],
    ] as const
  ).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [form, lemma] as const)),
)

export function cueLemma(norm: string): string | null {
  return CUES.get(norm) ?? null
}

export const ADVERBS = wordSet(
  'also later earlier then now still first initially meanwhile previously already subsequently separately repeatedly further only just recently officially publicly privately independently explicitly reportedly long since itself himself herself themselves today yesterday alone not never once again all both so far here',
)

export const AUXILIARIES = wordSet(
  'has have had is are was were be been being will would may might can could did does do having to',
)

export const TIME_LINKS = wordSet('on in late early last this since of at by during next that the')

export const QUOTES = new Set(['"', '“', '”', '«', '»', '„'])
