import { defineConfig } from 'vite'

/**
 * Stay outside the bundles: native code, wasm, and a server framework that loads its own parts by path. Everything else
 * is bundled, because a program that opens two hundred small files starts late.
 */
const EXTERNAL = ['better-sqlite3', 'fastify', '@fastify/cookie', '@fastify/static', 'socket.io']

/**
 * Engine, command line and gateway: plain Node programs, built apart from the shell so that no shared chunk can import
 * electron.
 */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: 'out',
    emptyOutDir: false,
    minify: true,
    rolldownOptions: {
      input: {
        'engine/index': 'src-engine/index.ts',
        'engine/topic-thread': 'src-engine/topic-thread.ts',
        'engine/backtest-thread': 'src-engine/backtest-thread.ts',
        'engine/history-thread': 'src-engine/history-thread.ts',
        'engine/cli': 'src-engine/cli.ts',
        'engine/train': 'src-engine/training/program.ts',
        'engine/eval': 'src-engine/evaluation/program.ts',
        'gateway/index': 'src-gateway/index.ts',
        'night/index': 'src-night/index.ts',
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: EXTERNAL },
})
