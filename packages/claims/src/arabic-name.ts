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
  ['الإعلام|إعلام', 'media'],
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
  ['إثيوبي|إثيوبية|الإثيوبية|الإثيوبي', 'Ethiopian'],
  ['صومالي|صومالية|الصومالية|الصومالي', 'Somali'],
  ['نيجيري|نيجيرية|النيجيرية|النيجيري', 'Nigerian'],
  ['أفغاني|أفغانية|الأفغانية|الأفغاني', 'Afghan'],
  ['باكستاني|باكستانية|الباكستانية|الباكستاني', 'Pakistani'],
  ['أردني|أردنية|الأردنية|الأردني', 'Jordanian'],
  ['جزائري|جزائرية|الجزائرية|الجزائري', 'Algerian'],
  ['مغربي|مغربية|المغربية|المغربي', 'Moroccan'],
  ['تونسي|تونسية|التونسية|التونسي', 'Tunisian'],
  ['سعودي|سعودية|السعودية|السعودي', 'Saudi'],
  ['كويتي|كويتية|الكويتية|الكويتي', 'Kuwaiti'],
  ['هندي|هندية|الهندية|الهندي', 'Indian'],
  ['فرنسي|فرنسية|الفرنسية|الفرنسي', 'French'],
  ['بريطاني|بريطانية|البريطانية|البريطاني', 'British'],
  ['تشادي|تشادية|التشادية|التشادي', 'Chadian'],
  ['كردي|كردية|الكردية|الكردي', 'Kurdish'],
  ['طبي|طبية|الطبية|الطبي', 'medical'],
  ['محلي|محلية|المحلية|المحلي|محليين|محليون|محليّ|المحليين|المحليون', 'local'],
  ['أمني|أمنية|الأمنية|الأمني|أمنيين|أمنيون', 'security'],
  ['عسكري|عسكرية|العسكرية|العسكري|عسكريون|عسكريين', 'military'],
  ['حكومي|حكومية|الحكومية|الحكومي|حكوميين', 'government'],
  ['ميداني|ميدانية|الميدانية', 'field'],
  ['رسمي|رسمية|الرسمية|الرسمي|رسميون', 'official'],
  ['حقوقي|حقوقية|الحقوقية|الحقوقي', 'human rights'],
  ['صحي|صحية|الصحية|الصحي', 'health'],
  ['إعلامية|إعلامي|الإعلامية|الإعلامي', 'media'],
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
  ['مالي', 'Mali'],
  ['تونس', 'Tunisia'],
  ['المغرب', 'Morocco'],
  ['الأردن', 'Jordan'],
  ['تركيا', 'Turkey'],
  ['الهند', 'India'],
  ['تشاد', 'Chad'],
  ['نيجيريا', 'Nigeria'],
  ['أفغانستان', 'Afghanistan'],
])

const DEMONYMS: ReadonlyMap<string, string> = new Map([
  ['Syria', 'Syrian'],
  ['Sudan', 'Sudanese'],
  ['Lebanon', 'Lebanese'],
  ['Iraq', 'Iraqi'],
  ['Yemen', 'Yemeni'],
  ['Iran', 'Iranian'],
  ['Libya', 'Libyan'],
  ['Ukraine', 'Ukrainian'],
  ['Egypt', 'Egyptian'],
  ['Ethiopia', 'Ethiopian'],
  ['Somalia', 'Somali'],
  ['Mali', 'Malian'],
  ['Tunisia', 'Tunisian'],
  ['Morocco', 'Moroccan'],
  ['Jordan', 'Jordanian'],
  ['Turkey', 'Turkish'],
  ['India', 'Indian'],
  ['Chad', 'Chadian'],
  ['Nigeria', 'Nigerian'],
  ['Afghanistan', 'Afghan'],
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
  const rest = words.slice(two === undefined ? 1 : 2)
  const body = SPEAKS_FOR.test(head) ? bodyAt(rest) : null
  if (body !== null) {
    const named = arabicName(body.words)
    const adjectives = rest.slice(0, body.at).flatMap((word) => ADJECTIVES.get(word) ?? [])
    return named === null ? null : [named, ...adjectives, head].join(' ')
  }
  const before: string[] = []
  let behind: string | null = null
  let named = false
  for (const word of rest) {
    const adjective = ADJECTIVES.get(word)
    if (adjective !== undefined) before.push(adjective)
    const place = lookup(PLACES, word)
    if (place !== undefined) behind = place
    if (adjective !== undefined || place !== undefined || named) continue
    // an adjective that no table knows tells which body it is; behind the first word of another kind stand names
    if (word.startsWith('ال') || LOCAL.test(head)) return null
    named = true
  }
  // "official media" is the state's
  if (head === 'media' && before[0] === 'official') before[0] = 'state'
  if (behind !== null && before.length === 0 && MINISTERIAL.test(head)) before.push(DEMONYMS.get(behind) ?? behind)
  else if (behind !== null) return [...before, head, 'in', behind].join(' ')
  return [...before, head].join(' ')
}

/** Those whose own body is what tells them apart: "مصدر في وزارة الداخلية", "مسؤول الشرطة المحلية". */
const SPEAKS_FOR = /^(?:sources?|officials?)$/
const IN = 'في'

/** The body that a source or an official is of: behind "in", a preposition written onto it, or a noun right behind. */
function bodyAt(rest: readonly string[]): { readonly at: number; readonly words: readonly string[] } | null {
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]!
    const next = rest[at + 1] ?? ''
    if (word === IN) return lookup(PLACES, next) === undefined ? { at, words: rest.slice(at + 1) } : null
    if (ADJECTIVES.has(word)) continue
    if (HEADS.has(word) || HEADS.has(`${word} ${next}`)) return { at, words: rest.slice(at) }
    const bare = word.slice(1)
    if (word[0] === 'ب' && (HEADS.has(bare) || HEADS.has(`${bare} ${next}`)))
      return { at, words: [bare, ...rest.slice(at + 1)] }
  }
  return null
}

/** Bodies that many places have: "شرطة حلب" is not the police at large. */
const LOCAL = /^(?:police|health directorate|army)$/

const MINISTERIAL = /ministry|minister|army|police|authorities|government|defence|directorate|presidency/
