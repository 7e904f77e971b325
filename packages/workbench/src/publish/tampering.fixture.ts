/** Every way in which tests tamper with an export that carries its evidence, with and without its key. */
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Signer, signerOf, timestampRequest } from '@corroborate/evidence'
import { openAuthority } from '../../../evidence/src/timestamp/authority.fixture.ts'

export interface Tampering {
  readonly name: string
  /** The file, or the beginning of its path, that whoever verifies must name. */
  readonly named: string
  /** Not told by the page in a browser, which is not given links nor names that are not Unicode. */
  readonly unseenInBrowser?: true
  tamper(kit: TamperedKit): Promise<unknown>
}

/** An export to be changed. */
export interface TamperedKit {
  at(name: string): string
  /** Changes a file's text, and is sure to have changed it. */
  alter(name: string, change: (text: string) => string): Promise<void>
  flip(name: string, byte: number): Promise<void>
  /** The first file whose path fits. */
  find(path: RegExp): Promise<string>
  /** Puts changed files into the list, as a forger would, takes out those that are gone, adds new ones. */
  relist(): Promise<void>
}

export function tampered(folder: string): TamperedKit {
  const path = (name: string) => join(folder, name)
  const list = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort()
  }
  const find = async (wanted: RegExp) => {
    const found = (await list()).find((name) => wanted.test(name))
    if (found === undefined) throw new Error(`the export has no ${wanted}`)
    return found
  }
  return {
    at: path,
    find,
    async alter(name, change) {
      const text = await readFile(path(name), 'utf8')
      if (change(text) === text) throw new Error(`${name} was not changed`)
      await writeFile(path(name), change(text))
    },
    async flip(name, byte) {
      const bytes = await readFile(path(name))
      bytes[byte < 0 ? bytes.length + byte : byte]! ^= 1
      await writeFile(path(name), bytes)
    },
    async relist() {
      const files = (await list()).filter((name) => !name.startsWith('evidence/files.sha512'))
      const lines = await Promise.all(
        files.map(
          async (name) =>
            `${createHash('sha512')
              .update(await readFile(path(name)))
              .digest('hex')}  ${name}\n`,
        ),
      )
      await writeFile(path('evidence/files.sha512'), lines.join(''))
    },
  }
}

const another = (size: string) => (text: string) => text.replace(/\n\d+\n/, `\n${size}\n`)

