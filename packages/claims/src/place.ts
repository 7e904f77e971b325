/** Where: the place phrase of a sentence and the gazetteer's id for it. */
import type { Place } from './knowledge.ts'
import { isTimeWord } from './mention.ts'
import { withoutClitics } from './number.ts'
import { wordSet } from './phrase.ts'
import { isArabicLetter, type Token } from './token.ts'

export interface PlaceIndex {
  /** Places of this name, the likeliest first. */
  readonly named: (name: string) => readonly Place[]
}

/** A cheap fold for names: `normalise` without its decomposition, which a gazetteer's many names cannot afford. */
export function foldName(name: string): string {
  let plain = true
  for (let i = 0; i < name.length; i++) {
    if (name.charCodeAt(i) >= 0x80) {
      plain = false
      break
    }
  }
  const lower = name.toLowerCase()
  if (plain) return lower.replaceAll('-', ' ').replaceAll("'", '').replaceAll('`', '')
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u200b-\u200f'‘’`ʿʾ]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/[\u0649\u06cc]/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replaceAll('-', ' ')
}

/** Built on the first question; the order of `places` breaks ties. */
export function placeIndex(places: readonly Place[]): PlaceIndex {
  let names: Map<string, Place[]> | null = null
  const build = () => {
    const map = new Map<string, Place[]>()
    for (const place of places) {
      for (const name of [place.name, ...place.aliases]) {
        const key = foldName(name)
        const list = map.get(key)
        if (list === undefined) map.set(key, [place])
        else if (!list.includes(place)) list.push(place)
      }
    }
    return map
  }
  return {
    named(name) {
      names ??= build()
      return names.get(foldName(name)) ?? []
    },
  }
}

export interface PlaceMention {
  readonly from: number
  readonly to: number
  /** The phrase as printed, without its preposition and article. */
  readonly text: string
  readonly place: Place | null
}

const LINKS_EN = wordSet('in at near outside around across inside throughout from into on to of')
const SURE_LINKS = wordSet('in at near outside around across inside throughout')
const SITES = wordSet(
  'city town village province region state district governorate camp area neighbourhood neighborhood county suburb capital coast countryside hospital prison island municipality commune department township territory enclave strip valley port base market square school university church mosque airport heartland coastline division quarter checkpoint crossing refugee',
)
const SIDES = wordSet(
  'northern southern eastern western central north south east west north-west north-east south-west south-east northwestern northeastern southwestern southeastern coastal neighbouring neighboring nearby occupied besieged border rural greater northwest northeast southwest southeast mediterranean war-torn rebel-held government-held',
)
const NOT_PLACES = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december islamic ramadan eid christmas english arabic x twitter facebook telegram',
)

/** Place phrases of an English sentence, in order. */
export function englishPlaces(
  text: string,
  tokens: readonly Token[],
  index: PlaceIndex,
  taken: ReadonlySet<number>,
): PlaceMention[] {
  const found: PlaceMention[] = []
  for (let i = 0; i < tokens.length - 1; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || !LINKS_EN.has(token.norm)) continue
    let from = i + 1
    if (tokens[from]!.norm === 'the') from++
    let to = from
    let named = false
    let site = false
    for (; to < tokens.length && to - from < 9; to++) {
      const word = tokens[to]!
      if (word.kind !== 'word' || taken.has(to)) break
      if (NOT_PLACES.has(word.norm) || isTimeWord(word.norm)) break
      if (word.capital) {
        named = true
        continue
      }
      if (word.norm === "'s" && named) continue
      if (SITES.has(word.norm)) {
        site = true
        continue
      }
      if (SIDES.has(word.norm)) continue
      if (
        (word.norm === 'of' || word.norm === 'de' || word.norm === 'the') &&
        (site || named) &&
        tokens[to + 1]?.capital
      )
        continue
      if (word.norm === 'of' && (site || named) && tokens[to + 1]?.norm === 'the' && tokens[to + 2]?.capital) continue
      break
    }
    while (to > from && ['of', 'the', "'s"].includes(tokens[to - 1]!.norm)) to--
    if (to === from || (!named && !(site && SURE_LINKS.has(token.norm)))) continue
    const phrase = text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ')
    const place = resolve(phrase, index)
    if (place === null && !SURE_LINKS.has(token.norm)) continue
    if (place === null && !site && to - from === 1 && tokens[to]?.norm === "'s") continue
    found.push({ from, to, text: phrase, place })
    i = to - 1
  }
  return found
}

/** The gazetteer's place for a phrase: the whole, else its last name ("city of Baniyas", "Syria's coast"). */
function resolve(phrase: string, index: PlaceIndex): Place | null {
  const whole = index.named(phrase)[0]
  if (whole !== undefined) return whole
  const behind = phrase.match(/ of (?:the )?(.+)$/)?.[1]
  const names = phrase.match(/\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*/gu) ?? []
  for (const name of [behind, ...names]) {
    if (name === undefined) continue
    const place = index.named(name.replace(/[’']s$/, ''))[0]
    if (place !== undefined) return place
  }
  return null
}

const LINKS_AR = wordSet(
  'في بمدينة مدينة بلدة قرية محافظة ولاية مخيم حي منطقة ريف قطاع قضاء ناحية بلدية بقطاع بلدتي مدينتي',
)
const SITES_AR = wordSet(
  'مدينة بلدة قرية محافظة ولاية مخيم حي منطقة ريف قطاع مستشفى جنوب شمال شرق غرب وسط ساحل الساحل مدرسة سجن سوق',
)
const NOT_PLACES_AR = wordSet(
  'بيان تقرير تصريح حين وقت غضون ظل إطار اليوم الساعات الأيام حديث مؤتمر هجوم قصف غارة غارات اشتباكات هجمات انفجار تفجير عملية الاشتباكات القصف يوم شهر عام سنة كل هذا هذه ذلك صفوف مجزرة أعمال الهجوم أحداث حصيلة المئة بداية نهاية مطلع أول آخر جميع عدة أنحاء ساعة',
)

/** Place phrases of an Arabic sentence. */
export function arabicPlaces(text: string, tokens: readonly Token[], index: PlaceIndex): PlaceMention[] {
  const found: PlaceMention[] = []
  for (let i = 0; i < tokens.length - 1; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || !isArabicLetter(token.text.charCodeAt(0))) continue
    const form = withoutClitics(token.norm).find((word) => LINKS_AR.has(word))
    if (form === undefined) continue
    let from = form === 'في' ? i + 1 : SITES_AR.has(form) ? i + 1 : i + 1
    if (tokens[from]?.text === '"') from++
    if (tokens[from]?.kind !== 'word' || NOT_PLACES_AR.has(tokens[from]!.norm)) continue
    while (SITES_AR.has(tokens[from]!.norm) && tokens[from + 1]?.kind === 'word') from++
    let best: PlaceMention | null = null
    for (let to = Math.min(tokens.length, from + 3); to > from; to--) {
      const phrase = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
      const place = index.named(phrase)[0] ?? index.named(phrase.replace(/^ال/, ''))[0]
      if (place !== undefined) {
        best = { from, to, text: phrase, place }
        break
      }
    }
    if (best === null && form !== 'في') best = { from, to: from + 1, text: tokens[from]!.text, place: null }
    if (best !== null) {
      found.push(best)
      i = best.to - 1
    }
  }
  return found
}
