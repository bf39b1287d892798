import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'

export const REPO = resolve(import.meta.dirname, '../../..')

// Workers that run side by side have a screen each (scripts/test.mjs).
const screen = process.env['DESKMATE_E2E_DISPLAYS']?.split(' ')[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
if (screen) process.env['DISPLAY'] = screen

export interface LaunchOptions {
  /** Keeps a desk's data from one launch to the next; without it each launch has a folder of its own, removed at the end. */
  userData?: string
  env?: Record<string, string>
  args?: string[]
}

export interface Desk {
  app: ElectronApplication
  /** The desk's window. */
  page: Page
  userData: string
  /** What the shell has written so far. */
  stdout: () => string
  stderr: () => string
  /** Waits for the line `ready {...}`: the window has painted and the gateway listens. */
  ready: () => Promise<{ chat: string; screenshot: string; userData: string }>
  /** Pid of a child process: its name is the service name given by the shell. */
  pidOf: (service: 'deskmate-engine' | 'deskmate-gateway') => Promise<number | null>
  /** Ends the desk, in order if it will, else by force; nothing of it is left running. */
  close: () => Promise<void>
}

/** A new empty folder for a desk's data. Whoever made it removes it. */
export const newUserData = () => mkdtempSync(join(tmpdir(), 'deskmate-e2e-'))

/** Flags that Chromium needs here: root has no sandbox, a test machine no graphics card. */
export const chromiumFlags = () => [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu']

/** The environment of a desk: the machine's, without what would lead the test to someone's real gateway, model or data. */
export function deskEnvironment(userData: string, extra: Record<string, string> = {}): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(OPENAI_|DESKMATE_(?!SQLITE_BINDING|CACHE|E2E_)|ELECTRON_RUN_AS_NODE|ELECTRON_RENDERER_URL)/.test(name)) env[name] = value
  }
  return { ...env, DESKMATE_HEADLESS: '1', DESKMATE_USER_DATA: userData, ...extra }
}

/** Path of the Electron that set-up chose. */
export function electronPath(): string {
  const path = process.env['ELECTRON_EXEC_PATH']
  if (!path || !existsSync(path)) throw new Error('ELECTRON_EXEC_PATH names no Electron: run the tests with `npm run e2e`')
  return path
}

/** Folder of the app under test. */
export const appFolder = () => process.env['DESKMATE_E2E_APP'] ?? REPO

export async function launchDesk(options: LaunchOptions = {}): Promise<Desk> {
  const userData = options.userData ?? newUserData()
  const log = newLines(join(userData, 'logs', 'shell.log'))
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...playwrightLoader(), ...chromiumFlags(), appFolder(), ...(options.args?.includes('--speed') ? [] : ['--speed', 'off']), ...(options.args ?? [])],
    env: deskEnvironment(userData, options.env),
    cwd: REPO,
    timeout: 60_000,
  })
  const main = app.process() // Playwright forgets it once the desk has ended
  const written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) main[stream]?.on('data', (chunk: Buffer) => { written[stream] += chunk.toString() })
  let ended: Promise<void> | undefined
  const close = () => ended ??= end(app, main, userData).then(() => {
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  })
  try {
    const page = await app.firstWindow()
    return {
      app, page, userData, close, stdout: () => written.stdout, stderr: () => written.stderr,
      ready: () => readyLine(log), pidOf: (service) => pidOf(app, service),
    }
  } catch (error) {
    await close()
    throw new Error(`the desk opened no window; it wrote:\n${written.stdout}${written.stderr}`, { cause: error })
  }
}

/**
 * Playwright's loader makes the app wait until Playwright is connected. It leaves it out where the Electron is given by
 * path, and then a window that opens while it connects can make the launch hang.
 */
function playwrightLoader(): string[] {
  const core = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  return ['-r', join(core, 'lib', 'server', 'electron', 'loader.js')]
}

/** What is added to a log from now on. Unlike standard output, of which Playwright reads the beginning, none of it is missed. */
function newLines(path: string): () => string {
  const read = () => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  const before = read().length
  return () => read().slice(before)
}

async function readyLine(log: () => string): Promise<{ chat: string; screenshot: string; userData: string }> {
  const text = await until(() => /\[shell\] ready (\{.*\})$/m.exec(log())?.[1], 40_000, 'the ready line')
  return JSON.parse(text) as { chat: string; screenshot: string; userData: string }
}

/** Asks again and again until there is an answer. For waits without an event; expect.poll serves where a value is compared. */
export async function until<T>(ask: () => T | null | undefined | Promise<T | null | undefined>, limitMs: number, what: string): Promise<T> {
  const deadline = Date.now() + limitMs
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`waited ${limitMs} ms in vain for ${what}`)
    await sleep(50)
  }
}

function pidOf(app: ElectronApplication, service: string): Promise<number | null> {
  return app.evaluate(({ app: electron }, name) => electron.getAppMetrics().find((each) => each.name === name || each.serviceName === name)?.pid ?? null, service)
}

async function end(app: ElectronApplication, main: ChildProcess, userData: string): Promise<void> {
  const children = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid)).catch(() => [])
  const exited = new Promise<void>((done) => {
    if (main.exitCode !== null || main.signalCode !== null) done()
    else main.once('exit', () => done())
  })
  await Promise.race([app.close().catch(() => undefined), sleep(15_000)])
  await Promise.race([exited, sleep(2_000)])
  for (const pid of [main.pid, ...children]) if (pid !== undefined) killOrphan(pid, userData)
}

/** Ends a process that outlived its desk. Its number may be another's by now: the desk's folder on its command line tells. */
function killOrphan(pid: number, userData: string): void {
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(userData)) process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself, as it should.
  }
}

/** Runs a desk to its end without anybody at the window: for starts that are refused, and for the demo. */
export async function runDesk(args: string[], env: Record<string, string>, limitMs = 30_000): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(electronPath(), [...chromiumFlags(), appFolder(), ...args], { env, cwd: REPO, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs, killSignal: 'SIGKILL' })
  const written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) child[stream].on('data', (chunk: Buffer) => { written[stream] += chunk.toString() })
  const [code] = await once(child, 'close') as [number | null]
  return { code, ...written }
}

/** Playwright's `test` with `launch`: every desk that it opened is closed at the end, and a failed test shows what they wrote. */
export const test = base.extend<{ userData: string; launch: (options?: LaunchOptions) => Promise<Desk> }>({
  /** This test's own folder; `launch` uses it unless told otherwise. */
  userData: async ({ baseURL: _ }, use) => {
    const folder = newUserData()
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ userData }, use, info) => {
    const desks: Desk[] = []
    await use(async (options) => {
      const desk = await launchDesk({ userData, ...options })
      desks.push(desk)
      return desk
    })
    for (const [index, desk] of desks.entries()) {
      await desk.close()
      if (info.status !== info.expectedStatus) await info.attach(`desk-${index}.txt`, { body: `${desk.stdout()}\n--- stderr\n${desk.stderr()}`, contentType: 'text/plain' })
    }
  },
})
export { expect } from '@playwright/test'
