/** Name and version of this library; equal versions read equal claims. */
export const CLAIMS_MODULE = { name: 'claims', version: '0.1.0' } as const
