/** Text of documents, names and errors as a terminal may show it: what would steer the terminal is shown instead of obeyed. */

/** Controls of ISO 6429 but for tab and line feed, ends of lines and paragraphs that are no line feed, and the marks of Unicode that turn the order of what follows (UAX #9). */
const STEERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e]/g
/** The colours, bold, faint and underlined that our own answers use; nothing here moves, erases or hides. */
const COLOUR = /(\u001b\[(?:0|(?:[124];){0,2}(?:[124]|3[1-6]))m)/

/** Every control made visible: `␛` for ESC, `\u009b` for those without a picture. Tabs and line ends stay. */
export function visible(text: string): string {
  return text.replace(STEERS, (control) => {
    const code = control.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '␡' : `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** The same of an answer that may be coloured: the colours stay. */
export function visibleInColour(text: string): string {
  return text
    .split(COLOUR)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join('')
}

/** JSON that means the same, with every character escaped that `JSON.stringify` leaves and a terminal obeys. */
export function visibleJson(json: string): string {
  return json.replace(STEERS, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
