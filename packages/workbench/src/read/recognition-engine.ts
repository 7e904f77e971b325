/** Optical character recognition on this machine: Tesseract with models from installed packages; nothing is downloaded. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Recognition } from '../model/derived-text.ts'
import { mediaTypeOf } from './media-type.ts'
import { pictureOfPage } from './pdf-picture.ts'
import { type PictureSize, pictureSize } from './picture-size.ts'
import { UnreadableError } from './read-result.ts'

export type Recognised = Pick<Recognition, 'maker' | 'picture' | 'text' | 'words'>

/** What of Tesseract's C++ interface is used, as its build for WebAssembly offers it. */
interface TesseractApi {
  Init(path: null, languages: string, mode: number): number
  SetImageFile(orientation: number, angle: number): number
  Recognize(monitor: null): number
  GetJSONText(): string
  Version(): string
  End(): void
}
interface TesseractCore {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void }
  readonly TessBaseAPI: new () => TesseractApi
}

const require = createRequire(import.meta.url)
/** Recognition by neural network only, the mode of the models used. */
const LSTM_ONLY = 1
const SCAN_RESOLUTION = 200
const MOST_PIXELS = 100_000_000
/** Pictures whose longer side has fewer pixels are enlarged: small letters are read badly. */
const SMALL = 2200

export class NoRecognitionError extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'NoRecognitionError'
  }
}

/** Throws NoRecognitionError where the engine or a model is not installed, saying which package to install. */
export function assertInstalled(languages: readonly string[]): void {
  for (const language of languages) modelPath(language)
  found('tesseract.js-core', 'the engine')
}

export interface RecognitionEngine {
  /** A picture, or a page of a PDF. Throws UnreadableError where it cannot be read as one. */
  recognise(bytes: Uint8Array, page: number | null): Promise<Recognised>
}

/** `languages` as Tesseract names them (`eng`, `ara`), the first the likeliest. */
export async function openEngine(languages: readonly string[]): Promise<RecognitionEngine> {
  assertInstalled(languages)
  const load = require('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<TesseractCore>
  const core = await load({ print: () => {}, printErr: () => {} })
  for (const language of languages)
    core.FS.writeFile(`${language}.traineddata`, gunzipSync(readFileSync(modelPath(language))))
  const api = new core.TessBaseAPI()
  if (api.Init(null, languages.join('+'), LSTM_ONLY) !== 0)
    throw new NoRecognitionError(`the models of ${languages.join(', ')} cannot be loaded; install their packages again`)
  const maker = { engine: 'tesseract', version: api.Version(), languages: [...languages] }
  return {
    async recognise(bytes, page) {
      const { png, picture, scale } = await pictureOf(bytes, page)
      core.FS.writeFile('/input', png)
      if (api.SetImageFile(1, 0) !== 0) throw new UnreadableError('the engine cannot read the picture')
      if (api.Recognize(null) !== 0) throw new UnreadableError('the engine failed on the picture')
      return { maker, picture, ...wordsOf(JSON.parse(api.GetJSONText()) as Layout, scale, picture) }
    },
  }
}

function modelPath(language: string): string {
  const folder = found(`@tesseract.js-data/${language}`, `the model of ${JSON.stringify(language)}`)
  const path = ['4.0.0_best_int', '4.0.0']
    .map((one) => join(folder, one, `${language}.traineddata.gz`))
    .find(existsSync)
  if (path === undefined)
    throw new NoRecognitionError(`the package of the model ${JSON.stringify(language)} holds no model`)
  return path
}

function found(name: string, what: string): string {
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch {
    throw new NoRecognitionError(
      `${what} is not installed: \`npm install ${name}\` once, while there is a network; reading itself needs none`,
    )
  }
}

interface Drawn {
  readonly png: Uint8Array
  /** Of the picture as it was kept, or of the page as it was drawn. */
  readonly picture: PictureSize
  readonly scale: number
}

async function pictureOf(bytes: Uint8Array, page: number | null): Promise<Drawn> {
  const type = mediaTypeOf(bytes, '')
  if (type === 'application/pdf') {
    const { png, width, height } = await pictureOfPage(bytes, page ?? 1, SCAN_RESOLUTION)
    return { png, picture: { width, height }, scale: 1 }
  }
  const size = pictureSize(bytes)
  if (size === null) throw new UnreadableError(`it is of the kind ${type}, which is not read by machine; transcribe it`)
  const { width, height } = size
  if (width * height > MOST_PIXELS || width * height === 0)
    throw new UnreadableError(`its ${width} × ${height} pixels are not read; make it smaller and add that`)
  const scale = Math.max(width, height) < SMALL ? 2 : 1
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  try {
    const image = await loadImage(Buffer.from(bytes))
    const surface = createCanvas(image.width * scale, image.height * scale)
    const context = surface.getContext('2d')
    context.fillStyle = 'white'
    context.fillRect(0, 0, surface.width, surface.height)
    context.drawImage(image, 0, 0, surface.width, surface.height)
    return { png: surface.toBuffer('image/png'), picture: { width: image.width, height: image.height }, scale }
  } catch (error) {
    throw new UnreadableError(
      `the picture is broken (${error instanceof Error ? error.message : String(error)}); get it again, or transcribe it`,
    )
  }
}

interface Layout {
  readonly blocks?: readonly { readonly paragraphs?: readonly { readonly lines?: readonly Line[] }[] }[]
}
interface Line {
  readonly words?: readonly {
    readonly text: string
    readonly confidence: number
    readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  }[]
}

function wordsOf(
  { blocks = [] }: Layout,
  scale: number,
  { width, height }: PictureSize,
): Pick<Recognition, 'text' | 'words'> {
  const words: Recognition['words'] = []
  let text = ''
  for (const paragraph of blocks.flatMap((block) => block.paragraphs ?? [])) {
    let gap = text === '' ? '' : '\n\n'
    for (const line of paragraph.lines ?? []) {
      for (const word of line.words ?? []) {
        const said = word.text.trim()
        if (said === '') continue
        const start = text.length + gap.length
        text += gap + said
        gap = ' '
        const { x0, y0, x1, y1 } = word.bbox
        const across = (edge: number) => Math.min(width, Math.max(0, Math.round(edge / scale)))
        const down = (edge: number) => Math.min(height, Math.max(0, Math.round(edge / scale)))
        const box: [number, number, number, number] = [across(x0), down(y0), across(x1), down(y1)]
        words.push({
          start,
          end: text.length,
          box,
          confidence: Math.min(100, Math.max(0, Math.round(word.confidence))),
        })
      }
      if (gap === ' ') gap = '\n'
    }
  }
  return { text, words }
}
