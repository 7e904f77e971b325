/** Frames out of footage that the browser plays: where they may be of interest, and the picture of one as it is kept. */

/** A frame as it is sent to be kept. */
export interface GrabbedFrame {
  readonly time: number
  readonly maker: string
  /** PNG, or JPEG where that would be large, in base64. */
  readonly picture: string
}

export class FootageError extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'FootageError'
  }
}

/** Bytes of a PNG above which a frame is kept as JPEG. */
const LARGE_PNG = 1024 * 1024
const JPEG_QUALITY = 0.92
/** Milliseconds that a player may take to show a frame. */
const PATIENCE = 15_000

/** The picture that a player shows now, at the size of the footage. */
export async function grabFrame(video: HTMLVideoElement): Promise<GrabbedFrame> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) throw new FootageError('the browser shows no picture of this footage')
  const surface = document.createElement('canvas')
  surface.width = width
  surface.height = height
  surface.getContext('2d')?.drawImage(video, 0, 0, width, height)
  const png = await blobOf(surface, 'image/png')
  const blob = png.size <= LARGE_PNG ? png : await blobOf(surface, 'image/jpeg')
  return { time: video.currentTime, maker: navigator.userAgent, picture: await base64Of(blob) }
}

function blobOf(surface: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) =>
      blob === null ? reject(new FootageError('the browser made no picture of the frame')) : resolve(blob)
    surface.toBlob(done, type, JPEG_QUALITY)
  })
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}

/** Shows the frame at a time; resolves once it is there. */
export function seekTo(video: HTMLVideoElement, time: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new FootageError('the browser cannot go to that time'))), PATIENCE)
    const shown = () => end(resolve)
    const failed = () => end(() => reject(new FootageError('the browser cannot play this footage')))
    const end = (settle: () => void) => {
      clearTimeout(timer)
      video.removeEventListener('seeked', shown)
      video.removeEventListener('error', failed)
      settle()
    }
    video.addEventListener('seeked', shown)
    video.addEventListener('error', failed)
    video.currentTime = time
  })
}

/** Seconds; some recorders write none, and the player learns it only at the end. */
export async function durationOf(video: HTMLVideoElement): Promise<number> {
  if (video.readyState === 0)
    await new Promise<void>((resolve, reject) => {
      video.addEventListener('loadedmetadata', () => resolve(), { once: true })
      video.addEventListener('error', () => reject(new FootageError('the browser cannot play this footage')), {
        once: true,
      })
    })
  if (!Number.isFinite(video.duration)) await seekTo(video, 1e9)
  return Number.isFinite(video.duration) ? video.duration : video.currentTime
}

/** A frame that may be of interest, small. */
export interface Glimpse {
  readonly time: number
  readonly surface: HTMLCanvasElement
}

/** Frames looked at in one search at most. */
const MOST_LOOKS = 240
/** Frames given at most. */
const MOST_GLIMPSES = 48
const GLIMPSE_WIDTH = 192
/** Mean difference of two frames' brightness, of 255, that makes a cut between them. */
const CUT = 26

/**
 * Looks through footage with a player of its own: a frame every so many seconds, or with `every` null the first frame
 * after each cut. Ends early, with what it has, where `signal` asks for it.
 */
export async function glimpses(
  address: string,
  every: number | null,
  signal: AbortSignal,
  seen: (share: number) => void,
): Promise<readonly Glimpse[]> {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  video.src = address
  try {
    const length = await durationOf(video)
    const step = Math.max(every ?? 0.5, length / MOST_LOOKS)
    const found: Glimpse[] = []
    let before: Uint8ClampedArray | null = null
    for (let time = 0; time < length && found.length < MOST_GLIMPSES && !signal.aborted; time += step) {
      await seekTo(video, time)
      const surface = document.createElement('canvas')
      surface.width = GLIMPSE_WIDTH
      surface.height = Math.max(1, Math.round((GLIMPSE_WIDTH * video.videoHeight) / Math.max(1, video.videoWidth)))
      const context = surface.getContext('2d', { willReadFrequently: true })
      if (context === null) throw new FootageError('the browser made no picture of the frame')
      context.drawImage(video, 0, 0, surface.width, surface.height)
      const { data } = context.getImageData(0, 0, surface.width, surface.height)
      if (every !== null || before === null || difference(before, data) > CUT)
        found.push({ time: video.currentTime, surface })
      before = data
      seen(Math.min(1, time / length))
    }
    return found
  } finally {
    video.removeAttribute('src')
    video.load()
  }
}

/** Mean absolute difference of brightness over every fourth pixel, from 0 to 255. */
export function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let sum = 0
  let count = 0
  for (let at = 0; at + 2 < Math.min(a.length, b.length); at += 16) {
    sum += Math.abs(brightness(a, at) - brightness(b, at))
    count++
  }
  return count === 0 ? 0 : sum / count
}

/** Rec. 601 luma. */
function brightness(pixels: Uint8ClampedArray, at: number): number {
  return 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0)
}

/** `1:02.500`: minutes, seconds and thousandths, with hours where there are any. */
export function timeText(time: number): string {
  const thousandths = Math.round(time * 1000)
  const [hours, minutes] = [Math.floor(thousandths / 3_600_000), Math.floor(thousandths / 60_000) % 60]
  const seconds = ((thousandths % 60_000) / 1000).toFixed(3).padStart(6, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}
