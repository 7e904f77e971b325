/** Name and version of this stage; equal versions read equal documents. */
export const READER_MODULE = { name: 'read', version: '0.3.0' } as const
