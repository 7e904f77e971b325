/** What could not be verified or is not known, and what is set against a speaker, in Arabic. */
import type { Draft } from './speech-acts-draft.ts'
import type { Range } from './speech-acts-judged.ts'
import type { Place, Speaker } from './speech-acts-memory.ts'
import { phraseEnd, place } from './speech-acts-speaker-ar.ts'
import type { Unit } from './speech-acts-unit.ts'

const CHECKING = /^(?:ال)?(?:تحقق|تاكد|تثبت|تاكيد)$/
const REACHING = /^(?:ال)?(?:وصول|اطلاع|دخول)$/
const NEGATION = /^[وف]?(?:لم|لا|تعذر|يتعذر|دون|يصعب|نتمكن)$/
const ABLE = /^(?:يتسن|يتسني|تتمكن|يتمكن|نتمكن|يمكن|يمكننا|و?تعذر|يتعذر|تستطع|يستطع|نستطع|يصعب|دون|يجر|يتم|تتم|تم|تجر)$/

/** What an Arabic unit doubts or sets against somebody in the outlet's own voice, or in that of a party it names. */
export function arabicDoubts(text: string, unit: Unit, spoken: boolean): readonly Draft[] {
  const unverified = unverifiedIn(text, unit)
  const doubts = unverified ?? (spoken ? null : unknownIn(unit))
  const against = gainsaidIn(unit)
  return [...(doubts === null ? [] : [doubts]), ...(against === null ? [] : [against])]
}

