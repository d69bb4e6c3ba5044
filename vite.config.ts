import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The host stays the page's own: the server refuses what another origin sends.
const api = { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false }

/** React Aria brings its words in thirty-four languages; the interface speaks two. */
const onlyOurLanguages: Plugin = {
  name: 'only-our-languages',
  load: {
    filter: { id: /\/react-(aria|stately)[^?]*\/intl\/.*\/(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/ },
    handler: () => 'export default {}',
  },
}

const DIST = fileURLToPath(new URL('web/dist', import.meta.url))

/** Compressed once, here: over the Wi-Fi of a training room, bytes are what one waits for. */
const compressed: Plugin = {
  name: 'compressed',
  closeBundle() {
    for (const file of globSync(`${DIST}/**/*.{html,js,css,svg}`)) {
      const raw = readFileSync(file)
      writeFileSync(`${file}.gz`, gzipSync(raw, { level: 9 }))
      writeFileSync(
        `${file}.br`,
        brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      )
    }
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  plugins: [react(), onlyOurLanguages, compressed],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    sourcemap: true,
    // The map library is one file, whatever is done.
    chunkSizeWarningLimit: 1_500,
    // The content security policy allows no `data:` scripts or fonts.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/health': api, '/ready': api } },
})
