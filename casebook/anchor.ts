/** Finds in a dossier what an expectation names by its words. */
import type { DocumentDetail } from '@corroborate/workbench/contract'

/** The words of a figure, and a longer passage that occurs once. */
export interface Anchored {
  readonly anchor: string
  readonly surface: string
}

const plain = (text: string) => text.replace(/\s+/g, ' ')

/** Where an anchor stands in a text, white space collapsed on both sides; null where it does not. */
export function placeOf(text: string, anchor: string): { readonly start: number; readonly end: number } | null {
  const pattern = plain(anchor)
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const match = new RegExp(pattern, 'u').exec(text)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

export function figureIn(document: DocumentDetail, { anchor, surface }: Anchored) {
  const place = placeOf(document.text, anchor)
  if (place === null) return null
  const inside = placeOf(document.text.slice(place.start, place.end), surface)
  const start = place.start + (inside?.start ?? 0)
  const end = inside === null ? place.end : place.start + inside.end
  return document.figureList.find((figure) => figure.start < end && start < figure.end) ?? null
}

export function takenForFigure(document: DocumentDetail, text: string): boolean {
  const place = placeOf(document.text, text)
  if (place === null) return false
  const number = /[\d\u0660-\u0669.,-]+|\p{L}+/u.exec(text)?.[0].length ?? text.length
  return document.figureList.some((figure) => figure.start < place.start + number && place.start < figure.end)
}

export function claimIn(document: DocumentDetail, kind: string, anchor: string): boolean {
  const place = placeOf(document.text, anchor)
  return (
    place !== null &&
    document.claimList.some((claim) => claim.kind === kind && claim.start < place.end && place.start < claim.end)
  )
}

export function overlaps(one: string, other: string): boolean {
  const [x, y] = [plain(one).toLowerCase(), plain(other).toLowerCase()]
  return x.includes(y) || y.includes(x)
}

/** Whether a name is one of those expected, or says as much: "the Observatory" for the Observatory. */
export function sameName(name: string | null, expected: readonly (string | null)[]): boolean {
  return expected.some((one) =>
    one === null || name === null ? one === name : overlaps(one, name.replace(/^the /i, '')),
  )
}
