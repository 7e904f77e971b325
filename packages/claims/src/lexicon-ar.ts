/** Arabic words of harm and of the people harmed. */

import { withoutClitics } from './clitics-ar.ts'
import type { Effect, VictimCategory } from './figure.ts'
import { normalise, type Token } from './token.ts'

export interface HarmWord {
  readonly effect: Effect
  readonly manner: 'unlawful' | null
  /** `noun` is counted ("قتيل"), `act` takes the counted as its object or subject ("مقتل", "قتل"), `state` follows it. */
  readonly form: 'noun' | 'act' | 'state' | 'victims'
}

export interface HarmFound extends HarmWord {
  readonly from: number
  readonly to: number
}

const LINES: readonly (readonly [Effect, HarmWord['form'], string, 'unlawful'?])[] = [
  [
    'killed',
    'noun',
    'قتيل قتيلا قتلى قتيلة قتيلان قتيلين قتلاها قتلاهم شهيد شهيدا شهداء شهيدة شهيدان شهيدين شهدائها شهداؤها شهدائهم شهيدات جثة جثث جثمان جثامين جثمانا جثتين جثتان وفاة وفيات صريع صرعى روح أرواح حالة_وفاة',
  ],
  ['killed', 'victims', 'ضحية ضحايا ضحاياها ضحاياهم ضحيتها ضحيته ضحيتين ضحيتان'],
  [
    'killed',
    'act',
    'يموتون يموت تموت يقتلون يلقون قتلاهم قتل قتلت قتلوا قتلن قتلا قتلهم يقتل تقتل مقتل لمقتل بمقتل مصرع مصرعهم حتفهم لقي لقوا استشهد استشهدت استشهدوا استشهاد استشهدن مات ماتوا توفي توفيت توفوا أودى أودت أودوا بحياة حصد حصدت قضى قضوا قتلته قتلتهم سقط سقوط قتلا استشهدا توفيا لقيا غرقا غرق غرقوا غرقت هلك هلكوا',
  ],
  ['killed', 'act', 'أعدم أعدمت أعدموا إعدام إعدامات اغتيال اغتالت اغتيل ذبح ذبحت ذبحوا إعدامهم تصفية', 'unlawful'],
  [
    'injured',
    'noun',
    'جريح جريحا جرحى جريحة جريحان جريحين مصاب مصابا مصابين مصابون مصابان إصابة إصابات مصابة الجرحى إصابتين جرحاها',
  ],
  ['injured', 'act', 'يصابون أصيبا أصيب أصيبت أصيبوا يصاب جرح جرحت جرحوا بجروح أصابت أصاب'],
  ['missing', 'noun', 'مفقود مفقودا مفقودين مفقودون مفقودان مفقودة'],
  ['missing', 'act', 'فقد فقدان فقدت فقدوا'],
  ['missing', 'state', 'تحت_الأنقاض تحت_الركام تحت_أنقاض عداد_المفقودين عداد_المفقودون'],
  ['forcibly_disappeared', 'noun', 'مختف مختفيا مختفين مختفون مخفي مخفيا مخفيين'],
  ['forcibly_disappeared', 'act', 'اختفاء إخفاء اختفوا أخفت'],
  [
    'detained',
    'noun',
    'معتقل معتقلا معتقلين معتقلون أسير أسيرا أسرى موقوف موقوفا موقوفين محتجز محتجزا محتجزين محتجزون سجين سجينا سجناء أسيران أسيرين معتقلة',
  ],
  [
    'detained',
    'act',
    'اعتقل اعتقلت اعتقلوا اعتقال اعتقالات احتجز احتجزت احتجاز احتجزوا توقيف أوقفت أوقف اعتقالهم القبض تعتقل أسر',
  ],
  ['abducted', 'noun', 'مختطف مختطفا مختطفين مختطفون مخطوف مخطوفا مخطوفين رهينة رهائن'],
  ['abducted', 'act', 'خطف خطفت خطفوا اختطف اختطفت اختطفوا اختطاف'],
  ['displaced', 'noun', 'نازح نازحا نازحين نازحون لاجئ لاجئا لاجئين لاجئون مهجر مهجرا مهجرين مشرد مشردا مشردين'],
  ['displaced', 'act', 'ينزحون نزح نزحت نزحوا نزوح فر فرت فروا فرار شرد شردت تشريد هجر هجرت تهجير تشرد لجأ لجأوا'],
  ['sexual_violence', 'act', 'اغتصاب اغتصبت اغتصبوا'],
  ['tortured', 'act', 'تعذيب عذبت عذبوا'],
]

const HARM: ReadonlyMap<string, HarmWord> = new Map(
  LINES.flatMap(([effect, form, words, manner]) =>
    words.split(' ').map((word) => [normalise(word), { effect, form, manner: manner ?? null }] as const),
  ),
)

/** The word of harm at a token, whatever is written onto it. */
export function harmWord(norm: string): HarmWord | null {
  for (const form of withoutClitics(norm)) {
    const harm = HARM.get(form)
    if (harm !== undefined) return harm
  }
  return null
}

