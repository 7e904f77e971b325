/** Links the files that messages name to the items of the case that are these files. */
import type { EffectiveDocument } from '../decisions/effective.ts'
import type { Capture } from '../model/capture.ts'
import type { DocumentDetail } from './contract.ts'

/** The items added under each name; several where a name was added more than once with other bytes. */
export function itemsByName(captures: readonly Capture[]): ReadonlyMap<string, ReadonlySet<string>> {
  const items = new Map<string, Set<string>>()
  for (const { name, item } of captures) items.set(name, (items.get(name) ?? new Set()).add(item))
  return items
}

/** A file is looked for beside the export that names it. It stays unlinked where it is missing or could be two. */
export function linkedMessages(
  document: EffectiveDocument,
  files: readonly string[],
  items: ReadonlyMap<string, ReadonlySet<string>>,
): DocumentDetail['messages'] {
  const folders = [...new Set(files.map(folderOf))]
  const itemOf = (file: string | null): string | null => {
    if (file === null) return null
    const found = new Set(folders.flatMap((folder) => [...(items.get(`${folder}${file}`) ?? [])]))
    return found.size === 1 ? ([...found][0] ?? null) : null
  }
  return document.messages.map(({ media, authorAt, forwardedAt, bytes, ...message }) => ({
    ...message,
    authorAt: authorAt === null ? null : { ...authorAt },
    forwardedAt: forwardedAt === null ? null : { ...forwardedAt },
    bytes: { ...bytes },
    media: media.map((one) => ({ ...one, item: itemOf(one.file) })),
  }))
}

/** `export/` of `export/result.json#2031-05-01`; the key of a part holds no slash. */
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1)
}
