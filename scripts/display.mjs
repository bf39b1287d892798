// A screen for machines that have none: an X server of our own that draws into memory.
import { once } from 'node:events'
import { SetUpError } from './lib/errors.mjs'
import { start, stop } from './lib/children.mjs'
import { say } from './lib/progress.mjs'

/**
 * Starts Xvfb on Linux when neither DISPLAY nor WAYLAND_DISPLAY is set; otherwise does nothing.
 * @returns {Promise<{ env: Record<string, string>, isOwn: boolean, stop: () => Promise<void> }>} `env` for child processes
 */
export async function withDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return { env: {}, isOwn: false, stop: async () => {} }

  // The server chooses a free number itself and writes it to descriptor 3 once it accepts connections.
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp']
  // In a group of its own: Ctrl-C must end the app first, which closes its windows on this server.
  const server = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], group: true })
  const ended = new Promise((resolve) => server.once('close', resolve).once('error', resolve))
  const number = await displayNumber(server)
  say(`display: no screen here, so the windows are drawn in memory by Xvfb (display :${number})`)
  return {
    env: { DISPLAY: `:${number}`, DESKMATE_HEADLESS: '1' },
    isOwn: true,
    stop: async () => {
      stop(server)
      await ended
    },
  }
}

/** @param {import('node:child_process').ChildProcess} server */
async function displayNumber(server) {
  let errors = ''
  server.stderr?.setEncoding('utf8').on('data', (text) => { errors += text })
  const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3])
  const answered = once(pipe.setEncoding('utf8'), 'data', { signal: AbortSignal.timeout(15_000) })
  const failed = new Promise((_, reject) => server.once('error', reject).once('exit', (code) => reject(new Error(`exit status ${code}`))))
  failed.catch(() => {}) // also when it ends later on, in the ordinary way
  try {
    const [text] = await Promise.race([answered, failed])
    return Number.parseInt(text, 10)
  } catch (cause) {
    answered.catch(() => {})
    stop(server)
    throw new SetUpError('There is no screen, and the X server Xvfb did not start: install the package xvfb, or set DISPLAY.', { cause, log: errors })
  }
}
