import { defineConfig } from 'vite'

/** What plays scripted customers for `npm run eval`: the engine and the gateway together, which no shipped program is. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out/simulation',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { input: { main: 'tests/simulation/program.ts' }, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
  ssr: { external: true },
})
