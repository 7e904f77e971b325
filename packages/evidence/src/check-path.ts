/** Judging a file or folder of a kind we know, ours or not. */

import { checkBag } from './bag/check-bag.ts'
import { type DiskOptions, nodeDisk } from './disk/disk.ts'
import { collectFindings, reportOf } from './findings.ts'
import type { Verifier } from './log/keys.ts'
import { verifyLog } from './log/verify-log.ts'
import { checkOcfl } from './ocfl/check-root.ts'
import type { Report } from './problem.ts'

export const CHECKED_KINDS = ['ocfl', 'bag', 'log'] as const
export type CheckedKind = (typeof CHECKED_KINDS)[number]

export interface CheckOptions extends DiskOptions {
  /** Key that must have signed a log; without one its signature is not judged, and a warning says so. */
  readonly verifier?: Verifier
  /** Signed checkpoint that a log must extend. */
  readonly remembered?: string
}

/** Reads everything, writes nothing. Paths in the report are below `path`. */
export async function checkPath(kind: CheckedKind, path: string, options: CheckOptions = {}): Promise<Report> {
  const { disk = nodeDisk, verifier, remembered } = options
  if (kind === 'ocfl') return checkOcfl(path, { disk })
  if (kind === 'bag') return checkBag(path, { disk })
  const findings = collectFindings()
  const problems = await verifyLog(path, {
    disk,
    verifier: verifier ?? null,
    remembered: remembered ?? null,
    ownLeaves: false,
  })
  for (const { code, path: where, message } of problems) findings.error(code, where, message)
  if (verifier === undefined)
    findings.warn('log-signature', 'checkpoint', 'the signature was not judged: no key was given')
  return reportOf(findings)
}