/** Whoever does not hold the key does these; `sha512sum` and `openssl` alone find each of them. */
export const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'a file changed',
    named: 'dossier.json',
    tamper: ({ alter }) => alter('dossier.json', (text) => text.replace('copy', 'COPY')),
  },
  { name: 'a bit of a file changed', named: 'tolls.csv', tamper: ({ flip }) => flip('tolls.csv', 3) },
  {
    name: 'a file cut short',
    named: 'tolls.csv',
    tamper: ({ alter }) => alter('tolls.csv', (text) => text.slice(0, -1)),
  },
  { name: 'a file emptied', named: 'tolls.csv', tamper: (kit) => writeFile(kit.at('tolls.csv'), '') },
  { name: 'a file removed', named: 'tolls.csv', tamper: (kit) => rm(kit.at('tolls.csv')) },
  { name: 'a file added', named: 'more.csv', tamper: (kit) => writeFile(kit.at('more.csv'), 'x') },
  {
    name: 'a file added, and another whose path reads as the same on a line of its own',
    named: 'correction.html',
    async tamper(kit) {
      await writeFile(kit.at('correction.html'), 'x')
      await mkdir(kit.at('dossier.json\n.'))
      await writeFile(kit.at('dossier.json\n./correction.html'), 'x')
    },
  },
  {
    name: 'a link to a file added',
    named: 'more.csv',
    unseenInBrowser: true,
    tamper: (kit) => symlink('/dev/null', kit.at('more.csv')),
  },
  {
    name: 'a link to a folder added',
    named: 'more',
    unseenInBrowser: true,
    tamper: (kit) => symlink('/', kit.at('more')),
  },
  {
    name: 'a file replaced by a link to its bytes elsewhere',
    named: 'tolls.csv',
    unseenInBrowser: true,
    async tamper(kit) {
      await rename(kit.at('tolls.csv'), kit.at('../elsewhere.csv'))
      await symlink('../elsewhere.csv', kit.at('tolls.csv'))
    },
  },
  {
    name: 'the extensions of the originals replaced by a link to themselves elsewhere',
    named: 'originals/extensions',
    unseenInBrowser: true,
    async tamper(kit) {
      await rm(kit.at('../extensions'), { recursive: true, force: true })
      await rename(kit.at('originals/extensions'), kit.at('../extensions'))
      await symlink('../../extensions', kit.at('originals/extensions'))
    },
  },
  {
    name: 'a file added in a folder whose name is not UTF-8',
    named: '\\xff',
    unseenInBrowser: true,
    async tamper(kit) {
      const folder = Buffer.concat([Buffer.from(`${kit.at('.')}/`), Buffer.from([0xff])])
      await mkdir(folder)
      await writeFile(Buffer.concat([folder, Buffer.from('/corrected.html')]), 'x')
    },
  },
  {
    name: 'the checkpoint of a size that no disk holds, wherever it is',
    named: 'evidence/log/tile',
    async tamper({ alter }) {
      for (const name of ['evidence/checkpoint', 'evidence/checkpoint.text', 'evidence/log/checkpoint'])
        await alter(name, another('9007199254740991'))
    },
  },
  {
    name: 'a file renamed',
    named: 'Tolls.csv',
    tamper: (kit) => rename(kit.at('tolls.csv'), kit.at('Tolls.csv')),
  },
  {
    name: 'a file added among the evidence',
    named: 'evidence/files.sha512.txt',
    tamper: (kit) => writeFile(kit.at('evidence/files.sha512.txt'), 'x'),
  },
  {
    name: 'two files swapped',
    named: 'dossier.json',
    async tamper(kit) {
      const text = await readFile(kit.at('tolls.csv'))
      await cp(kit.at('dossier.json'), kit.at('tolls.csv'))
      await writeFile(kit.at('dossier.json'), text)
    },
  },
  {
    name: 'an original changed',
    named: 'originals/',
    tamper: async ({ alter, find }) => alter(await find(/content\/one\.txt$/), (text) => `${text}!`),
  },
  {
    name: 'an original removed with its folder',
    named: 'originals/',
    tamper: async ({ at: path, find }) =>
      rm(path((await find(/content\/one\.txt$/)).replace(/\/v1\/content.*/, '')), { recursive: true }),
  },
  {
    name: "an original's inventory changed",
    named: 'originals/',
    tamper: async ({ alter, find }) =>
      alter(await find(/\/inventory\.json$/), (text) => text.replace('one.txt', 'won.txt')),
  },
  {
    name: 'a file changed and listed anew',
    named: 'evidence/files.sha512.sig',
    async tamper({ alter, relist }) {
      await alter('dossier.json', (text) => text.replace('copy', 'COPY'))
      await relist()
    },
  },
  {
    name: 'a line taken out of the list, and its file',
    named: 'evidence/files.sha512.sig',
    async tamper({ alter, at: path }) {
      await rm(path('tolls.csv'))
      await alter('evidence/files.sha512', (list) => list.replace(/^.*tolls\.csv\n/m, ''))
    },
  },
  {
    name: 'a line of the list doubled',
    named: 'evidence/files.sha512',
    tamper: ({ alter }) => alter('evidence/files.sha512', (list) => list.replace(/^(.*tolls\.csv\n)/m, '$1$1')),
  },
  {
    name: 'the signature of the list changed',
    named: 'evidence/files.sha512.sig',
    tamper: ({ flip }) => flip('evidence/files.sha512.sig', 9),
  },
  {
    name: 'the checkpoint of another size',
    named: 'evidence/checkpoint',
    tamper: ({ alter }) => alter('evidence/checkpoint', another('99')),
  },
  {
    name: 'the text of the checkpoint changed in both places',
    named: 'evidence/checkpoint',
    async tamper({ alter }) {
      for (const name of ['evidence/checkpoint', 'evidence/checkpoint.text']) await alter(name, another('99'))
    },
  },
  {
    name: 'the page of commands changed',
    named: 'VERIFY.md',
    tamper: ({ alter }) => alter('VERIFY.md', (text) => text.replace('one public key', 'a public key')),
  },
  {
    name: 'another key put in',
    named: 'evidence/files.sha512.sig',
    tamper: (kit) => writeFile(kit.at('evidence/log-key.pem'), signerOf('x', Buffer.alloc(32, 8)).verifier.pem),
  },
  {
    name: 'a leaf of the log changed',
    named: 'evidence/log/',
    tamper: async ({ flip, find }) => flip(await find(/tile\/entries\/000/), 30),
  },
  {
    name: 'a tile of the log removed',
    named: 'evidence/log/',
    tamper: async ({ at: path, find }) => rm(path(await find(/tile\/0\//))),
  },
  {
    name: 'a record changed',
    named: 'records/captures/',
    tamper: async ({ alter, find }) =>
      alter(await find(/^records\/captures\//), (text) => text.replace(/"size": \d+/, '"size": 7')),
  },
  {
    name: 'a cosignature changed',
    named: 'evidence/cosignatures/1/',
    tamper: ({ flip }) => flip('evidence/cosignatures/1/checkpoint', -12),
  },
]

/** These too, where openssl dated the export. */
export const DATED_TAMPERINGS: readonly Tampering[] = [
  {
    name: 'a bit of a time-stamp changed',
    named: 'evidence/timestamps/1/answer.tsr',
    tamper: ({ flip }) => flip('evidence/timestamps/1/answer.tsr', -3),
  },
  {
    name: 'the checkpoint under a time-stamp changed',
    named: 'evidence/timestamps/1/checkpoint',
    tamper: ({ alter }) => alter('evidence/timestamps/1/checkpoint', another('1')),
  },
]

/** Who holds the key lists and signs the lie anew; only what stands outside that list tells. */
export const INSIDER_TAMPERINGS: readonly (Tampering & { readonly dated?: true })[] = [
  {
    name: 'a record changed',
    named: 'records/captures/',
    tamper: async ({ alter, find }) =>
      alter(await find(/^records\/captures\//), (text) => text.replace(/"size": \d+/, '"size": 7')),
  },
  {
    name: 'a record with a member that is there twice',
    named: 'records/captures/',
    tamper: async ({ alter, find }) =>
      alter(await find(/^records\/captures\//), (text) =>
        text.replace('"record":', '"record": {"size": 7},\n "record":'),
      ),
  },
  {
    name: 'a record with a member beside it',
    named: 'records/captures/',
    tamper: async ({ alter, find }) =>
      alter(await find(/^records\/captures\//), (text) => text.replace(/\n}\n$/, ',\n "corrected": {}\n}\n')),
  },
  {
    name: 'a record removed',
    named: 'originals',
    tamper: async ({ at: path, find }) => rm(path(await find(/^records\/captures\//))),
  },
  {
    name: 'an original left out, with its record',
    named: 'records/captures/',
    async tamper({ at: path, alter, find }) {
      const object = (await find(/content\/one\.txt$/)).replace(/\/v1\/content.*/, '')
      const item = object.slice(object.lastIndexOf('/') + 1)
      await rm(path(object.slice(0, object.lastIndexOf('/'))), { recursive: true })
      await rm(path(await recordOf(path('records/captures'), item)))
      await alter('evidence/originals.sha512', (list) => list.replace(new RegExp(`^${item}.*\n`, 'm'), ''))
    },
  },
  {
    name: 'a record added',
    named: 'records/captures/00/',
    async tamper({ at: path, find }) {
      await mkdir(path('records/captures/00'))
      await cp(
        path(await find(/^records\/captures\//)),
        path('records/captures/00/00000000-0000-4000-8000-000000000000.json'),
      )
    },
  },
  {
    name: 'an original changed',
    named: 'originals/',
    tamper: async ({ alter, find }) => alter(await find(/content\/one\.txt$/), (text) => `${text}!`),
  },
  {
    name: "an original's inventory changed",
    named: 'originals/',
    tamper: async ({ alter, find }) =>
      alter(await find(/\/inventory\.json$/), (text) => text.replace('one.txt', 'won.txt')),
  },
  {
    name: 'a leaf of the log changed',
    named: 'evidence/log/tile/entries/',
    tamper: async ({ flip, find }) => flip(await find(/tile\/entries\/000/), 30),
  },
  {
    name: 'the log put back behind its checkpoint',
    named: 'evidence/log/checkpoint',
    tamper: ({ alter }) => alter('evidence/log/checkpoint', another('1')),
  },
  {
    name: 'a cosignature changed',
    named: 'evidence/cosignatures/1/checkpoint',
    tamper: ({ flip }) => flip('evidence/cosignatures/1/checkpoint', -12),
  },
  {
    name: 'a time-stamp on something else',
    named: 'evidence/timestamps/1/answer.tsr',
    dated: true,
    async tamper({ at: path }) {
      const authority = openAuthority(path('..'), 'Another Invented Authority')
      await writeFile(path('evidence/timestamps/1/answer.tsr'), authority.answer(timestampRequest(Buffer.from('x'))))
    },
  },
  {
    name: 'a time-stamp on a checkpoint of another log',
    named: 'evidence/timestamps/1/checkpoint',
    dated: true,
    tamper: ({ alter }) =>
      alter('evidence/timestamps/1/checkpoint', (text) => text.replace(/^[^\n]+/, 'another.log/x')),
  },
]

/** Below the export, the record of the capture of an item. */
async function recordOf(folder: string, item: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    if ((await readFile(path, 'utf8')).includes(item)) return `records/captures/${relative(folder, path)}`
  }
  throw new Error(`no record of ${item}`)
}

/** Lists and signs an export anew, as whoever holds the key can. */
export async function resign(kit: TamperedKit, signer: Signer): Promise<void> {
  await kit.relist()
  await writeFile(kit.at('evidence/files.sha512.sig'), signer.sign(await readFile(kit.at('evidence/files.sha512'))))
}
