import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The floor that the app is tested on; electron-vite would take the targets from the (newer) electron package.
const NODE = 'node20.18'
const CHROME = 'chrome130'

export default defineConfig(({ command }) => ({
  main: {
    build: {
      target: NODE,
      outDir: 'out/main',
      // Bundled: its many small files would be opened before the first window.
      externalizeDeps: { exclude: ['zod'] },
      minify: command === 'build',
      rolldownOptions: { input: { index: 'src-main/index.ts' }, output: { format: 'es', entryFileNames: '[name].js' } },
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: 'out/preload',
      // A sandboxed page's preload has to be one CommonJS file.
      rolldownOptions: { input: { index: 'src-preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      target: CHROME,
      outDir: 'out/renderer',
      minify: command === 'build',
      // The page's CSP allows nothing inline: no data: fonts or scripts, no inlined polyfill.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: 'src-renderer/index.html' } },
    },
  },
}))
