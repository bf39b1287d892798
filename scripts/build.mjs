// Builds everything into out/, only when something changed. npm run build [-- --force]
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { capture } from './lib/children.mjs'
import { explain, SetUpError } from './lib/errors.mjs'
import { hashTree, readStamp } from './lib/hash.mjs'
import { withLock } from './lib/lock.mjs'
import { ROOT, treeLock } from './lib/paths.mjs'
import { say, seconds } from './lib/progress.mjs'

const OUT = join(ROOT, 'out')
const STAMP = join(OUT, '.stamp')

/** Each is a configuration of vite and a tool that runs it; electron-vite builds main, preload and renderer. */
const STEPS = [
  { config: 'electron.vite.config.ts', tool: 'electron-vite/bin/electron-vite.js' },
  { config: 'vite.node.config.ts', tool: 'vite/bin/vite.js' },
  { config: 'vite.webchat.config.ts', tool: 'vite/bin/vite.js' },
  { config: 'vite.embed.config.ts', tool: 'vite/bin/vite.js' },
]

/**
 * What a build depends on, among the names in the root of the work tree.
 * @param {readonly string[]} names
 */
export function buildInputs(names) {
  return names.filter((name) => /^src(-|$)/.test(name)
    || /^(electron\.)?vite(\.\w+)?\.config\.ts$/.test(name)
    || name === 'resources' // some are imported, and so end up in the bundles
    || /^tsconfig.*\.json$/.test(name)
    || name === 'package.json' || name === 'package-lock.json')
}

/** Unit tests stand beside the code, and change without changing what is built. @param {string} path */
export const isBuildInput = (path) => !/\.test\.\w+$/.test(path)

const currentHash = () => hashTree(ROOT, buildInputs(readdirSync(ROOT)), isBuildInput)

/** @param {{ force?: boolean }} [options] */
export async function build({ force = false } = {}) {
  if (!force && readStamp(STAMP) === currentHash()) return
  await withLock(treeLock('build'), async () => {
    // Taken before building: a file that changes meanwhile makes the next build run.
    const hash = currentHash()
    if (!force && readStamp(STAMP) === hash) return
    const began = Date.now()
    rmSync(STAMP, { force: true })
    // Chunks have their content in their names: an old one would stay, and go into a package.
    for (const folder of ['engine', 'gateway', 'night', 'shared']) rmSync(join(OUT, folder), { recursive: true, force: true })
    for (const { config, tool } of STEPS) {
      if (!existsSync(join(ROOT, config))) throw new SetUpError(`The build failed: ${config} is missing.`)
      const args = [join(ROOT, 'node_modules', tool), 'build', '--config', config]
      const { code, log } = await capture(process.execPath, args, { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' }, timeoutMs: 10 * 60_000 })
      if (code !== 0) throw new SetUpError(`The build failed (${config}): see the messages below.`, { log })
    }
    mkdirSync(OUT, { recursive: true })
    writeFileSync(STAMP, hash)
    say(`build: done … ${seconds(Date.now() - began)}`)
  }, () => say('build: waiting for another build of this work tree'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { setUp } = await import('./setup/index.mjs')
    await setUp({ for: 'build', quiet: true })
    await build({ force: process.argv.includes('--force') })
  } catch (error) {
    say(explain(error))
    process.exit(1)
  }
}
