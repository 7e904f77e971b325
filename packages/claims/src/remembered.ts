/** A pure function of words that remembers its latest answers: the words of a field come back by the thousand. */

/** Longer texts are seldom seen twice; and an engine may keep a whole document alive behind a long slice of it. */
const LONGEST = 12
const MOST = 20_000

/** Calls `work` once for each short text, as long as fewer than some thousands of others were asked for meanwhile. */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    if (text.length > LONGEST) return work(text)
    let value = known.get(text)
    if (value === undefined) {
      value = work(text)
      if (known.size >= MOST) known.clear()
      known.set(text, value)
    }
    return value
  }
}
