/** VERIFY.md: the commands by which anybody checks an export with `sha512sum` and `openssl` alone. */
import { NOTICE } from './case-view.ts'

export interface KitStampFiles {
  /** Below the export. */
  readonly folder: string
  readonly time: string
  readonly authority: string
  /** The first so many events are what it dates. */
  readonly size: number
}

export interface VerifyPage {
  readonly fingerprint: string
  readonly originals: number
  readonly withOriginals: boolean
  /** Confidential items and items shredded, of which the log tells and the export has nothing. */
  readonly withheld: { readonly items: number; readonly shredded: number }
  readonly stamps: readonly KitStampFiles[]
  /** Events that no time-stamp dates; null where nobody was asked. */
  readonly undated: number | null
}

export function verifyPage(page: VerifyPage): string {
  const { fingerprint, originals, withOriginals, stamps, undated } = page
  const whose = withOriginals
    ? 'They lie in this export. In this folder:'
    : 'They are not part of this export. In the case folder, with this export at `$EXPORT`:'
  const list = withOriginals ? 'evidence/originals.sha512' : '"$EXPORT/evidence/originals.sha512"'
  return `# How to check this export (${NOTICE})

In a browser: open \`verify.html\` and give it this folder; it needs no network and checks more than the commands below. Take
it from a copy of the program that you trust rather than from here: a page that lies beside the files proves nothing by itself.

Nothing of the program that wrote it is needed: only \`sha512sum\` (GNU coreutils) and \`openssl\` 3. Run the commands in
this folder, in this order; each must succeed. They write nothing and need no network.

## 1. The key

Everything below rests on one public key. Compare its SHA-256 with the one that whoever made this export gave you by
another way, on paper or by voice; a page that lies beside the files proves nothing by itself.

\`\`\`sh
openssl pkey -pubin -in evidence/log-key.pem -outform DER | openssl dgst -sha256
\`\`\`

The maker's program printed:

    ${fingerprint}

## 2. The list of files is signed with that key

\`\`\`sh
openssl pkeyutl -verify -rawin -pubin -inkey evidence/log-key.pem -in evidence/files.sha512 -sigfile evidence/files.sha512.sig
\`\`\`

## 3. Every file is the one in the list

\`\`\`sh
sha512sum --check --strict --quiet evidence/files.sha512
\`\`\`

## 4. No file was added

Nothing is there but files and folders, and no link; no name has a line break or another control character, which would
make one file look like two; and every file is in the list.

\`\`\`sh
test -z "$(LC_ALL=C find . ! -type f ! -type d 2>&1)"
test -z "$(LC_ALL=C find . -name '*[[:cntrl:]]*' 2>&1)"
test -z "$(export LC_ALL=C; (find . -type f ! -path './evidence/files.sha512*'; sed 's|^[0-9a-f]*  |./|' evidence/files.sha512) | sort | uniq -u)"
test -z "$(find evidence -name 'files.sha512?*' ! -name files.sha512.sig)"
\`\`\`

## 5. The checkpoint of the log is signed with that key

\`evidence/checkpoint\` is the head of the append-only log of custody and decisions as it stood before this export (a C2SP
signed note: name of the log, number of entries, root hash). \`checkpoint.text\` is what is signed, \`checkpoint.sig\` the
signature alone.

\`\`\`sh
sed '/^$/,$d' evidence/checkpoint | cmp - evidence/checkpoint.text
openssl pkeyutl -verify -rawin -pubin -inkey evidence/log-key.pem -in evidence/checkpoint.text -sigfile evidence/checkpoint.sig
\`\`\`

Keep \`evidence/checkpoint\`: a later checkpoint of the same log must extend it.

## 6. The originals

\`evidence/originals.sha512\` lists the digests of the ${originals} originals of the case. ${whose}

\`\`\`${withOriginals ? 'sh' : 'sh case'}
sha512sum --check --strict --quiet ${list}
\`\`\`
${withheldText(page.withheld)}
## 7. The time-stamps

${stamps.length === 0 ? "No independent authority has dated this log: it is **not yet independently dated**. The times in it are those of the maker's clock." : datedText(stamps, undated)}
`
}

function withheldText({ items, shredded }: VerifyPage['withheld']): string {
  if (items + shredded === 0) return ''
  return `
Withheld from this export: the case's confidential items (${items}${shredded === 0 ? '' : `, and ${shredded} that were shredded`}). The log has an entry for each, with
a time, a random name and a salted commitment; no byte, name or digest of them, in the clear or encrypted, is here.
`
}

function datedText(stamps: readonly KitStampFiles[], undated: number | null): string {
  const rest = undated ? `The ${undated} events after those are **not yet independently dated**.\n\n` : ''
  return `Each folder below has a checkpoint as it stood, what was asked of an authority, and its answer (RFC 3161). The command
shows that the answer is on that checkpoint and signed by the certificate named; \`chain.pem\` comes from the answer itself, so
whether that authority is to be trusted it does not show. For that, give its root certificate, which you got elsewhere, in
place of \`chain.pem\` after \`-CAfile\`, and leave out \`-partial_chain\`. That the checkpoint is an earlier state of this log is
shown by \`verify.html\` and by \`corroborate verify\`.

${rest}${stamps.map(stampText).join('\n')}`
}

function stampText({ folder, time, authority, size }: KitStampFiles): string {
  const at = Math.floor(Date.parse(time) / 1000)
  return `The first ${size} events, ${time}, by ${authority.replaceAll('`', "'")} (chain not anchored):

\`\`\`sh
openssl ts -verify -data ${folder}/checkpoint -in ${folder}/answer.tsr -CAfile ${folder}/chain.pem -untrusted ${folder}/chain.pem -partial_chain -attime ${at}
\`\`\`
`
}
