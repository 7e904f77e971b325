/** Certificates that a person trusts to vouch for time-stamp authorities, from a file of theirs. */
import { readFile } from 'node:fs/promises'
import { type Certificate, parsePem } from '@corroborate/evidence'
import { z } from 'zod'
import { PathError, reasonOf } from '../intake/walk.ts'

export const trustField = z.string().min(1).optional().meta({
  path: true,
  placeholder: 'FILE',
  description: 'Certificates in PEM that you trust to vouch for time-stamp authorities',
})

/** null where none are given, so that trust stays unjudged. Throws PathError where the file has none. */
export async function trustFrom(path: string | undefined): Promise<readonly Certificate[] | null> {
  if (path === undefined) return null
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PathError(path, error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error))
  })
  try {
    const certificates = parsePem(text)
    if (certificates.length > 0) return certificates
  } catch (error) {
    throw new PathError(path, (error as Error).message)
  }
  throw new PathError(path, 'it holds no certificate in PEM')
}
