// npm test [-- STAGE ... [arguments for the runner]]: runs the checks. The last line is `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { withDisplay } from './display.mjs'
import { atExit, exitOnSignals, start, stop } from './lib/children.mjs'
import { countPlaywright, countVitest, parseArguments, settle } from './lib/counts.mjs'
import { explain } from './lib/errors.mjs'
import { ROOT } from './lib/paths.mjs'
import { seconds } from './lib/progress.mjs'
import { setUp } from './setup/index.mjs'

/** @typedef {import('./lib/counts.mjs').Counts} Counts */

const MINUTE = 60_000
/** End-to-end tests at a time, at most. */
const WORKERS = 2
const tool = (/** @type {string} */ path) => join(ROOT, 'node_modules', path)
const reports = mkdtempSync(join(tmpdir(), 'deskmate-test-'))

/**
 * @typedef {object} Stage
 * @property {'build' | 'node' | 'test'} needs the set-up it needs
 * @property {(env: NodeJS.ProcessEnv) => Promise<Counts>} run
 */

/** @type {Record<string, Stage>} */
const STAGES = {
  // The native compiler: the same checks in a third of the time. ESLint's parser still needs the other one.
  typecheck: { needs: 'build', run: (env) => check([tool('typescript-native/bin/tsc'), '--build', ...extra], env) },
  lint: { needs: 'build', run: (env) => check([tool('eslint/bin/eslint.js'), '.', ...extra], env) },
  unit: { needs: 'node', run: (env) => vitest('unit', env) },
  contract: { needs: 'node', run: (env) => vitest('contract', env) },
  e2e: { needs: 'test', run: endToEnd },
}

const parsed = parseArguments(process.argv.slice(2), Object.keys(STAGES))
const extra = 'extra' in parsed ? parsed.extra : []

let passed = 0
let failed = 0
/** Stages that have not come to an end; each counts as one failed if we are interrupted or crash. */
const open = new Set('stages' in parsed ? parsed.stages : ['arguments'])
process.on('uncaughtException', (error) => { print(explain(error)); process.exit(1) })
exitOnSignals()
atExit(() => {
  rmSync(reports, { recursive: true, force: true })
  failed += open.size
  print(`${passed} passed, ${failed} failed`)
  if (failed > 0 || passed === 0) process.exitCode = 1
})

/** @param {string} text */
function print(text) {
  process.stdout.write(`${text}\n`)
}

/**
 * Runs a tool whose output is shown as it comes.
 * @param {string[]} args @param {NodeJS.ProcessEnv} env @param {number} limitMs
 * @returns {Promise<number>} its exit status
 */
function show(args, env, limitMs) {
  return new Promise((resolve) => {
    const child = start(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'], group: true })
    const timer = setTimeout(() => {
      print(`stopped: it ran for more than ${seconds(limitMs)}`)
      stop(child, 'SIGKILL')
    }, limitMs)
    child.once('error', (error) => { clearTimeout(timer); print(explain(error)); resolve(127) })
    child.once('exit', (code) => { clearTimeout(timer); resolve(code ?? 1) })
  })
}

/** A tool that only says yes or no counts as one test. @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function check(args, env) {
  const isGood = await show(args, env, 10 * MINUTE) === 0
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null // the runner broke down before it wrote one
  }
}

/** @param {string} project @param {NodeJS.ProcessEnv} env */
async function vitest(project, env) {
  const file = join(reports, `${project}.json`)
  const code = await show([tool('vitest/vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...extra], env, 20 * MINUTE)
  const report = readReport(file)
  return settle(report && countVitest(report, extra.length > 0), code)
}

/** @param {NodeJS.ProcessEnv} env */
async function endToEnd(env) {
  await build()
  // A screen a worker, for clipboard and global keys are one to a screen; on a person's own screen one after the other.
  const displays = [await withDisplay()]
  try {
    while (displays[0].isOwn && displays.length < Math.min(WORKERS, availableParallelism())) displays.push(await withDisplay())
    const file = join(reports, 'e2e.json')
    const code = await show(
      [tool('@playwright/test/cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json', `--workers=${displays.length}`, ...extra],
      { ...env, ...displays[0].env, DESKMATE_E2E_DISPLAYS: displays.map((each) => each.env.DISPLAY ?? '').join(' '), PLAYWRIGHT_JSON_OUTPUT_FILE: file }, 60 * MINUTE,
    )
    const report = readReport(file)
    return settle(report && countPlaywright(report), code)
  } finally {
    for (const display of displays) await display.stop()
  }
}

/**
 * Prepares the machine for as many of the stages as can be: where the whole set-up fails, a smaller one may do for the
 * others.
 * @param {string[]} stages
 */
async function prepare(stages) {
  /** @type {Map<string, NodeJS.ProcessEnv>} */
  const ready = new Map()
  const levels = /** @type {const} */ (['test', 'node', 'build'])
  const highest = Math.min(...stages.map((name) => levels.indexOf(STAGES[name].needs)))
  for (let i = highest; i < levels.length; i++) {
    try {
      const { env } = await setUp({ for: levels[i] })
      for (const level of levels.slice(i)) ready.set(level, { ...process.env, ...env })
      break
    } catch (error) {
      print(explain(error))
    }
  }
  return ready
}

/** @param {string[]} stages */
async function runAll(stages) {
  const environments = await prepare(stages)
  for (const name of stages) {
    print(`\n── ${name}`)
    const began = Date.now()
    /** @type {Counts} */
    let counts
    try {
      const env = environments.get(STAGES[name].needs)
      counts = env ? await STAGES[name].run(env) : { passed: 0, failed: 1, note: 'the set-up it needs failed, see above' }
    } catch (error) {
      print(explain(error))
      counts = { passed: 0, failed: 1, note: 'it could not run' }
    }
    open.delete(name)
    passed += counts.passed
    failed += counts.failed
    print(`── ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(Date.now() - began)}${counts.note ? ` (${counts.note})` : ''}`)
  }
}

if ('error' in parsed) print(parsed.error)
else await runAll(parsed.stages)
process.exit() // a test runner's leftovers must not keep us; the exit handler prints the last line
