/**
 * Puts a printed line back into the order in which it is read. A PDF shows runs from left to right; in a line of Arabic
 * the words go the other way, numbers and Latin words in it do not (Unicode UAX #9, seen from its result).
 */

export interface Run {
  /** In reading order within the run. */
  readonly text: string
  /** Left edge and width, any unit. */
  readonly x: number
  readonly width: number
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const LTR = /\p{L}/u
const NUMBER_PART = /^[.,:/%٪٫٬+-]*\p{Nd}[\p{Nd}.,:/%٪٫٬+-]*$/u
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
}

/** Whether most letters run right to left; a mixed text (neither has four fifths) goes as `leaning` says. */
export function isRightToLeft(text: string, leaning: boolean | null = null): boolean {
  let right = 0
  let left = 0
  for (const character of text) {
    if (!LTR.test(character)) continue
    if (RTL.test(character)) right++
    else left++
  }
  const isMixed = Math.max(right, left) * 5 < (right + left) * 4
  return isMixed && leaning !== null ? leaning : right > left
}

/**
 * The runs of one line, in the order read; `leaning` is the direction of the text around it, right to left if true.
 * Runs that share a place keep their order of drawing.
 */
export function readingOrder<T extends Run>(line: readonly T[], leaning: boolean | null = null): T[] {
  const rtl = isRightToLeft(line.map(({ text }) => text).join(''), leaning)
  const runs = rtl ? line.flatMap(withoutEdgeStops) : line
  const shown = runs.map((run, at) => ({ run, at })).sort((a, b) => a.run.x - b.run.x || a.at - b.at)
  const visual = shown.map(({ run }) => run)
  const order = rtl ? visual.reverse() : visual
  const isAgainst = (run: T) => (rtl ? isLeftToRightRun(run.text) : isRightToLeft(run.text))
  const result: T[] = []
  for (let at = 0; at < order.length; ) {
    if (!isAgainst(order[at]!)) {
      result.push(mirrored(order[at]!, rtl))
      at++
      continue
    }
    const end = endOfStretch(order, at, isAgainst, rtl)
    const stretch = order.slice(at, end).reverse()
    result.push(...(rtl ? stretch : stretch.map((run) => mirrored(run, true))))
    at = end
  }
  return result
}

/** Latin words and digits; digits alone do not carry over a space, for then each number stands for itself. */
function endOfStretch<T extends Run>(
  order: readonly T[],
  from: number,
  isAgainst: (run: T) => boolean,
  rtl: boolean,
): number {
  let end = from + 1
  for (let at = from + 1; at < order.length; at++) {
    const run = order[at]!
    if (isAgainst(run)) {
      const between = order.slice(end, at)
      const gap = between.some(({ text }) => /\s/.test(text))
      const numbers = NUMBER_PART.test(order[at]!.text.trim()) && NUMBER_PART.test(order[end - 1]!.text.trim())
      if (rtl && gap && numbers) break
      end = at + 1
    } else if (RTL.test(run.text) && rtl) break
    else if (LTR.test(run.text) && !rtl) break
  }
  return end
}

/** `.2025` in a right-to-left line is 2025 at the end of a sentence: the stop stands to its left. */
function withoutEdgeStops<T extends Run>(run: T): T[] {
  const parts = /^([.,:،؛]*)([\p{Nd}][\p{Nd}.,:/٫٬+-]*?)([.,:،؛]*)$/u.exec(run.text)
  if (parts === null) return [run]
  const step = run.width / run.text.length
  let x = run.x
  return parts.slice(1).flatMap((text) => {
    const part = { ...run, text, x, width: step * text.length }
    x += part.width
    return text === '' ? [] : [part]
  })
}

function isLeftToRightRun(text: string): boolean {
  return (LTR.test(text) && !isRightToLeft(text)) || NUMBER_PART.test(text.trim())
}

/** Brackets are drawn as they look; in a right-to-left stretch the one that opens looks like the one that closes. */
function mirrored<T extends Run>(run: T, rtl: boolean): T {
  if (!rtl || !/^[\s()[\]{}«»<>]+$/.test(run.text)) return run
  return { ...run, text: [...run.text].map((character) => MIRRORED[character] ?? character).join('') }
}

/** Arabic presentation forms (U+FB50 to U+FDFF, U+FE70 to U+FEFC) and Latin ligatures as the letters they show. */
export function withoutPresentationForms(text: string): string {
  return text.replace(/[\uFB00-\uFB06\uFB1D-\uFDFF\uFE70-\uFEFC]+/gu, (forms) => forms.normalize('NFKC'))
}
