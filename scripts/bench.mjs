// npm run bench [-- [--check] MEASURE ...]: prepares the machine, builds what changed, and measures.
import { join } from 'node:path'
import { build } from './build.mjs'
import { withDisplay } from './display.mjs'
import { bundle } from './lib/bundle.mjs'
import { chromiumFlags } from './lib/chromium-flags.mjs'
import { explain } from './lib/errors.mjs'
import { ownArguments, runForeground } from './lib/foreground.mjs'
import { ROOT } from './lib/paths.mjs'
import { say } from './lib/progress.mjs'
import { setUp } from './setup/index.mjs'

/** @returns {Promise<number>} */
async function main() {
  const { env } = await setUp({ for: 'test' })
  await build()
  await bundle('vite.bench.config.ts', 'The bench')
  const display = await withDisplay()
  try {
    const flags = JSON.stringify(chromiumFlags({ isVirtualDisplay: display.isOwn }))
    return await runForeground(process.execPath, [join(ROOT, 'out/bench/main.js'), ...ownArguments()], {
      env: { ...process.env, ...env, ...display.env, DESKMATE_BENCH_FLAGS: flags, DESKMATE_LOG: 'error', NODE_ENV: 'production' }, group: true,
    })
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
