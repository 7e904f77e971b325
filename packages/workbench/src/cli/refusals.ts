/** The errors that say how to ask differently, by the classes of those who throw them; loaded where something failed. */
import {
  BadKeyError,
  BadLockError,
  BadMemoryError,
  BadNoteError,
  BadSignatureError,
  BadWitnessRequestError,
  BadWrittenCheckpointError,
  DamagedOriginalError,
  LockedError,
  LogForkedError,
  LogRolledBackError,
  NotAFileError,
  NotALogError,
  OtherSizeSeenError,
  TooLargeError,
  UnreadableFileError,
  WitnessRefusedError,
} from '@corroborate/evidence'
import { EndpointError } from '../claims/endpoint.ts'
import { DecisionError } from '../decisions/decision-error.ts'
import { ManifestError } from '../intake/manifest.ts'
import { PathError } from '../intake/walk.ts'
import { ListError } from '../link/list-error.ts'
import { StoreDiffersError, TellingOriginalsError } from '../operations/export.ts'
import { FrameError } from '../operations/frame.ts'
import { NotFoundError } from '../operations/not-found.ts'
import { LockedVaultError } from '../operations/sealed-intake.ts'
import { ShredError } from '../operations/shred.ts'
import { AcknowledgementError, ReadOnlyExportError } from '../operations/verify.ts'
import { WitnessError } from '../operations/witness.ts'
import { SealBrokenError } from '../preserve/age-seal.ts'
import { BrokenCaseFileError, CaseExistsError, CaseVersionError, NotACaseError } from '../preserve/case-folder.ts'
import { UnacknowledgedEditError } from '../preserve/case-record.ts'
import { ForeignRecordError, LogGoneError } from '../preserve/custody.ts'
import { BrokenRecordError } from '../preserve/records.ts'
import { StillUnlockedError } from '../preserve/servers.ts'
import { OtherSignerError } from '../preserve/signer.ts'
import { ClosedVaultError } from '../preserve/vault.ts'
import { BadAccessError, BrokenVaultError, WrongSecretError } from '../preserve/vault-access.ts'
import { ChangedOriginalError, MissingOriginalError, UnsignedCheckpointError } from '../publish/evidence-kit.ts'
import { ExportFolderError } from '../publish/export-folder.ts'
import { PortError } from '../server/listen.ts'
import {
  BrokenStoreError,
  StoreMissingError,
  StoreVersionError,
  UnwrittenStoreError,
} from '../storage/sqlite/sqlite-store.ts'
import { UsageError } from './arguments.ts'
import { NoTerminalError, PromptInterruptedError } from './secret-prompt.ts'

/** What the person can put right by asking differently. */
const REFUSALS: readonly (new (...given: never[]) => Error)[] = [
  UsageError,
  PathError,
  ManifestError,
  NotACaseError,
  BrokenCaseFileError,
  CaseVersionError,
  CaseExistsError,
  LockedError,
  OtherSignerError,
  ForeignRecordError,
  LogGoneError,
  DecisionError,
  EndpointError,
  AcknowledgementError,
  ReadOnlyExportError,
  NotFoundError,
  ExportFolderError,
  TellingOriginalsError,
  FrameError,
  ListError,
  DamagedOriginalError,
  ChangedOriginalError,
  MissingOriginalError,
  UnsignedCheckpointError,
  StoreDiffersError,
  UnacknowledgedEditError,
  PortError,
  NotALogError,
  NotAFileError,
  TooLargeError,
  UnreadableFileError,
  BadKeyError,
  BadMemoryError,
  WitnessError,
  WitnessRefusedError,
  OtherSizeSeenError,
  BadWitnessRequestError,
  BadNoteError,
  BadSignatureError,
  BadWrittenCheckpointError,
  StoreMissingError,
  StoreVersionError,
  BrokenStoreError,
  UnwrittenStoreError,
  LogRolledBackError,
  LogForkedError,
  BadLockError,
  BrokenRecordError,
  WrongSecretError,
  BrokenVaultError,
  BadAccessError,
  LockedVaultError,
  ClosedVaultError,
  SealBrokenError,
  ShredError,
  StillUnlockedError,
  NoTerminalError,
  PromptInterruptedError,
]

export function isRefusal(error: unknown): error is Error {
  return REFUSALS.some((refusal) => error instanceof refusal)
}
