/** Draws a thumbnail of every picture that has none by the present maker; what cannot be drawn is kept with the reason. */
import { availableParallelism } from 'node:os'
import type { Originals } from '@corroborate/evidence'
import type { Thumbnail } from '../model/thumbnail.ts'
import { SealBrokenError } from '../preserve/age-seal.ts'
import type { OpenVault } from '../preserve/vault.ts'
import { thumbnailMaker } from '../read/draw-thumbnail.ts'
import { type Drawer, openDrawer, type PictureSource } from '../read/drawer.ts'
import { PICTURE_FAULTS } from '../read/picture-fault.ts'
import { LARGEST_READ, UnreadableError } from '../read/read-bytes.ts'
import type { CaseStore } from '../storage/case-store.ts'
import { bytesInClear, type SealedInputs } from './sealed-inputs.ts'

/** Pictures to a process, below which one process more is not worth its start. */
const WORTH_A_PROCESS = 8
/** Thumbnails kept in one transaction. */
const BATCH = 64

export interface DrawingOptions {
  readonly originals: Originals
  readonly progress: (phase: 'drawing', done: number, total: number) => void
  readonly signal: AbortSignal
  /** What an open vault adds; `store` is then in memory alone. */
  readonly opened?: { readonly vault: OpenVault; readonly inputs: SealedInputs }
}

/** Setting that holds for which documents, by their stamp, and by which maker all thumbnails are drawn. */
const DRAWN = 'thumbnails'

/** With an open vault only what is confidential is drawn: the rest lies in `case.db`. */
export async function drawThumbnails(store: CaseStore, options: DrawingOptions): Promise<void> {
  const maker = thumbnailMaker()
  if (maker === null) return
  const all = `${maker} ${(await store.stamps()).get('documents') ?? ''}`
  if ((await store.setting(DRAWN)) === all) return
  await drawMissing(store, maker, options)
  await store.write((transactor) => transactor.putSetting(DRAWN, all))
}

async function drawMissing(
  store: CaseStore,
  maker: string,
  { originals, progress, signal, opened }: DrawingOptions,
): Promise<void> {
  const drawn = new Map((await store.thumbnails()).map((one) => [one.item, one.maker]))
  const pictures = new Map<string, number>()
  for (const { item, part, mediaType, size } of await store.documents()) {
    if (part !== null || mediaType?.startsWith('image/') !== true || drawn.get(item) === maker) continue
    if (opened === undefined || opened.inputs.items.has(item)) pictures.set(item, size)
  }
  if (pictures.size === 0) return
  const sourceOf = async (item: string): Promise<PictureSource> => {
    const sealed = opened?.inputs.items.get(item)
    if (opened === undefined || sealed === undefined) return { path: await originals.path(item) }
    return { bytes: await bytesInClear(opened.vault, originals, sealed) }
  }
  const drawers = Array.from(
    { length: Math.max(1, Math.min(availableParallelism(), Math.ceil(pictures.size / WORTH_A_PROCESS))) },
    () => openDrawer(),
  )
  const all = [...pictures]
  let done = 0
  progress('drawing', 0, all.length)
  const drawOne = async (drawer: Drawer, [item, size]: readonly [string, number]) => {
    const kept = await attempt(item, maker, async () => {
      if (size > LARGEST_READ) throw new UnreadableError(`it has more than ${LARGEST_READ} bytes`)
      return drawer.thumbnail(await sourceOf(item))
    })
    progress('drawing', ++done, all.length)
    return kept
  }
  try {
    for (let at = 0; at < all.length; at += BATCH) {
      const queue = all.slice(at, at + BATCH)
      const kept: Kept[] = []
      const work = async (drawer: Drawer) => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          signal.throwIfAborted()
          kept.push(await drawOne(drawer, next))
        }
      }
      await Promise.all(drawers.map(work))
      await store.write(async (transactor) => {
        for (const { thumbnail, bytes } of kept) await transactor.putThumbnail(thumbnail, bytes)
      })
    }
  } finally {
    for (const drawer of drawers) drawer.close()
  }
}

interface Kept {
  readonly thumbnail: Thumbnail
  readonly bytes: Uint8Array | null
}

async function attempt(item: string, maker: string, draw: () => ReturnType<Drawer['thumbnail']>): Promise<Kept> {
  try {
    const { bytes, fault, ...drawn } = await draw()
    return { thumbnail: { item, maker, drawn, problem: fault === null ? null : `it ${PICTURE_FAULTS[fault]}` }, bytes }
  } catch (error) {
    if (!(error instanceof UnreadableError) && !(error instanceof SealBrokenError)) throw error
    return { thumbnail: { item, maker, drawn: null, problem: error.message }, bytes: null }
  }
}
