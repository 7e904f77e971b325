/** What of the case is confidential: locked, with a way to open it, or open, with a way to lock it. */
import type { Overview } from '@corroborate/workbench/contract'
import { type FormEvent, useState } from 'react'
import { useMessages } from './messages/messages.tsx'
import { useSource, useVault } from './source/queries.tsx'

export function VaultStrip({ vault }: { vault: NonNullable<Overview['vault']> }) {
  const { t } = useMessages()
  const { kind } = useSource()
  const { items, unseen } = vault
  if (items === 0) return null
  if (kind === 'copy') return <p>{t('vault.leftOut', { count: items })}</p>
  if (unseen === items) return <Locked count={items} />
  return <Open shown={items - unseen} unseen={unseen} />
}

function Locked({ count }: { count: number }) {
  const { t } = useMessages()
  const vault = useVault()
  const [asking, setAsking] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  if (vault === null) return null
  const { unlock } = vault
  const send = (event: FormEvent) => {
    event.preventDefault()
    setPassphrase('')
    unlock.mutate(passphrase)
  }
  if (!asking)
    return (
      <p className="vault" data-state="locked">
        {t('vault.locked', { count })}{' '}
        <button type="button" className="plain-button" onClick={() => setAsking(true)}>
          {t('vault.unlock')}
        </button>
      </p>
    )
  return (
    <form className="vault" data-state="locked" onSubmit={send}>
      <label>
        {t('vault.passphrase')}
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          type="password"
          required
          dir="auto"
          value={passphrase}
          autoComplete="off"
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </label>{' '}
      <button type="submit" className="button" disabled={unlock.isPending}>
        {unlock.isPending ? t('vault.opening') : t('vault.unlock')}
      </button>{' '}
      <button type="button" className="plain-button" onClick={() => setAsking(false)}>
        {t('app.cancel')}
      </button>
      {unlock.error !== null && (
        <span role="alert" className="problem">
          {t('vault.wrong')}
        </span>
      )}
    </form>
  )
}

function Open({ shown, unseen }: { shown: number; unseen: number }) {
  const { t } = useMessages()
  const vault = useVault()
  return (
    <p className="vault" data-state="open">
      {t('vault.open', { count: shown })} {unseen > 0 && t('vault.broken', { count: unseen })}{' '}
      {vault !== null && (
        <button
          type="button"
          className="plain-button"
          disabled={vault.lock.isPending}
          onClick={() => vault.lock.mutate()}
        >
          {t('vault.lock')}
        </button>
      )}
    </p>
  )
}
