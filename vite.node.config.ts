import { defineConfig } from 'vite'

/**
 * Engine, command line and gateway: plain Node programs, built apart from the shell so that no shared chunk can import
 * electron. Dependencies stay outside the bundles.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: {
      input: {
        'engine/index': 'src-engine/index.ts',
        'engine/cli': 'src-engine/cli.ts',
        'engine/train': 'src-engine/training/program.ts',
        'gateway/index': 'src-gateway/index.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
  ssr: { external: true },
})
