/** Knows an original that holds many publications by its first bytes and its name, and reads them one after the other. */
import { createGunzip } from 'node:zlib'
import { BadZipError, openWacz, PACKAGE } from '@corroborate/evidence'
import type { ByteSource } from './byte-source.ts'
import type { CapturedPart } from './captured-part.ts'
import { archiveOf, readArchive } from './chat/social-posts.ts'
import { isTelegramPage, readTelegramHtml } from './chat/telegram-html.ts'
import { isTelegramAccount, isTelegramExport, readTelegramJson } from './chat/telegram-json.ts'
import { isWhatsAppExport, readWhatsApp } from './chat/whatsapp.ts'
import { isMbox, readMbox } from './mbox.ts'
import { readWaczCapture, readWarcCapture } from './web-capture.ts'

/** Bytes by which a capture is known. */
const HEAD = 64 * 1024

/** The web capture that an original is; null where it is none. */
export async function webCaptureOf(source: ByteSource, name: string): Promise<'warc' | 'wacz' | null> {
  const head = await source.slice(0, HEAD)
  if (head[0] === 0x1f && head[1] === 0x8b) return isWarc(await inflatedStart(head)) ? 'warc' : null
  if (head[0] === 0x50 && head[1] === 0x4b) return (await isWacz(source, name)) ? 'wacz' : null
  return isWarc(head) ? 'warc' : null
}

/** Null where the original is one publication as a whole. Throws UnreadableError while it is read. */
export async function capturedParts(source: ByteSource, name: string): Promise<AsyncIterable<CapturedPart> | null> {
  const head = await source.slice(0, HEAD)
  if (head[0] === 0x1f && head[1] === 0x8b)
    return isWarc(await inflatedStart(head)) ? readWarcCapture(source, name) : null
  if (head[0] === 0x50 && head[1] === 0x4b) return (await isWacz(source, name)) ? readWaczCapture(source, name) : null
  if (isWarc(head)) return readWarcCapture(source, name)
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, '')
  if (isMbox(text)) return readMbox(source, name)
  if (isTelegramExport(text) || (await isTelegramAccount(text, source))) return readTelegramJson(source, name)
  if (isTelegramPage(text)) return readTelegramHtml(source, name)
  const archive = archiveOf(text)
  if (archive !== null) return readArchive(archive, source, name)
  return isWhatsAppExport(text, name) ? readWhatsApp(source, name) : null
}

function isWarc(head: Uint8Array): boolean {
  return /^WARC\/\d/.test(new TextDecoder('latin1').decode(head.subarray(0, 16)))
}

/** The first bytes of what a gzip file holds; none where it is broken there. */
function inflatedStart(head: Uint8Array): Promise<Uint8Array> {
  const gunzip = createGunzip()
  return new Promise<Uint8Array>((found) => {
    gunzip.once('data', found)
    gunzip.once('error', () => found(new Uint8Array()))
    gunzip.once('end', () => found(new Uint8Array()))
    gunzip.end(head)
  }).finally(() => gunzip.destroy())
}

async function isWacz(source: ByteSource, name: string): Promise<boolean> {
  if (/\.wacz$/i.test(name)) return true
  if (/\.(?:docx|xlsx|docm|xlsm|pptx|odt|ods|epub)$/i.test(name)) return false
  try {
    const wacz = await openWacz(source)
    return wacz.member(PACKAGE) !== null && wacz.archives.length > 0
  } catch (error) {
    if (error instanceof BadZipError) return false
    throw error
  }
}
