/** A time-stamp authority for tests, played with `openssl ts -reply` under a root of its own. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Authority {
  /** Path of the root's certificate, PEM. */
  readonly root: string
  /** An answer (DER) to a request (DER). */
  answer(request: Uint8Array): Buffer
  /** An answer that says no: the digest is not one it takes. */
  refuse(request: Uint8Array): Buffer
}

/** Makes the keys in `folder`/`name`; `name` is also that of the authority in its certificate. */
export function openAuthority(folder: string, name = 'Invented Authority'): Authority {
  const place = join(folder, name.replaceAll(' ', '-').toLowerCase())
  mkdirSync(place, { recursive: true })
  const at = (file: string) => join(place, file)
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: place, stdio: 'pipe' })
  writeFileSync(at('serial'), '01\n')
  writeFileSync(at('tsa.ext'), 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n')
  const policy = (digests: string) => `[tsa]
serial = ${at('serial')}
signer_cert = ${at('tsa.pem')}
certs = ${at('root.pem')}
signer_key = ${at('tsa.key')}
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = ${digests}
ess_cert_id_chain = yes
ess_cert_id_alg = sha256
`
  writeFileSync(at('tsa.cnf'), policy('sha256, sha512'))
  writeFileSync(at('narrow.cnf'), policy('sha384'))
  const root = ['-x509', '-days', '3650', '-subj', `/O=Invented/CN=${name} Root`]
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('root.key'), '-out', at('root.pem'), ...root)
  const subject = ['-subj', `/O=Invented/CN=${name}`]
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', at('tsa.key'), '-out', at('tsa.csr'), ...subject)
  const issued = ['-CA', at('root.pem'), '-CAkey', at('root.key'), '-days', '3650', '-extfile', at('tsa.ext')]
  openssl('x509', '-req', '-in', at('tsa.csr'), '-out', at('tsa.pem'), '-CAcreateserial', ...issued)

  function reply(request: Uint8Array, config: string): Buffer {
    writeFileSync(at('it.tsq'), request)
    const how = ['-config', at(config), '-section', 'tsa', '-queryfile', at('it.tsq'), '-out', at('it.tsr')]
    openssl('ts', '-reply', ...how)
    return readFileSync(at('it.tsr'))
  }
  return {
    root: at('root.pem'),
    answer: (request) => reply(request, 'tsa.cnf'),
    refuse: (request) => reply(request, 'narrow.cnf'),
  }
}
