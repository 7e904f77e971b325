/** The small picture of a document in a list: covered or grey as the person chose, and never more than a hint. */
import type { DocumentSummary } from '@corroborate/workbench/contract'
import { usePreferences } from '../preferences.tsx'
import { useSource } from '../source/queries.tsx'

export function ListThumbnail({ document: { item, thumbnail } }: { document: DocumentSummary }) {
  const { pictures } = usePreferences()
  const address = useSource().thumbnail(item)
  if (thumbnail === undefined || address === null) return null
  return (
    <span className="list-thumbnail" data-pictures={pictures}>
      <img src={address} alt="" loading="lazy" width={thumbnail.width} height={thumbnail.height} />
    </span>
  )
}
