/** The mark of whatever comes from a confidential item. */
import { useMessages } from '../messages/messages.tsx'

export function Confidential() {
  const { t } = useMessages()
  return <span className="confidential">{t('vault.confidential')}</span>
}
