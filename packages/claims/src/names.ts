/** Names in many spellings: folds, consonant skeletons across scripts, and names of one corpus tied to one key each. */
import type { NameRuling } from './knowledge.ts'

const PARTICLES = new Set(
  'al el the of for and in on at to a an by de la los und von mr mrs ms dr sheikh president interim caretaker'.split(
    ' ',
  ),
)

/** Words that name nobody on their own: they are never taken for a short form of a longer name. */
const GENERIC = new Set(
  `government governments authorities authority official officials police army military ministry minister hospital
  forces force groups group source sources witness witnesses resident residents activist activists monitor monitors
  report reports statement people fighters militants gunmen soldiers troops rebels militia militias security local
  president country state national regional region province city town village area areas coast coastal war human
  rights international united media health defence defense interior foreign organisation organization agency network
  committee commission council office observatories allied armed state-linked affiliated loyalists former regime`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/**
 * Case, accents, Arabic letter variants and punctuation folded away; words parted by one space. A possessive `'s` and
 * a tatweel go.
 */
export function foldName(name: string): string {
  return name
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '')
    .normalize('NFKD')
    .replace(/[\p{M}ـ'’ʿʾ`]/gu, '')
    .toLowerCase()
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The words of a name that tell it apart: articles, particles, titles and what stands in brackets behind it ("(QCO)")
 * left out, unless nothing else is there.
 */
export function nameWords(name: string): readonly string[] {
  const bare = name.replace(/\([^()]*\)/g, ' ')
  const words = foldName(bare.trim() === '' ? name : bare)
    .split(' ')
    .filter((word) => word !== '')
    .map(bareArabic)
  const telling = words.filter((word) => !PARTICLES.has(word))
  return (telling.length > 0 ? telling : words).map(singular)
}

function bareArabic(word: string): string {
  return /^ال.{3,}/u.test(word) ? word.slice(2) : word
}

function singular(word: string): string {
  return /^[a-z]{4,}s$/.test(word) && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word
}

const SOUNDS: { readonly [letter: string]: string } = {
  b: 'b',
  c: 'k',
  d: 't',
  f: 'f',
  g: 'g',
  h: 'h',
  j: 'g',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'b',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  v: 'f',
  x: 'ks',
  z: 'z',
  ß: 's',
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'g',
  ح: 'h',
  خ: 'h',
  د: 't',
  ذ: 't',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'c',
  ص: 's',
  ض: 't',
  ط: 't',
  ظ: 'z',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  پ: 'b',
  چ: 'c',
  گ: 'g',
  ڤ: 'f',
  ک: 'k',
}

const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch/g, 'ش'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/th|dh/g, 't'],
  [/ph/g, 'f'],
]

/**
 * The consonants of a folded word in classes that English and Arabic spellings share: `sharaa` and `شرع` both give
 * `cr`. Vowels, long vowels, `w`, `y`, hamza, `ع` and a last `h` are dropped, doubled consonants written once.
 */
export function skeleton(word: string): string {
  let latin = word
  for (const [from, to] of DIGRAPHS) latin = latin.replace(from, to)
  let bones = ''
  for (let i = 0; i < latin.length; i++) {
    const letter = latin[i]!
    if ((letter === 'h' || letter === 'ه') && i === latin.length - 1) continue
    for (const sound of SOUNDS[letter] ?? '') if (bones.at(-1) !== sound) bones += sound
  }
  return bones
}

/** Letters to insert, delete or replace to get from one word to the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

const isLatin = (word: string) => /^[a-z]/.test(word)

/** Whether two folded words are one name in two spellings: equal, or alike in consonants and, in one script, in letters. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  const bones = skeleton(a)
  if (bones.length < 2 || bones !== skeleton(b)) return false
  if (isLatin(a) !== isLatin(b)) return true
  return editDistance(a, b) / Math.max(a.length, b.length) <= 0.45
}

/** Names of one corpus, each under the key of the name that it is tied to. */
export interface NameTable {
  /** The key of a name; of a name never seen, its own folded words. */
  readonly key: (name: string) => string
  /** The fullest common spelling of the name under a key. */
  readonly display: (key: string) => string
}

/** A name as it is printed, how often, and the short form printed in brackets behind it, if any. */
export interface PrintedName {
  readonly name: string
  readonly count: number
}

/**
 * Ties spellings of one name: those that `known` lists as aliases, the same words in another order, an acronym and the
 * words that it is made of, spellings of one set of consonants in either script, and a short form of one longer name
 * and no other; one of several in a list is no short form of the list. Generic words ("officials", "security forces") are never a short form.
 */
export function tieNames(
  printed: Iterable<PrintedName>,
  known: readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[],
  acronyms: ReadonlyMap<string, string> = new Map(),
  rulings: readonly Pick<NameRuling, 'names' | 'same'>[] = [],
): NameTable {
  const aliases = new Map<string, string>()
  const shown = new Map<string, { name: string; count: number }>()
  for (const one of known) {
    for (const alias of [one.name, ...one.aliases]) {
      const key = nameWords(alias).join(' ')
      if (key !== '' && !aliases.has(key)) aliases.set(key, `=${one.id}`)
    }
    shown.set(`=${one.id}`, { name: one.name, count: Number.POSITIVE_INFINITY })
  }
  const parted = partedNames(rulings)
  const keyOf = (name: string) => parted.get(name.trim()) ?? nameWords(name).join(' ')
  const counts = new Map<string, { words: readonly string[]; name: string; count: number }>()
  const ordered = [...printed].sort((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : 0))
  for (const { name, count } of ordered) {
    const words = nameWords(name)
    const key = keyOf(name)
    const before = counts.get(key)
    if (before === undefined) counts.set(key, { words, name, count })
    else counts.set(key, { words, name: count > before.count ? name : before.name, count: before.count + count })
  }
  const tied = new Map<string, string>()
  const all = [...counts.keys()].sort()
  for (const key of all) tied.set(key, aliases.get(key) ?? key)
  const apart = new Set(parted.values())
  const keys = all.filter((key) => !apart.has(key))
  const roots = () => keys.filter((key) => tied.get(key) === key)

  const bags = new Map<string, string>()
  for (const key of keys) bags.set([...counts.get(key)!.words].sort().join(' '), tied.get(key)!)
  for (const key of roots()) {
    const bag = bags.get([...counts.get(key)!.words].sort().join(' '))!
    if (bag !== key) tied.set(key, bag)
  }
  tieAcronyms(keys, counts, tied, aliases, acronyms)
  tieSpellings(roots(), counts, tied)
  tieShortForms(roots(), counts, tied)

  const root = (key: string): string => {
    let at = key
    for (let hops = 0; hops < 8 + rulings.length; hops++) {
      const next = tied.get(at) ?? aliases.get(at)
      if (next === undefined || next === at) break
      at = next
    }
    return at
  }
  for (const { names, same } of rulings) rule([keyOf(names[0]), keyOf(names[1])], same, root, tied)
  for (const key of all) {
    const { name, count, words } = counts.get(key)!
    const top = root(key)
    const before = shown.get(top)
    const full = count * (1 + words.length)
    const shorter = before !== undefined && full === before.count && name.length < before.name.length
    if (before === undefined || full > before.count || shorter) shown.set(top, { name, count: full })
  }
  return {
    key: (name) => root(keyOf(name)),
    display: (key) => shown.get(key)?.name ?? key,
  }
}

/**
 * Written forms that people hold apart although they differ in case, accents or articles alone: each under a key of its
 * own, which nothing ties but a person. The second of the two names leaves; what is written otherwise stays.
 */
function partedNames(rulings: readonly Pick<NameRuling, 'names' | 'same'>[]): ReadonlyMap<string, string> {
  const parted = new Map<string, string>()
  rulings.forEach(({ names, same }, i) => {
    const [one, other] = names.map((name) => name.trim()) as [string, string]
    const folded = nameWords(other).join(' ')
    if (one === other || nameWords(one).join(' ') !== folded) return
    const its = parted.get(one) ?? folded
    if ((its === (parted.get(other) ?? folded)) === same) return
    if (!same) parted.set(other, `${folded}\u0000${i}`)
    else if (its === folded) parted.delete(other)
    else parted.set(other, its)
  })
  return parted
}

/** A person's word on two names, given by their keys, goes before what ties them. */
function rule(
  [one, other]: readonly [string, string],
  same: boolean,
  root: (key: string) => string,
  tied: Map<string, string>,
): void {
  const [top, otherTop] = [root(one), root(other)]
  if (same) {
    if (top !== otherTop) tied.set(otherTop, top)
  } else if (top === otherTop && one !== other) {
    const [cut, stays] = other === top ? [one, other] : [other, one]
    tied.set(cut, cut)
    if (root(stays) === cut) tied.set(stays, top)
  }
}

type Counts = ReadonlyMap<string, { readonly name: string; readonly words: readonly string[] }>

function tieAcronyms(
  keys: readonly string[],
  counts: Counts,
  tied: Map<string, string>,
  aliases: ReadonlyMap<string, string>,
  acronyms: ReadonlyMap<string, string>,
): void {
  const byInitials = new Map<string, string[]>()
  for (const key of keys) {
    const { words } = counts.get(key)!
    if (words.length < 3) continue
    const initials = words.map((word) => word[0]).join('')
    byInitials.set(initials, [...(byInitials.get(initials) ?? []), key])
  }
  for (const key of keys) {
    if (tied.get(key) !== key || key.includes(' ')) continue
    const printedFor = acronyms.get(key)
    if (printedFor !== undefined) {
      const long = nameWords(printedFor).join(' ')
      const target = tied.get(long) ?? aliases.get(long)
      if (target !== undefined && target !== key) {
        tied.set(key, target)
        continue
      }
    }
    const long = byInitials.get(key)
    if (key.length >= 3 && long !== undefined && new Set(long.map((each) => tied.get(each))).size === 1) {
      tied.set(key, tied.get(long[0]!)!)
    }
  }
}

function tieSpellings(roots: readonly string[], counts: Counts, tied: Map<string, string>): void {
  const bySkeleton = new Map<string, string[]>()
  for (const key of roots) {
    const bones = [...counts.get(key)!.words].map(skeleton).sort().join(' ')
    const alike = bySkeleton.get(bones) ?? []
    const twin = alike.find((other) => sameWords(counts.get(other)!.words, counts.get(key)!.words))
    if (twin === undefined) bySkeleton.set(bones, [...alike, key])
    else tied.set(key, twin)
  }
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length === 0) return false
  const left = [...b]
  for (const word of a) {
    const at = left.findIndex((other) => sameWord(word, other))
    if (at < 0) return false
    left.splice(at, 1)
  }
  return true
}

