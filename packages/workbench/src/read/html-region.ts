/** Which parts of a page are furniture: navigation, lists of other stories, share bars, credits, pictures' captions. */
import type { BlockKind } from '@corroborate/claims'

/** Elements whose content is code or drawing, never text of the page. */
export const NOT_TEXT = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'head',
  'link',
  'meta',
  'base',
  'canvas',
  'map',
  'object',
  'embed',
])

const BY_TAG: Readonly<Record<string, BlockKind>> = {
  nav: 'boilerplate',
  aside: 'boilerplate',
  form: 'boilerplate',
  button: 'boilerplate',
  select: 'boilerplate',
  textarea: 'boilerplate',
  dialog: 'boilerplate',
  menu: 'boilerplate',
  noscript: 'boilerplate',
  iframe: 'boilerplate',
  video: 'boilerplate',
  audio: 'boilerplate',
  figcaption: 'caption',
  caption: 'caption',
}

const BY_ROLE: Readonly<Record<string, BlockKind>> = {
  navigation: 'boilerplate',
  banner: 'boilerplate',
  contentinfo: 'boilerplate',
  complementary: 'boilerplate',
  search: 'boilerplate',
  dialog: 'boilerplate',
  alertdialog: 'boilerplate',
  menu: 'boilerplate',
  menubar: 'boilerplate',
  toolbar: 'boilerplate',
}

/** Words of class names and ids, between hyphens, underscores, changes of case and spaces. */
const BY_WORD: readonly (readonly [kind: BlockKind, pattern: RegExp])[] = [
  [
    'related-links',
    /(?:^| )(?:related|recommend(?:ed|ations?)?|read more|more (?:stories|news|from|on|articles)|also read|read also|see also|most (?:read|popular|viewed|recent)|latest (?:news|stories|posts)|trending|popular posts|you may like|outbrain|taboola|teasers?|up next)(?:$| )/,
  ],
  [
    'boilerplate',
    /(?:^| )(?:share|sharing|social|shares|newsletter|subscribe|subscription|cookies?|consent|gdpr|ad|ads|adverts?|advertisement|advertising|sponsor(?:ed)?|promo|breadcrumbs?|comments?|disqus|paywall|popup|modal|overlay|toolbar|menu|navbar|navigation|nav|sidebar|widget|tags|tag list|pagination|footer|site header|masthead|skip link|screen reader text|sr only|visually hidden|donate|donation)(?:$| )/,
  ],
  ['byline', /(?:^| )(?:byline|author name|authors?|article author|post author|credits?)(?:$| )/],
  [
    'dateline',
    /(?:^| )(?:dateline|published|pub date|post date|article date|timestamp|entry date|date published)(?:$| )/,
  ],
  ['caption', /(?:^| )(?:captions?|photo credit|image credit|wp caption text|media caption)(?:$| )/],
]

/** What an element's name, role, class or id says that everything in it is; null where they say nothing. */
export function regionKind(element: Element): BlockKind | null {
  const tag = element.localName
  const role = element.getAttribute('role')?.trim().toLowerCase()
  const stated = BY_TAG[tag] ?? (role === undefined ? undefined : BY_ROLE[role])
  if (stated !== undefined) return stated
  if (tag === 'header' || tag === 'footer') return isInsideStory(element) ? null : 'boilerplate'
  if (isHidden(element)) return 'boilerplate'
  if (['html', 'body', 'main', 'article', 'h1', 'p'].includes(tag)) return tag === 'p' ? smallRegion(element) : null
  return namedRegion(element)
}

function namedRegion(element: Element): BlockKind | null {
  const words = ` ${element.getAttribute('class') ?? ''}  ${element.getAttribute('id') ?? ''} `
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_:./]+/g, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
  return BY_WORD.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** A paragraph's own class is believed where it names a credit, a date or a caption. */
function smallRegion(element: Element): BlockKind | null {
  const kind = namedRegion(element)
  return kind === 'byline' || kind === 'dateline' || kind === 'caption' ? kind : null
}

function isInsideStory(element: Element): boolean {
  return element.closest('article, main, [itemprop="articleBody"]') !== null
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')
}

/** Characters of sentences in paragraphs: what a story is made of and furniture hardly holds. */
export function storyLength(element: Element): number {
  let length = 0
  for (const paragraph of element.querySelectorAll('p')) {
    const text = paragraph.textContent?.trim() ?? ''
    if (text.length >= 40 && !isMostlyLinks(paragraph, text.length)) length += text.length
  }
  return length
}

/** Nine tenths of the characters stand in links. */
export function isMostlyLinks(element: Element, length: number): boolean {
  let linked = 0
  for (const link of element.querySelectorAll('a[href]')) linked += link.textContent?.trim().length ?? 0
  return length > 0 && linked * 10 >= length * 9
}

/**
 * The element that holds the story: the article, articleBody or main with the most story text, where it has at least
 * six tenths of the page's; null where the page does not say.
 */
export function storyRoot(document: Document): Element | null {
  const total = storyLength(document.documentElement)
  const candidates = [...document.querySelectorAll('article, [itemprop="articleBody"], main, [role="main"]')]
    .map((element) => ({ element, length: storyLength(element) }))
    .filter(({ length }) => length > 0 && length * 10 >= total * 6)
  const longest = Math.max(...candidates.map(({ length }) => length))
  const full = candidates.filter(({ length }) => length === longest).map(({ element }) => element)
  return full.find((element) => element.localName === 'article') ?? full.at(-1) ?? null
}
