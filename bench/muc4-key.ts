/** The answer keys of MUC-4 (1992): templates of incidents, of which the human targets with number and effect are read. */
import type { Effect } from '@corroborate/claims'

/** A count of people harmed, as a template gives it. */
export interface KeyPair {
  /** Each of these is right ("5/6", "6 / 4"). */
  readonly values: readonly number[]
  readonly effect: Effect
  /** Marked "?" in the key: right where given, not missed where left out. */
  readonly optional: boolean
}

export interface KeyMessage {
  /** Whether the message has a template at all; one without tells of no incident of the task. */
  readonly relevant: boolean
  readonly pairs: readonly KeyPair[]
  /** Effects of targets in the plural without a number. */
  readonly unnumbered: readonly Effect[]
}

const EFFECTS: Readonly<Record<string, Effect>> = { DEATH: 'killed', INJURY: 'injured' }

interface Template {
  message: string
  kidnapping: boolean
  /** Lines of slots 21 (number) and 23 (effect). */
  readonly numbers: string[]
  readonly effects: string[]
}

/** The key of a set, by message id. */
export function readKey(text: string): ReadonlyMap<string, KeyMessage> {
  const messages = new Map<string, KeyMessage>()
  for (const template of templates(text)) {
    const before = messages.get(template.message) ?? { relevant: false, pairs: [], unnumbered: [] }
    const { pairs, unnumbered } = targets(template)
    messages.set(template.message, {
      relevant: before.relevant || template.numbers.some((line) => line !== '*'),
      pairs: [...before.pairs, ...pairs],
      unnumbered: [...before.unnumbered, ...unnumbered],
    })
  }
  return messages
}

function templates(text: string): readonly Template[] {
  const found: Template[] = []
  let slot = -1
  for (const line of text.split('\n')) {
    const opening = /^(\d+)\.\s+\S.*?\s{2,}(.*)$/.exec(line)
    if (opening !== null) slot = Number(opening[1])
    else if (!line.startsWith(' ')) slot = -1
    const value = (opening?.[2] ?? line).trim()
    if (slot === 0) found.push({ message: value, kidnapping: false, numbers: [], effects: [] })
    const template = found.at(-1)
    if (template === undefined) continue
    if (slot === 4 && value.includes('KIDNAPPING')) template.kidnapping = true
    if (slot === 21) template.numbers.push(value)
    if (slot === 23) template.effects.push(value)
  }
  return found
}

const STRING = /"(?:\\.|[^"\\])*"/g

/** Number and effect belong together where they name a common string. */
function targets({ kidnapping, numbers, effects }: Template): Pick<KeyMessage, 'pairs' | 'unnumbered'> {
  const pairs: KeyPair[] = []
  const unnumbered: Effect[] = []
  for (const line of numbers) {
    const names: readonly string[] = line.match(STRING) ?? []
    if (names.length === 0) continue
    const head = line.slice(0, line.indexOf('"'))
    const values = [...head.matchAll(/\d+/g)].map(([digits]) => Number(digits))
    const own = effects.filter((other) => (other.match(STRING) ?? []).some((name) => names.includes(name)))
    const harmed: [Effect, boolean][] = own.flatMap((other) => {
      const named = other.slice(0, other.indexOf(':')).trim()
      const effect = EFFECTS[named.replace(/^\?\s*/, '')]
      return effect === undefined ? [] : [[effect, named.startsWith('?')]]
    })
    if (kidnapping) harmed.push(['abducted', false])
    for (const [effect, doubted] of harmed) {
      if (values.length === 0) unnumbered.push(effect)
      else pairs.push({ values, effect, optional: doubted || head.includes('?') || head.includes('PLURAL') })
    }
  }
  return { pairs, unnumbered }
}
