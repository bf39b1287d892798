// Runs a program in our place: it has our input and output, gets our signals, and its status becomes ours.
import { constants } from 'node:os'
import { start, stop, whenNpmEnds } from './children.mjs'
import { noiseFilter } from './noise.mjs'

const GRACE_MS = 10_000
/** One Ctrl-C or one kill may reach us twice, from the terminal and from npm; a second signal would end the app at once. */
const SAME_SIGNAL_MS = 1_000

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env: NodeJS.ProcessEnv, quietChromium?: boolean, group?: boolean }} options `group` keeps
 *   the terminal's signals from it, so that it gets each of them once, from us
 * @returns {Promise<number>} the exit status, as a shell would give it
 */
export function runForeground(command, args, { cwd, env, quietChromium = false, group = false }) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { cwd, env, stdio: ['inherit', 'inherit', quietChromium ? 'pipe' : 'inherit'], group })
    const filter = noiseFilter((text) => process.stderr.write(text))
    child.stderr?.setEncoding('utf8').on('data', filter.push)

    /** @type {NodeJS.Timeout | undefined} */
    let timer
    let last = -Infinity
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      const now = performance.now()
      if (now - last < SAME_SIGNAL_MS) return
      last = now
      child.kill(signal) // the program alone: it sees to its own processes
      timer ??= setTimeout(() => stop(child, 'SIGKILL'), GRACE_MS) // it had its chance for an orderly exit
    }
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of signals) process.on(signal, forward)
    const forget = whenNpmEnds(() => { if (last < 0) forward('SIGTERM') })
    const tidy = () => {
      forget()
      clearTimeout(timer)
      for (const signal of signals) process.off(signal, forward)
      filter.end()
    }
    child.once('error', (error) => { tidy(); reject(error) })
    // 'exit' and not 'close': a helper process that lives on with our pipes must not keep us.
    child.once('exit', (code, signal) => { tidy(); resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']) })
  })
}

/** The arguments for the program; npm removes the first `--`, other ways of calling leave it in. */
export function ownArguments() {
  const args = process.argv.slice(2)
  return args[0] === '--' ? args.slice(1) : args
}
