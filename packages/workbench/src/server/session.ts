/**
 * The open vault of a running server. It is open to the browser that unlocked it and to nobody else on the machine: that
 * browser carries a random token in a cookie, and every other request sees the case locked.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { VaultDoor } from '../operations/operation.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { type OpenVault, openVault } from '../preserve/vault.ts'

const COOKIE = 'corroborate-session'

export interface VaultSession {
  /** The door as one request finds it; `unlock` answers with the cookie. */
  doorFor(c: Context): VaultDoor
  /** Takes over a vault that was opened at the terminal; gives a word that the first page to bring it is let in by. */
  adopt(vault: OpenVault): string
  /** Lets in the page that brings the word of `adopt`, once. */
  redeem(c: Context, word: string): boolean
  lock(): void
}

export function createVaultSession(): VaultSession {
  let vault: OpenVault | null = null
  let token: string | null = null
  let word: string | null = null

  const lock = () => {
    vault?.close()
    vault = null
    token = null
    word = null
  }
  const letIn = (c: Context) => {
    token ??= randomBytes(32).toString('hex')
    setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
  }
  return {
    doorFor(c) {
      return {
        open: async (folder: CaseFolder) =>
          vault !== null && vault.folder.root === folder.root && same(getCookie(c, COOKIE), token) ? vault : null,
        choose: async () => null,
        async unlock(folder, secret) {
          const opened = await openVault(folder, secret)
          lock()
          vault = opened
          letIn(c)
        },
        async lock() {
          lock()
          deleteCookie(c, COOKIE)
          return []
        },
      }
    },
    adopt(opened) {
      lock()
      vault = opened
      word = randomBytes(32).toString('hex')
      return word
    },
    redeem(c, brought) {
      if (vault === null || !same(brought, word)) return false
      word = null
      letIn(c)
      return true
    },
    lock,
  }
}

function same(given: string | undefined, expected: string | null): boolean {
  if (given === undefined || expected === null || given.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