/** "لم يتسن التحقق من", "لم تتمكن رويترز من التأكد", "لا يمكن تأكيد هذه الأعداد". */
function unverifiedIn(text: string, unit: Unit): Draft | null {
  const { tokens, known } = unit
  for (let i = 1; i < tokens.length; i += 1) {
    const reaches = REACHING.test(tokens[i]!.norm)
    if (!reaches && !CHECKING.test(tokens[i]!.norm)) continue
    let negation = -1
    for (let k = i - 1; k >= Math.max(0, i - 9); k -= 1) {
      if (NEGATION.test(tokens[k]!.norm) && tokens[k]!.kind === 'word') {
        negation = k
        break
      }
    }
    if (negation < 0 || unit.quoted[negation] !== -1) continue
    if (!tokens.slice(negation, i).some((token) => ABLE.test(token.norm))) continue
    const match = known.find((candidate) => candidate.from > negation && candidate.to <= i)
    // who could not reach a place is a caveat of those that report, not of the ambulances
    if (reaches && !['outlet', 'agency', 'monitor'].includes(match?.party.kind ?? '')) continue
    const speaker: Speaker | null =
      match === undefined
        ? null
        : {
            name: match.party.name,
            kind: match.party.kind,
            person: false,
            role: null,
            roleAt: null,
            at: place(unit, [match.from, match.to]),
            how: 'a known party',
            unsure: null,
          }
    let to = i + 1
    while (to < tokens.length && !/^[.،,؛]$/.test(tokens[to]!.text) && to - i < 16) to += 1
    const from = /^من$/.test(tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1
    const target =
      from < to && tokens[from]!.kind === 'word'
        ? place(unit, [from, Math.max(from + 1, Math.min(to, phraseEnd(unit, from, false)))])
        : null
    return made('caveat', unit, [negation, i + 1], [negation, to], 'says that it could not be verified', {
      speaker,
      target: target === null ? null : { name: text.slice(target.start, target.end), at: target },
    })
  }
  return null
}

/** "لم يعرف بعد من", "لم تتضح بعد", "لا تزال ملابسات … غامضة": what nobody knows yet. */
function unknownIn(unit: Unit): Draft | null {
  const { tokens } = unit
  for (let i = 0; i + 1 < tokens.length; i += 1) {
    const norm = tokens[i]!.norm.replace(/^[وف](?=.{2})/, '')
    const next = tokens[i + 1]!.norm
    const unclear =
      (norm === 'لم' && /^(?:[يت]عرف|[يت]تضح|[يت]تبين|[يت]حدد)$/.test(next)) ||
      (/^(?:ليس|ليست)$/.test(norm) && /^(?:واضحا|واضحه|معروفا|معروفه)$/.test(next)) ||
      (/^(?:لا|ما)$/.test(norm) && /^(?:[يت]زال|زال|زالت)$/.test(next) && murky(unit, i))
    if (!unclear || unit.quoted[i] !== -1) continue
    let to = i + 2
    while (to < tokens.length && !/^[.،؛]$/.test(tokens[to]!.text)) to += 1
    return made('caveat', unit, [i, i + 2], [i, to], 'says what is not known yet', {})
  }
  return null
}

const murky = ({ tokens }: Unit, from: number): boolean =>
  tokens
    .slice(from, from + 10)
    .some((token) => /^(?:غامضه|غامضا|مجهوله|مجهولا|مجهول|غير_معروف|معروفه)$/.test(token.norm))

/** Things that are seen or written down, and so can be held against what somebody says. */
const EVIDENCE =
  /^(?:ال|و|ف|وال|لل)?(?:صور|مقاطع|مقطع|فيديو|فيديوهات|تسجيلات|تسجيل|سجلات|سجل|وثايق|وثيقه|مشاهد|لقطات|كاميرات|بيانات|ادله|شهادات|تحليل|تقارير|تقرير|تشريح|فحوص|فحوصات|خرايط|بقايا|شظايا|رصد|ذلك|هذا)$/
const GAINSAYS =
  /^[وف]?(?:[يت]?ناقض|[يت]ناقض|ناقضت|[يت]تناقض|[يت]تعارض|تعارضت|[يت]دحض|دحضت|[يت]كذب|كذبت|[يت]فند|فندت|[يت]خالف|خالفت|[يت]نفي)$/
const OTHERWISE = /^(?:خلاف|عكس|نقيض|خلافا)$/
/** What somebody said, as a thing. */
const ACCOUNT =
  /^[لب]?(?:ال)?(?:روايه|روايات|ادعاء|ادعاءات|مزاعم|تصريح|تصريحات|بيان|نفي|قول|اقوال|تاكيدات|سرديه|ما|روايتها|روايته|مزاعمها|مزاعمه|ادعاءاته|ادعاءاتها)$/

/** "سجلات المستشفى تدحض رواية الوزارة", "ويناقض ذلك ما وثقته": evidence that the outlet holds against a word. */
function gainsaidIn(unit: Unit): Draft | null {
  const { tokens, quoted } = unit
  for (let i = 0; i < tokens.length; i += 1) {
    if (quoted[i] !== -1) continue
    const verb = GAINSAYS.test(tokens[i]!.norm)
    const other = OTHERWISE.test(tokens[i]!.norm)
    if (!verb && !other) continue
    const behind = tokens.slice(i + 1, i + (other ? 3 : 6))
    if (!behind.some((token) => ACCOUNT.test(token.norm))) continue
    const around = [...tokens.slice(Math.max(0, i - 10), i), ...tokens.slice(i + 1, i + 3)]
    if (!around.some((token) => EVIDENCE.test(token.norm)) && !(other && i < 3)) continue
    let from = i
    while (from > 0 && i - from < 16 && !/^[.،؛]$/.test(tokens[from - 1]!.text)) from -= 1
    let to = i + 1
    while (to < tokens.length && !/^[.؛]$/.test(tokens[to]!.text)) to += 1
    return made('contradiction', unit, [i, i + 1], [from, to], 'evidence is set against what was said', {})
  }
  return null
}

function made(
  kind: Draft['kind'],
  unit: Unit,
  cue: Range,
  content: Range,
  rule: string,
  more: { readonly speaker?: Speaker | null; readonly target?: { readonly name: string; readonly at: Place } | null },
): Draft {
  return {
    kind,
    speaker: more.speaker ?? null,
    via: null,
    addressee: null,
    target: more.target ?? null,
    cue: place(unit, cue),
    content: place(unit, content),
    rule,
    unsure: null,
  }
}
