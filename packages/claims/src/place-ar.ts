/** Place phrases of Arabic sentences. */

import { withoutClitics } from './clitics-ar.ts'
import type { Gazetteer, Place } from './knowledge.ts'
import { wordSet } from './phrase.ts'
import type { PlaceMention } from './place.ts'
import { isArabicLetter, type Token } from './token.ts'

const LINKS_AR = wordSet(
  'في قرب عند خارج داخل مدينة بلدة قرية محافظة ولاية مخيم حي منطقة ريف قطاع قضاء ناحية بلدية بلدتي مدينتي وادي سوق حاجز إلى من',
)
/** Sites whose own word belongs to the name: "وادي تولمش", "سوق نمروش". */
const KEPT_SITES_AR = wordSet('وادي سوق جبل ساحل مخيم مستشفى جنوب شمال شرق غرب وسط مدرسة سجن حاجز')
/** "غرب البلاد" says where; "البلاد" alone says nothing. */
const COUNTRY_AR = wordSet('البلاد الدولة الوطن')
const SITES_AR = wordSet(
  'مدينة بلدة قرية محافظة ولاية مخيم حي منطقة ريف قطاع مستشفى جنوب شمال شرق غرب وسط ساحل الساحل مدرسة سجن سوق',
)
const NOT_PLACES_AR = wordSet(
  'بيان تقرير تصريح حين وقت غضون ظل إطار اليوم الساعات الأيام حديث مؤتمر هجوم قصف غارة غارات اشتباكات هجمات انفجار تفجير عملية الاشتباكات القصف يوم شهر عام سنة كل هذا هذه ذلك صفوف مجزرة أعمال الهجوم أحداث حصيلة المئة بداية نهاية مطلع أول آخر جميع عدة أنحاء ساعة ميدان وجه مكان',
)

/** Place phrases of an Arabic sentence. */
export function arabicPlaces(text: string, tokens: readonly Token[], index: Gazetteer): PlaceMention[] {
  const found: PlaceMention[] = []
  for (let i = 0; i < tokens.length - 1; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || !isArabicLetter(token.text.charCodeAt(0))) continue
    const form = withoutClitics(token.norm).find((word) => LINKS_AR.has(word))
    if (form === undefined) continue
    const definite = token.norm !== form && /^[وفبكل]*ال/.test(token.norm)
    if (definite) continue
    let from = SITES_AR.has(form) || KEPT_SITES_AR.has(form) ? i : i + 1
    if (tokens[from]?.text === '"') from++
    const first = tokens[from]
    if (first?.kind !== 'word' || NOT_PLACES_AR.has(first.norm)) continue
    const start = from
    let kept = -1
    const sited = () => withoutClitics(tokens[from]!.norm).some((word) => SITES_AR.has(word) || KEPT_SITES_AR.has(word))
    while (sited() && from - start < 3 && isNameStart(tokens, from + 1)) {
      if (kept < 0 && withoutClitics(tokens[from]!.norm).some((word) => KEPT_SITES_AR.has(word))) kept = from
      from++
      if (tokens[from]!.text === '"') from++
    }
    const sites = from > start
    if (COUNTRY_AR.has(tokens[from]!.norm) && kept < 0) continue
    let mention: PlaceMention | null = null
    const link = form === TO ? 'to' : form === 'من' ? 'from' : 'at'
    const make = (at: number, to: number, place: Place | null): PlaceMention => {
      const opening = kept < 0 ? at : kept
      // a preposition written onto the site ("بوادي") is no part of the name
      const own = tokens[opening]!
      const joined = kept >= 0 && KEPT_SITES_AR.has(own.norm.slice(1)) ? 1 : 0
      const [start, end] = [own.start + joined, tokens[to - 1]!.end]
      return { from: opening, to, start, end, text: text.slice(start, end), place, link, open: false }
    }
    for (let to = Math.min(tokens.length, from + 3); to > from; to--) {
      const phrase = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
      const place = index.named(phrase)[0] ?? index.named(phrase.replace(/^ال/, ''))[0]
      if (place !== undefined) {
        mention = make(from, to, kept < 0 ? place : null)
        break
      }
    }
    if (mention === null && (sites || form === 'خارج' || form === 'قرب')) {
      const end = quotedEnd(tokens, from)
      const word = tokens[from]!.norm
      const vague =
        end === from + 1 && (STOPS_AR.has(word) || (kept < 0 && (word.startsWith('ال') || word.endsWith('يه'))))
      if (!vague) mention = make(from, end, null)
    }
    if (mention !== null) {
      found.push(mention)
      i = mention.to - 1
    }
  }
  return found
}

/** A name in quotation marks is taken whole: قرية "ود النورة". */
function quotedEnd(tokens: readonly Token[], from: number): number {
  if (tokens[from - 1]?.text !== '"') return from + 1
  for (let i = from + 1; i < tokens.length && i - from < 5; i++) if (tokens[i]!.text === '"') return i
  return from + 1
}

const TO = 'الي'

function isNameStart(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (token.text === '"') return isNameStart(tokens, i + 1)
  return token.kind === 'word' && !NOT_PLACES_AR.has(token.norm) && !STOPS_AR.has(token.norm)
}

const STOPS_AR = wordSet(
  'في من إلى عن على خلال منذ يوم أمس بعد قبل قرب عند حيث فيما بينما بينهم كان كانت قد التي الذي الذين كما مع أو إن أن خارج داخل واحدة واحد وفق بحسب الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
)
