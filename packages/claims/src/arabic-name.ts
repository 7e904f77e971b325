/** English names for the bodies and people that Arabic reports name by office: "وزارة الصحة السورية", "شهود عيان". */
import { withoutClitics } from './clitics-ar.ts'
import { normalise } from './token.ts'

const table = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.flatMap(([words, name]) => words.split('|').map((word) => [normalise(word), name] as const)))

/** Longest first: two words before one. */
const HEADS = table([
  ['وزارة الصحة', 'health ministry'],
  ['وزارة الداخلية', 'interior ministry'],
  ['وزارة الدفاع', 'defence ministry'],
  ['وزارة الخارجية', 'foreign ministry'],
  ['وزارة العدل', 'justice ministry'],
  ['وزارة الإعلام', 'information ministry'],
  ['وزير الصحة', 'health minister'],
  ['وزير الداخلية', 'interior minister'],
  ['وزير الدفاع', 'defence minister'],
  ['مديرية الصحة', 'health directorate'],
  ['الدفاع المدني', 'civil defence'],
  ['الهلال الأحمر', 'Red Crescent'],
  ['الصليب الأحمر', 'Red Cross'],
  ['النيابة العامة|الادعاء العام', 'public prosecution'],
  ['قوات الأمن', 'security forces'],
  ['القوات المسلحة', 'armed forces'],
  ['شهود عيان|شهود العيان', 'eyewitnesses'],
  ['شاهد عيان', 'eyewitness'],
  ['وسائل إعلام|وسائل الإعلام', 'media'],
  ['منظمات حقوقية|المنظمات الحقوقية', 'human rights organisations'],
  ['منظمة حقوقية', 'human rights organisation'],
  ['رئيس بلدية', 'mayor'],
  ['لجان المقاومة', 'resistance committees'],
  ['غرفة الطوارئ', 'emergency room'],
  ['مصادر|المصادر', 'sources'],
  ['مصدر|المصدر', 'source'],
  ['ناشطون|ناشطين|نشطاء|الناشطون|النشطاء', 'activists'],
  ['ناشط', 'activist'],
  ['شهود|الشهود', 'witnesses'],
  ['سكان|السكان', 'residents'],
  ['أهالي|الأهالي', 'residents'],
  ['ناجون|ناجين|الناجون', 'survivors'],
  ['مسعفون|مسعفين|المسعفون', 'rescuers'],
  ['أطباء|الأطباء', 'doctors'],
  ['مسؤول|المسؤول', 'official'],
  ['مسؤولون|مسؤولين|المسؤولون', 'officials'],
  ['السلطات|سلطات', 'authorities'],
  ['الحكومة|حكومة', 'government'],
  ['الجيش|جيش', 'army'],
  ['الشرطة|شرطة', 'police'],
  ['الرئاسة|رئاسة', 'presidency'],
  ['محافظ', 'governor'],
  ['حقوقيون', 'human rights defenders'],
])

