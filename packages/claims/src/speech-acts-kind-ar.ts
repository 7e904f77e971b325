/** What kind of claim a stretch of reported Arabic makes, judged by its words and by who says it. */
import type { ClaimKind } from './claim.ts'
import type { PartyKind } from './knowledge.ts'
import type { Range } from './speech-acts-judged.ts'
import type { Place, Speaker } from './speech-acts-memory.ts'
import { phraseEnd, place } from './speech-acts-speaker-ar.ts'
import type { Unit } from './speech-acts-unit.ts'
import type { Act } from './speech-acts-words.ts'
import {
  ARABIC_ACTORS,
  ARABIC_CONSTITUTES,
  ARABIC_COUNTED,
  ARABIC_HARMED,
  ARABIC_LEGAL,
  ARABIC_STATES,
  ARABIC_TOLL,
  ARABIC_WRONGS,
} from './speech-acts-words-ar.ts'

export interface Judged {
  readonly kind: ClaimKind
  readonly rule: string
  readonly target: { name: string; at: Place } | null
}

export const settled = (kind: ClaimKind, rule: string, target: Judged['target'] = null): Judged => ({
  kind,
  rule,
  target,
})

/** What makes another's word out to be untrue, in words without their marks. */
const UNTRUE =
  /(?:^| )(?:لا صحه ل|لا صحه على|لا صحه له|لا اساس له|ليس صحيحا|ليست صحيحه|غير صحيح|غير صحيحه|عار عن الصحه|عاريه عن الصحه|عاريه من الصحه|عار من الصحه|محض افتراء|محض كذب|لم يحدث|لم تحدث|لم تقع|كذب)/
const LEFT_OUT = /^و?(?:اغفل|اغفلت|تجاهل|تجاهلت|يتجاهل|تتجاهل|اهمل|اهملت|تغاضي|تغاضت|يغفل|تغفل|اسقط|اسقطت)$/
const SET_OFF = /^و?(?:اشعل|اشعلت|اشعلوا|فجر|فجرت|فجروا|اطلق شراره|بدا|بدات|بدءوا|اندلع|اندلعت|سبقه|سبقها)$/
const VIOLENCE = /^(?:العنف|اعمال|القتال|الاشتباكات|المواجهات|الاحداث|الحرب|الفتنه|الاضطرابات|الصراع)$/
const ASSAULT = /^[بل]?(?:ال)?(?:هجوم|هجمات|اعتداء|اعتداءات|كمين|كماين|غاره|قصف)$/
const DONE_BY = /^(?:نفذه|نفذته|نفذها|نفذتها|شنه|شنته|شنها|شنتها|قبل|نصبه|نصبته)$/

/** "أغفلت في تقريرها", "بدأ العنف باعتداء نفذته …", "أشعلوا العنف": blame without a verb of accusing. */
function blamed(norms: readonly string[]): Judged | null {
  for (let k = 0; k < norms.length; k += 1) {
    const norm = norms[k]!
    if (/^(?:لم|لا|لن)$/.test(norms[k - 1] ?? '')) continue
    if (LEFT_OUT.test(norm) && k > 0) return settled('accusation', "reproaches another's account with what it lacks")
    if (!SET_OFF.test(norm)) continue
    const near = norms.slice(Math.max(0, k - 5), k + 6)
    const violence = near.some((word) => VIOLENCE.test(word))
    const begins = /^و?(?:بدا|بدات|اندلع|اندلعت|سبقه|سبقها)$/.test(norm)
    const after = norms.slice(k + 1, k + 12)
    if (
      violence &&
      (begins ? after.some((word) => ASSAULT.test(word)) && after.some((word) => DONE_BY.test(word)) : k > 0)
    )
      return settled('accusation', 'says who began the violence')
  }
  return null
}

/** Whether a speaker answers for what was done: governments, armed and political groups and their officials. */
const answers = ({ kind }: Speaker): boolean =>
  ['government', 'official', 'armed_group', 'political_group'].includes(kind)

/** What a speaker says that it, or a body of its own, will do. */
const PROMISES =
  /^و?س[يتنا](?:تم|حاسب|حقق|شكل|نشر|عوض|عاقب|قدم|لاحق|فرج|نسحب|عمل|واصل|حاكم|حال|لتزم|ضمن|صدر|كشف|نجز|علن|فتح|جري|وقف|سلم|عيد|حترم|تعاون|دفع|عتقل|سمح|طلق|نفذ|وفر|نظر|بدا|جرى|ساعد|حمي|رفع|تخذ)/

const STATE = /^(?:ال)(?:دوله|حكومه|لجنه|وزاره|سلطات|محكمه|قوات|جيش|منظمه|بعثه|نيابه|هييه|مجلس|قضاء|قياده|رياسه|اداره)$/

