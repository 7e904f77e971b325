/** A name as it can be shown on one line: what could move the cursor, end the line or turn the writing is spelt out. */

const UNSHOWN = /[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

export function shownName(name: string): string {
  return name.replace(UNSHOWN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
