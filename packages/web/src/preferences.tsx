/** What a person has chosen in this browser: language, appearance, pictures, and the name that decisions are signed with. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { LANGUAGES, type Language, messagesIn } from './messages/messages.tsx'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Whether pictures of a case are covered until they are asked for, shown without colours, or as they are. */
export const PICTURES = ['covered', 'grey', 'shown'] as const
export type Pictures = (typeof PICTURES)[number]

export interface Preferences {
  readonly language: Language
  readonly theme: Theme
  readonly author: string
  readonly pictures: Pictures
}

interface Chosen extends Preferences {
  choose(change: Partial<Preferences>): void
}

const KEY = 'corroborate.preferences'
const PreferencesContext = createContext<Chosen | null>(null)

function kept(): Preferences {
  const browser: Language = navigator.language.startsWith('ar') ? 'ar' : 'en'
  let found: Partial<Record<keyof Preferences, unknown>> = {}
  try {
    found = (JSON.parse(localStorage.getItem(KEY) ?? '{}') as typeof found | null) ?? {}
  } catch {
    // No storage, or not ours: the defaults serve.
  }
  return {
    language:
      typeof found.language === 'string' && found.language in LANGUAGES ? (found.language as Language) : browser,
    theme: THEMES.find((theme) => theme === found.theme) ?? 'system',
    author: typeof found.author === 'string' ? found.author : '',
    pictures: PICTURES.find((pictures) => pictures === found.pictures) ?? 'covered',
  }
}

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(kept)
  const { language, theme } = preferences
  useEffect(() => {
    const root = document.documentElement
    root.lang = language
    root.dir = messagesIn(language).direction
    root.dataset.theme = theme
  }, [language, theme])
  const value = useMemo(
    () => ({
      ...preferences,
      choose(change: Partial<Preferences>) {
        const next = { ...preferences, ...change }
        setPreferences(next)
        try {
          localStorage.setItem(KEY, JSON.stringify(next))
        } catch {
          // Without storage the choice lasts as long as the page.
        }
      },
    }),
    [preferences],
  )
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}

export function usePreferences(): Chosen {
  const chosen = useContext(PreferencesContext)
  if (chosen === null) throw new Error('usePreferences was called outside PreferencesProvider; wrap the app in it')
  return chosen
}
