/** A value of embedded metadata as characters: UTF-8 where it is that, else Latin-1, up to its end, and not endless. */

/** Characters of a value that are kept. */
const LONGEST = 500

export function plainText(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('latin1').decode(bytes)
  }
  const ended = text.replace(/\0[\s\S]*$/, '')
  const shown = ended.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim()
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown
}
