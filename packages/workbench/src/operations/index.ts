/** The list of operations. Command line, HTTP, OpenAPI and the command reference are made from it and from nothing else. */
import { add } from './add.ts'
import { check } from './check.ts'
import { contents } from './contents.ts'
import { decide } from './decide.ts'
import { estimate } from './estimate.ts'
import { exportCase } from './export.ts'
import { link } from './link.ts'
import { newCase } from './new.ts'
import { ocr } from './ocr.ts'
import type { Operation } from './operation.ts'
import { proposals } from './proposals.ts'
import { propose } from './propose.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { transcribe } from './transcribe.ts'
import { verify } from './verify.ts'
import { claims, decisions, document, documents, ledger, lineage, overview, search } from './views.ts'

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
  ocr,
  decisions,
  propose,
  proposals,
  lineage,
  ledger,
  link,
  search,
  estimate,
  verify,
  check,
  rebuild,
  exportCase,
]