const ADJECTIVES = table([
  ['سوري|سورية|السورية|السوري', 'Syrian'],
  ['سوداني|سودانية|السودانية|السوداني', 'Sudanese'],
  ['لبناني|لبنانية|اللبنانية|اللبناني', 'Lebanese'],
  ['عراقي|عراقية|العراقية|العراقي', 'Iraqi'],
  ['يمني|يمنية|اليمنية|اليمني', 'Yemeni'],
  ['إيراني|إيرانية|الإيرانية|الإيراني', 'Iranian'],
  ['إسرائيلي|إسرائيلية|الإسرائيلية|الإسرائيلي', 'Israeli'],
  ['فلسطيني|فلسطينية|الفلسطينية|الفلسطيني', 'Palestinian'],
  ['تركي|تركية|التركية|التركي', 'Turkish'],
  ['روسي|روسية|الروسية|الروسي', 'Russian'],
  ['أوكراني|أوكرانية|الأوكرانية|الأوكراني', 'Ukrainian'],
  ['ليبي|ليبية|الليبية|الليبي', 'Libyan'],
  ['مصري|مصرية|المصرية|المصري', 'Egyptian'],
  ['أميركي|أميركية|الأميركية|أمريكي|أمريكية|الأمريكية|الأميركي|الأمريكي', 'US'],
  ['إثيوبي|إثيوبية|الإثيوبية', 'Ethiopian'],
  ['صومالي|صومالية|الصومالية', 'Somali'],
  ['نيجيري|نيجيرية|النيجيرية', 'Nigerian'],
  ['أفغاني|أفغانية|الأفغانية', 'Afghan'],
  ['باكستاني|باكستانية|الباكستانية', 'Pakistani'],
  ['أردني|أردنية|الأردنية', 'Jordanian'],
  ['طبي|طبية|الطبية', 'medical'],
  ['محلي|محلية|المحلية|محليين|محليون|محليّ', 'local'],
  ['أمني|أمنية|الأمنية|أمنيين', 'security'],
  ['عسكري|عسكرية|العسكرية', 'military'],
  ['حكومي|حكومية|الحكومية|حكوميين', 'government'],
  ['ميداني|ميدانية', 'field'],
  ['رسمي|رسمية|الرسمية', 'official'],
  ['حقوقي|حقوقية|الحقوقية', 'human rights'],
  ['صحي|صحية|الصحية', 'health'],
  ['إعلامية|إعلامي', 'media'],
  ['قبلية|عشائرية', 'tribal'],
])

const PLACES = table([
  ['غزة', 'Gaza'],
  ['سوريا|سورية', 'Syria'],
  ['السودان', 'Sudan'],
  ['لبنان', 'Lebanon'],
  ['العراق', 'Iraq'],
  ['اليمن', 'Yemen'],
  ['إيران', 'Iran'],
  ['ليبيا', 'Libya'],
  ['أوكرانيا', 'Ukraine'],
  ['مصر', 'Egypt'],
  ['إثيوبيا', 'Ethiopia'],
  ['الصومال', 'Somalia'],
  ['نيجيريا', 'Nigeria'],
  ['أفغانستان', 'Afghanistan'],
])

const lookup = (map: ReadonlyMap<string, string>, norm: string): string | undefined => {
  for (const form of withoutClitics(norm)) {
    const found = map.get(form)
    if (found !== undefined) return found
  }
  return undefined
}

/** The English name of a phrase given as normal forms; null where no head of the table opens it. */
export function arabicName(words: readonly string[]): string | null {
  const and = words.findIndex(
    (word, i) =>
      i > 0 && word[0] === 'و' && (HEADS.has(word.slice(1)) || HEADS.has(`${word.slice(1)} ${words[i + 1]}`)),
  )
  if (and > 0) {
    const [before, behind] = [
      arabicName(words.slice(0, and)),
      arabicName([words[and]!.slice(1), ...words.slice(and + 1)]),
    ]
    return before === null || behind === null ? null : `${before} and ${behind}`
  }
  const two = words.length > 1 ? HEADS.get(`${words[0]} ${words[1]}`) : undefined
  const head = two ?? HEADS.get(words[0] ?? '')
  if (head === undefined) return null
  const before: string[] = []
  let behind: string | null = null
  for (const word of words.slice(two === undefined ? 1 : 2)) {
    const adjective = ADJECTIVES.get(word)
    if (adjective !== undefined) before.push(adjective)
    const place = lookup(PLACES, word)
    if (place !== undefined) behind = place
  }
  // "official media" is the state's
  if (head === 'media' && before[0] === 'official') before[0] = 'state'
  if (behind !== null && before.length === 0 && MINISTERIAL.test(head)) before.push(behind)
  else if (behind !== null) return [...before, head, 'in', behind].join(' ')
  return [...before, head].join(' ')
}

const MINISTERIAL = /ministry|minister|army|police|authorities|government|defence|directorate|presidency/
