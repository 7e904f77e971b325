/**
 * Tells what each paragraph of a press text is, by the habits of outlets in English and Arabic. A body sentence taken
 * for boilerplate loses a figure, so whatever is in doubt is body.
 */
import type { BlockKind } from '@corroborate/claims'
import { isDateLine } from '../intake/written-date.ts'
import { agencyNamed, onlyAgencies } from './agency.ts'
import { endsSentence, isListItem } from './paragraph.ts'

/** A paragraph as a format gives it; `kind` is what its markup says, null where markup says nothing. */
export interface Piece {
  readonly text: string
  readonly kind: BlockKind | null
}

const HEADLINE_WORDS = 18
const HEADLINE_LENGTH = 130
/** No line of furniture is longer. */
const LONGEST_FURNITURE = 1200
const TITLE_WORDS = 28
const TITLE_LENGTH = 220
const HEADING_WORDS = 12
const HEADING_LENGTH = 90
/** A list of links longer than this is taken for text again. */
const LONGEST_LINK_LIST = 24

const RELATED_HEAD =
  /^[\s>»*#▶►-]{0,4}(?:read (?:more|also|next|on)|also read|see also|watch (?:also|more)|more (?:on this(?: story| topic)?|stories|news|coverage|like this|to read|from [^.]{1,40})|related(?: (?:stories|story|articles?|news|topics?|content|coverage|posts?|links?|reading))?|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:stories|for you|reading|articles))?|trending(?: now)?|most (?:read|popular|viewed)|editors?['’]?s? picks?|don['’]t miss|latest (?:news|stories|headlines)|top stories|up next|what to read next|(?:اقرأ|إقرأ|اقرا|طالع|شاهد|اقرأوا) (?:أيضا|أيضاً|ايضا|ايضاً|أيضًا|المزيد)|(?:مواضيع|أخبار|مقالات|موضوعات|مواد|روابط)(?: ذات)? (?:صلة|متعلقة|مرتبطة|مشابهة)|ذات صلة|قد يهمك(?: أيضا| أيضاً| ايضا)?|الأكثر (?:قراءة|مشاهدة)|المزيد من الأخبار|آخر الأخبار)\s{0,3}[:：>».…]{0,3}$/iu

const RELATED_INLINE =
  /^[\s>»*▶►[(-]{0,4}(?:read (?:more|also)|also read|see also|related(?: (?:stories|story|articles?|news))?|more on this|recommended|(?:اقرأ|إقرأ|اقرا|طالع|شاهد) (?:أيضا|أيضاً|ايضا|ايضاً|أيضًا|المزيد)|ذات صلة|قد يهمك)\s{0,3}(?:[:：|>»]|[-–—](?=\s))\s{0,3}\S/iu

const ALTERNATIVE_TEXT =
  /^(?:(?:photo|image|picture|graphic) shows? |(?:image|photo|picture) (?:description|alt(?:ernative)?(?: text)?)\s{0,2}:|(?:image|alt(?:ernative)? text)\s{0,2}:|\[(?:image|photo|picture)\b)/iu

const CAPTION_START =
  /^(?:(?:file )?photo\s{0,2}[/:|]|file\s{0,2}(?:photo|image|picture|[-–—])|(?:photo|image|picture|video) (?:credit|by|courtesy)\b|photograph\s{0,2}:|caption\s{0,2}:|credit\s{0,2}:|(?:صورة أرشيفية|صورة|الصورة|صورة من الأرشيف|أرشيفية|تصوير)\s{0,2}[:：/|])/iu

/** `(AP: Name)`, `[Photo: Name/AFP]`, `(Name/Reuters)`, `(Getty Images)`, `(Photo by Name)`. */
const CREDIT_END =
  /[([](?:(?:photo|image|picture|file photo|credit|source|video)\s{0,2}(?::|by|courtesy)[^()[\]]{1,80}|(?:supplied|file photo|file|handout|screenshot|screengrab|getty(?: images)?|shutterstock|صورة أرشيفية|أرشيفية|أرشيف|الأناضول)|[^()[\].]{0,60}\/\s?(?:AP|AFP|Reuters|EPA|Getty(?: Images)?|Anadolu|Xinhua|Pool|SANA|NurPhoto|رويترز|فرانس برس|أ ف ب)(?:[ /][^()[\]]{0,40})?|(?:AP|AFP|Reuters|EPA|Getty(?: Images)?|Anadolu|Xinhua|ABC News|BBC|CNN|SANA|Twitter|X|Facebook|Telegram|Instagram|YouTube)(?: (?:Photo|Images?|video))?\s{0,2}[:/|][^()[\]]{1,80})[)\]]\.?$/iu

const PLAIN_CREDIT_END = /(?:©|photo:|photograph:|photo by|credit:|image:)\s{0,2}[^.]{2,80}$/iu
const AGENCY_END = /[([]([^()[\]]{2,30})[)\]]\.?$/u

const BY_LINE = /^(?:by|words by|written by|story by|text by|report by|analysis by)\s{1,3}(?=[\p{Lu}\p{Lo}@])/iu
const CREDIT_LINE =
  /^(?:sources?|editors?|edited by|reporting by|additional reporting by|writing by|reporters?|authors?|written by|translated by|translation|compiled by|produced by|correspondent|(?:ال)?مصدر|المصادر|تحرير|المحرر|محرر|إعداد|اعداد|بقلم|كتب|كتبت|كتبه|مراسل|ترجمة|متابعة|متابعات|تقرير|وكالات)\s{0,2}[:：]\s{0,3}\S/iu
const EDITED_BY = /^\(?(?:(?:additional )?reporting|writing|editing|compiled|translated|edited) by\s\S/iu
const AGENCIES_LINE =
  /^(?:agencies|wire(?: services?| reports?)|news agencies|staff (?:writer|reporter)s?|وكالات|متابعات|وكالات الأنباء)$/iu

const BOILERPLATE_LINE =
  /^(?:(?:share|tweet|pin|print|save|email|e-mail|copy(?: link)?|link copied!?|whatsapp|facebook|twitter|x|linkedin|telegram|messenger|reddit|pinterest|instagram|youtube|tiktok|bookmark|listen|comments?|reply|like|login|log in|sign in|sign up|register|subscribe(?: now)?|menu|search|home|close|skip to (?:main )?content|back to top|advertisement|advertising|sponsored(?: content)?|ad|loading(?:\.\.\.|…)?|continue reading|story continues(?: below)?(?: (?:this )?advertisement)?|article continues (?:below|after)[^.]{0,40}|read full story|show more|view all|see all|no comments?|leave a (?:comment|reply)|cookie (?:settings|policy|preferences)|privacy policy|terms (?:of (?:use|service)|and conditions)|accept(?: all)?(?: cookies)?|download (?:the|our) app|play|play video|pause|mute|\d{1,3} (?:min(?:ute)?s?|sec(?:ond)?s?) (?:read|watch|listen)|(?:reading|read) time:? [^.]{1,20}|(?:\d{1,7} )?(?:shares?|views?|comments?|likes?|retweets?)|شارك|مشاركة|شارك الخبر|شارك المقال|شاركها|انسخ الرابط|نسخ الرابط|طباعة|حفظ|إعلان|اعلان|الرئيسية|بحث|القائمة|تعليقات|التعليقات|أضف تعليق|اشترك|اشترك الآن|تسجيل الدخول|واتساب|فيسبوك|تويتر|تلغرام|تيليغرام)(?:\s{0,2}[|/•·,]\s{0,2}|\s*$)){1,12}$/iu

const BOILERPLATE_START =
  /^(?:share (?:this|on|via|(?:the|full) (?:story|article|post|news)) ?|follow us |follow [^.]{1,40} on (?:twitter|x|facebook|instagram|google|whatsapp|telegram)|like us on |join (?:us on|our (?:whatsapp|telegram|channel|newsletter|community))|subscribe (?:to|for|now)|sign up (?:for|to|here|now)|get (?:the )?(?:latest|breaking|our|daily|top) [^.]{0,60}(?:newsletter|inbox|app|alerts|news)|click here|tap here|support our journalism|support independent|donate |become a (?:member|subscriber|supporter)|already a (?:member|subscriber)|this (?:site|website) uses cookies|we use cookies|by (?:clicking|continuing|using this)|we (?:and our partners )?(?:use|process|store) (?:cookies|your|data)|your (?:email|privacy|subscription)|all rights reserved|copyright|©|\(c\) \d{4}|تابعونا|تابعنا|تابع آخر|اشترك (?:في|معنا|بالنشرة)|انضم إلى|انضموا|جميع الحقوق محفوظة|كل الحقوق محفوظة|حقوق النشر|اضغط هنا|للاشتراك|حمل تطبيق|نستخدم ملفات)/iu
const BOILERPLATE_END = /(?:all rights reserved|جميع الحقوق محفوظة)\.?$/iu
const TAGS_LINE =
  /^(?:tags?|topics?|keywords?|filed under|categories|category|in this article|explore more on|الوسوم|الكلمات المفتاحية|وسوم|كلمات مفتاحية|هاشتاغ)\s{0,2}[:：]/iu
const ORNAMENT = /^[^\p{L}\p{N}]+$/u

/** Whoever speaks of the dead, hurt, missing or driven out is never furniture of the page. */
const CASUALTY =
  /kill|dead|died|death|dying|slain|massacre|execut|injur|wound|hurt|missing|detain|arrest|abduct|kidnap|disappear|displac|fled|flee|victim|casualt|fatalit|bodies|corpse|قتل|قتيل|قتلى|مقتل|ضحايا|ضحية|جريح|جرحى|جرح|إصابة|أصيب|مصاب|شهيد|شهداء|استشهد|وفاة|توفي|مفقود|معتقل|اعتقل|مخطوف|خطف|نازح|نزح|مجزرة|إعدام/iu

/** Somebody is quoted or reported as saying: a sentence, whatever it looks like. */
const REPORTED =
  /(?<!\p{L})(?:said|says|told|according to|added|reported|stated|announced|confirmed|قال|قالت|أعلن|أعلنت|أفاد|أفادت|ذكر|ذكرت|أضاف|بحسب|وفق|أكد|أكدت)(?!\p{L})/iu

/** The kinds of the paragraphs of one document, in order. */
export function pressKinds(pieces: readonly Piece[]): BlockKind[] {
  const kinds: (BlockKind | null)[] = pieces.map((piece) => piece.kind ?? furniture(piece.text))
  markLinkLists(pieces, kinds)
  markSplitBylines(pieces, kinds)
  markAgencyCaptions(pieces, kinds)
  markTitles(pieces, kinds)
  markHeadings(pieces, kinds)
  return kinds.map((kind) => kind ?? 'body')
}

/** What a paragraph is by itself, or null where that hangs on its neighbours. */
function furniture(text: string): BlockKind | null {
  if (text.length > LONGEST_FURNITURE) return null
  if (ORNAMENT.test(text)) return 'boilerplate'
  const length = wordCount(text)
  if (RELATED_INLINE.test(text) && length <= 30) return 'related-links'
  if (ALTERNATIVE_TEXT.test(text) && length <= 60 && !REPORTED.test(text)) return 'alternative-text'
  if (isCaption(text, length)) return 'caption'
  if (isByline(text, length)) return 'byline'
  if (isDateLine(text) || isPlaceAndDate(text)) return 'dateline'
  if (!CASUALTY.test(text) && isBoilerplate(text, length)) return 'boilerplate'
  return null
}

function isCaption(text: string, length: number): boolean {
  if (length > 70) return false
  if (CAPTION_START.test(text) || CREDIT_END.test(text)) return true
  return PLAIN_CREDIT_END.test(text) && !REPORTED.test(text)
}

function isByline(text: string, length: number): boolean {
  if (onlyAgencies(text) || AGENCIES_LINE.test(text)) return true
  if (EDITED_BY.test(text) && length <= 40) return true
  if (CREDIT_LINE.test(text) && length <= 16 && !REPORTED.test(text)) return true
  if (length <= 16 && BY_LINE.test(text) && isNameList(text.replace(BY_LINE, ''))) return true
  return isPipedByline(text, length)
}

/** Names, titles and what joins them; in a text all in capitals only a few words. */
function isNameList(text: string): boolean {
  if (endsSentence(text) || CASUALTY.test(text) || isDateLine(text)) return false
  const words = text
    .split(/[\s,|/&–-]+/)
    .filter((word) => word !== '' && !/^(?:and|of|in|for|at|de|del|da|van|von|bin|ibn|al|el|و)$/u.test(word))
  if (words.length === 0 || words.some((word) => /^\p{Ll}/u.test(word))) return false
  return /\p{Ll}|\p{Lo}/u.test(text) || words.length <= 5
}

/** `World | By AFP | Apr 03, 2025`: short parts between bars, one of them a credit or a date. */
function isPipedByline(text: string, length: number): boolean {
  if (length > 20 || endsSentence(text)) return false
  const parts = text.split(/\s*[|•·]\s*/).filter((part) => part !== '')
  if (parts.length < 2 || parts.some((part) => wordCount(part) > 7)) return false
  return parts.some((part) => onlyAgencies(part) || BY_LINE.test(part) || /^by$/i.test(part) || isDateLine(part))
}

/** `DAMASCUS, April 3` or `دمشق - 3 نيسان 2025` on a line of its own. */
function isPlaceAndDate(text: string): boolean {
  if (text.length > 80 || endsSentence(text)) return false
  const comma = text.search(/[,،]\s|\s[-–—]\s/u)
  if (comma < 0 || wordCount(text.slice(0, comma)) > 4) return false
  const rest = text.slice(comma + 1).replace(/^[\s,،–—-]+/u, '')
  return isDateLine(rest.replace(/\(([^()]{2,20})\)/u, (all, name: string) => (agencyNamed(name) === null ? all : '')))
}

function isBoilerplate(text: string, length: number): boolean {
  if (length <= 14 && BOILERPLATE_LINE.test(text)) return true
  if (length <= 40 && BOILERPLATE_START.test(text) && !REPORTED.test(text)) return true
  if (length <= 60 && BOILERPLATE_END.test(text)) return true
  return length <= 40 && TAGS_LINE.test(text)
}

/** A head such as READ MORE takes the headlines after it, up to the first paragraph that is a sentence. */
function markLinkLists(pieces: readonly Piece[], kinds: (BlockKind | null)[]): void {
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    if (piece.kind === null && !RELATED_HEAD.test(piece.text)) continue
    if (piece.kind !== null && !(piece.kind === 'heading' && RELATED_HEAD.test(piece.text))) continue
    kinds[at] = 'related-links'
    for (let next = at + 1; next < pieces.length && next - at <= LONGEST_LINK_LIST; next++) {
      const follower = pieces[next]!
      if (follower.kind !== null && follower.kind !== 'related-links') break
      if (!isHeadlineLike(follower.text)) break
      if (kinds[next] === null || kinds[next] === 'dateline') kinds[next] = 'related-links'
    }
  }
}

function isHeadlineLike(text: string): boolean {
  if (text.length > HEADLINE_LENGTH || wordCount(text) > HEADLINE_WORDS) return false
  return !/[.。۔:：]["'”’»)\]]{0,3}$/u.test(text.trimEnd()) || /\.\.\.$/.test(text.trimEnd())
}

/** A credit broken over lines (`World`, `By`, `AFP`, `| Apr 03, 2025`) is one byline; a section's name may precede it. */
function markSplitBylines(pieces: readonly Piece[], kinds: (BlockKind | null)[]): void {
  for (const [at, piece] of pieces.entries()) {
    if (!/^(?:by|بقلم|كتب)\s{0,2}[:：]?$/iu.test(piece.text)) continue
    kinds[at] = 'byline'
    const name = pieces[at + 1]
    if (name !== undefined && name.kind === null && isName(name.text)) kinds[at + 1] = 'byline'
    const section = pieces[at - 1]
    if (section !== undefined && section.kind === null && kinds[at - 1] === null && isName(section.text)) {
      kinds[at - 1] = wordCount(section.text) <= 3 && at > 1 ? 'byline' : null
    }
  }
}

function isName(text: string): boolean {
  return wordCount(text) <= 6 && text.length <= 60 && !endsSentence(text) && !/\d/.test(text)
}

/** `People gather in Latakia. (AFP)` is a caption; the last paragraph of a story may be signed the same way. */
function markAgencyCaptions(pieces: readonly Piece[], kinds: (BlockKind | null)[]): void {
  const lastText = kinds.lastIndexOf(null)
  for (const [at, piece] of pieces.entries()) {
    if (kinds[at] !== null || at === lastText || wordCount(piece.text) > 45 || /--/.test(piece.text)) continue
    const credit = AGENCY_END.exec(piece.text)?.[1]
    if (credit !== undefined && onlyAgencies(credit) && !REPORTED.test(piece.text)) kinds[at] = 'caption'
  }
}

/** The first short line without a final stop before the body, and its repetitions up to there. */
function markTitles(pieces: readonly Piece[], kinds: (BlockKind | null)[]): void {
  const hasTitle = kinds.includes('title')
  const first = kinds.indexOf(null)
  if (first < 0) return
  const marked = pieces.filter((_, at) => kinds[at] === 'title').map(({ text }) => folded(text))
  const headed = kinds.slice(0, first).every((kind) => kind !== 'heading')
  if (!hasTitle && headed && isTitleLike(pieces[first]!.text) && hasBodyAfter(pieces, kinds, first)) {
    kinds[first] = 'title'
    marked.push(folded(pieces[first]!.text))
  }
  if (marked.length === 0) return
  for (const [at, piece] of pieces.entries()) {
    if (kinds[at] === null && wordCount(piece.text) >= 3 && marked.includes(folded(piece.text))) kinds[at] = 'title'
  }
}

function isTitleLike(text: string): boolean {
  if (text.length > TITLE_LENGTH || wordCount(text) > TITLE_WORDS || isListItem(text)) return false
  if (/[:：،,;]$/u.test(text.trimEnd())) return false
  return !/[.。۔…]["'”’»)\]]{0,3}$/u.test(text.trimEnd()) && wordCount(text) >= 2
}

/** A later paragraph that is longer than the line or ends as a sentence does. */
function hasBodyAfter(pieces: readonly Piece[], kinds: readonly (BlockKind | null)[], at: number): boolean {
  const line = pieces[at]!.text
  return pieces.some(
    ({ text }, later) =>
      later > at &&
      kinds[later] === null &&
      (wordCount(text) > 12 || endsSentence(text)) &&
      folded(text) !== folded(line),
  )
}

/** Short lines without a final stop, alone between longer paragraphs; three or more together are a list, hence body. */
function markHeadings(pieces: readonly Piece[], kinds: (BlockKind | null)[]): void {
  const short = pieces.map((piece, at) => kinds[at] === null && isHeadingLike(piece.text))
  const firstBody = pieces.findIndex((_, at) => kinds[at] === null && !short[at])
  for (let at = 0; at < pieces.length; ) {
    if (!short[at]) {
      at++
      continue
    }
    let end = at
    while (end < pieces.length && short[end]) end++
    const followed = pieces.some((_, later) => later >= end && kinds[later] === null)
    if (followed && (end - at <= 2 || end <= firstBody)) for (; at < end; at++) kinds[at] = 'heading'
    at = end
  }
  markStandfirstHeading(pieces, kinds, firstBody)
}

/** A second headline straight after the first one, longer than headings elsewhere may be. */
function markStandfirstHeading(pieces: readonly Piece[], kinds: (BlockKind | null)[], firstBody: number): void {
  const second = kinds.indexOf(null)
  if (second < 0 || second > firstBody || kinds[second - 1] !== 'title') return
  const text = pieces[second]!.text
  const isHeadline = isTitleLike(text) && wordCount(text) <= HEADLINE_WORDS && !REPORTED.test(text)
  if (isHeadline && hasBodyAfter(pieces, kinds, second)) kinds[second] = 'heading'
}

function isHeadingLike(text: string): boolean {
  if (text.length > HEADING_LENGTH || wordCount(text) > HEADING_WORDS || isListItem(text)) return false
  if (/^\[|\p{L}{3}[.!?؟]\s/u.test(text)) return false
  if (/[:：]$/u.test(text) && (wordCount(text) > 4 || REPORTED.test(text))) return false
  if (/[.。۔…,،;؛]["'”’»)\]]{0,3}$/u.test(text) || /^["“«]/u.test(text))
    return /^['‘"“«][^'‘"“«]{3,60}[^.!?؟…,،]['’"”»]$/u.test(text)
  return true
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
