/** Pages are read in order, furniture is marked and nothing runs. */
import { describe, expect, test } from 'vitest'
import { readBytes, UnreadableError } from './read-bytes.ts'
import type { ReadText } from './read-result.ts'

const PAGE = `<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Shells fall on the old quarter | The Paper</title>
<meta property="og:site_name" content="The Paper">
<link rel="canonical" href="https://paper.example/shells">
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Shells fall on the old quarter","datePublished":"2025-04-03T23:30:00+03:00","author":[{"name":"AFP"}]}]}</script>
<script>globalThis.pageScriptRan = true; document.write('900 killed')</script>
<style>p { color: red }</style>
</head><body class="has-sidebar related-on">
<header><a href="/">The Paper</a><nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<main><article>
<h1>Shells fall on the <em>old</em> quarter</h1>
<p class="byline">By AFP</p>
<time datetime="2025-04-03">3 April 2025</time>
<div class="share-bar"><a href="#f">Facebook</a> <a href="#x">X</a></div>
<figure><img src="a.jpg" alt="Smoke above houses"><figcaption>Smoke over the quarter, where 12 died (AFP)</figcaption></figure>
<p>The monitor said on Sunday that shelling killed at least <b>12</b>
   people in the old&nbsp;quarter of the town.</p>
<div class="related-stories"><h3>Read more</h3><ul><li><a href="/1">30 killed in a flood abroad</a></li><li><a href="/2">Prices rise again</a></li></ul></div>
<h2>What is known</h2>
<p>It added that the count may rise,<br>since rescuers had not reached two streets.<br><br>The ministry gave no figure of its own on Monday.</p>
<table><tr><th>Place</th><th>Killed</th></tr><tr><td>Port</td><td>7</td></tr></table>
<ul><li>12 killed in the port, the monitor said</li></ul>
<p><a href="/3">Ten facts about the old quarter</a></p>
</article>
<aside><p>At least 40 people were killed last year in another country, the ministry said.</p></aside>
</main>
<footer><p>© 2025 The Paper. All rights reserved.</p></footer>
</body></html>`

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

async function read(html: string | Uint8Array, name = 'page.html'): Promise<ReadText> {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html
  const result = await readBytes(bytes, { name })
  if (result.kind !== 'text') throw new Error(`expected text, got ${result.kind}: ${result.reason}`)
  return result
}

const kindsOf = (result: ReadText) =>
  result.blocks.map(({ kind, start, end }) => [kind, result.text.slice(start, end)] as const)

