/** Who says what in an Arabic sentence: verbs of saying before their subject, "بحسب" and its peers, and headline labels. */
import { arabicName } from './arabic-name.ts'
import type { Attribution } from './attribution.ts'
import { withoutClitics } from './clitics-ar.ts'
import type { PartyKind } from './knowledge.ts'
import { harmWord } from './lexicon-ar.ts'
import type { Mention } from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import { phraseTable, wordSet } from './phrase.ts'
import type { Act } from './speech-acts-words.ts'
import { ARABIC_STATES, ARABIC_WITNESSES } from './speech-acts-words-ar.ts'
import { arabicVerb, completed } from './speech-verbs-ar.ts'
import { normalise, type Token } from './token.ts'

/** Verbs that bring a count without being speech of its own. */
const COUNTING: ReadonlyMap<string, string> = new Map(
  (
    [
      ['publish', 'نشر نشرت بث بثت تداول'],
      ['count', 'أحصى أحصت سجل سجلت يسجل تسجل'],
      ['estimate', 'قدر قدرت يقدر تقدر'],
    ] as const
  ).flatMap(([lemma, forms]) => forms.split(' ').map((form) => [normalise(form), lemma] as const)),
)
/** Acts of speech whose speaker answers for the counts in what is said. */
const TELLING: ReadonlySet<Act> = new Set(['say', 'accuse', 'deny', 'admit'])

const ACCORDING = phraseTable<string>([
  [
    'على قول|على حد قول|على حد تعبير|بحسب|حسب|وفق|وفقا ل|وفقا لـ|طبقا ل|نقلا عن|استنادا إلى|بناء على|على لسان|وبحسب|ووفق|بحسب ما أفاد|بحسب ما أعلن|بحسب ما ذكر|وفق ما أفاد|وفق ما أعلن|حسبما أفاد|حسبما ذكر|حسبما أعلن|كما أفاد|كما ذكر|كما أعلن',
    'according to',
  ],
])
/** "وفقا لوزارة …": the preposition is written onto the name. */
const ACCORDING_ATTACHED = wordSet('وفقا طبقا استنادا نسبة')

const STOPS = wordSet(
  'فإن فقد وإن وأن إن أن ان بأن أنه أنها أنهم إنه إنها إنهم في من على إلى عن مع بعد قبل خلال منذ حتى التي الذي الذين بيان تقرير اليوم أمس مساء صباح فجر ظهر عبر حول مقتل وصول سقوط ارتفاع كان كانت لم لا قد لقد ما ثم حيث بينما فيما عندما كما هذا هذه ذلك تلك إذ لكن غير مقطع',
)
const SPEAKERS: ReadonlyMap<string, PartyKind> = new Map(
  (
    [
      [
        'government',
        'وزارة الوزارة حكومة الحكومة الجيش جيش السلطات سلطات الشرطة شرطة الرئاسة رئاسة مجلس المجلس القوات قوات هيئة الهيئة الدفاع الداخلية الخارجية محافظة بلدية النيابة',
      ],
      [
        'official',
        'مستشار المستشار مستشارة متحدثة المتحدثة ناطقة الناطقة مسؤولة المسؤولة وزيرة الوزيرة رئيسة مديرة مفوضة مبعوثة مقررة المقررة خبير خبراء الخبراء محققون محققين المحققون قاض القاضي ممثل ممثلة مندوب مندوبة سفير السفير نائبة عضو والي الوالي حاكم الحاكم زعيم الزعيم نواب المتحدث متحدث الناطق ناطق مسؤول مسؤولون مسؤولين المسؤول الوزير وزير رئيس الرئيس مدير المدير قائد القائد محافظ المحافظ مبعوث المبعوث أمين المفوض مفوض المقرر عمدة نائب',
      ],
      [
        'monitor',
        'المرصد مرصد الشبكة شبكة منظمة المنظمة لجنة اللجنة لجان اللجان ناشطون ناشطين نشطاء الناشطون مراقبون المراقبون مراقبين مراقب راصدون حقوقيون ناشط ناشطة الناشط الناشطة باحث باحثة باحثون صحفيون محامون جمعية مركز المركز نقابة مبادرة تجمع غرفة تنسيقية رابطة مفوضية المفوضية بعثة مكتب المكتب اتحاد',
      ],
      [
        'witness',
        'ناج ناجية الناجون الناجين عائلة أسرة الأسر أسر ذوو ذوي أقرباء نازحين النازحون لاجئون اللاجئون معتقلون معتقلين محتجون متظاهرون شهود الشهود سكان السكان أهالي الأهالي ناجون ناجين شاهد مواطنون نازحون عائلات أقارب',
      ],
      ['hospital', 'مستشفى المستشفى مستشفيات أطباء الأطباء طبيب طبيبة ممرض ممرضة مشرحة مسعفون مصدر_طبي الإسعاف الهلال'],
      ['other', 'مصادر المصادر مصدر المصدر'],
      ['outlet', 'وكالة الوكالة صحيفة الصحيفة قناة القناة تلفزيون التلفزيون موقع الموقع إذاعة وسائل مراسل'],
      ['court', 'المحكمة محكمة القضاء قضاة القضاة'],
      ['community', 'المرجع مرجع مفتي المفتي إمام شيخ الشيخ بطريرك كنيسة الكنيسة مطران أسقف مشيخة دار'],
      ['political_group', 'معارضة المعارضة ائتلاف الائتلاف تيار حزب الحزب'],
      ['armed_group', 'سرايا ألوية لواء حركة الحركة فصائل كتائب ميليشيا مليشيا جماعة الجماعة الحوثيون'],
      ['un_body', 'الأمم'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word) => [normalise(word), kind] as const)),
)

