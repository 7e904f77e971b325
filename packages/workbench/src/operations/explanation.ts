/** A reading explained at a terminal: each sentence with its parse under it, so that a person sees why. */
import { countInterval, type ParsedNumber, type ParsedSentence, type ParsedSpeaker } from '@corroborate/claims'
import type { Reading } from '../publish/contract.ts'

type Read = Extract<Reading, { readonly document: unknown }>
type Figure = Read['figures'][number]
type Claim = Read['claims'][number]

/** What a stretch is to the reading; earlier ones go before later ones where they overlap. */
const ROLES = {
  n: { name: 'number', colour: '1;33' },
  c: { name: 'comparator', colour: '33' },
  q: { name: 'word of attribution', colour: '36' },
  s: { name: 'speaker', colour: '1;34' },
  e: { name: 'effect', colour: '31' },
  x: { name: 'alleged perpetrator', colour: '35' },
  v: { name: 'victims', colour: '32' },
  d: { name: 'date', colour: '2;36' },
  p: { name: 'place', colour: '2;32' },
} as const
type Role = keyof typeof ROLES
const ORDER = Object.keys(ROLES) as readonly Role[]

export interface ExplanationStyle {
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
}

/** Every sentence that holds a count, a figure or a claim. Text of the document never reaches the terminal as control. */
export function explained(reading: Read, style: ExplanationStyle): string {
  const { parse, figures, claims, document } = reading
  if (parse === undefined)
    return `  not explained: documents in ${document.language ?? 'this language'} are not read for claims`
  const inside = (sentence: ParsedSentence, start: number) => start >= sentence.span.start && start < sentence.span.end
  const shown = parse.flatMap((sentence) => {
    const own = figures.filter(({ spans, start }) => inside(sentence, spans.number?.start ?? start))
    const said = claims.filter(({ start }) => inside(sentence, start))
    if (sentence.numbers.length + own.length + said.length === 0) return []
    return [sentenceText(sentence, own, said, style)]
  })
  const paint = painter(style)
  const legend = ORDER.map((role) => `${paint(role, role)} ${ROLES[role].name}`).join(' · ')
  return [
    '',
    legend,
    ...shown,
    `\n${shown.length} of ${parse.length} sentences: those that hold a count, a figure or a claim.`,
  ].join('\n')
}

function sentenceText(
  sentence: ParsedSentence,
  figures: readonly Figure[],
  claims: readonly Claim[],
  style: ExplanationStyle,
): string {
  const marks = marksOf(sentence, figures)
  const details = [
    ...sentence.numbers.map((number) => countLine(number, figures)),
    ...figures
      .filter(({ spans }) => !sentence.numbers.some(({ span }) => span.start === spans.number?.start))
      .map((figure) => figureLine(figure)),
    ...sentence.attributions.map(
      ({ cue, lemma, speaker, window, via, rule }) =>
        `saying   ${cue === null ? '(goes on)' : quoted(cue.text)} (${lemma}): ${speaker === null ? 'nobody is named' : speakerText(speaker)}${via
          .map((relay) => `, by way of ${speakerText(relay)}`)
          .join('')}; answers for ${quoted(shortened(window.text))}; rule: ${plain(rule)}`,
    ),
    ...sentence.harms.map(({ span, effect, form }) => `harm     ${quoted(span.text)}: ${effect} (${form})`),
    ...sentence.dates.map(({ span, edtf, kind }) => `date     ${quoted(span.text)}: ${edtf ?? 'left open'} (${kind})`),
    ...sentence.places.map(
      ({ span, id, link }) => `place    ${quoted(span.text)}: ${id ?? 'not in the gazetteer'} (${link})`,
    ),
    ...claims.map(
      ({ kind, speaker, content, explanation, unsure }) =>
        `claim    ${kind} by ${plain(speaker ?? 'the outlet')}: ${quoted(shortened(content.text))}; rule: ${plain(explanation)}${unsureText(unsure)}`,
    ),
  ]
  return [
    `\n[${sentence.block}, ${sentence.language}]`,
    marked(sentence, marks, style),
    ...details.map((line) => `    ${line}`),
  ].join('\n')
}

function countLine(number: ParsedNumber, figures: readonly Figure[]): string {
  const { span, comparator, value, valueMax, vagueWord, form, inDate, counted, voice } = number
  const words = comparator.span === null ? quoted(span.text) : `${quoted(comparator.span.text)} ${quoted(span.text)}`
  const count = vagueWord === null ? intervalText({ value, valueMax, comparator: comparator.value }) : vagueWord
  const head =
    counted === null
      ? ''
      : `; counts ${counted.span === null ? 'nothing printed' : quoted(counted.span.text)} (${counted.head})`
  const by = inDate ? '' : `; said by ${plain(voice.speaker ?? 'the outlet')} (${plain(voice.rule)})`
  const figure = figures.find(({ spans }) => spans.number?.start === span.start)
  const outcome = figure === undefined ? `         → no figure: ${whyNone(number)}` : `         → ${figureText(figure)}`
  return `count    ${words}: ${comparator.value}, ${count}, ${form}${head}${by}\n    ${outcome}`
}

function whyNone({ inDate, counted }: ParsedNumber): string {
  if (inDate) return 'it is part of a date'
  if (counted?.head === 'rejected') return 'what it counts are no victims'
  if (counted?.head === 'none') return 'nothing is printed that it counts, and no earlier count goes on'
  return 'no word of harm is tied to it'
}

const figureLine = (figure: Figure) => `count    ${figureText(figure)}`

function figureText({ id, effect, victims, scope, explanation, unsure }: Figure): string {
  return `figure ${id.slice(0, 12)}: ${effect}, ${victims}, ${scope}; ${plain(explanation)}${unsureText(unsure)}`
}

