/** What would betray a confidential item if it lay anywhere in the clear: its names, digests and lines of its text. */
import type { CaseDocument } from '../model/case-document.ts'
import type { Trace } from '../preserve/readable.ts'
import { foldText } from '../storage/search-text.ts'
import type { CaseSight } from './open-view.ts'

/** Characters that a name or a line has at least to be told from chance. */
const SHORTEST_NAME = 6
const SHORTEST_LINE = 20
/** Lines taken of one document, spread over its length. */
const LINES = 24

/** Empty while the vault is locked. What public documents and captures hold as well betrays nothing and is left out. */
export async function tracesOf({ reader, inputs }: Pick<CaseSight, 'reader' | 'inputs'>): Promise<readonly Trace[]> {
  if (inputs === null) return []
  const documents = await reader.documents()
  const open = documents.filter(({ confidential }) => confidential === undefined)
  const captures = await reader.captures()
  const publicNames = new Set(captures.filter(({ item }) => !inputs.items.has(item)).flatMap(({ name }) => ends(name)))
  const traces: Trace[] = []
  const add = (what: string, text: string) => {
    for (const encoding of ['utf8', 'utf16le'] as const) traces.push({ what, bytes: Buffer.from(text, encoding) })
  }
  for (const { record, content } of inputs.items.values()) {
    const of = `of the confidential item ${record.id}`
    for (const name of new Set(content.captures.flatMap(({ name }) => ends(name)))) {
      if (name.length >= SHORTEST_NAME && !publicNames.has(name)) add(`the name ${of}`, name)
    }
    const digest = Buffer.from(content.sha512, 'hex')
    add(`the digest ${of}`, content.sha512)
    add(`the digest ${of}`, digest.toString('base64'))
    traces.push({ what: `the digest ${of}`, bytes: digest })
    for (const document of documents.filter(({ item }) => item === record.item)) {
      for (const line of linesOf(document)) {
        if (open.some(({ text }) => text.includes(line))) continue
        add(`words ${of}`, line)
        add(`words ${of}`, foldText(line).folded)
      }
    }
  }
  return traces
}

function ends(name: string): readonly string[] {
  return [name, name.split('/').at(-1) ?? name]
}

/** Stretches without characters that JSON would escape. */
function linesOf({ text, title, url }: CaseDocument): readonly string[] {
  const lines = [title ?? '', url ?? '', ...text.split(/["\\\p{Cc}]+/u)]
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST_LINE)
  const step = Math.max(1, Math.floor(lines.length / LINES))
  return lines.filter((_, at) => at % step === 0).map((line) => line.slice(0, 60))
}
