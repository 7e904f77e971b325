/** Judging a file or folder of a kind we know, ours or not. */

import { checkBag } from './bag/check-bag.ts'
import type { Disk, DiskOptions } from './disk/disk.ts'
import { nodeDisk } from './disk/node-disk.ts'
import { collectFindings, reportOf } from './findings.ts'
import type { Verifier } from './log/verifier.ts'
import { verifyLog } from './log/verify-log.ts'
import { checkOcfl } from './ocfl/check-root.ts'
import type { Report } from './problem.ts'
import type { Certificate } from './timestamp/certificate.ts'
import { verifyTimestamp } from './timestamp/verify-timestamp.ts'
import { checkWacz } from './wacz/check-wacz.ts'
import { checkWarc } from './warc/check-warc.ts'

export const CHECKED_KINDS = ['ocfl', 'bag', 'log', 'timestamp', 'warc', 'wacz'] as const
export type CheckedKind = (typeof CHECKED_KINDS)[number]

export interface CheckOptions extends DiskOptions {
  /** Key that must have signed a log; without one its signature is not judged, and a warning says so. */
  readonly verifier?: Verifier
  /** Signed checkpoint that a log must extend. */
  readonly remembered?: string
  /** Certificates that the chain of a time-stamp or a signature may end in, and others it may need. */
  readonly trusted?: readonly Certificate[]
  readonly untrusted?: readonly Certificate[]
  /** File a time-stamp should be on. */
  readonly data?: string
  /** What time it is, for time-stamps that say what is to come. */
  readonly now?: Date
}

type Checking = CheckOptions & { readonly disk: Disk }

/** Reads everything, writes nothing. Paths in the report are below `path`. */
export async function checkPath(kind: CheckedKind, path: string, options: CheckOptions = {}): Promise<Report> {
  const { disk = nodeDisk } = options
  if (kind === 'ocfl') return checkOcfl(path, { disk })
  if (kind === 'bag') return checkBag(path, { disk })
  if (kind === 'warc') return checkWarc(path, { disk })
  if (kind === 'wacz') return waczReport(path, { ...options, disk })
  return kind === 'log' ? checkLog(path, { ...options, disk }) : checkTimestamp(path, { ...options, disk })
}

async function waczReport(path: string, { disk, trusted = [] }: Checking): Promise<Report> {
  const { valid, errors, warnings } = await checkWacz(path, { disk, trusted })
  return { valid, errors, warnings }
}

async function checkLog(path: string, { disk, verifier, remembered }: Checking): Promise<Report> {
  const findings = collectFindings()
  for (const problem of await verifyLog(path, {
    disk,
    verifier: verifier ?? null,
    remembered: remembered ?? null,
    ownLeaves: false,
  })) {
    findings.error(problem.code, problem.path, problem.message)
  }
  if (verifier === undefined)
    findings.warn('log-signature', 'checkpoint', 'the signature was not judged: no key was given')
  return reportOf(findings)
}

async function checkTimestamp(
  path: string,
  { disk, trusted = [], untrusted = [], data, now }: Checking,
): Promise<Report> {
  const given = {
    ...(data === undefined ? {} : { data: await disk.read(data) }),
    ...(now === undefined ? {} : { now }),
  }
  const { valid, errors, warnings } = verifyTimestamp(await disk.read(path), { ...given, trusted, untrusted })
  return { valid, errors, warnings }
}
