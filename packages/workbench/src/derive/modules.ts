/** Name and version of every module that derives something; equal versions derive equal dossiers. */
import { CLAIMS_MODULE } from '@corroborate/claims'
import { READER_MODULE } from '../read/module.ts'
import { REGISTER_MODULE } from '../register/module.ts'

export const MODULES: Readonly<Record<string, string>> = {
  [CLAIMS_MODULE.name]: CLAIMS_MODULE.version,
  [READER_MODULE.name]: READER_MODULE.version,
  [REGISTER_MODULE.name]: REGISTER_MODULE.version,
}