/** "أدلة على ضلوع روسيا في الهجمات", "تورط قوات الأمن في القتل". */
const involvedAr = (norms: readonly string[]): boolean =>
  norms.some(
    (norm, k) =>
      /^ب?(?:ال)?(?:ضلوع|تورط|تواطو|مشاركه)$/.test(norm) &&
      !/^(?:لا|لم|عدم|نفي)$/.test(norms[k - 1] ?? '') &&
      (ARABIC_ACTORS.has(norms[k + 1] ?? '') || ARABIC_STATES.has(norms[k + 1] ?? '')) &&
      norms.slice(k + 2, k + 8).includes('في'),
  )

/** Somebody of no known office who promises for a body of the state or for "us". */
const statesman = (norms: readonly string[], { kind }: Speaker): boolean =>
  kind === 'other' &&
  norms.some((norm, k) => /^و?س[نا]\p{L}{3}/u.test(norm) || (STATE.test(norm) && /^س[يت]/.test(norms[k + 1] ?? '')))

/** "أعرب عن قلقه": what a phrase of expression expresses. */
function expression(norms: readonly string[]): Judged | null {
  const felt = norms.slice(0, 4).join(' ')
  if (/(?:ادانت|استنكار|غضب|صدمت|استياء|شجب|سخط)/.test(felt)) return settled('condemnation', 'expresses outrage')
  if (/(?:رفض)/.test(felt)) return settled('denial', 'expresses rejection')
  if (/(?:استعداد)/.test(felt)) return settled('commitment', 'says that it stands ready')
  if (/(?:اسف|اعتذار|ندم)/.test(felt)) return settled('admission', 'expresses regret')
  if (/(?:قلق|خشي|مخاوف|امل|تضامن|تعازي)/.test(felt)) return settled('statement', 'a word of feeling')
  return null
}

/** "يجب أن", "ضرورة محاسبة", "على الحكومة أن", "لا بد من". */
function demandsAr(norms: readonly string[]): boolean {
  return norms.some(
    (norm, k) =>
      /^(?:يجب|ينبغي|يتعين)$/.test(norm) ||
      (/^(?:ال)?(?:ضروره|وجوب)$/.test(norm) && k < 3) ||
      (norm === 'بد' && norms[k - 1] === 'لا' && /^(?:من|ان)$/.test(norms[k + 1] ?? '')) ||
      (norm === 'علي' && norms.slice(k + 2, k + 5).includes('ان') && k < 3),
  )
}

const COUNTS = /^(?:ال)?(?:حصايل|حصيله|ارقام|اعداد|عدد|قايمه|قوايم|لايحه|احصاءات|بيانات|حصيلتها|ارقامها|قايمتها)$/
const SHORT =
  /(?:^| )(?:لا (?:ت|ي)?شمل|لا (?:ت|ي)تضمن|غير (?:نهاييه|مكتمله|دقيقه|كامله)|ليست (?:نهاييه|كامله|مكتمله)|اوليه|مرشحه? لل|قابله? لل|اعلي من ذلك|اعلي بكثير|(?:ال)?(?:فعليه?|حقيقيه?) (?:قد )?(?:ت|ي)?(?:كون )?(?:اعلي|اكبر)|اكبر بكثير|اكبر من ذلك|يفوق ذلك)/
const BARRED = /(?:^| )(?:لم يسمح ل|لم يتمكن|لم تتمكن|لم نتمكن|تعذر|يتعذر|لا يمكن|منعوا من|لم يتسن)/
const REACHED = /(?:وصول|دخول|زياره|تحقق|تاكد|تثبت|توثيق|معاينه|تاكيد)/
const WATCHES: ReadonlySet<PartyKind> = new Set(['monitor', 'aid_organisation', 'un_body', 'court', 'outlet', 'agency'])

/** "قصفنا … بالخطأ", "أصدرنا أمرا بفض", "أخطأنا", "نتحمل المسؤولية". */
const OWN_HAND =
  /(?:^| )(?:اخطانا|نتحمل (?:ال)?مسووليه|نعتذر|نعترف|(?:قصفنا|قتلنا|استهدفنا|اطلقنا|اعدمنا|قواتنا|جنودنا|عناصرنا|طايراتنا) .*(?:خطا|بالخطا|مدني|منزل|مستشفي|متظاهر)|اصدرنا (?:امرا|اوامر|الامر) ب)/

/** A count that lacks some, or what those who watch could not see or reach: a caveat. */
function limitedAr(norms: readonly string[], speaker: Speaker): Judged | null {
  const plain = norms.join(' ')
  if (norms.some((norm) => COUNTS.test(norm)) && SHORT.test(plain))
    return settled('caveat', 'says that a count is not complete')
  if (WATCHES.has(speaker.kind) && BARRED.test(plain) && REACHED.test(plain))
    return settled('caveat', 'says what it could not see for itself')
  return null
}

