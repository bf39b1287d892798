// The SQLite module (better-sqlite3 with encryption). Its shipped binary asks for Node-API 10; on an older runtime
// (Node < 22.14, Electron < 35) a copy is compiled into the cache.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { capture, must } from '../lib/children.mjs'
import { SetUpError } from '../lib/errors.mjs'
import { ROOT } from '../lib/paths.mjs'
import { nodeGyp } from './npm.mjs'

const PREBUILT_NODE_API = 10
const CHECK = fileURLToPath(new URL('sqlite-check.cjs', import.meta.url))

/** @typedef {{ name: string, exec: string, nodeApi: number, env: Record<string, string> }} Runtime */

/** This Node. @returns {Runtime} */
export function nodeRuntime() {
  return { name: `node-${process.versions.node}`, exec: process.execPath, nodeApi: Number(process.versions.napi), env: {} }
}

/** @param {{ path: string, version: string }} electron @returns {Runtime} */
export function electronRuntime({ path, version }) {
  // Electron 35 is the first with Node 22.14 and so with Node-API 10.
  const nodeApi = Number.parseInt(version, 10) >= 35 ? 10 : 9
  return { name: `electron-${version}`, exec: path, nodeApi, env: { ELECTRON_RUN_AS_NODE: '1' } }
}

/**
 * The Node-API to compile for, or null when the shipped binary serves every runtime.
 * @param {readonly Runtime[]} runtimes
 */
export function compileFor(runtimes) {
  const lowest = Math.min(Infinity, ...runtimes.map((runtime) => runtime.nodeApi))
  return lowest < PREBUILT_NODE_API ? lowest : null
}

/**
 * Which module is installed; from the lock file, so that it is known before node_modules is there.
 * @param {{ packages: Record<string, { name?: string, version?: string }> }} lock
 */
export function sqlitePackage(lock) {
  const entry = lock.packages['node_modules/better-sqlite3']
  return entry?.version ? { name: entry.name ?? 'better-sqlite3', version: entry.version } : undefined
}

/**
 * @param {string} cache
 * @param {{ name: string, version: string }} module
 * @param {number} nodeApi
 */
export function bindingFolder(cache, module, nodeApi) {
  return join(cache, `${module.name}-${module.version}-napi${nodeApi}-${process.platform}-${process.arch}`)
}

/** @param {string} folder */
export const bindingFile = (folder) => join(folder, 'better_sqlite3.node')

/** @param {string} folder @param {Runtime} runtime */
const checkedStamp = (folder, runtime) => join(folder, `works-in-${runtime.name}`)

/** @param {string} folder @param {readonly Runtime[]} runtimes */
export function isBindingReady(folder, runtimes) {
  return existsSync(bindingFile(folder)) && runtimes.every((runtime) => existsSync(checkedStamp(folder, runtime)))
}

/**
 * binding.gyp changed for a runtime with an older Node-API: the module keeps persistent references to strings, which
 * Node-API 9 allows only to modules that declare the experimental version. Link-time optimisation is dropped because
 * it makes building much slower for no gain that we measured.
 * @param {string} gyp
 */
export function patchGyp(gyp) {
  const version = "'NAPI_VERSION=10'"
  if (!gyp.includes(version)) throw new SetUpError('The SQLite module’s binding.gyp no longer sets NAPI_VERSION=10: adapt scripts/setup/sqlite.mjs to its new version.')
  return gyp
    .replace(version, "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NO_WARNING', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'")
    .replaceAll(/,\s*'-flto'|'-flto',\s*/g, '')
    .replaceAll("['-flto']", '[]')
}

/** Compiles into `folder`; `work` is a scratch folder. @param {string} folder @param {string} work */
export async function compileBinding(folder, work) {
  const require = createRequire(join(ROOT, 'package.json'))
  const source = dirname(require.resolve('better-sqlite3/package.json'))
  const headers = dirname(createRequire(join(source, 'package.json')).resolve('node-addon-api/package.json'))
  const build = join(work, 'better-sqlite3')
  mkdirSync(build, { recursive: true })
  cpSync(source, build, { recursive: true, filter: (path) => !path.startsWith(join(source, 'prebuilds')) })
  cpSync(headers, join(work, 'node_modules', 'node-addon-api'), { recursive: true })
  const gyp = join(build, 'binding.gyp')
  writeFileSync(gyp, patchGyp(readFileSync(gyp, 'utf8')))
  // -O2 is what SQLite's authors measure with; -O3 takes half as long again to compile (90 s instead of 60 s).
  const common = join(build, 'deps', 'common.gypi')
  writeFileSync(common, readFileSync(common, 'utf8').replaceAll("'-O3'", "'-O2'"))

  const args = [nodeGyp(), 'rebuild', '--release', '--force_build=1', '-j', 'max']
  // Node's own headers, where they came with it: node-gyp would fetch them from a server that may be out of reach.
  const nodeHome = dirname(dirname(process.execPath))
  if (existsSync(join(nodeHome, 'include', 'node', 'node_api.h'))) args.push(`--nodedir=${nodeHome}`)
  // npm hands its configuration down as variables, and node-gyp lets these win over its arguments.
  const env = { ...process.env }
  for (const name of ['nodedir', 'target', 'arch', 'runtime', 'disturl', 'dist_url', 'jobs']) delete env[`npm_config_${name}`]
  await must('The SQLite module could not be compiled: install a C++ compiler, make and python3 (or Node.js 22.14 or newer, which needs no compiling), then run this again.', process.execPath, args, { cwd: build, env, timeoutMs: 20 * 60_000 })

  const done = join(work, 'done')
  mkdirSync(done)
  renameSync(join(build, 'build', 'Release', 'better_sqlite3.node'), bindingFile(done))
  rmSync(folder, { recursive: true, force: true })
  renameSync(done, folder)
}

/**
 * Opens an encrypted in-memory database with a full-text index in each runtime, and remembers where that worked.
 * @param {string} folder @param {readonly Runtime[]} runtimes
 */
export async function checkBinding(folder, runtimes) {
  for (const runtime of runtimes) {
    const stamp = checkedStamp(folder, runtime)
    if (existsSync(stamp)) continue
    const env = { ...process.env, ...runtime.env }
    const result = await capture(runtime.exec, [CHECK, bindingFile(folder)], { cwd: ROOT, env, timeoutMs: 60_000 })
    if (result.code !== 0) {
      rmSync(folder, { recursive: true, force: true })
      throw new SetUpError(`The compiled SQLite module does not work in ${runtime.name}; it was removed, so the next run compiles it afresh.`, { log: result.log })
    }
    writeFileSync(stamp, '')
  }
}
