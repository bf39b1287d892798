import { defineConfig } from 'vitest/config'

const exclude = ['node_modules/**', 'out/**', 'tests/e2e/**']
const setupFiles = ['tests/support/patience.ts']

export default defineConfig({
  test: {
    projects: [
      // Files share one loaded program in each of the two processes: a quarter of the time is loading otherwise. No module keeps state.
      { test: { name: 'unit', environment: 'node', include: ['src-*/**/*.test.ts', 'scripts/**/*.test.mjs', 'bench/**/*.test.ts', 'tests/unit/**/*.test.ts', 'tests/lint/**/*.test.{ts,mjs}'], exclude, setupFiles, testTimeout: 60_000, isolate: false } },
      { test: { name: 'contract', environment: 'node', include: ['tests/contract/**/*.test.ts', 'tests/fault/**/*.test.ts', 'tests/fuzz/**/*.test.ts'], exclude, setupFiles, testTimeout: 60_000, hookTimeout: 60_000, isolate: false } },
    ],
  },
})
