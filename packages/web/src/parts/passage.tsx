/** Words of a document with the passage they stand in. */
import { useMessages } from '../messages/messages.tsx'
import { passageAround } from '../reader/segments.ts'
import { useDocument } from '../source/queries.tsx'

interface Words {
  readonly start: number
  readonly end: number
}

/** Longest passage shown round the words, in UTF-16 code units to either side. */
const MOST = 240

export function Passage({ document, words }: { document: string; words: Words }) {
  const { data } = useDocument(document)
  const { t } = useMessages()
  if (data === undefined) return <blockquote className="passage">{t('app.loading')}</blockquote>
  const whole = passageAround(data.text, words.start, words.end)
  const start = Math.max(whole.start, words.start - MOST)
  const end = Math.min(whole.end, words.end + MOST)
  return (
    <blockquote className="passage" dir="auto" {...(data.language === null ? {} : { lang: data.language })}>
      {start > whole.start && '… '}
      {data.text.slice(start, words.start)}
      <mark>{data.text.slice(words.start, words.end)}</mark>
      {data.text.slice(words.end, end)}
      {end < whole.end && ' …'}
    </blockquote>
  )
}
