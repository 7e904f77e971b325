/** Where: the place phrase of a sentence and the gazetteer's id for it. */
import type { Gazetteer, Place } from './knowledge.ts'
import { isTimeWord } from './mention.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/** A cheap fold for names of places: `normalise` without its decomposition, which a gazetteer's many names cannot afford. */
export function foldPlaceName(name: string): string {
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

/** Of a list in memory, built on the first question; the order of `places` breaks ties. */
export function gazetteerOf(places: readonly Place[]): Gazetteer {
  let names: Map<string, Place[]> | null = null
  const build = () => {
    const map = new Map<string, Place[]>()
    for (const place of places) {
      for (const name of [place.name, ...place.aliases]) {
        const key = foldPlaceName(name)
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
      return names.get(foldPlaceName(name)) ?? []
    },
  }
}

export interface PlaceMention {
  readonly from: number
  readonly to: number
  /** UTF-16 offsets in the document. */
  readonly start: number
  readonly end: number
  /** The phrase as printed, without its preposition and article; of "the town of X" only the name. */
  readonly text: string
  readonly place: Place | null
  /** What the link says: `at` where something happened, `to` and `from` of a movement, `whose` of what belongs there. */
  readonly link: 'at' | 'to' | 'from' | 'whose'
  /** "the city", "there": only earlier text names it. */
  readonly open: boolean
}

const LINKS_EN = wordSet('in at near outside around across inside throughout from into on to of for')
const SURE_LINKS = wordSet('in at near outside around across inside throughout')
/** Verbs that have the place for their object: what strikes it, and who leaves it. */
const STRIKING = wordSet(
  'swept hit struck rocked shook ravaged devastated engulfed battered hitting striking sweeping shaking rocking attacked raided shelled bombed stormed bombarding bombarded overran',
)
const LEAVING = wordSet('fled flee fleeing flees left leaving escaped evacuated escaping')
const HAPPENINGS = wordSet(
  'strike strikes attack attacks bombing bombings shooting shootings massacre massacres blast blasts raid raids explosion explosions fire clashes siege killings ambush',
)
const SITES = wordSet(
  'fields field farm farms forest forests hills mountains desert river city town village province region state district governorate camp area neighbourhood neighborhood county suburb capital coast countryside hospital prison island municipality commune department township territory enclave strip valley port base market square school university church mosque airport heartland coastline division quarter checkpoint crossing refugee roadblock cities towns villages provinces regions states districts governorates camps areas neighbourhoods neighborhoods counties suburbs islands',
)
const PLURAL_SITES = wordSet(
  'cities towns villages provinces regions states districts governorates camps areas neighbourhoods neighborhoods counties suburbs islands',
)
const SIDES = wordSet(
  'northern southern eastern western central north south east west north-west north-east south-west south-east northwestern northeastern southwestern southeastern coastal neighbouring neighboring nearby occupied besieged border rural greater northwest northeast southwest southeast mediterranean war-torn rebel-held government-held air naval military displacement',
)
/** A side of a country that can stand for a place: "the country's west". */
const QUARTERS = wordSet(
  'north south east west north-west north-east south-west south-east northwest northeast southwest southeast coast centre center',
)
const NOT_PLACES = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december islamic ramadan eid christmas english arabic x twitter facebook telegram',
)
/** Of "the town of X" the name alone is the place. */
const NAMED_SITES = wordSet(
  'city town village municipality capital port commune township neighbourhood neighborhood suburb district province governorate state region territory island',
)
/** Where somebody has a seat, nothing is said to have happened. */
const SEATS = wordSet('based headquartered seated registered exiled born raised living resides')

/** Place phrases of an English sentence, in order. */
export function englishPlaces(
  text: string,
  tokens: readonly Token[],
  index: Gazetteer,
  taken: ReadonlySet<number>,
): PlaceMention[] {
  const found: PlaceMention[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    if (token.norm === 'there' && !EXISTS.has(tokens[i + 1]?.norm ?? '')) {
      found.push({
        from: i,
        to: i + 1,
        start: token.start,
        end: token.end,
        text: token.text,
        place: null,
        link: 'at',
        open: true,
      })
      continue
    }
    const verb = STRIKING.has(token.norm) || LEAVING.has(token.norm)
    if (i === tokens.length - 1 || (!LINKS_EN.has(token.norm) && !verb)) continue
    if (SEATS.has(tokens[i - 1]?.norm ?? '')) continue
    const phrase = phraseAt(text, tokens, i + 1, index, taken)
    if (phrase === null) continue
    const { from, to, named, site, place } = phrase
    const definite = tokens[i + 1]!.norm === 'the'
    if (!named && !(site && SURE_LINKS.has(token.norm))) continue
    // "a roadblock outside X": the next link names it
    if (!named && !phrase.country && (!definite || SURE_LINKS.has(tokens[to]?.norm ?? ''))) continue
    const sure = SURE_LINKS.has(token.norm) || (MOTION.has(token.norm) && LEAVING.has(tokens[i - 1]?.norm ?? ''))
    if (place === null && !sure && !(site && named)) continue
    if (place === null && !site && to - from === 1 && tokens[to]?.norm === "'s") continue
    const previous = found.at(-1)
    // "in Axum, a town in northern Ethiopia": what lies within what
    if (previous !== undefined && !previous.open && sure && nested(tokens, previous.to, i)) {
      i = to - 1
      continue
    }
    const link =
      LEAVING.has(token.norm) || token.norm === 'from'
        ? 'from'
        : MOTION.has(token.norm)
          ? 'to'
          : WHOSE.has(token.norm)
            ? 'whose'
            : 'at'
    found.push({
      from: phrase.nameFrom,
      to,
      start: tokens[phrase.nameFrom]!.start,
      end: tokens[to - 1]!.end,
      text: phrase.name,
      place,
      link,
      open: !named && place === null && !phrase.country,
    })
    i = to - 1
  }
  return found
}

const EXISTS = wordSet('is are was were has have had may might could will would appeared seemed')
const MOTION = wordSet('to into')
const WHOSE = wordSet('of for')

interface PlacePhrase {
  readonly from: number
  readonly to: number
  readonly nameFrom: number
  readonly name: string
  readonly named: boolean
  readonly site: boolean
  readonly country: boolean
  readonly place: Place | null
}

/** The place phrase that begins at `at`, its article left out. */
function phraseAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  index: Gazetteer,
  taken: ReadonlySet<number>,
): PlacePhrase | null {
  let from = at
  if (['the', 'a', 'an'].includes(tokens[from]?.norm ?? '')) from++
  let to = from
  let named = false
  let site = false
  let country = false
  for (; to < tokens.length && to - from < 9; to++) {
    const word = tokens[to]!
    if (word.kind !== 'word' || taken.has(to)) break
    if (NOT_PLACES.has(word.norm) || isTimeWord(word.norm)) break
    if (word.capital || ARTICLED.test(word.text)) {
      named = true
      continue
    }
    if (word.norm === "'s" && (named || country)) continue
    if (
      (word.norm === 'country' || word.norm === 'nation') &&
      (tokens[to + 1]?.norm === "'s" || (to > from && tokens[to - 1]!.norm === 'the'))
    ) {
      country = true
      continue
    }
    if (SITES.has(word.norm)) {
      site = true
      continue
    }
    // "the rice fields of X"
    if (!named && !site && SITES.has(tokens[to + 1]?.norm ?? '') && tokens[to + 2]?.norm === 'of') continue
    if (SIDES.has(word.norm)) continue
    const next = tokens[to + 1]
    if (word.norm === 'of' && next?.norm === 'the' && tokens[to + 2]?.norm === 'country' && to > from) {
      country = true
      to += 2
      continue
    }
    if (
      (word.norm === 'of' || word.norm === 'de' || word.norm === 'the') &&
      (site || named || QUARTERS.has(tokens[to - 1]?.norm ?? '')) &&
      next?.capital
    )
      continue
    if (word.norm === 'of' && (site || named) && next?.norm === 'the' && tokens[to + 2]?.capital) continue
    break
  }
  while (to > from && ['of', 'the', "'s"].includes(tokens[to - 1]!.norm)) to--
  // "in the market strike" names what happened, not where
  if (to === from || (!named && HAPPENINGS.has(tokens[to]?.norm ?? ''))) return null
  const last = tokens[to - 1]!.norm
  const quarter = country && (QUARTERS.has(last) || last === 'country')
  if (country && !quarter && !site) return null
  if (!named && country && last === 'country' && to - from < 3) return null
  const listEnd = named ? listEndOf(text, tokens, to, index, site && plural(tokens, from, to)) : to
  const whole = text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ')
  const place = listEnd > to ? null : resolve(whole, index)
  let nameFrom = from
  for (let i = from; i + 1 < to; i++) {
    if (tokens[i]!.norm !== 'of' || !NAMED_SITES.has(tokens[i - 1]?.norm ?? '')) continue
    const rest = tokens[i + 1]!.norm === 'the' ? i + 2 : i + 1
    if (rest < to && tokens[rest]!.capital) nameFrom = rest
    break
  }
  if (plural(tokens, from, nameFrom)) nameFrom = from
  // "Syria's Suwayda province": the country only says where that lies
  for (let i = nameFrom + 1; i + 1 < to; i++)
    if (tokens[i]!.norm === "'s" && tokens[i + 1]!.capital && !SIDES.has(tokens[i + 1]!.norm)) nameFrom = i + 1
  if (listEnd > to) {
    for (let i = from; i < to; i++)
      if (tokens[i]!.norm === 'of' && PLURAL_SITES.has(tokens[i - 1]?.norm ?? '')) nameFrom = i + 1
  }
  const name = text.slice(tokens[nameFrom]!.start, tokens[listEnd - 1]!.end).replace(/\s+/g, ' ')
  return { from, to: listEnd, nameFrom, name, named, site: site || quarter, country, place }
}

