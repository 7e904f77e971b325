/** One thing changed on purpose in a copied report: who says it, how many, how surely. */
import type { Dice } from './lineage-dice.ts'
import type { Story } from './lineage-event.ts'
import { digits, type Sentence } from './lineage-event-facts.ts'

/** What was changed on purpose in the second document, besides the edit itself. */
export type Swap = 'claimant' | 'comparator' | 'value' | 'category' | 'hedge' | 'added-words'

export const SWAPS: readonly Swap[] = [
  'claimant',
  'claimant',
  'claimant',
  'comparator',
  'value',
  'category',
  'hedge',
  'added-words',
]

export function applySwap(d: Dice, s: Story, swap: Swap, sentences: readonly Sentence[]): readonly Sentence[] | null {
  const at = sentences.findIndex(({ text, figures }) =>
    swap === 'hedge'
      ? /\b(?:may constitute|could have been|possibly meets|appear to show|seem to be|seem to reveal)\b/.test(text)
      : swap === 'added-words'
        ? /"[^"]+"\.$/.test(text)
        : figures.some((figure) =>
            swap === 'claimant'
              ? figure.fact === 'killed' && text.includes(s.monitor)
              : swap === 'comparator'
                ? /least|than|over/i.test(figure.surface)
                : figure.fact === 'killed',
          ),
  )
  if (at < 0) return null
  const { text, figures } = sentences[at]!
  const figure = figures[0]
  let changed: Sentence | null = null
  if (swap === 'claimant') {
    changed = {
      text: text.replace(s.monitor, s.otherMonitor),
      figures: figures.map((each) => ({ ...each, claimant: s.otherMonitor })),
    }
  } else if (swap === 'comparator' && figure !== undefined) {
    const bare = digits(figure.value)
    const start = text.startsWith(figure.surface)
    changed = {
      text: text.replace(figure.surface, start ? `In all ${bare}` : bare),
      figures: [{ ...figure, surface: bare, comparator: 'exact' }],
    }
  } else if (swap === 'value' && figure !== undefined) {
    const value = figure.value + d.whole(7, 60)
    const surface = figure.surface.replace(digits(figure.value), digits(value))
    changed = { text: text.replace(figure.surface, surface), figures: [{ ...figure, surface, value }] }
  } else if (swap === 'category' && figure !== undefined) {
    changed = { text: text.replace('civilians', 'people'), figures: [{ ...figure, victims: 'people' }] }
  } else if (swap === 'hedge') {
    changed = {
      text: text
        .replace('may constitute', 'are')
        .replace('could have been', 'were')
        .replace('possibly meets', 'meets')
        .replace('appear to show', 'show')
        .replace('seem to reveal', 'reveal')
        .replace('what seem to be', 'plain'),
      figures,
    }
  } else if (swap === 'added-words') {
    changed = { text: text.replace(/"\.$/, '" by commanders loyal to smugglers.'), figures }
  }
  return changed === null ? null : sentences.map((each, i) => (i === at ? changed : each))
}

/** A swap can only be seen where both documents tell the fact. */
export function reaches(swap: Swap, source: readonly Sentence[], other: readonly Sentence[]): boolean {
  const facts = (sentences: readonly Sentence[]) =>
    new Set(sentences.flatMap(({ figures }) => figures.map(({ fact }) => fact)))
  if (swap === 'hedge' || swap === 'added-words') return true
  return facts(source).has('killed') && facts(other).has('killed')
}
