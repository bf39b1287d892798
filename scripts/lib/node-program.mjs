// Runs one of our programs that need no window, in this Node.
import { join } from 'node:path'
import { build } from '../build.mjs'
import { setUp } from '../setup/index.mjs'
import { explain } from './errors.mjs'
import { ownArguments, runForeground } from './foreground.mjs'
import { ROOT } from './paths.mjs'
import { say } from './progress.mjs'

/**
 * @param {string} file relative to the root
 * @param {{ quiet?: boolean, group?: boolean, before?: () => Promise<void> }} [options] see setUp and runForeground; `before`: what else has to be built
 * @returns {Promise<never>}
 */
export async function runNodeProgram(file, { quiet = false, group = false, before = async () => {} } = {}) {
  try {
    const { env } = await setUp({ for: 'node', quiet })
    await build()
    await before()
    process.exit(await runForeground(process.execPath, [join(ROOT, file), ...ownArguments()], { env: { ...process.env, ...env }, group }))
  } catch (error) {
    say(explain(error))
    process.exit(1)
  }
}
