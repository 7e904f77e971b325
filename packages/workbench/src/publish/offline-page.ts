/** The browser app as one page with its data inside: no network, no other file, one script known by its hash. */
import { escapeHtml, inlinePage } from '@corroborate/verifier/inline-page'
import type { Dossier } from './contract.ts'

export interface OfflinePageParts {
  readonly dossier: Dossier
  readonly script: string
  readonly style: string
}

/** Everything that the page shows is inside it, as JSON; beside what every such page may, it shows pictures it holds. */
export function offlinePage({ dossier, script, style }: OfflinePageParts): string {
  const data = JSON.stringify(dossier)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return inlinePage({
    title: `${dossier.case.title} — ${dossier.notice}${dossier.case.invented ? ' — INVENTED' : ''}`,
    style,
    script,
    body: `<div id="app"></div>
<noscript>This page shows its data with the script inside it; turn scripts on. ${escapeHtml(dossier.notice)}.</noscript>
<script type="application/json" id="dossier">${data}</script>`,
    policy: ['img-src data:'],
  })
}
