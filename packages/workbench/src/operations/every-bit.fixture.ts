/** A process that flips bits of a case one at a time and says which of them verification did not tell of, by their file. */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { openCase } from '../preserve/case-folder.ts'
import { homeFrom } from '../preserve/home.ts'
import { verifyCase } from '../preserve/verify-case.ts'

/** Every `stride`-th bit of a file from one on. */
export interface BitTask {
  readonly file: string
  readonly from: number
  /** Not included. */
  readonly to: number
  readonly stride: number
}

export interface BitAnswer {
  readonly tried: number
  /** "bit N of FILE". */
  readonly missed: readonly string[]
}

const [root = ''] = process.argv.slice(2)
const folder = await openCase(join(root, 'case'))
const home = homeFrom({ CORROBORATE_HOME: join(root, 'home') })

async function flipAll({ file, from, to, stride }: BitTask): Promise<BitAnswer> {
  const missed: string[] = []
  let tried = 0
  const handle = await open(join(folder.root, file), 'r+')
  try {
    for (let bit = from; bit < to; bit += stride) {
      const byte = Buffer.alloc(1)
      await handle.read(byte, 0, 1, bit >> 3)
      const [before = 0] = byte
      await handle.write(Buffer.from([before ^ (1 << (bit & 7))]), 0, 1, bit >> 3)
      const { problems, warnings } = await verifyCase(folder, home)
      if (![...problems, ...warnings].some(({ path }) => path === file)) missed.push(`bit ${bit} of ${file}`)
      await handle.write(byte, 0, 1, bit >> 3)
      tried++
    }
  } finally {
    await handle.close()
  }
  return { tried, missed }
}

process.on('message', async (task: BitTask) => process.send?.(await flipAll(task)))
process.send?.({ tried: 0, missed: [] } satisfies BitAnswer)