export function arabicSpeakerKind(norm: string): PartyKind | null {
  for (const form of withoutClitics(norm)) {
    const kind = SPEAKERS.get(form) ?? SPEAKERS.get(`ال${form}`)
    if (kind !== undefined) return kind
  }
  return null
}

/** The lemma of a verb that brings a count at a token; null where none stands there. */
function verbOf(norm: string, behind: readonly Token[] = []): string | null {
  const bare = norm.length > 3 && (norm[0] === 'و' || norm[0] === 'ف') ? norm.slice(1) : norm
  const counting = COUNTING.get(norm) ?? COUNTING.get(bare)
  if (counting !== undefined) return counting
  const verb = arabicVerb(norm)
  if (verb === null || !TELLING.has(verb.act) || verb.participle) return null
  return behind.length > 0 && !completed(verb, behind) ? null : verb.lemma
}

function mention(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  known: readonly PartyMatch[],
): Mention {
  const inside = known.filter((match) => match.from >= from && match.to <= to)
  const base = {
    from,
    to,
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    text: text.slice(tokens[from]!.start, tokens[to - 1]!.end),
    person: null,
    role: null,
  }
  const match = inside[0]
  if (match !== undefined) {
    const { party } = match
    return {
      ...base,
      person: personBefore(text, tokens, from, match.from),
      name: party.name,
      kind: party.kind,
      party,
      how: 'known',
    }
  }
  const kind = arabicSpeakerKind(tokens[from]!.norm) ?? 'other'
  const english = arabicName(tokens.slice(from, to).map((token) => token.norm))
  const one = to - from === 1
  const definite = one && tokens[from]!.norm.startsWith('ال') && SPEAKERS.has(tokens[from]!.norm)
  return {
    ...base,
    name: english ?? base.text.replace(/\s+/g, ' '),
    kind,
    party: null,
    how: definite ? 'definite' : 'phrase',
  }
}

const OFFICES = wordSet('الناطق المتحدث ناطق متحدث مدير المدير رئيس وزير الوزير مسؤول المسؤول الناطقة المتحدثة مديرة')

/** "أشرف القدرة الناطق باسم …": the name before the office, where two to four words stand there. */
function personBefore(text: string, tokens: readonly Token[], from: number, to: number): string | null {
  for (let i = from; i < to; i++) {
    if (!OFFICES.has(tokens[i]!.norm)) continue
    const words = i - from
    if (words >= 2 && words <= 4) return text.slice(tokens[from]!.start, tokens[i - 1]!.end)
    // the office first, then the name: "الناطق باسم الوزارة فلان"
    return null
  }
  return null
}

/** "قال … لوكالة …": the agency he spoke to is no part of his name. */
function isRelay(tokens: readonly Token[], match: PartyMatch): boolean {
  const { kind } = match.party
  return (kind === 'agency' || kind === 'outlet') && tokens[match.from]!.norm[0] === 'ل'
}

