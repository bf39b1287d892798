// npm and the node-gyp inside it, found without a shell: as JavaScript files that this Node runs.
import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { SetUpError } from '../lib/errors.mjs'

/**
 * The path of npm-cli.js.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [node] the Node executable
 */
export function npmCli(env = process.env, node = process.execPath) {
  const bin = dirname(node)
  const candidates = [
    env.npm_execpath, // npm sets it for its scripts; yarn and pnpm set it to themselves
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'), // Windows
    ...(env.PATH ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, 'npm')),
  ]
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue
    const path = realpathSync(candidate)
    if (basename(path) === 'npm-cli.js') return path
  }
  throw new SetUpError('npm was not found next to Node: install Node.js together with npm, then run this again.')
}

export function nodeGyp() {
  try {
    return createRequire(npmCli()).resolve('node-gyp/bin/node-gyp.js')
  } catch (cause) {
    throw new SetUpError('npm came without node-gyp, which compiles the SQLite module: install Node.js 22.14 or newer (it needs no compiling), or npm from nodejs.org.', { cause })
  }
}
