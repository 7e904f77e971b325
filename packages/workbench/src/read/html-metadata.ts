/** What a page's head says about its publication: Open Graph, JSON-LD (schema.org), Dublin Core, time elements. */

import { writtenDate } from '../intake/written-date.ts'
import { agencyNamed } from './agency.ts'
import { type FoundMetadata, NO_METADATA } from './read-result.ts'

const STORY_TYPES =
  /^(?:(?:Reportage|Analysis|Opinion|Background|Review)?NewsArticle|Article|BlogPosting|Report|LiveBlogPosting)$/

interface Linked {
  readonly title: string | null
  readonly outlet: string | null
  readonly author: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly url: string | null
  readonly language: string | null
}

export function pageMetadata(document: Document, root: Element | null): FoundMetadata {
  const linked = linkedData(document)
  const site = meta(document, 'og:site_name') ?? linked?.outlet ?? meta(document, 'application-name')
  const author = linked?.author ?? meta(document, 'author', 'article:author', 'byl', 'dc.creator', 'parsely-author')
  const heading = root?.querySelector('h1') ?? document.querySelector('h1')
  const tag =
    document.documentElement.getAttribute('lang') ?? linked?.language ?? meta(document, 'og:locale', 'language')
  return {
    ...NO_METADATA,
    title:
      linked?.title ??
      meta(document, 'og:title', 'twitter:title', 'dc.title') ??
      words(heading?.textContent) ??
      words(document.querySelector('title')?.textContent),
    outlet: site ?? meta(document, 'dc.publisher', 'publisher'),
    agency: author === null ? null : agencyNamed(author),
    url:
      address(document.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
      address(meta(document, 'og:url')) ??
      address(linked?.url),
    published: publishedOn(document, root, linked),
    modified: modifiedOn(document, linked),
    byline: author === null || /^https?:/.test(author) || agencyNamed(author) !== null ? null : author,
    language: /^[a-z]{2,3}(?=$|[-_])/i.exec(tag ?? '')?.[0].toLowerCase() ?? null,
  }
}

function publishedOn(document: Document, root: Element | null, linked: Linked | null): string | null {
  const stated =
    linked?.published ??
    meta(
      document,
      'article:published_time',
      'og:article:published_time',
      'datepublished',
      'pubdate',
      'publishdate',
      'publish-date',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dc.date',
      'date',
    ) ??
    document.querySelector('[itemprop="datePublished"]')?.getAttribute('content') ??
    (root ?? document).querySelector('time[datetime]')?.getAttribute('datetime') ??
    null
  return stated === null ? null : writtenDate(stated)
}

function modifiedOn(document: Document, linked: Linked | null): string | null {
  const stated =
    linked?.modified ??
    meta(
      document,
      'article:modified_time',
      'og:article:modified_time',
      'og:updated_time',
      'datemodified',
      'last-modified',
      'lastmod',
      'dc.date.modified',
      'dcterms.modified',
    ) ??
    document.querySelector('[itemprop="dateModified"]')?.getAttribute('content') ??
    document.querySelector('time[itemprop="dateModified"]')?.getAttribute('datetime') ??
    null
  return stated === null ? null : writtenDate(stated)
}

function meta(document: Document, ...names: readonly string[]): string | null {
  const found = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = words(element.getAttribute('content'))
    if (name !== null && content !== null && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content)
  }
  return names.map((name) => found.get(name) ?? null).find((value) => value !== null) ?? null
}

function linkedData(document: Document): Linked | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const story = storyIn(parsed(script.textContent ?? ''))
    if (story === null) continue
    return {
      title: textOf(story.headline) ?? textOf(story.name),
      outlet: textOf(story.publisher),
      author: textOf(story.author),
      published: textOf(story.datePublished),
      modified: textOf(story.dateModified),
      url: textOf(story.url) ?? textOf(story.mainEntityOfPage),
      language: textOf(story.inLanguage),
    }
  }
  return null
}

/** Pages hold JSON-LD that does not parse; it says nothing then. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function storyIn(value: unknown): Readonly<Record<string, unknown>> | null {
  const queue: unknown[] = [value]
  for (let at = 0; at < queue.length && at < 1000; at++) {
    const node = queue[at]
    if (Array.isArray(node)) queue.push(...node)
    else if (typeof node === 'object' && node !== null) {
      const record = node as Readonly<Record<string, unknown>>
      const types = [record['@type']].flat()
      if (types.some((type) => typeof type === 'string' && STORY_TYPES.test(type))) return record
      queue.push(record['@graph'], record.mainEntity)
    }
  }
  return null
}

/** A string, or the name or address of the first of one or more things. */
function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? (value as unknown[])[0] : value
  if (typeof first === 'string') return words(first)
  if (typeof first !== 'object' || first === null) return null
  const record = first as Readonly<Record<string, unknown>>
  const name = record.name ?? record['@id']
  return typeof name === 'string' ? words(name) : null
}

function address(value: string | null | undefined): string | null {
  return value !== null && value !== undefined && /^https?:\/\/\S+$/.test(value) ? value : null
}

function words(value: string | null | undefined): string | null {
  const plain = (value ?? '').replace(/\s+/g, ' ').trim()
  return plain === '' ? null : plain
}
