/** The files of an export by which it is verified. */

/** Where things lie in an export. */
export const KIT = {
  list: 'evidence/files.sha512',
  listSignature: 'evidence/files.sha512.sig',
  key: 'evidence/log-key.pem',
  checkpoint: 'evidence/checkpoint',
  checkpointText: 'evidence/checkpoint.text',
  checkpointSignature: 'evidence/checkpoint.sig',
  log: 'evidence/log',
  timestamps: 'evidence/timestamps',
  cosignatures: 'evidence/cosignatures',
  originalsList: 'evidence/originals.sha512',
  originals: 'originals',
  records: 'records',
} as const