/** "and" in either script, between two names or before the last of several. */
const AND = /\s(?:and|&)\s|\sو(?=\p{L}{3})/u
const BETWEEN = new RegExp(`[,،]\\s*(?:and\\s)?|${AND.source}`, 'u')

/** "Latakia, Tartous and Homs" for Tartous: the one is among several, and no short form of them. */
function listsAmongOthers(name: string, words: readonly string[]): boolean {
  if (!AND.test(name)) return false
  return name.split(BETWEEN).some((part) => {
    const one = nameWords(part)
    return one.length === words.length && sameWords(one, words)
  })
}

function tieShortForms(roots: readonly string[], counts: Counts, tied: Map<string, string>): void {
  const byWord = new Map<string, string[]>()
  for (const key of roots) {
    for (const word of new Set(counts.get(key)!.words)) {
      const bones = skeleton(word)
      byWord.set(bones, [...(byWord.get(bones) ?? []), key])
    }
  }
  for (const key of roots) {
    const { words } = counts.get(key)!
    if (words.length === 0 || words.every((word) => GENERIC.has(word) || GENERIC.has(`${word}s`))) continue
    const longer = (byWord.get(skeleton(words[0]!)) ?? []).filter((other) => {
      const { name, words: full } = counts.get(other)!
      return (
        full.length > words.length &&
        words.every((word) => full.some((each) => sameWord(word, each))) &&
        !listsAmongOthers(name, words)
      )
    })
    const first = longer[0]
    if (first !== undefined && longer.length === 1) tied.set(key, first)
  }
}