/** "مكتب الأمم المتحدة إصابة 128": a word of harm behind a name that is complete belongs to what is told. */
function harmBegins(tokens: readonly Token[], i: number): boolean {
  const harm = harmWord(tokens[i]!.norm)
  return (
    harm !== null &&
    (harm.form === 'act' || (tokens[i - 1]!.norm.startsWith('ال') && !tokens[i]!.norm.startsWith('ال')))
  )
}

/** The noun phrase that begins at `from`: to the next particle, verb or mark, at most nine words. */
function phraseEnd(tokens: readonly Token[], from: number, known: readonly PartyMatch[]): number {
  let i = from
  while (i < tokens.length && i - from < 9) {
    const match = known.find((candidate) => candidate.from === i)
    if (match !== undefined) {
      if (i > from && isRelay(tokens, match)) break
      i = match.to
      continue
    }
    const token = tokens[i]!
    if (token.kind !== 'word') {
      if ((token.text === '"' || token.text === '«' || token.text === '»') && i > from) {
        i++
        continue
      }
      break
    }
    if (i > from && (verbOf(token.norm) !== null || STOPS.has(token.norm) || harmBegins(tokens, i))) {
      // "وزارة الصحة في غزة", "الناطق باسم …": the place belongs to the name
      const inPlace =
        token.norm === normalise('في') &&
        i + 1 < tokens.length &&
        i - from <= 4 &&
        !['بيان', 'تقرير', 'تصريح', 'حديث', 'مؤتمر', 'وقت', 'منشور', 'اتصال'].includes(tokens[i + 1]!.norm)
      if (!inPlace) break
      i += 2
      continue
    }
    if (i === from && STOPS.has(token.norm)) break
    // "شاهد لوكالة …": whom he told is no part of his name
    if (i > from && /^ل(?:وكاله|صحيفه|قناه|تلفزيون|اذاعه|موقع|شبكه|فرانس|رويترز)$/.test(token.norm)) break
    i++
  }
  return i
}

export function arabicAttributions(
  text: string,
  tokens: readonly Token[],
  known: readonly PartyMatch[],
  heading: boolean,
): Attribution[] {
  const found: Attribution[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    const according = accordingAt(text, tokens, i, known)
    if (according !== null) {
      found.push(according)
      i = according.cueTo - 1
      continue
    }
    const stood = stoodIn(text, tokens, i, known)
    if (stood !== null) {
      found.push(stood)
      i = stood.cueTo - 1
      continue
    }
    const lemma = verbOf(token.norm, tokens.slice(i + 1, i + 12))
    if (lemma === null) continue
    const attribution = verbAt(text, tokens, i, lemma, known)
    if (attribution !== null) found.push(attribution)
  }
  if (found.length === 0 || heading) {
    const label = labelAt(text, tokens, known, heading)
    if (label !== null) found.push(label)
  }
  return found
}

function accordingAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  known: readonly PartyMatch[],
): Attribution | null {
  const direct = ACCORDING.at(tokens, i)
  const first = withoutClitics(tokens[i]!.norm)
  let from: number
  const told = toldBy(tokens, i)
  if (told !== null) from = told
  else if (direct !== null) from = direct.to
  else if (first.some((form) => ACCORDING_ATTACHED.has(form)) && tokens[i + 1] !== undefined) from = i + 1
  else return null
  if (tokens[from]?.text === 'ـ') from++
  // "بحسب بيان لوزارة الدفاع": whose statement it is
  const paper = PAPERS.has(tokens[from]?.norm ?? '') && /^ل.{3}/.test(tokens[from + 1]?.norm ?? '')
  if (paper) from++
  // "بحسب ما جرى تداوله": those who spoke before passed it on
  const passedOn = tokens[from]?.norm === 'ما' && ['جري', 'تم', 'يتم', 'ورد'].includes(tokens[from + 1]?.norm ?? '')
  const to = passedOn ? Math.min(tokens.length, from + 3) : phraseEnd(tokens, from, known)
  if (to === from) return null
  const cited = told === null ? null : citedAt(text, tokens, to, known)
  const relays = cited === null ? [] : [mention(text, tokens, from, to, known)]
  const plain = mention(text, tokens, from, to, known)
  const named = cited?.speaker ?? (paper && plain.party === null ? withoutPreposition(text, plain) : plain)
  const speaker: Mention = passedOn ? { ...named, how: 'pronoun' } : named
  const opens = i <= 1
  return {
    speaker,
    cueFrom: i,
    cueTo: from,
    lemma: 'according to',
    from: opens ? (cited?.to ?? to) : 0,
    to: opens ? tokens.length : (cited?.to ?? to),
    via: relays,
    rule: 'بحسب',
  }
}

