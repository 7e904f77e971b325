/** Originals as OCFL objects, and a log of custody and decisions. Knows nothing of casualties. */

export { checkBag } from './bag/check-bag.ts'
export { BadBagError, type BagFile, type BagOptions, writeBag } from './bag/write-bag.ts'
export { parseBounded, UnboundedJsonError } from './bounded-json.ts'
export { canonicalBytes, canonicalJson, NotCanonicalError } from './canonical-json.ts'
export { CHECKED_KINDS, type CheckedKind, type CheckOptions, checkPath } from './check-path.ts'
export { type ByteSource, copySource } from './disk/copy-source.ts'
export { destroyDurably } from './disk/destroy.ts'
export {
  type Disk,
  type DiskOptions,
  type Entry,
  type EntryKind,
  type FileFacts,
  NotAFileError,
  type Sink,
  TooLargeError,
} from './disk/disk.ts'
export { type DurableOptions, isTemporary, makeFolders, writeDurably } from './disk/durable.ts'
export { entriesUnder, type FoundEntry, filesUnder } from './disk/entries-under.ts'
export { nodeDisk } from './disk/node-disk.ts'
export { LARGEST, reading, readSmall, UnreadableFileError } from './disk/small-file.ts'
export { stoppedBy } from './disk/stopped-by.ts'
export type { KitCosignature, KitStamp } from './kit/dated.ts'
export { KIT } from './kit/layout.ts'
export { BadSumsError, formatSums, parseSums } from './kit/sums.ts'
export { isKit, type KitOptions, type KitReport, verifyKit } from './kit/verify-kit.ts'
export {
  BadLeafError,
  type Leaf,
  leafBytes,
  leafCommitment,
  leafCommitsTo,
  leavesByRecord,
  MAX_LEAF_BYTES,
  parseLeaf,
} from './leaf.ts'
export {
  acquireLock,
  BadLockError,
  type Lock,
  LockedError,
  type LockHolder,
  type LockOptions,
  lockHolder,
} from './lock.ts'
export {
  BadCheckpointError,
  type Checkpoint,
  checkpointText,
  parseCheckpoint,
  parseCheckpointText,
} from './log/checkpoint.ts'
export { BadMemoryError, type CheckpointMemory, folderMemory } from './log/checkpoint-memory.ts'
export { type Cosigner, type CosignerVerifier, cosignerOf, parseCosigner } from './log/cosigner.ts'
export {
  createSigner,
  loadOrCreateSigner,
  loadSigner,
  parseSigner,
  type Signer,
  saveSigner,
  signerOf,
} from './log/keys.ts'
export { type LoggedLeaf, type LogReader, NotALogError, openLogReader, readCheckpoint } from './log/log-reader.ts'
export {
  type Appended,
  createLog,
  FailedLogError,
  LeafTooLongError,
  LogExistsError,
  type LogWriter,
  type LogWriterOptions,
  openLogWriter,
} from './log/log-writer.ts'
export { BadProofError, checkConsistency, checkInclusion, leafHash, rootOf } from './log/merkle.ts'
export {
  BadNoteError,
  BadSignatureError,
  formatNote,
  formatSignatureLines,
  type NoteSignature,
  type NoteVerifier,
  openNote,
  parseNote,
  parseSignatureLines,
  signNote,
} from './log/note.ts'
export { LogForkedError, LogRolledBackError } from './log/remembered.ts'
export { BadTileError } from './log/tile.ts'
export {
  BadLogProofError,
  checkLogProof,
  formatLogProof,
  type LogProof,
  parseLogProof,
  proveLeaf,
} from './log/tlog-proof.ts'
export { OutOfLogError } from './log/tree-reader.ts'
export { BadKeyError, fingerprintOf, parseVerifier, type Verifier, verifierOf, verifierOfPem } from './log/verifier.ts'
export { type VerifyLogOptions, verifyLog } from './log/verify-log.ts'
export {
  BadWitnessRequestError,
  cosign,
  formatWitnessRequest,
  OtherSizeSeenError,
  parseWitnessRequest,
  type WitnessOptions,
  WitnessRefusedError,
  type WitnessRequest,
} from './log/witness.ts'
export {
  BadWrittenCheckpointError,
  comparisonDigits,
  parseWrittenCheckpoint,
  type WrittenCheckpoint,
} from './log/written-checkpoint.ts'
export { checkOcflObject } from './ocfl/check-object.ts'
export { checkOcfl, checkOcflRoot } from './ocfl/check-root.ts'
export { contentName } from './originals/content-name.ts'
export {
  type Added,
  createOriginals,
  DamagedOriginalError,
  NoSuchOriginalError,
  NotOriginalsError,
  type OriginalSource,
  type Originals,
  type OriginalsOptions,
  openOriginals,
} from './originals/originals.ts'
export { BadDigestError, objectId } from './originals/storage-root.ts'
export { verifyOriginals } from './originals/verify-originals.ts'
export { LINK, type Problem, type Report } from './problem.ts'
export { type Salts, saltsOf } from './salts.ts'
export { type Certificate, parseCertificate, parsePem } from './timestamp/certificate.ts'
export {
  BadTimestampRequestError,
  parseTimestampRequest,
  REQUEST_DIGESTS,
  type RequestDigest,
  type TimestampRequest,
  timestampRequest,
} from './timestamp/request.ts'
export { BadTokenError, parseTimestamp, type TimestampToken } from './timestamp/token.ts'
export {
  type TimestampOptions,
  type TimestampReport,
  UNANCHORED,
  type VerifiedTimestamp,
  verifyTimestamp,
} from './timestamp/verify-timestamp.ts'
export { type CheckWaczOptions, checkWacz, checkWaczBytes, type WaczReport } from './wacz/check-wacz.ts'
export { openWacz, PACKAGE, PAGES, readPages, type WaczFile, type WaczPage } from './wacz/wacz-file.ts'
export type { WaczSignature } from './wacz/wacz-signature.ts'
export { checkWarc } from './warc/check-warc.ts'
export {
  type HttpHead,
  type ReadWarcOptions,
  readWarc,
  type WarcBreak,
  type WarcRecord,
  type WarcRecordHead,
} from './warc/read-warc.ts'
export { BadZipError, openZip, type RandomAccess, type ZipFile, type ZipMember } from './zip/zip-file.ts'