describe('a page', () => {
  test('is read in order with kinds', async () => {
    expect(kindsOf(await read(PAGE))).toEqual([
      ['boilerplate', 'The Paper'],
      ['boilerplate', 'World'],
      ['boilerplate', 'Sport'],
      ['title', 'Shells fall on the old quarter'],
      ['byline', 'By AFP'],
      ['dateline', '3 April 2025'],
      ['boilerplate', 'Facebook X'],
      ['alternative-text', 'Smoke above houses'],
      ['caption', 'Smoke over the quarter, where 12 died (AFP)'],
      [
        'body',
        'The monitor said on Sunday that shelling killed at least 12 people in the old\u00a0quarter of the town.',
      ],
      ['related-links', 'Read more'],
      ['related-links', '30 killed in a flood abroad'],
      ['related-links', 'Prices rise again'],
      ['heading', 'What is known'],
      ['body', 'It added that the count may rise,\nsince rescuers had not reached two streets.'],
      ['body', 'The ministry gave no figure of its own on Monday.'],
      ['table', 'Place\tKilled'],
      ['table', 'Port\t7'],
      ['body', '12 killed in the port, the monitor said'],
      ['related-links', 'Ten facts about the old quarter'],
      ['boilerplate', 'At least 40 people were killed last year in another country, the ministry said.'],
      ['boilerplate', '© 2025 The Paper. All rights reserved.'],
    ])
  })

  test('gives the path of each element', async () => {
    const result = await read(PAGE)
    const body = result.blocks.find(({ kind }) => kind === 'body')
    expect(body?.source).toEqual({ kind: 'dom', path: '/html/body/main/article/p[2]' })
  })

  test('says where it was published, the date as printed and not moved to another zone', async () => {
    expect((await read(PAGE)).metadata).toEqual({
      title: 'Shells fall on the old quarter',
      outlet: 'The Paper',
      agency: 'AFP',
      url: 'https://paper.example/shells',
      published: '2025-04-03',
      modified: null,
      captured: null,
      byline: null,
      language: 'en',
    })
  })

  test.each([
    '<meta property="article:modified_time" content="2025-04-05T08:00:00+03:00">',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","dateModified":"2025-04-05"}</script>',
    '<meta name="dcterms.modified" content="5 April 2025">',
  ])('says when it was changed: %s', async (head) => {
    const page = `<html><head>${head}</head><body><article><p>Shells fell on the quarter on Sunday.</p></article></body></html>`
    expect((await read(page)).metadata).toMatchObject({ modified: '2025-04-05' })
  })

  test('runs no script and shows none', async () => {
    const result = await read(PAGE)
    expect('pageScriptRan' in globalThis).toBe(false)
    expect(result.text).not.toContain('900')
    expect(result.text).not.toContain('color')
  })

  test('keeps a story whose wrapper has the class of furniture', async () => {
    const story = '<p>The monitor said on Sunday that shelling killed at least 12 people there.</p>'.repeat(3)
    const result = await read(`<html><body><div class="widget sidebar">${story}</div></body></html>`)
    expect(kindsOf(result).map(([kind]) => kind)).toEqual(['body', 'body', 'body'])
  })

  test('keeps a standfirst between a headline and the story', async () => {
    const story = '<p>The monitor said on Sunday that shelling killed at least 12 people there.</p>'.repeat(3)
    const page = `<h1>Shells fall</h1><p>Twelve people died in the port on Sunday.</p><article>${story}</article><p>Other words that end.</p>`
    expect(kindsOf(await read(page)).map(([kind]) => kind)).toEqual([
      'title',
      'body',
      'body',
      'body',
      'body',
      'boilerplate',
    ])
  })

  test('a page without html, head or body is read all the same', async () => {
    expect(kindsOf(await read('<p>One died.<p>Two were hurt.'))).toEqual([
      ['body', 'One died.'],
      ['body', 'Two were hurt.'],
    ])
  })

  test('is known by its content where its name says nothing', async () => {
    expect((await read('<!doctype html><p>One died.', 'report.txt')).mediaType).toBe('text/html')
    expect((await read('<script>alert(1)</script> is a string', 'report.txt')).mediaType).toBe('text/plain')
  })

  test('is decoded as its meta element says, unless the bytes are UTF-8', async () => {
    const arabic = latin('<html><meta charset="windows-1256"><p>\xc7\xe1\xe3\xd1\xd5\xcf')
    expect((await read(arabic)).text).toBe('المرصد')
    expect((await read('<html><meta charset="windows-1256"><p>المرصد')).text).toBe('المرصد')
  })

  test('marks that open no tag are text', async () => {
    expect((await read('<p>3 < 4 << 5')).text).toBe('3 < 4 << 5')
    const started = performance.now()
    expect((await read(`<p>${'<'.repeat(60_000)}`)).text).toHaveLength(60_000)
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  test('nested without end is refused, thousands of paragraphs are not', async () => {
    await expect(read(`<html><body>${'<div>'.repeat(60_000)}x`)).rejects.toThrow(UnreadableError)
    const started = performance.now()
    const many = await read(
      `<html><body>${'<div><p>Some words that are said here, one after the other.</p></div>'.repeat(8000)}`,
    )
    expect(many.blocks).toHaveLength(8000)
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
