/** A written name as tokens: compounds joined, connectors and titles taken out, glued article opened. */
import { isArabic, normaliseArabic } from './arabic.ts'
import { foldLatin } from './latin.ts'

/** Titles and honorifics; a name that is only a title stays as it is. */
const TITLES = new Set(
  (
    'mr mrs ms miss dr prof sir lord lady dame rev revd fr father sheikh shaykh shaikh sheik sayyid sayed hajj haj hajji hajja hajjah ' +
    'engineer eng ustadh doctor martyr capt captain col colonel gen general maj major sgt lt don dona senor senora sr sra jr ii iii iv ' +
    'الشهيد الشهيده شهيد شهيده الدكتور دكتور الدكتوره دكتوره الشيخ شيخ الحاج حاج الحاجه حاجه السيد السيده المهندس مهندس ' +
    'المرحوم المرحومه الاستاذ استاذ الطفل الطفله العقيد العميد الملازم الرائد النقيب الرقيب المجند'
  ).split(' '),
)

/** Join the next token: servant of, father of, mother of. */
const PREFIXES = new Map<string, string>(
  Object.entries({
    عبد: 'عبد',
    ابو: 'ابو',
    ابي: 'ابو',
    ابا: 'ابو',
    ام: 'ام',
    ذو: 'ذو',
    abd: 'abd',
    abdel: 'abd',
    abdul: 'abd',
    abdal: 'abd',
    abdol: 'abd',
    abdu: 'abd',
    abu: 'abu',
    abou: 'abu',
    abo: 'abu',
    um: 'umm',
    umm: 'umm',
    oum: 'umm',
    om: 'umm',
  }),
)
/** Join the token before: of the faith, of God. */
const SUFFIXES = new Map<string, string>(
  Object.entries({
    الدين: 'دين',
    الله: 'الله',
    din: 'din',
    deen: 'din',
    dine: 'din',
    eddin: 'din',
    eddine: 'din',
    uddin: 'din',
    aldin: 'din',
    allah: 'llah',
    ullah: 'llah',
    ollah: 'llah',
  }),
)
const KUNYA = new Set(['ابو', 'ام', 'abu', 'umm'])
const SON_OF = new Set('بن ابن bin ibn ben بنت bint binti'.split(' '))
const ARTICLES = new Set('al el ال ad ar as ash at az an'.split(' '))
const ARTICLE_LETTERS = /^(?:al|el|ال)$/

export interface NameToken {
  /** Normalised form, without article. */
  readonly form: string
  /** Stood after "son of" or "daughter of". */
  readonly nasab: boolean
  /** Begins with "father of" or "mother of": a name beside the given one, or a family's. */
  readonly kunya: boolean
}

/** Tokens of a name in writing order. Empty where nothing but signs and titles is left. */
export function nameTokens(written: string): readonly NameToken[] {
  const arabic = isArabic(written)
  const clean = arabic
    ? normaliseArabic(foldMixed(written)).replace(/[^\p{L}\p{N}]+/gu, ' ')
    : foldLatin(written.replace(/\b(al|el)-/gi, '$1 '))
  const words = clean.split(' ').filter((word) => word !== '')
  const out: { form: string; nasab: boolean; kunya: boolean }[] = []
  let nasab = false
  let prefix = ''
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const last = at === words.length - 1
    if (prefix === '' && SON_OF.has(word) && at > 0 && !last) {
      nasab = true
      continue
    }
    const suffix = SUFFIXES.get(word)
    const before = out[out.length - 1]
    if (suffix !== undefined && before !== undefined && prefix === '') {
      before.form = before.form.replace(/(?:u|el|al)$/, '') + suffix
      continue
    }
    if (prefix === '' && PREFIXES.has(word) && !last) {
      prefix = PREFIXES.get(word)!
      continue
    }
    if (!last && (ARTICLE_LETTERS.test(word) || (prefix !== '' && ARTICLES.has(word)))) continue
    if (!last && ARTICLES.has(word) && word.length === 2 && SUFFIXES.has(words[at + 1]!)) continue
    out.push({ form: prefix + withoutArticle(word), nasab, kunya: KUNYA.has(prefix) })
    prefix = ''
    nasab = false
  }
  const plain = out.filter(({ form }) => !TITLES.has(form) && !TITLES.has(`ال${form}`))
  return plain.length > 0 ? plain : out
}

/** Article glued to a word goes where at least three letters stay; عبدال… and abdul… become عبد…, abd…. */
function withoutArticle(word: string): string {
  if (word.startsWith('عبدال') && word.length > 7) return `عبد${word.slice(5)}`
  if (/^abd[aeou]l/.test(word) && word.length > 8) return `abd${word.slice(5)}`
  if (word.startsWith('ال') && word.length > 4) return word.slice(2)
  if (word.endsWith('الدين') && word.length > 6) return `${word.slice(0, -5)}دين`
  return word
}

/** Latin letters inside an Arabic name are lower-cased. */
function foldMixed(text: string): string {
  return text.toLowerCase()
}
