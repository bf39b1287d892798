// npm run pictures [-- arguments for Playwright]: pictures of every page in out/pictures/, for people to look at. Ends 1 where axe finds something.
import { join } from 'node:path'
import { build } from './build.mjs'
import { withDisplay } from './display.mjs'
import { explain } from './lib/errors.mjs'
import { ownArguments, runForeground } from './lib/foreground.mjs'
import { ROOT } from './lib/paths.mjs'
import { say } from './lib/progress.mjs'
import { setUp } from './setup/index.mjs'

/** @returns {Promise<number>} */
async function main() {
  const { env } = await setUp({ for: 'test' })
  await build()
  const display = await withDisplay()
  try {
    const args = [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'test', '--config', 'tests/pictures/playwright.config.ts', ...ownArguments()]
    return await runForeground(process.execPath, args, { env: { ...process.env, ...env, ...display.env }, group: true })
  } finally {
    await display.stop()
  }
}

try {
  process.exit(await main())
} catch (error) {
  say(explain(error))
  process.exit(1)
}
