/** The browser app as one page with its data inside: no network, no other file, one script known by its hash. */
import { createHash } from 'node:crypto'
import type { Dossier } from './contract.ts'

export interface OfflinePageParts {
  readonly dossier: Dossier
  readonly script: string
  readonly style: string
}

/** The policy allows only this script and this style sheet, by digest, and no connection at all. */
export function offlinePage({ dossier, script, style }: OfflinePageParts): string {
  const safeScript = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(safeScript)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const data = JSON.stringify(dossier)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(dossier.case.title)} — ${dossier.notice}${dossier.case.invented ? ' — INVENTED' : ''}</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>This page shows its data with the script inside it; turn scripts on. ${escapeHtml(dossier.notice)}.</noscript>
<script type="application/json" id="dossier">${data}</script>
<script>${safeScript}</script>
</body>
</html>
`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
