/** The files of a folder that a person picked with the file chooser or dropped on the page. */
import type { GivenFile } from './file-disk.ts'

/** From the file chooser, whose paths begin with the folder's own name. */
export function pickedFiles(list: FileList): readonly GivenFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath.split('/').slice(1).join('/'), file }))
}

/** From a drop: one folder, or its contents. */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly GivenFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const [first] = entries
  if (entries.length === 1 && first?.isDirectory) return filesIn(first as FileSystemDirectoryEntry, '')
  return (await Promise.all(entries.map((entry) => filesOf(entry, '')))).flat()
}

async function filesOf(entry: FileSystemEntry, below: string): Promise<readonly GivenFile[]> {
  const path = below === '' ? entry.name : `${below}/${entry.name}`
  if (entry.isDirectory) return filesIn(entry as FileSystemDirectoryEntry, path)
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
  return [{ path, file }]
}

async function filesIn(folder: FileSystemDirectoryEntry, path: string): Promise<readonly GivenFile[]> {
  const reader = folder.createReader()
  const found: GivenFile[] = []
  for (;;) {
    // A reader gives its entries in batches, and an empty one at the end.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (batch.length === 0) return found
    for (const entry of batch) found.push(...(await filesOf(entry, path)))
  }
}