const PAPERS = wordSet('بيان تقرير تصريح منشور بلاغ مذكرة تحقيق تدوينة إحصائية حصيلة')

/** "وجاء في تقرير للجنة التحقيق أن", "ورد في بيان صادر عن الوزارة". */
function stoodIn(text: string, tokens: readonly Token[], i: number, known: readonly PartyMatch[]): Attribution | null {
  if (!/^[وف]?(?:جاء|ورد)$/.test(tokens[i]!.norm) || tokens[i + 1]?.norm !== 'في') return null
  if (!PAPERS.has(tokens[i + 2]?.norm ?? '')) return null
  let from = i + 3
  while (/^(?:صادر|صدر|نشره|نشرته|عن|رسمي|مشترك|صحفي)$/.test(tokens[from]?.norm ?? '') && from < i + 7) from++
  const first = tokens[from]
  if (first === undefined || first.kind !== 'word' || STOPS.has(first.norm)) return null
  const to = phraseEnd(tokens, from, known)
  if (to === from) return null
  const speaker = mention(text, tokens, from, to, known)
  const onto = speaker.party === null && from === i + 3 && /^ل/.test(first.norm)
  if (!onto && speaker.party === null && arabicSpeakerKind(first.norm) === null) return null
  const cut = onto ? withoutPreposition(text, speaker) : speaker
  const base = { cueFrom: i, cueTo: i + 1, lemma: 'state', from: to, to: tokens.length }
  return { ...base, speaker: cut, via: [], rule: 'جاء في بيان X' }
}

/** "للجنة التحقيق": the name without the preposition written onto it; its article, where it has one, is restored. */
function withoutPreposition(text: string, speaker: Mention): Mention {
  const start = speaker.start + 1
  const printed = text.slice(start, speaker.end).replace(/\s+/g, ' ')
  const name = speaker.name === speaker.text.replace(/\s+/g, ' ') ? printed.replace(/^ل/, 'ال') : speaker.name
  return { ...speaker, start, text: text.slice(start, speaker.end), name: name.replace(/^ال(?=جنة )/, 'ل') }
}

/** "على ما أعلن", "حسبما أفادت", "كما يقول", "وفق ما ذكر", "على ما أفاد به": where the name behind them begins. */
function toldBy(tokens: readonly Token[], i: number): number | null {
  const word = tokens[i]!.norm.replace(/^و(?=.{3})/, '')
  let verb = i + 1
  if (/^(?:علي|بحسب|حسب|وفق|وفقا)$/.test(word)) {
    if (!/^ل?ما$/.test(tokens[i + 1]?.norm ?? '')) return null
    verb = i + 2
  } else if (!/^(?:حسبما|وفقما|مثلما|كما)$/.test(word)) return null
  // "وفق ما أكده شهود": the pronoun of what was said is written onto the verb
  const told = tokens[verb]?.norm ?? ''
  if (verbOf(told) === null && verbOf(told.replace(/(?:ها|ه)$/, '')) === null) return null
  return /^ب[هـ]ا?$/.test(tokens[verb + 1]?.norm ?? '') ? verb + 2 : verb + 1
}

/** "نقل التلفزيون عن رئيس خدمات الطوارئ": whoever is cited behind the one that relays. */
function citedAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  known: readonly PartyMatch[],
): { speaker: Mention; to: number } | null {
  if (tokens[at]?.norm !== 'عن' || tokens[at + 1]?.kind !== 'word') return null
  const to = phraseEnd(tokens, at + 1, known)
  return to === at + 1 ? null : { speaker: mention(text, tokens, at + 1, to, known), to }
}

/** "اتهمت حماس إسرائيل بقتل …": where the accuser ends and the accused begins. */
function accuserEnd(tokens: readonly Token[], from: number, to: number, known: readonly PartyMatch[]): number {
  const match = known.find((candidate) => candidate.from === from)
  if (match !== undefined) return match.to
  for (let i = from + 1; i < to; i++) {
    const again = known.find((candidate) => candidate.from === i)
    if (again !== undefined && tokens[i - 1]!.norm.startsWith('ال')) return i
    if (tokens[i - 1]!.norm.startsWith('ال') && !tokens[i]!.norm.startsWith('ال') && !/^[وب]/.test(tokens[i]!.norm))
      return i
  }
  return to
}

function verbAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  lemma: string,
  known: readonly PartyMatch[],
): Attribution | null {
  let from = i + 1
  // "سجل اليوم السابع سقوط …": a day records nothing
  if (lemma === 'count' && /^(?:ال)?(?:يوم|امس|اسبوع|شهر|عام|ليله|ساعات)$/.test(tokens[from]?.norm ?? '')) return null
  // "وأفاد في بيان أن …"
  if (tokens[from] === undefined) return null
  const harm = harmWord(tokens[from]!.norm)?.form === 'act' && !known.some((match) => match.from === from)
  const carried = harm || STOPS.has(tokens[from]!.norm) || tokens[from]!.kind !== 'word'
  if (carried) {
    const before = subjectBefore(text, tokens, i, known)
    const token = tokens[i]!
    const speaker: Mention = before ?? {
      from: i,
      to: i + 1,
      start: token.start,
      end: token.end,
      text: token.text,
      name: token.text,
      kind: 'other',
      party: null,
      person: null,
      role: null,
      how: 'pronoun',
    }
    return {
      speaker,
      cueFrom: i,
      cueTo: i + 1,
      lemma,
      from: i + 1,
      to: tokens.length,
      via: [],
      rule: before === null ? 'وأضاف' : 'X قال',
    }
  }
  const end = phraseEnd(tokens, from, known)
  if (end === from) return null
  const to = lemma === 'accuse' ? accuserEnd(tokens, from, end, known) : end
  const cited = lemma === 'report' ? citedAt(text, tokens, to, known) : null
  if (cited !== null) {
    const relays = [mention(text, tokens, from, to, known)]
    const base = { cueFrom: i, cueTo: i + 1, lemma, from: cited.to, to: tokens.length }
    return { ...base, speaker: cited.speaker, via: relays, rule: 'نقل X عن Y' }
  }
  const speaker = mention(text, tokens, from, to, known)
  const relay = known.find((match) => match.from === to && isRelay(tokens, match))
  from = relay?.to ?? to
  const first = tokens[speaker.from]!.norm
  const nobody = arabicSpeakerKind(first) === null && !ARABIC_WITNESSES.has(first) && !ARABIC_STATES.has(first)
  if (speaker.how === 'phrase' && nobody && !person(tokens, speaker)) return null
  return {
    speaker,
    cueFrom: i,
    cueTo: i + 1,
    lemma,
    from,
    to: tokens.length,
    via: relay === undefined ? [] : [mention(text, tokens, relay.from, relay.to, known)],
    rule: 'قال X',
  }
}

/** Two to four words before "إن/أن/:" that no lexicon knows are taken for a person. */
function person(tokens: readonly Token[], speaker: Mention): boolean {
  const next = tokens[speaker.to]
  const words = speaker.to - speaker.from
  return (
    words >= 2 &&
    words <= 7 &&
    next !== undefined &&
    (next.text === ':' || ['ان', 'بان', normalise('إن')].includes(next.norm))
  )
}

function subjectBefore(
  text: string,
  tokens: readonly Token[],
  verb: number,
  known: readonly PartyMatch[],
): Mention | null {
  const match = known.findLast((candidate) => candidate.to <= verb && verb - candidate.to <= 3)
  if (match !== undefined) return mention(text, tokens, match.from, match.to, known)
  return null
}

/** "وزارة الصحة: …" and "… : المرصد". */
function labelAt(
  text: string,
  tokens: readonly Token[],
  known: readonly PartyMatch[],
  heading: boolean,
): Attribution | null {
  for (let i = 1; i < Math.min(tokens.length, 14); i++) {
    if (tokens[i]!.text !== ':') continue
    const speaker = mention(text, tokens, 0, i, known)
    const labelled =
      speaker.how === 'known' || arabicSpeakerKind(tokens[0]!.norm) !== null || (heading && i >= 2 && i <= 4)
    if (!labelled || tokens.length - i < 3) return null
    return { speaker, cueFrom: i, cueTo: i + 1, lemma: 'say', from: i + 1, to: tokens.length, via: [], rule: 'X: …' }
  }
  return null
}
