/** The list of operations. Command line, HTTP, OpenAPI and the command reference are made from it and from nothing else. */
import { add } from './add.ts'
import { check } from './check.ts'
import { checkpoint, dates } from './checkpoint.ts'
import { claims } from './claims.ts'
import { contents } from './contents.ts'
import { decide } from './decide.ts'
import { decisions } from './decisions.ts'
import { document, documents } from './documents.ts'
import { estimate } from './estimate.ts'
import { registerEstimate } from './estimate-case.ts'
import { exportCase } from './export.ts'
import { frame, frameKeep } from './frame.ts'
import { ledger } from './ledger.ts'
import { lineage } from './lineage.ts'
import { link } from './link.ts'
import { lock } from './lock.ts'
import { newCase } from './new.ts'
import { ocr } from './ocr.ts'
import type { Operation } from './operation.ts'
import { overview } from './overview.ts'
import { proposals } from './proposals.ts'
import { propose } from './propose.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { register } from './register.ts'
import { registerColumns } from './register-columns.ts'
import { registerCompare } from './register-compare.ts'
import { registerAdd, registerMark } from './register-decide.ts'
import { registerNumbers } from './register-numbers.ts'
import { registerPersons, registerShow } from './register-persons.ts'
import { registerQueue } from './register-queue.ts'
import { rekey } from './rekey.ts'
import { search } from './search.ts'
import { shred } from './shred.ts'
import { timestamp } from './timestamp.ts'
import { transcribe } from './transcribe.ts'
import { unlock } from './unlock.ts'
import { vault } from './vault.ts'
import { verify } from './verify.ts'
import { witness } from './witness.ts'

export const OPERATIONS: readonly Operation[] = [
  newCase,
  add,
  read,
  overview,
  documents,
  document,
  contents,
  claims,
  decide,
  transcribe,
  frame,
  frameKeep,
  ocr,
  decisions,
  propose,
  proposals,
  lineage,
  ledger,
  link,
  register,
  registerColumns,
  registerAdd,
  registerCompare,
  registerPersons,
  registerShow,
  registerQueue,
  registerMark,
  registerNumbers,
  registerEstimate,
  search,
  estimate,
  verify,
  checkpoint,
  dates,
  timestamp,
  witness,
  check,
  rebuild,
  exportCase,
  vault,
  rekey,
  lock,
  unlock,
  shred,
]
