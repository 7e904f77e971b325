/** Keeps a picture covered until a person asks to see it: looking at what this work shows harms those who look. */
import { type ReactNode, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { PICTURES, type Pictures, usePreferences } from '../preferences.tsx'

/** `children` is given whether it may be seen, so that nothing large is fetched for a covered picture. */
export function Veil({ children }: { children: (seen: boolean) => ReactNode }) {
  const { t } = useMessages()
  const { pictures } = usePreferences()
  const [asked, setAsked] = useState<boolean | null>(null)
  const seen = asked ?? pictures !== 'covered'
  return (
    <div className="veil" data-pictures={seen ? (pictures === 'grey' ? 'grey' : 'shown') : 'covered'}>
      <div className="veil-under" inert={!seen}>
        {children(seen)}
      </div>
      {seen ? (
        <p>
          <button type="button" className="plain-button" onClick={() => setAsked(false)}>
            {t('media.cover')}
          </button>
        </p>
      ) : (
        <p className="veil-over">
          <span>{t('media.covered')}</span>{' '}
          <button type="button" className="button" onClick={() => setAsked(true)}>
            {t('media.reveal')}
          </button>
        </p>
      )}
    </div>
  )
}

/** How pictures are shown in this browser. */
export function PicturesSetting() {
  const { t } = useMessages()
  const { pictures, choose } = usePreferences()
  return (
    <label className="pictures-setting">
      {t('media.pictures')}{' '}
      <select value={pictures} onChange={(event) => choose({ pictures: event.target.value as Pictures })}>
        {PICTURES.map((each) => (
          <option key={each} value={each}>
            {t(`media.pictures.${each}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