export function judge(
  text: string,
  unit: Unit,
  act: { readonly act?: Act; readonly lemma: string; readonly speaker: Speaker },
  [from, to]: Range,
  words: string,
): Judged | null {
  const norms = unit.tokens.slice(from, to).map((token) => token.norm)
  const { speaker } = act
  const own = answers(speaker)
  const expressed = act.lemma === 'express' ? expression(norms) : null
  if (expressed !== null) return expressed
  const opening = norms.filter((norm) => /\p{L}/u.test(norm)).slice(0, 2)
  if (
    norms.some((norm) => /^(?:ندين|نستنكر|نشجب|نندد)$/.test(norm)) ||
    opening.some((norm) => /^(?:و?[اتي]دين|[اتي]ستنكر|[اتي]ندد)$/.test(norm))
  )
    return settled('condemnation', 'condemns in so many words')
  const short = limitedAr(norms, speaker)
  if (short !== null) return short
  if (demandsAr(norms)) return settled('demand', 'says what another must do')
  if (
    (own || statesman(norms, speaker)) &&
    norms.some((norm, k) => PROMISES.test(norm) || (norm === 'سوف' && PROMISES.test(`س${norms[k + 1]}`)))
  ) {
    return settled('commitment', 'says what it will do')
  }
  if (
    act.lemma === 'announce' &&
    norms.slice(0, 3).some((norm) => /^(?:تشكيل|انشاء|فتح|اطلاق)$/.test(norm)) &&
    norms.slice(0, 5).some((norm) => /^(?:لجنه|تحقيق|تحقيقا|محكمه|هييه)$/.test(norm))
  ) {
    return settled('commitment', 'announces an inquiry to come')
  }
  const plain = norms.join(' ')
  if (speaker.kind !== 'witness' && UNTRUE.test(plain)) return settled('denial', 'calls what is said of it untrue')
  if (/(?:لا (?:أ|ا)ساس ل|عارية? (?:عن|من) الصحة|كاذبة|ملفقة|مفبركة|باطلة)/.test(words))
    return settled('denial', 'calls what is said of it untrue')
  if (
    act.act === 'label' &&
    /(?:^| )و?ب?(?:ال)?(?:سخيف|مرفوض|واهي|زايف|مغلوط|كيدي|مغرض|مضلل|مفبرك|ملفق|كاذب|باطل)/.test(plain)
  )
    return settled('denial', 'calls what is said of it untrue')
  const negated = norms.findIndex((norm) => /^(?:لم|ليس|ليست|لا)$/.test(norm))
  if (
    own &&
    negated >= 0 &&
    norms
      .slice(negated, negated + 6)
      .some(
        (norm) =>
          ARABIC_WRONGS.has(norm) ||
          /^(?:[يتنا](?:ستهدف|رتكب|قصف|قتل|عدم|عتقل|عذب|خطف|ختطف|طلق|هاجم|نهب|حرق|غتصب|شارك|تورط|حاصر|منع|جند|ستخدم|عتد)|علاقه|صله|مسوول|وجود)/.test(
            norm,
          ),
      )
  ) {
    return settled('denial', 'says it did no such thing')
  }
  if (
    own &&
    /(?:انتهاكات|تجاوزات|أخطاء|اخطاء|جرائم)/.test(words) &&
    /(?:وقعت|وقوع|حدثت|حدوث|حصلت|حصول|ارتكبت)/.test(words) &&
    !norms.some((norm) => ARABIC_ACTORS.has(norm))
  ) {
    return settled('admission', 'says that wrongs took place, and names no other hand')
  }
  if (own && OWN_HAND.test(plain) && !/(?:^| )(?:لم|لا|لن|ما) /.test(plain))
    return settled('admission', 'says that its own hand did it')
  const legal = ARABIC_LEGAL.exec(words)
  if (legal !== null && (ARABIC_CONSTITUTES.test(words) || /["“«]\s?$/.test(words.slice(0, legal.index))))
    return settled('characterisation', "names it in law's words")
  if (speaker.kind === 'witness') return settled('testimony', 'a witness speaks')
  const actor = norms.findIndex(
    (norm, k) =>
      ARABIC_ACTORS.has(norm) && norms.slice(Math.max(0, k - 3), k + 7).some((near) => ARABIC_WRONGS.has(near)),
  )
  if (actor >= 0 && norms.some((norm) => ARABIC_HARMED.has(norm))) {
    const end = Math.min(to, phraseEnd(unit, from + actor, true))
    const at = place(unit, [from + actor, Math.max(from + actor + 1, end)])
    return settled('accusation', 'a wrong of one who is named', { name: text.slice(at.start, at.end), at })
  }
  if (involvedAr(norms)) return settled('accusation', 'says that another had a hand in it')
  const blame = blamed(norms)
  if (blame !== null) return blame
  const quoted = unit.quoted.slice(from, to).some((quote) => quote !== -1)
  if (!quoted && ARABIC_COUNTED.test(words) && ARABIC_TOLL.test(words)) return null
  return settled('statement', 'a word of saying')
}
