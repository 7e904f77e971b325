/** The list of keys. Drawn without Radix's overlay, whose scroll lock writes a style sheet that the page's policy forbids. */
import { Dialog } from 'radix-ui'
import type { MessageKey } from './messages/en.ts'
import { useMessages } from './messages/messages.tsx'

const KEYS: readonly (readonly [keys: readonly string[], MessageKey])[] = [
  [['j'], 'keys.next'],
  [['k'], 'keys.previous'],
  [['a'], 'keys.accept'],
  [['c'], 'keys.correct'],
  [['r'], 'keys.reject'],
  [['u'], 'keys.undo'],
  [['n'], 'keys.add'],
  [['/'], 'keys.search'],
  [['1', '2', '3', '4', '5', '6', '7'], 'keys.go'],
  [['↑', '↓'], 'keys.arrows'],
  [['Esc'], 'keys.escape'],
  [['?'], 'keys.help'],
]

export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useMessages()
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <div className="veil" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title>{t('keys.title')}</Dialog.Title>
          <dl className="keys">
            {KEYS.map(([keys, message]) => (
              <div key={message}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{t(message)}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close className="button">{t('app.close')}</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
