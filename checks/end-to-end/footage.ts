/** Footage drawn and recorded by the browser itself, so that no fixture comes from elsewhere: three invented scenes. */
import type { Page } from 'playwright-core'

/** WebM of about four seconds, 640 by 360, with a cut after each third. `word` stands in every frame. */
export async function recordFootage(page: Page, word: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (shown) => {
    const surface = document.createElement('canvas')
    surface.width = 640
    surface.height = 360
    const context = surface.getContext('2d')
    if (context === null) throw new Error('the browser draws nothing')
    const draw = (at: number) => {
      const scene = Math.min(2, Math.floor(at / 1400))
      context.fillStyle = ['#dfe7ee', '#22303c', '#b98b5e'][scene] ?? '#000'
      context.fillRect(0, 0, 640, 360)
      context.fillStyle = ['#4a6fa5', '#c9b79c', '#2f3e46'][scene] ?? '#fff'
      context.fillRect(60 + ((at / 12) % 300), 130, 160, 150)
      context.fillStyle = '#b23a48'
      context.font = '42px sans-serif'
      context.fillText(shown, 30, 60)
    }
    draw(0)
    const recorder = new MediaRecorder(surface.captureStream(25), { mimeType: 'video/webm;codecs=vp8' })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve
    })
    recorder.start()
    const start = performance.now()
    await new Promise<void>((resolve) => {
      const step = () => {
        const at = performance.now() - start
        draw(at)
        if (at < 4200) setTimeout(step, 40)
        else resolve()
      }
      step()
    })
    recorder.stop()
    await stopped
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }, word)
  return Buffer.from(base64, 'base64')
}
