// Bundles a program that is not shipped with a configuration of its own.
import { join } from 'node:path'
import { capture } from './children.mjs'
import { SetUpError } from './errors.mjs'
import { ROOT } from './paths.mjs'

/**
 * @param {string} config of vite, in the root
 * @param {string} what stands at the head of the message when it cannot be built
 */
export async function bundle(config, what) {
  const args = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', config]
  const { code, log } = await capture(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, timeoutMs: 5 * 60_000 })
  if (code !== 0) throw new SetUpError(`${what} could not be built: see the messages below.`, { log })
}
