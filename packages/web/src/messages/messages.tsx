/** The interface's words in the chosen language, with numbers, dates and plurals by Intl. */
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { dayRange, precision } from '../format/edtf.ts'
import { ar } from './ar.ts'
import { type Catalogue, en, type MessageKey } from './en.ts'

export const LANGUAGES = { en: 'English', ar: 'العربية' } as const
export type Language = keyof typeof LANGUAGES
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, ar }

/** English dates as most of the world writes them: 7 May 2031. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ar: 'ar' }

export type Values = Readonly<Record<string, string | number>>

export interface Messages {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** `count` chooses the plural form; names in braces are replaced, numbers as the language writes them. */
  t(key: MessageKey, values?: Values): string
  /** The message of a key that is put together from data, or `fallback` where no such message exists. */
  named(key: string, fallback: string): string
  number(value: number): string
  share(value: number): string
  /** A day, month, year or interval as people write it; text that is no EDTF comes back as it is. */
  date(edtf: string): string
  /** A moment with its time, in UTC. */
  moment(iso: string): string
  /** The name of a language, by its BCP 47 tag. */
  languageName(tag: string): string
  compare(a: string, b: string): number
}

/** Words of another direction, so that they do not disturb the sentence they stand in (Unicode, annex 9, section 2.4). */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`
}

export function messagesIn(language: Language): Messages {
  const catalogue = CATALOGUES[language]
  const locale = LOCALES[language]
  const plural = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  const shares = new Intl.NumberFormat(locale, { style: 'percent' })
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
  const collator = new Intl.Collator(locale, { numeric: true })
  const dates = {
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
    year: new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }),
  }
  const moments = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
    timeZone: 'UTC',
  })

  const one = (edtf: string): string => {
    const range = dayRange(edtf)
    if (range?.first == null) return edtf
    const written = dates[precision(edtf)].format(range.first)
    return range.hedged ? `${written} (?)` : written
  }
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    t(key, values = {}) {
      const message = catalogue[key]
      const text =
        typeof message === 'string' ? message : (message[plural.select(Number(values.count ?? 0))] ?? message.other)
      return text.replace(/\{(\w+)\}/g, (braces, name: string) => {
        const value = values[name]
        return value === undefined ? braces : typeof value === 'number' ? numbers.format(value) : value
      })
    },
    named(key, fallback) {
      const message = (catalogue as Readonly<Record<string, Catalogue[MessageKey]>>)[key]
      return typeof message === 'string' ? message : fallback
    },
    number: (value) => numbers.format(value),
    share: (value) => shares.format(value),
    date(edtf) {
      const [from, to] = edtf.split('/')
      if (from === undefined || to === undefined) return one(edtf)
      const open = (side: string) => (side === '' || side === '..' ? '…' : one(side))
      return `${open(from)} – ${open(to)}`
    },
    moment(iso) {
      const time = Date.parse(iso)
      return Number.isNaN(time) ? iso : `${moments.format(time)} UTC`
    },
    languageName(tag) {
      try {
        return names.of(tag) ?? tag
      } catch {
        return tag
      }
    },
    compare: (a, b) => collator.compare(a, b),
  }
}

const MessagesContext = createContext<Messages>(messagesIn('en'))

export function MessagesProvider({ language, children }: { language: Language; children: ReactNode }) {
  const messages = useMemo(() => messagesIn(language), [language])
  return <MessagesContext value={messages}>{children}</MessagesContext>
}

export function useMessages(): Messages {
  return useContext(MessagesContext)
}
