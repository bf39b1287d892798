import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { chromiumFlags, deskEnvironment, REPO, until } from './app.ts'

const run = promisify(execFile)

/** Makes the package if it is not the present one. @returns the path of its executable */
export async function makePackage(): Promise<string> {
  const { stdout } = await run(process.execPath, [join(REPO, 'scripts', 'package.mjs')], { cwd: REPO })
  return stdout.trim()
}

export interface PackagedDesk {
  page: Page
  chat: string
  close: () => Promise<void>
}

/** Starts the packed app as a person does, and looks at its window through Chromium's own debugging port: Node's is shut. */
export async function openPackaged(executable: string, userData: string, env: Record<string, string>): Promise<PackagedDesk> {
  const main = spawn(executable, [...chromiumFlags(), '--remote-debugging-port=0', '--speed', 'off'], { env: deskEnvironment(userData, env), cwd: userData, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  for (const stream of [main.stdout, main.stderr]) stream.on('data', (chunk: Buffer) => { written += chunk.toString() })
  const find = (pattern: RegExp, what: string) => until(() => pattern.exec(written)?.[1], 30_000, what).catch((error: unknown) => { throw new Error(`the packed desk wrote:\n${written}`, { cause: error }) })
  let browser: Browser | null = null
  const close = async () => {
    await browser?.close().catch(() => undefined)
    await end(main)
  }
  try {
    const { chat } = JSON.parse(await find(/^ready (\{.*\})$/m, 'the ready line')) as { chat: string }
    browser = await chromium.connectOverCDP(await find(/DevTools listening on (ws:\S+)/, 'the debugging port'))
    const page = await until(() => browser?.contexts()[0]?.pages()[0], 10_000, 'the window')
    return { page, chat, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** In order if it will, else by force. */
async function end(main: ChildProcess): Promise<void> {
  if (main.exitCode !== null || main.signalCode !== null) return
  const ended = new Promise((resolve) => main.once('exit', resolve))
  main.kill('SIGTERM')
  const timer = setTimeout(() => main.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(timer)
}