const unsureText = (unsure: string | null) => (unsure === null ? '' : `; unsure: ${plain(unsure)}`)

function speakerText({ span, name, kind, how }: ParsedSpeaker): string {
  return `${quoted(span.text)} is ${plain(name)} (${kind}, ${how})`
}

/** "[12, ∞)": the counts that are left possible, as `countInterval` gives them. */
function intervalText(count: Parameters<typeof countInterval>[0]): string {
  const { low, high } = countInterval(count)
  if (low === null) return 'no bounds'
  return `[${low}, ${high === null ? '∞)' : `${high}]`}`
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly role: Role
}

/** The spans of the figures first, then what the parse saw. */
function marksOf(sentence: ParsedSentence, figures: readonly Figure[]): readonly Mark[] {
  const marks: Mark[] = []
  const mark = (role: Role, span: { readonly start: number; readonly end: number } | null | undefined) => {
    if (span != null) marks.push({ start: span.start, end: span.end, role })
  }
  for (const { spans } of figures) {
    mark('v', spans.victims)
    mark('x', spans.perpetrator)
    mark('p', spans.place)
    mark('d', spans.date)
  }
  for (const { span, comparator } of sentence.numbers) {
    mark('n', span)
    mark('c', comparator.span)
  }
  for (const { span } of sentence.harms) mark('e', span)
  for (const { cue, speaker } of sentence.attributions) {
    mark('q', cue)
    mark('s', speaker?.span)
  }
  for (const { span } of sentence.dates) mark('d', span)
  for (const { span } of sentence.places) mark('p', span)
  return marks.sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
}

/** One column of a terminal: a character with whatever takes no room of its own. */
interface Cell {
  readonly text: string
  readonly role: Role | null
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * The sentence with its roles: letters under it, column by column. Text that runs to the left is put in order by the
 * terminal, where columns mean nothing; its parts are given one by one, in their order, each isolated.
 */
function marked(sentence: ParsedSentence, marks: readonly Mark[], style: ExplanationStyle): string {
  const cells = cellsOf(sentence, marks)
  const paint = painter(style)
  const painted = (some: readonly Cell[]) =>
    runsOf(some)
      .map(({ text, role }) => (role === null ? text : paint(role, text, true)))
      .join('')
  if (RIGHT_TO_LEFT.test(sentence.span.text)) {
    const parts = runsOf(cells).flatMap(({ text, role }) =>
      role === null ? [] : [`${paint(role, role)} ${isolated(text)}`],
    )
    return [`  ${isolated(painted(cells))}`, ...(parts.length === 0 ? [] : [`  ${parts.join(' · ')}`])].join('\n')
  }
  return linesOf(cells, style.width - 4)
    .flatMap((line) => {
      const letters = runsOf(line)
        .map(({ role, columns }) => (role === null ? ' '.repeat(columns) : paint(role, role.repeat(columns))))
        .join('')
      return letters.trim() === '' ? [`  ${painted(line)}`] : [`  ${painted(line)}`, `  ${letters.trimEnd()}`]
    })
    .join('\n')
}

function cellsOf({ span }: ParsedSentence, marks: readonly Mark[]): readonly Cell[] {
  const cells: Cell[] = []
  let at = span.start
  for (const character of span.text) {
    const role = marks.find(({ start, end }) => start <= at && at < end)?.role ?? null
    at += character.length
    if (HIDDEN.test(character)) continue
    const last = cells.length - 1
    if (/\p{M}/u.test(character) && last >= 0) cells[last] = { ...cells[last]!, text: cells[last]!.text + character }
    else cells.push({ text: plain(character), role })
  }
  return cells
}

interface Run {
  readonly text: string
  readonly role: Role | null
  readonly columns: number
}

function runsOf(cells: readonly Cell[]): readonly Run[] {
  const runs: Run[] = []
  for (const { text, role } of cells) {
    const last = runs.at(-1)
    if (last?.role === role) runs[runs.length - 1] = { text: last.text + text, role, columns: last.columns + 1 }
    else runs.push({ text, role, columns: 1 })
  }
  return runs
}

/** Cut behind the last space before the width, at the width where a line has none. */
function linesOf(cells: readonly Cell[], width: number): readonly (readonly Cell[])[] {
  const lines: (readonly Cell[])[] = []
  let from = 0
  while (cells.length - from > width) {
    let to = from + width
    while (to > from && cells[to - 1]!.text !== ' ') to--
    if (to === from) to = from + width
    lines.push(cells.slice(from, to))
    from = to
  }
  lines.push(cells.slice(from))
  return lines
}

/** Underlines where `underlined`; nothing but the words where there are no colours. */
function painter({ colour }: ExplanationStyle): (role: Role, text: string, underlined?: boolean) => string {
  return (role, text, underlined = false) =>
    colour ? `\u001b[${underlined ? '4;' : ''}${ROLES[role].colour}m${text}\u001b[0m` : text
}

/** What shows nothing, and what turns the direction of a line. */
const HIDDEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/
const EVERY_HIDDEN = new RegExp(HIDDEN.source, 'g')

/** On one line, without controls. */
function plain(text: string): string {
  return text
    .replace(EVERY_HIDDEN, '')
    .replace(/\s/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')
}

/** FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE (UAX #9): its direction leaves the line around it alone. */
const isolated = (text: string) => `\u2068${text}\u2069`

function quoted(text: string): string {
  const words = plain(text)
  return RIGHT_TO_LEFT.test(words) ? `“${isolated(words)}”` : `“${words}”`
}

function shortened(text: string): string {
  const words = text.split(/\s+/)
  return words.length <= 12 ? text : `${words.slice(0, 6).join(' ')} … ${words.slice(-5).join(' ')}`
}
