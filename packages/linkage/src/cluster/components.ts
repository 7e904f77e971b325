/** Connected components of records under scored pairs. */

/** Union by smaller root, so that a component is named by its first record. */
export function components(
  count: number,
  edges: { readonly one: Int32Array; readonly other: Int32Array; readonly weight: Float64Array },
  least: number,
): Int32Array {
  const root = Int32Array.from({ length: count }, (_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (root[top] !== top) top = root[top]!
    let step = at
    while (root[step] !== top) {
      const next = root[step]!
      root[step] = top
      step = next
    }
    return top
  }
  for (let at = 0; at < edges.weight.length; at++) {
    if (edges.weight[at]! < least) continue
    const a = find(edges.one[at]!)
    const b = find(edges.other[at]!)
    if (a < b) root[b] = a
    else if (b < a) root[a] = b
  }
  for (let at = 0; at < count; at++) root[at] = find(at)
  return root
}
