/** The parts that verify and write nothing: they run in a browser too, given a Disk and the functions of `node:crypto`. */

export { type Disk, type Entry, NotAFileError, TooLargeError } from './disk/disk.ts'
export { KIT } from './kit/layout.ts'
export { isKit, type KitOptions, type KitReport, verifyKit } from './kit/verify-kit.ts'
export {
  BadWrittenCheckpointError,
  comparisonDigits,
  parseWrittenCheckpoint,
  type WrittenCheckpoint,
} from './log/written-checkpoint.ts'
export type { Problem } from './problem.ts'
export { type Certificate, parsePem } from './timestamp/certificate.ts'
export { verifyTimestamp } from './timestamp/verify-timestamp.ts'
