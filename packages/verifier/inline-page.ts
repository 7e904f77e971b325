/** A page that is one file: one script and one style sheet, known by their digests, and no address it may reach. */
import { createHash } from 'node:crypto'

export interface InlinePage {
  /** Plain text. */
  readonly title: string
  readonly style: string
  readonly script: string
  /** HTML that stands before the script. */
  readonly body: string
  /** Directives of the policy beside those that every such page has. */
  readonly policy: readonly string[]
}

/** The page's HTML. Its Content Security Policy allows this script and this style sheet alone (CSP Level 3, section 2.3.1). */
export function inlinePage({ title, style, script, body, policy }: InlinePage): string {
  const safe = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
  const directives = [
    "default-src 'none'",
    `script-src '${hashOf(safe)}'`,
    `style-src '${hashOf(style)}'`,
    ...policy,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${directives}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
<script>${safe}</script>
</body>
</html>
`
}

/** Text as HTML shows it, in elements and in attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
