// npm start [-- arguments]: prepares the machine, builds what changed, and runs the desktop app.
import { build } from './build.mjs'
import { withDisplay } from './display.mjs'
import { chromiumFlags } from './lib/chromium-flags.mjs'
import { explain } from './lib/errors.mjs'
import { ownArguments, runForeground } from './lib/foreground.mjs'
import { ROOT } from './lib/paths.mjs'
import { say } from './lib/progress.mjs'
import { setUp } from './setup/index.mjs'

/** @returns {Promise<number>} */
async function main() {
  const { electron, env } = await setUp({ for: 'start' })
  if (!electron) throw new Error('the set-up for start returned no Electron')
  await build()
  const display = await withDisplay()
  try {
    const flags = chromiumFlags({ isVirtualDisplay: display.isOwn })
    /** @type {NodeJS.ProcessEnv} */
    const childEnv = { ...process.env, ...env, ...display.env }
    delete childEnv.ELECTRON_RUN_AS_NODE // some editors' terminals set it; with it there would be no window
    return await runForeground(electron.path, [...flags, ROOT, ...ownArguments()], {
      env: childEnv,
      group: true,
      quietChromium: process.env.DESKMATE_VERBOSE !== '1',
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