export function arabicHarms(tokens: readonly Token[]): HarmFound[] {
  const found: HarmFound[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    const next = tokens[i + 1]
    if (next !== undefined) {
      const pair = HARM.get(`${token.norm}_${next.norm}`)
      if (pair !== undefined) {
        found.push({ ...pair, from: i, to: i + 2 })
        i++
        continue
      }
    }
    const harm = harmWord(token.norm)
    if (harm === null) continue
    // "سقوط" and "لقي" harm only with their noun, which then is found by itself
    found.push({ ...harm, from: i, to: i + 1 })
  }
  return found
}

const CATEGORIES: ReadonlyMap<string, VictimCategory> = new Map(
  (
    [
      ['civilians', 'مدني مدنيا مدنيين مدنيون مدنيان مدنية مدنيات'],
      [
        'children',
        'طفل طفلا أطفال طفلة طفلين طفلان قاصر قاصرا قاصرين رضيع رضيعا رضع فتى فتيان فتاة فتيات طفلتين طفلتان',
      ],
      [
        'security_forces',
        'جندي جنديا جنود جنديان جنديين ضابط ضابطا ضباط ضابطين ضابطان شرطي شرطيا شرطيين عسكري عسكريا عسكريين عسكريون شرطيان عسكريان',
      ],
      ['combatants', 'مسلح مسلحا مسلحين مسلحون مقاتل مقاتلا مقاتلين مقاتلون مسلحان إرهابي إرهابيا إرهابيين مقاتلان'],
      [
        'people',
        'شخص شخصا أشخاص شخصين شخصان رجل رجلا رجال رجلين امرأة نساء سيدة سيدات امرأتين امرأتان مواطن مواطنا مواطنين مواطنون ساكن سكان أهالي صحفي صحفيا صحفيين صحافي صحافيا صحافيين فلسطيني فلسطينيا فلسطينيين سوري سوريا سوريين لبناني لبنانيا لبنانيين سوداني سودانيا سودانيين عراقي عراقيا يمني يمنيا يمنيين إسرائيلي إسرائيليا إسرائيليين أوكراني أوكرانيا أوكرانيين روسي روسيا روس ناس فرد فردا أفراد عنصر عنصرا عناصر عنصرين عنصران طالب طالبا طلاب طالبة طالبات مسعف مسعفا مسعفين طبيب طبيبا أطباء ممرض ممرضا عامل عاملا عمال مسن مسنا مسنين مصل مصليا مصلين متظاهر متظاهرا متظاهرين شاب شابا شبان شباب محتج محتجا محتجين آخر آخرين آخرون أخرى آخر راكب ركاب مسافر حاج مريض مريضا مرضى مهاجر مهاجرا مهاجرين سجين شخصية إنسان إنسانا موظف موظفا موظفين متطوع متطوعا متطوعين قروي قرويا قرويين مزارع مزارعا مزارعين عنصرا بلاغ بلاغا عائد ضحية',
      ],
    ] as const
  ).flatMap(([category, words]) => words.split(' ').map((word) => [normalise(word), category] as const)),
)

export function arabicCategory(norm: string): VictimCategory | null {
  for (const form of withoutClitics(norm)) {
    const category = CATEGORIES.get(form)
    if (category !== undefined) return category
  }
  return null
}

export const NOT_VICTIMS_AR = new Set(
  `يوم يوما أيام يومين أسبوع أسبوعا أسابيع أسبوعين شهر شهرا أشهر شهور شهرين عام عاما أعوام عامين سنة سنوات سنين ساعة ساعات ساعتين دقيقة دقائق دقيقتين ثانية قرن عقد عقود عقدين
  كيلومتر كيلومترا كيلومترات كلم كم متر مترا أمتار ميل أميال طن طنا أطنان كيلوغرام كيلوغراما
  سيارة سيارات آلية آليات مركبة مركبات دبابة دبابات طائرة طائرات مسيرة مسيرات صاروخ صاروخا صواريخ قذيفة قذائف قنبلة قنابل غارة غارات ضربة ضربات هجوم هجوما هجمات عملية عمليات انفجار انفجارات حادث حادثا حوادث
  منزل منزلا منازل بيت بيتا بيوت مبنى مبان قرية قرى بلدة بلدات مدينة مدن محافظة محافظات دولة دول منطقة مناطق مدرسة مدارس مستشفى مستشفيات مسجد مساجد كنيسة كنائس مخيم مخيمات موقع مواقع نقطة نقاط
  عائلة عائلات أسرة أسر مجموعة مجموعات فصيل فصائل مرة مرات مليار دولار دولارا جنيه ليرة بالمئة بالمائة مجزرة مجازر جريمة جرائم انتهاك انتهاكا انتهاكات خرق قضية قضايا رأس رأسا مئة_في
  مقابلة مقابلات شهادة شهادات تقرير تقارير فيديو مقطع صورة صور شاحنة شاحنات قارب قوارب سفينة محل محلات متجر`
    .split(/\s+/)
    .map(normalise),
)
