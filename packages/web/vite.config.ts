/** How the app is built: one classic script and one style sheet with stable names, so that a page can also carry them. */
import react from '@vitejs/plugin-react'
import type { Plugin, UserConfig } from 'vite'

/** A page opened from disk may not load modules, so the built page uses a deferred classic script. */
const classicScript: Plugin = {
  name: 'classic-script',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml: (html) =>
    html
      .replace(/<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/, '<script defer src="$1"></script>')
      .replace(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/, '<link rel="stylesheet" href="$1">'),
}

/** Inside an inline `<script>` the text of the script may not close it. */
const closesNoScript: Plugin = {
  name: 'closes-no-script',
  apply: 'build',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') {
        chunk.code = chunk.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
      }
    }
  },
}

export default {
  root: import.meta.dirname,
  base: './',
  plugins: [react(), classicScript, closesNoScript],
  server: { host: '127.0.0.1' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        format: 'iife',
        entryFileNames: 'app.js',
        assetFileNames: 'app[extname]',
      },
    },
  },
} satisfies UserConfig
