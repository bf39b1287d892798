// Child processes that never outlive us: whatever ends this process, what it started ends too.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { SetUpError } from './errors.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
/** @type {Set<() => void>} */
const onExit = new Set()

process.on('exit', () => {
  for (const child of running) stop(child)
  for (const action of onExit) action()
})

/**
 * Runs `action` (synchronous) when this process ends, until the returned function is called.
 * @param {() => void} action
 */
export function atExit(action) {
  onExit.add(action)
  return () => onExit.delete(action)
}

/** Makes an interrupt end this process through its 'exit' handlers, so locks and half-built folders are cleared away. */
export function exitOnSignals() {
  /** @param {NodeJS.Signals} signal */
  const leave = (signal) => process.exit(128 + constants.signals[signal])
  process.on('SIGINT', leave).on('SIGTERM', leave)
  const forget = whenNpmEnds(() => leave('SIGTERM'))
  return () => {
    forget()
    process.off('SIGINT', leave).off('SIGTERM', leave)
  }
}

/**
 * Calls `action` once when the npm that runs us was ended. npm passes a SIGTERM on to the shell between us only, which
 * dies of it without telling us; without this the app would stay behind.
 * @param {() => void} action
 */
export function whenNpmEnds(action) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    action()
  }, 500)
  timer.unref()
  return () => clearInterval(timer)
}

/** Children with a process group of their own, which therefore take their own children along when they are ended. */
const groups = new WeakSet()

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} [signal]
 */
export function stop(child, signal = 'SIGTERM') {
  if (!groups.has(child) || child.pid === undefined) return child.kill(signal)
  try {
    return process.kill(-child.pid, signal)
  } catch {
    return false // it has just ended
  }
}

/**
 * Like child_process.spawn, but the child ends with us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { group?: boolean }} [options] `group` gives it a process group of
 *   its own: an interrupt from the terminal does not reach it, and it can be ended with everything it started
 */
export function start(command, args, { group = false, ...options } = {}) {
  const detached = group && process.platform !== 'win32' // on Windows that would open a console window
  const child = spawn(command, args, { ...options, detached })
  running.add(child)
  child.once('exit', () => running.delete(child))
  child.once('error', () => running.delete(child))
  if (detached && child.pid !== undefined) {
    groups.add(child)
    const guard = watchOver(child.pid)
    child.once('exit', () => guard.kill('SIGKILL'))
  }
  return child
}

/**
 * A shell that ends the process group once we are gone, also when we were killed and could tidy nothing up: our end of
 * its input is closed by the system then.
 * @param {number} group
 */
function watchOver(group) {
  const script = `read _; kill -TERM -${group}; sleep 5; kill -KILL -${group}` // dash’s kill knows no `--`
  const guard = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  guard.once('error', () => {}) // without it all is well as long as nobody kills us
  guard.unref()
  const input = /** @type {import('node:net').Socket | null} */ (guard.stdin)
  input?.unref()
  input?.once('error', () => {})
  return guard
}

/**
 * Runs a command to its end and returns what it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, stdout: string, log: string }>} `log` is both streams in the order they came
 */
export function capture(command, args, { cwd, env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], group: true })
    let stdout = ''
    let log = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => { stdout += text; log += text })
    child.stderr?.setEncoding('utf8').on('data', (text) => { log += text })
    const timer = timeoutMs && setTimeout(() => {
      log += `\n(stopped after ${Math.round(timeoutMs / 1000)} s)`
      stop(child, 'SIGKILL')
    }, timeoutMs)
    /** @param {number} code */
    const done = (code) => {
      if (timer) clearTimeout(timer)
      resolve({ code, stdout, log })
    }
    child.once('error', (error) => { log += error.message; done(127) })
    child.once('close', (code) => done(code ?? 1))
  })
}

/**
 * Runs a command that has to succeed; otherwise fails with `sentence` and the end of the command's output.
 * @param {string} sentence
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof capture>[2]} [options]
 */
export async function must(sentence, command, args, options) {
  const result = await capture(command, args, options)
  if (result.code !== 0) throw new SetUpError(sentence, { log: result.log.split('\n').slice(-40).join('\n') })
  return result
}
