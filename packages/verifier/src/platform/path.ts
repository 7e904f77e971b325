/** What the evidence package asks of `node:path`, for paths with forward slashes below a folder that was given. */

export function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '' && part !== '.').join('/')
}

export function dirname(path: string): string {
  const at = path.lastIndexOf('/')
  return at < 0 ? '.' : path.slice(0, at)
}

export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
