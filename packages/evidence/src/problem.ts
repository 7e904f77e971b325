/** What verification finds. */

export interface Problem {
  /** A stable word or, for OCFL, the specification's code. */
  readonly code: string
  /** What is wrong, and with what. */
  readonly message: string
  /** The file or folder, below what was verified, with forward slashes; empty for the whole. */
  readonly path: string
}

/** What is said of a link, code `link`. */
export const LINK =
  'it is a link, and what it points to may change, or stay behind when this is copied: put the file or folder itself in its place'

/** What a checked thing is found to be. */
export interface Report {
  readonly valid: boolean
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
}
