import { defineConfig } from 'vite'

/** The bench, bundled like the programs it measures; see bench/desk/places.ts for where it has to lie. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out/bench',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { input: { main: 'bench/main.ts', 'echo-server': 'bench/gateway/echo-server.ts', endpoint: 'bench/desk/endpoint-process.ts', customer: 'bench/desk/customer-process.ts' }, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
  ssr: { external: true },
})
