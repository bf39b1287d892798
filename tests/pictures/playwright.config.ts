import { defineConfig } from '@playwright/test'

/** Pictures of every page, for people to look at; axe looks too, and fails the run when it finds something. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/pictures',
  workers: 1,
  retries: 0,
  timeout: 10 * 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
})
