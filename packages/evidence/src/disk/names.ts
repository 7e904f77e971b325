/** Names as file systems give them back: some in another form of Unicode than they were given in (HFS+ decomposes them). */

/** Finds the path that was written as `wanted`: itself where it is there, else the one that differs in Unicode form alone. */
export function pathsAsWritten(there: Iterable<string>): (wanted: string) => string | null {
  const exact = new Set(there)
  const composed = new Map([...exact].map((path) => [path.normalize('NFC'), path]))
  return (wanted) => (exact.has(wanted) ? wanted : (composed.get(wanted.normalize('NFC')) ?? null))
}
