// The npm packages that go into a package of the app: what its built programs import, and what that needs in turn.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'
import { packageOf } from '../lint/layers.mjs'
import { SetUpError } from '../lib/errors.mjs'

/** Built programs that load their packages at run time; the pages and the preload carry theirs inside. */
const PROGRAMS = ['main', 'engine', 'gateway', 'shared']
/** Headers for compiling SQLite's binding: the package ships it compiled. */
const BUILD_ONLY = new Set(['node-addon-api'])

/** @typedef {{ name: string, folder: string }} Module `folder` relative to the root */

/**
 * Names of the packages that a built module imports. Read from its syntax: words such as "from 'here'" in a text are none.
 * @param {string} code
 */
export function packagesIn(code) {
  const { staticImports, staticExports, dynamicImports } = parseSync('module.js', code).module
  const literals = dynamicImports.map(({ moduleRequest: { start, end } }) => /^(["'`])(.*)\1$/.exec(code.slice(start, end))?.[2])
  const specifiers = [
    ...staticImports.map((each) => each.moduleRequest.value), ...literals,
    ...staticExports.flatMap((each) => each.entries.map((entry) => entry.moduleRequest?.value)),
  ]
  const packages = specifiers.filter((each) => each !== undefined && each !== 'electron' && !isBuiltin(each)).map((each) => packageOf(/** @type {string} */ (each)))
  return [...new Set(packages.filter((each) => each !== null))].sort()
}

/** @param {string} root */
function imported(root) {
  const names = PROGRAMS.map((each) => join(root, 'out', each)).filter((folder) => existsSync(folder)).flatMap((folder) => (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => packagesIn(readFileSync(join(folder, file), 'utf8')))
  ))
  return [...new Set(names)].sort()
}

/** @param {string} folder */
const manifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/**
 * Finds a package as Node does: in the node_modules of each folder above `from`.
 * @param {string} root @param {string} from absolute @param {string} name
 */
function find(root, from, name) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (basename(folder) !== 'node_modules' && existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === root || folder === dirname(folder)) return null
  }
}

/**
 * All packages that the programs under `root`/out need at run time.
 * @param {string} root absolute
 * @returns {Module[]}
 * @throws SetUpError when a program imports what only development installs, or what is not installed
 */
export function modulesFor(root) {
  const { dependencies = {} } = manifest(root)
  /** @type {Map<string, Module>} */
  const found = new Map()
  /** @param {string} from @param {string} name @param {boolean} optional */
  const visit = (from, name, optional) => {
    if (BUILD_ONLY.has(name)) return
    const folder = find(root, from, name)
    if (!folder) {
      if (optional) return
      throw new SetUpError(`The package ${name} is needed by ${relative(root, from) || 'the app'} but is not installed: run \`npm ci\`, then run this again.`)
    }
    const place = relative(root, folder)
    if (found.has(place)) return
    found.set(place, { name, folder: place })
    const { dependencies: needs = {}, optionalDependencies: likes = {} } = manifest(folder)
    for (const each of Object.keys(needs)) visit(folder, each, each in likes)
    for (const each of Object.keys(likes)) visit(folder, each, true)
  }
  for (const name of imported(root)) {
    if (!(name in dependencies)) throw new SetUpError(`The app imports ${name}, which package.json does not list under dependencies: it would be missing in the package.`)
    visit(root, name, false)
  }
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1))
}

/** Folders and files of a package that nothing loads at run time: sources, types, maps, documents, tests. */
const UNUSED = /(?:^|\/)(?:node_modules|\.github|__tests__|tests?|examples?|docs?|benchmarks?)(?:\/|$)|\.(?:ts|mts|cts|map|md|markdown|flow|gyp|gypi|c|cc|cpp|h|hpp|tsbuildinfo|node)$/i
/** Of SQLite's package only its JavaScript: after-pack.mjs adds the one binding that this package needs. */
const SQLITE_UNUSED = /^(?:deps|src|prebuilds|build)(?:\/|$)/

/**
 * Does a file of a package go along?
 * @param {string} name the package @param {string} path inside it, with `/`
 */
export function isShipped(name, path) {
  if (name === 'better-sqlite3' && SQLITE_UNUSED.test(path)) return false
  return !UNUSED.test(path)
}

/**
 * Copies the packages into `target`/node_modules, in the same places as under `root`.
 * @param {string} root @param {string} target
 */
export function stageModules(root, target) {
  rmSync(target, { recursive: true, force: true })
  for (const { name, folder } of modulesFor(root)) {
    const source = join(root, folder)
    mkdirSync(join(target, folder), { recursive: true })
    cpSync(source, join(target, folder), {
      recursive: true, dereference: true,
      filter: (path) => path === source || isShipped(name, relative(source, path).split('\\').join('/')),
    })
  }
}
