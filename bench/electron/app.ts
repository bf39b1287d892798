import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from '@playwright/test'
import { PASSPHRASE, ROOT } from '../desk/places.ts'
import { withDescendants } from './processes.ts'

const EMPTY_APP = path.join(ROOT, 'bench', 'electron', 'empty')
const START_MS = 30_000
const STOP_MS = 15_000

/** A running Electron app that nobody drives: Chromium's own debugging port is there, and used only when asked for. */
export interface App {
  pid: number
  /** Milliseconds since the epoch when its process was asked for. */
  startedAt: number
  /** Its window's page. Connecting costs the app work: only after what is measured, or for both sides alike. */
  page(): Promise<Page>
  close(): Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Waits until the debugging port lists a page. @throws Error when there is none in time */
async function listens(port: number): Promise<void> {
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await sleep(100)) {
    const targets = await fetch(`http://127.0.0.1:${port}/json/list`).then((answer) => answer.json() as Promise<{ type: string }[]>, () => [])
    if (targets.some(({ type }) => type === 'page')) return
  }
  throw new Error('the app opened no window')
}

/** Chromium's flags for this machine, alike for both sides; see scripts/lib/chromium-flags.mjs. */
function flags(port: number): string[] {
  return [...(JSON.parse(process.env['DESKMATE_BENCH_FLAGS'] ?? '[]') as string[]), `--remote-debugging-port=${port}`]
}

function environment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(OPENAI_|DESKMATE_(?!SQLITE_BINDING|CACHE)|ELECTRON_RUN_AS_NODE|ELECTRON_RENDERER_URL)/.test(name))
  return { ...Object.fromEntries(kept), ...extra }
}

async function end(child: ChildProcess, browser: Browser | null): Promise<void> {
  await browser?.close().catch(() => undefined)
  if (child.exitCode !== null || child.pid === undefined) return
  const family = withDescendants(child.pid)
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const inOrder = await Promise.race([gone.then(() => true), sleep(STOP_MS, false)])
  if (inOrder) return
  for (const pid of family) {
    try { process.kill(pid, 'SIGKILL') } catch { /* gone by itself */ }
  }
}

async function start(args: readonly string[], env: NodeJS.ProcessEnv): Promise<App> {
  const electron = process.env['ELECTRON_EXEC_PATH']
  if (!electron) throw new Error('ELECTRON_EXEC_PATH names no Electron: run `npm run bench`')
  const port = await freePort()
  const startedAt = Date.now()
  const child = spawn(electron, [...flags(port), ...args], { env, cwd: ROOT, stdio: 'ignore' })
  await once(child, 'spawn')
  let browser: Browser | null = null
  return {
    pid: child.pid ?? 0, startedAt,
    async page() {
      await listens(port)
      browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const page = browser.contexts()[0]?.pages()[0]
      if (!page) throw new Error('the app has no window')
      return page
    },
    close: () => end(child, browser),
  }
}

/** The desk on a folder of its own. @param gateway one elsewhere; without it the embedded one is started @param extra of its environment */
export function startDesk(userData: string, gateway: { url: string; token: string } | null = null, extra: Record<string, string> = {}): Promise<App> {
  const elsewhere: Record<string, string> = gateway ? { DESKMATE_GATEWAY_URL: gateway.url, DESKMATE_SEAT_TOKEN: gateway.token } : {}
  return start([ROOT, '--speed', 'off'], environment({ DESKMATE_USER_DATA: userData, DESKMATE_KEY: PASSPHRASE, ...elsewhere, ...extra }))
}

/** The least that an Electron app can be: one sandboxed window with a word in it. */
export async function startEmptyWindow(): Promise<App> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-bench-empty-'))
  const app = await start([EMPTY_APP, `--user-data-dir=${userData}`], environment({}))
  return {
    ...app,
    async close() {
      await app.close()
      fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Milliseconds from the start of the app to a moment that its page noted; waits for it. @param entry name in the page's performance timeline */
export async function momentOf(app: App, entry: string, limitMs = 60_000): Promise<number> {
  const page = await app.page()
  const at = await page.waitForFunction((name) => {
    const found = performance.getEntriesByName(name)[0]
    return found && performance.timeOrigin + found.startTime
  }, entry, { timeout: limitMs, polling: 100 })
  return Number(await at.jsonValue()) - app.startedAt
}
