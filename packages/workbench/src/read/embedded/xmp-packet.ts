/** The simple properties of an XMP packet (ISO 16684-1, section 7): attributes and elements with text. Nothing is expanded. */
import type { EmbeddedField } from '../../model/embedded.ts'
import { plainText } from './plain-value.ts'

const LARGEST_PACKET = 1024 * 1024
const MOST_FIELDS = 200
/** RDF's own frame around the properties, and what editors note of their own work. */
const FRAME = /^(?:rdf|xmlns|xml|x):|^xmlns$/
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function xmpFields(packet: Uint8Array): { fields: readonly EmbeddedField[]; unread: readonly string[] } {
  if (packet.length > LARGEST_PACKET)
    return { fields: [], unread: [`Its XMP packet has ${packet.length} bytes and was left out.`] }
  const text = new TextDecoder('utf-8').decode(packet)
  const fields: EmbeddedField[] = []
  const add = (name: string, raw: string) => {
    const value = plainText(Buffer.from(unescaped(raw), 'utf8'))
    if (value !== '' && !FRAME.test(name) && fields.length < MOST_FIELDS) fields.push({ group: 'xmp', name, value })
  }
  const open: string[] = []
  let from = 0
  for (let start = text.indexOf('<'); start !== -1; start = text.indexOf('<', from)) {
    const end = text.indexOf('>', start)
    if (end === -1) break
    const tag = text.slice(start + 1, end)
    const between = text.slice(from, start)
    from = end + 1
    if (tag.startsWith('/')) {
      const name = open.findLast((one) => !FRAME.test(one))
      if (between.trim() !== '' && name !== undefined) add(name, between)
      open.pop()
      continue
    }
    if (/^[?!]/.test(tag)) continue
    const name = /^[\w-]+(?::[\w-]+)?/.exec(tag)?.[0]
    if (name === undefined) continue
    for (const [, attribute = '', double, single] of tag.matchAll(/([\w-]+:[\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      add(attribute, double ?? single ?? '')
    if (!tag.endsWith('/')) open.push(name)
  }
  const unread =
    fields.length === MOST_FIELDS ? [`Of its XMP packet ${MOST_FIELDS} properties were read, and no more.`] : []
  return { fields, unread }
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
