/** Saved pages, invented: what SingleFile, a browser and MHTML say of where and when a page was saved. */
import { expect, test } from 'vitest'
import { readBytes } from './read-bytes.ts'

const WORDS = 'The Tolmesh Monitor said on Sunday that fourteen civilians were killed in the village of Oster.'
const page = (head: string, body = '') =>
  `<!DOCTYPE html> <html lang="en">${head}<meta charset="utf-8"><title>Oster</title><link rel="canonical" href="https://a.example/canonical"><body>${body}<h1>Oster</h1><p>${WORDS}</p></body></html>`
const SINGLE =
  '<!--\n Page saved with SingleFile \n url: https://a.example/post/1 \n saved date: Sat May 03 2031 11:00:00 GMT+0200 (Central European Summer Time)\n-->'

async function metadataOf(content: string, name: string) {
  const result = await readBytes(Buffer.from(content), { name })
  if (result.kind !== 'text') throw new Error(result.reason)
  expect(result.text).toContain(WORDS)
  return result.metadata
}

test('SingleFile and browsers say where a page was saved from', async () => {
  expect(await metadataOf(page(SINGLE), 'post.html')).toMatchObject({
    url: 'https://a.example/post/1',
    captured: '2031-05-03',
  })
  const browser = `<!-- saved from url=(0026)https://a.example/post/2 -->`
  expect(await metadataOf(page(browser), 'post.html')).toMatchObject({
    url: 'https://a.example/post/2',
    captured: null,
  })
})

test('what a page quotes, or an address that is none, is not believed', async () => {
  expect(await metadataOf(page('', SINGLE), 'post.html')).toMatchObject({
    url: 'https://a.example/canonical',
    captured: null,
  })
  const script = SINGLE.replace('https://a.example/post/1', 'javascript:alert(1)')
  expect(await metadataOf(page(script), 'post.html')).toMatchObject({ url: 'https://a.example/canonical' })
})

test('MHTML says address and time in its header', async () => {
  const mhtml = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://a.example/post/3',
    'Subject: Oster',
    'Date: Sat, 3 May 2031 09:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: 8bit',
    'Content-Location: https://a.example/post/3',
    '',
    page(''),
    '--b1--',
    '',
  ].join('\r\n')
  expect(await metadataOf(mhtml, 'post.mhtml')).toMatchObject({
    url: 'https://a.example/post/3',
    captured: '2031-05-03',
  })
})
