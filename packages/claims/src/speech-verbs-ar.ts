/** Arabic verbs of speech in every form that prose prints: what each does, and what must stand behind one that has other senses. */
import type { Act } from './speech-acts-words.ts'
import { normalise } from './token.ts'

export interface ArabicVerb {
  readonly lemma: string
  readonly act: Act
  /** "قائلا", "داعية": hangs on the verb before it and has its subject. */
  readonly participle: boolean
  /** One of these words must follow soon, as the verb has other senses ("تبنى الهجوم", not "تبنى المشروع"). */
  readonly needs: RegExp | null
}

const ATTACK =
  /^ب?(?:ال)?(?:هجوم|هجمات|تفجير|تفجيرات|عمليه|عمليات|اغتيال|قصف|كمين|اعتداء|اطلاق|مسووليه|مسووليته|مسووليتها|استهداف)$/
const WORD =
  /^ب?(?:ال)?(?:هذه|هذا|ذلك|تلك|اتهام|اتهامات|اتهامه|اتهاماتها?|مزاعم|ادعاء|ادعاءات|روايه|روايات|تقرير|تقارير|ما|نتايج|استنتاجات|خلاصات|انباء|شايعات|تصريحات|قرار|حكم)$/
const BLAME = /مسووليه|مسوولا|وزر|تبعات/

/**
 * Past, present, participle (as far as prose uses them), of the third person singular masculine; from them follow the
 * feminine, the plural and the dual. `-` where a form is not used or is commonly another word.
 */
