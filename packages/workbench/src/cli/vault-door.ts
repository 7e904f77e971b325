/** How the command line opens a vault: by a file that is named, or by asking at the terminal. */
import type { VaultDoor } from '../operations/operation.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import type { Home } from '../preserve/home.ts'
import { acknowledgedRecords } from '../preserve/logged.ts'
import { isSealedRecord, keptItems, readSealed } from '../preserve/sealed-state.ts'
import { lockServers } from '../preserve/servers.ts'
import { type OpenVault, openVault } from '../preserve/vault.ts'
import { BadAccessError, readSecretFile, SHORTEST_PASSPHRASE, type VaultSecret } from '../preserve/vault-access.ts'
import type { VaultWords } from './arguments.ts'
import { askSecret, NoTerminalError, type Terminal } from './secret-prompt.ts'

export interface DoorOptions {
  readonly words: VaultWords
  readonly home: Home
  readonly terminal: Terminal
  readonly say: (sentence: string) => void
}

/** A door for one command: a vault that was opened once stays open until the program ends. */
export function terminalDoor({ words, home, terminal, say }: DoorOptions): VaultDoor {
  const opened = new Map<string, OpenVault>()
  const unlock = async (folder: CaseFolder, secret: VaultSecret) => {
    const vault = await openVault(folder, secret)
    opened.set(folder.root, vault)
    return vault
  }
  return {
    async open(folder) {
      const known = opened.get(folder.root)
      if (known !== undefined) return known
      if (words.identityFile !== null) return unlock(folder, { identities: await readSecretFile(words.identityFile) })
      if (words.passphraseFile !== null)
        return unlock(folder, { passphrase: await readSecretFile(words.passphraseFile) })
      if (words.unlock) return unlock(folder, { passphrase: await askSecret('Passphrase of the vault', terminal) })
      const locked = keptItems(await readSealed(folder, await acknowledgedRecords(folder, isSealedRecord))).length
      if (locked > 0)
        say(`${locked} confidential ${locked === 1 ? 'item is' : 'items are'} locked; --unlock opens the vault`)
      return null
    },
    async choose(folder, optional) {
      const file = words.newPassphraseFile ?? (opened.has(folder.root) ? null : words.passphraseFile)
      if (file !== null) return readSecretFile(file)
      if (!terminal.input.isTTY) {
        if (optional) return null
        throw new NoTerminalError('a passphrase for the vault')
      }
      say(
        `Choose a passphrase of ${SHORTEST_PASSPHRASE} characters or more; five words do well. Write it down and keep it apart: if it is lost, nobody can open what is confidential, we neither.`,
      )
      const first = await askSecret(optional ? 'New passphrase (empty: none)' : 'New passphrase', terminal)
      if (optional && first === '') return null
      if ((await askSecret('The same again', terminal)) !== first)
        throw new BadAccessError('the two passphrases are not the same')
      return first
    },
    async unlock(folder, secret) {
      await unlock(folder, secret)
    },
    lock: (folder) => lockServers(folder, home),
  }
}