function plural(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (PLURAL_SITES.has(tokens[i]!.norm)) return true
  return false
}

/** "the provinces of Latakia, Tartous and Homs": where the list of names ends; `to` where it is none. */
function listEndOf(text: string, tokens: readonly Token[], to: number, index: Gazetteer, sites: boolean): number {
  let end = to
  let names = 0
  for (let i = to; i < tokens.length && i - to < 24; ) {
    const and = tokens[i]!.norm === 'and' || (tokens[i]!.text === ',' && tokens[i + 1]?.norm === 'and')
    if (!and && tokens[i]!.text !== ',') break
    const first = and && tokens[i]!.text === ',' ? i + 2 : i + 1
    let next = first
    while (next < tokens.length && next - first < 4 && tokens[next]!.kind === 'word' && tokens[next]!.capital) next++
    if (next === first || isTimeWord(tokens[first]!.norm)) break
    if (!sites && index.named(text.slice(tokens[first]!.start, tokens[next - 1]!.end)).length === 0) break
    names++
    if (and) {
      const behind = tokens[next]
      return behind?.norm === "'s" || (behind?.kind === 'word' && /^(?:said|says|told)$/.test(behind.norm)) ? to : next
    }
    end = next
    i = next
  }
  return names > 1 && sites ? end : to
}

/** "al-Jadidah", "as-Suwayda": a name whose article is written small. */
const ARTICLED = /^(?:al|el|ar|as|ad|an|at|ash|az|ed|es|et)-\p{Lu}/u

/** Between a place and the wider one it lies in stand only a comma, "a town" and the like. */
function nested(tokens: readonly Token[], from: number, link: number): boolean {
  if (link - from > 6 || tokens[link]!.norm !== 'in') return false
  for (let i = from; i < link; i++) {
    const { norm, text } = tokens[i]!
    if (
      text !== ',' &&
      norm !== 'a' &&
      norm !== 'the' &&
      !SITES.has(norm) &&
      !SIDES.has(norm) &&
      norm !== 'in' &&
      norm !== 'province'
    )
      return false
  }
  return true
}

/** The gazetteer's place for a phrase: the whole, else its last name ("city of Baniyas", "Syria's coast"). */
function resolve(phrase: string, index: Gazetteer): Place | null {
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