const ROWS: readonly (readonly [Act, string, string, RegExp?])[] = [
  ['say', 'say', 'قال يقول قائل'],
  ['say', 'announce', 'أعلن يعلن معلن'],
  ['say', 'report', 'أفاد يفيد -|ذكر يذكر -|أورد يورد -|أبلغ يبلغ -'],
  ['say', 'report', 'نقل ينقل ناقل', /^(?:عن|ان|بان)$/],
  ['say', 'write', 'كتب يكتب -', /^(?:علي|في|ان|عبر|:)$/],
  ['say', 'recount', 'روى يروي راوي|حكى يحكي -|سرد يسرد -|استذكر يستذكر -|تذكر يتذكر -'],
  ['say', 'confirm', 'أكد يؤكد مؤكد|جزم يجزم جازم|كرر يكرر -'],
  [
    'say',
    'add',
    'أضاف يضيف مضيف|تابع يتابع متابع|أردف يردف -|استطرد يستطرد -|استدرك يستدرك مستدرك|أكمل يكمل -|مضى يمضي -',
    /^(?:قايلا|قايله|ان|بان|انه|انها|بالقول|يقول|تقول|:|["“«])$/,
  ],
  ['say', 'state', 'صرح يصرح -'],
  ['say', 'state', 'علق يعلق معلق|رد يرد -', /^(?:قايلا|قايله|ان|بان|بالقول|علي|:)$/],
  ['say', 'ask', 'تساءل يتساءل متسائل|استغرب يستغرب -'],
  ['say', 'explain', 'أوضح يوضح موضح|شرح يشرح شارح|- يبين مبين'],
  ['say', 'note', 'أشار يشير مشير|لفت يلفت لافت|نوه ينوه -|نبه ينبه منبه'],
  ['say', 'stress', 'شدد يشدد مشدد', /^(?:علي|ان)$/],
  ['say', 'warn', 'حذر يحذر محذر|هدد يهدد مهدد|توعد يتوعد متوعد'],
  ['say', 'claim', 'زعم يزعم زاعم|ادعى يدعي مدعي'],
  ['say', 'document', 'وثق يوثق -|رصد يرصد -'],
  ['say', 'reveal', 'كشف يكشف كاشف'],
  ['say', 'conclude', 'خلص يخلص -', /^(?:الي|ان)$/],
  ['say', 'believe', 'رأى يرى -|رجح يرجح مرجح|توقع يتوقع متوقع'],
  ['say', 'justify', 'برر يبرر مبرر'],
  ['say', 'speak', 'تحدث يتحدث متحدث', /^عن$/],
  [
    'say',
    'express',
    'أعرب يعرب معرب|عبر يعبر معبر|أبدى يبدي مبدي',
    /^(?:عن|قلق|قلقه|قلقها|اسف|اسفه|اسفها|استعداد|استعداده|استعدادها)$/,
  ],
  ['accuse', 'accuse', 'اتهم يتهم -'],
  ['accuse', 'hold_responsible', 'حمل يحمل محمل', BLAME],
  ['accuse', 'criticise', 'انتقد ينتقد منتقد|لام يلوم -'],
  ['accuse', 'blame', 'ألقى يلقي ملقي|أنحى ينحي -', /^(?:ب?اللوم|باللايمه|باللايمه|بالمسووليه|المسووليه)$/],
  ['accuse', 'attribute', 'عزا يعزو -|نسب ينسب -', /^(?:الي|ل)$/],
  ['deny', 'deny', 'نفى ينفي نافي|أنكر ينكر منكر|كذب يكذب -|دحض يدحض -|فند يفند -'],
  ['deny', 'reject', 'رفض يرفض رافض', WORD],
  ['admit', 'admit', 'أقر يقر -', /^(?:ب.*|ان)$/],
  ['admit', 'admit', 'اعترف يعترف معترف|اعتذر يعتذر معتذر'],
  ['admit', 'claim responsibility', 'تبنى يتبنى متبني', ATTACK],
  ['demand', 'call', 'دعا يدعو داعي'],
  ['demand', 'demand', 'طالب يطالب مطالب|ألح يلح ملح'],
  ['demand', 'ask', 'طلب يطلب طالب', /^(?:من|ب.*|الكشف|فتح|وقف)$/],
  ['demand', 'appeal', 'ناشد يناشد مناشد|استصرخ يستصرخ -|توسل يتوسل -'],
  ['demand', 'urge', 'حث يحث -|حض يحض -|أهاب يهيب -|أوصى يوصي موصي'],
  ['demand', 'order', 'أمر يأمر -', /^(?:ب.*|اسراييل|بوقف)$/],
  ['commit', 'pledge', 'تعهد يتعهد متعهد|وعد يعد واعد|التزم يلتزم ملتزم|عاهد يعاهد -', /^(?:ب.*|ان|بان|الا|علي|قبل)$/],
  ['condemn', 'condemn', 'أدان يدين -|دان - -|ندد يندد مندد|استنكر يستنكر مستنكر|شجب يشجب -|استهجن يستهجن مستهجن'],
  ['label', 'describe', 'وصف يصف واصف|اعتبر يعتبر معتبر'],
]

/** "مطالبة", "مدينة": participles that are commonly other words in the feminine. */
const NOUNS = new Set([
  'مطالبه',
  'طالبه',
  'طالبين',
  'محمله',
  'ملحه',
  'متحدثه',
  'معلنه',
  'معلقه',
  'متهمين',
  'متهمه',
  'ملتزمه',
  'ملتزمين',
  'متوقعه',
  'محمل',
  'مبينه',
])
/** Forms that are commonly other words: "امر" an affair, "بين" between, "رد" an answer. */
const HOMOGRAPHS = new Set(
  'أمر أمرا رد ردا طلب طلبا ذكرا كشفا وعد وعدا نقلا تعد يعد حملا وصفا نسب نسبا رصدا شرحا'.split(' ').map(normalise),
)

function past(form: string): readonly string[] {
  const stem = form.slice(0, -1)
  if (form.endsWith('ى')) return [form, `${stem}ت`, `${stem}وا`, `${stem}يا`, `${stem}تا`]
  if (form.endsWith('ا')) return [form, `${stem}ت`, `${stem}وا`, `${stem}تا`]
  return [form, `${form}ت`, `${form}وا`, `${form}ا`, `${form}تا`]
}

function present(form: string): readonly string[] {
  const stem = form.slice(1)
  const weak = /[يوى]$/.test(stem) ? stem.slice(0, -1) : stem
  return [form, `ت${stem}`, `ي${weak}ون`]
}

function participles(form: string): readonly string[] {
  const weak = form.endsWith('ي') ? form.slice(0, -1) : form
  return [`${form}ا`, `${form}ة`, `${weak}ين`].filter((word) => !NOUNS.has(normalise(word)))
}

const VERBS: ReadonlyMap<string, ArabicVerb> = (() => {
  const found = new Map<string, ArabicVerb>()
  const add = (forms: readonly string[], verb: ArabicVerb): void => {
    for (const form of forms) {
      const norm = normalise(form)
      if (!HOMOGRAPHS.has(norm) && !found.has(norm)) found.set(norm, verb)
    }
  }
  for (const [act, lemma, rows, needs = null] of ROWS) {
    for (const row of rows.split('|')) {
      const [did, does, doing] = row.split(' ') as [string, string, string]
      if (did !== '-') add(past(did), { lemma, act, participle: false, needs })
      if (does !== '-') add(present(does), { lemma, act, participle: false, needs })
      if (doing !== '-') add(participles(doing), { lemma, act, participle: true, needs })
    }
  }
  return found
})()

/** "…، مطالبة بـ": a participle that is a noun elsewhere, behind a mark. */
export function arabicParticiple(norm: string): ArabicVerb | null {
  const base = AFTER_MARK.get(norm)
  return base === undefined ? null : { ...base, participle: true }
}

const AFTER_MARK: ReadonlyMap<string, ArabicVerb> = new Map(
  (
    [
      ['مطالبة', 'demand', 'demand', /^ب/],
      ['محملة', 'accuse', 'hold_responsible', BLAME],
      ['متهمة', 'accuse', 'accuse', null],
      ['متهما', 'accuse', 'accuse', null],
      ['متوقعة', 'say', 'believe', null],
    ] as const
  ).map(([form, act, lemma, needs]) => [normalise(form), { lemma, act, participle: true, needs }]),
)

/** The verb of a word, with "and" or "so" written onto it or not; null where it is none. */
export function arabicVerb(norm: string): ArabicVerb | null {
  const direct = VERBS.get(norm)
  if (direct !== undefined) return direct
  if (norm.length < 4 || (norm[0] !== 'و' && norm[0] !== 'ف')) return null
  // "وأمر", "ورد عليه": with the conjunction it stands where a verb does
  return VERBS.get(norm.slice(1)) ?? JOINED.get(norm) ?? null
}

const JOINED: ReadonlyMap<string, ArabicVerb> = new Map(
  (
    [
      ['وأمر', 'demand', 'order', /^(?:ب.*|النيابه|القوات|الجيش)$/],
      ['وطلب', 'demand', 'ask', /^(?:من|ب.*)$/],
      ['ورد', 'say', 'state', /^(?:علي|قايلا|بالقول)$/],
      ['ووعد', 'commit', 'pledge', /^(?:ب.*|ان|بان)$/],
    ] as const
  ).map(([form, act, lemma, needs]) => [normalise(form), { lemma, act, participle: false, needs }]),
)

/** A damma on the first letter of the past writes the passive out: "اتُّهم", "وُصف". */
export const passivePrinted = (text: string): boolean => /^[وف]?(?:ا\p{L}|[^\p{P}ايتنأ\s])[\u0651]?\u064f/u.test(text)

/** How many words behind a verb its telling word may stand: its subject comes between. */
const REACH = 9

/** Whether what a verb with other senses needs stands behind it. */
export function completed(
  verb: ArabicVerb,
  behind: readonly { readonly norm: string; readonly text: string }[],
): boolean {
  const { needs } = verb
  return needs === null || behind.slice(0, REACH).some((token) => needs.test(token.norm) || needs.test(token.text))
}
