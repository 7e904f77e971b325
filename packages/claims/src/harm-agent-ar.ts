/** Who is said to have done it in an Arabic sentence: the subject of a verb of harm, or the party behind "على يد". */

import { withoutClitics } from './clitics-ar.ts'
import type { Range } from './counted.ts'
import type { PartyMatch } from './party-index.ts'
import { phraseTable, wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/** Verbs that an agent may be the subject of; the same letters are the passive where no agent follows. */
const ACTIVE = wordSet(
  'قتل قتلت قتلوا يقتل تقتل أعدم أعدمت أعدموا اغتال اغتالت ذبح ذبحت ذبحوا اعتقل اعتقلت اعتقلوا تعتقل احتجز احتجزت احتجزوا أوقف أوقفت أسر خطف خطفت خطفوا اختطف اختطفت اختطفوا أصاب أصابت جرح جرحت جرحوا شرد شردت هجر هجرت اغتصبت اغتصبوا عذبت عذبوا أخفت',
)
/** The same with their victims written onto them: "قتلتهم قوات …". */
const ACTIVE_WITH_OBJECT = wordSet(
  'قتلهم قتلتهم قتلها قتلتها قتلهن قتلتهن قتله قتلته أعدمهم أعدمتهم اعتقلهم اعتقلتهم خطفهم خطفتهم اختطفهم اختطفتهم احتجزهم احتجزتهم',
)
const ACTORS = wordSet(
  'قوات القوات جيش الجيش شرطة الشرطة مسلحون مسلحين مسلحو مسلحي المسلحون المسلحين مقاتلي مقاتلو المقاتلين المقاتلون مقاتلون مقاتلين مجموعات المجموعات مجموعة فصائل الفصائل ميليشيا ميليشيات مليشيا مليشيات المليشيا الميليشيا المليشيات عناصر جنود الجنود قناصة قناص مستوطنون مستوطنين المستوطنون المستوطنين حركة تنظيم التنظيم جماعة الجماعة الاحتلال إسرائيل طيران الطيران عصابات عصابة العصابات العصابة متمردو متمردي المتمردون المتمردين الحوثيون الحوثيين الدعم كتائب كتيبة حزب سلطات السلطات أجهزة ضباط أمن الأمن النظام حرس الحرس مرتزقة إرهابيون مهاجمون المهاجمون داعش أفراد رجال موالون الموالون',
)
const BEHIND = phraseTable<true>([
  [
    'على يد|على يدي|على أيدي|على ايدي|بأيدي|بيد|برصاص|بنيران|من قبل|من جانب|شنه|شنته|نفذه|نفذته|ارتكبه|ارتكبته|شنتها|نفذها|نفذتها|ارتكبها|ارتكبتها',
    true,
  ],
])
const ENDS = wordSet(
  'في من إلى عن خلال منذ يوم أمس اليوم بعد قبل قرب عند حيث فيما بينما بينهم بينهن منهم أثناء الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت بحسب وفق وفقا مساء صباح فجر ليل كان كانت قد التي الذي الذين كما على مرتين مرات مرة',
)
const OPENS = wordSet('إن أن بأن أنه أنها لأن وأن وإن')
const ACCUSE = wordSet('اتهم اتهمت اتهموا يتهم تتهم')

/** The agent of the harm at `harm` whose victims are counted at `count`, as token positions of the sentence. */
export function arabicAgent(
  tokens: readonly Token[],
  known: readonly PartyMatch[],
  harm: Range,
  count: Range,
): Range | null {
  const acts = (at: number) => actsAt(tokens, known, at)
  const verb = harm[0]
  if (verb >= 0 && verb < count[0]) {
    const accused = accusedBefore(tokens, verb, acts)
    if (accused !== null) return accused
    if (isActive(tokens[verb]!)) {
      const subject = subjectBetween(tokens, harm[1], count[0], acts)
      if (subject !== null) return subject
      if (harm[1] === count[0]) {
        const before = subjectBefore(tokens, verb, acts)
        if (before !== null) return before
      }
    }
  }
  return (
    behind(tokens, Math.max(count[1], 0), acts) ??
    (verb >= 0 && harm[1] < count[0] ? behind(tokens, harm[1], acts, count[0]) : null)
  )
}

/** A damma on the first letter writes the passive out: "قُتل". */
const isActive = (token: Token) =>
  !/^[وف]?\p{L}\u064f/u.test(token.text) && withoutClitics(token.norm).some((form) => ACTIVE.has(form))

function actsAt(tokens: readonly Token[], known: readonly PartyMatch[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return false
  if (withoutClitics(token.norm).some((form) => ACTORS.has(form))) return true
  return known.some(
    ({ from, to, party }) => from <= at && at < to && (party.kind === 'armed_group' || party.kind === 'government'),
  )
}

/** "قتلت قوات الأمن ومجموعات متحالفة معها أكثر من …": all that stands between the verb and the count. */
function subjectBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
  acts: (at: number) => boolean,
): Range | null {
  if (to <= from || !acts(from)) return null
  const end = phraseEnd(tokens, from, to)
  return [from, end]
}

/** "إن قوات الأمن … قتلت 12": back to the word that opens the clause. */
function subjectBefore(tokens: readonly Token[], verb: number, acts: (at: number) => boolean): Range | null {
  let from = verb
  let end = verb
  let commas = tokens[verb - 1]?.text === '،' ? 2 : 0
  if (commas > 0) end = verb - 1
  for (let i = verb - 1; i >= 0 && verb - i < 20; i--) {
    const token = tokens[i]!
    if (token.text === '،' && commas > 0) {
      commas--
      continue
    }
    if (token.kind !== 'word' || OPENS.has(token.norm)) break
    from = i
  }
  // a verb with "ف" goes on from the one before: "هاجمها الدعم السريع مرتين فقتل 12"
  if (from < end && acts(from)) return [from, end]
  if (tokens[verb]!.norm[0] !== 'ف' && tokens[verb]!.norm[0] !== 'و') return null
  for (let i = end - 1; i > from; i--) if (acts(i) && !acts(i - 1)) return [i, phraseEnd(tokens, i, end)]
  return null
}

/** "واتهمت الحلقة مقاتلي درع الوادي بإعدام رجلين": the object of the accusation. */
function accusedBefore(tokens: readonly Token[], act: number, acts: (at: number) => boolean): Range | null {
  if (tokens[act]!.norm[0] !== 'ب') return null
  for (let i = act - 1; i >= 0 && act - i < 16; i--) {
    if (tokens[i]!.kind !== 'word' && tokens[i]!.text !== '"') return null
    if (!withoutClitics(tokens[i]!.norm).some((form) => ACCUSE.has(form))) continue
    for (let k = i + 2; k < act; k++) if (acts(k)) return [k, act]
    return null
  }
  return null
}

/** "على يد قوات …", "قتلتهم قوات …", "في هجوم شنه مسلحون". */
function behind(
  tokens: readonly Token[],
  from: number,
  acts: (at: number) => boolean,
  until = tokens.length,
): Range | null {
  for (let i = from; i < until && i - from < 18; i++) {
    const token = tokens[i]!
    if (token.text === '؛' || token.text === '.') return null
    const link = BEHIND.at(tokens, i)
    const at =
      link !== null ? link.to : withoutClitics(token.norm).some((form) => ACTIVE_WITH_OBJECT.has(form)) ? i + 1 : -1
    if (at >= 0 && acts(at)) return [at, phraseEnd(tokens, at, until)]
  }
  return null
}

function phraseEnd(tokens: readonly Token[], from: number, until: number): number {
  let i = from + 1
  while (i < until && i - from < 14) {
    const token = tokens[i]!
    if (token.kind !== 'word' || ENDS.has(token.norm)) break
    if (/^[بفل]/.test(token.norm) && withoutClitics(token.norm).some((form) => ENDS.has(form))) break
    i++
  }
  return i
}
