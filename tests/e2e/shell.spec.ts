import { connect } from 'node:net'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deskEnvironment, expect, runDesk, test, until, type Desk } from './support/app.ts'

/** Counts the ports that the window is handed from now on. */
async function countPorts({ page }: Desk): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(globalThis, { ports: 0 })
    addEventListener('message', (event) => {
      if (event.data === 'deskmate:port' && event.ports.length === 1) (globalThis as unknown as { ports: number }).ports++
    })
  })
  return () => page.evaluate(() => (globalThis as unknown as { ports: number }).ports)
}

async function kill(desk: Desk, service: 'deskmate-engine' | 'deskmate-gateway'): Promise<void> {
  const pid = await until(() => desk.pidOf(service), 10_000, `the ${service}`)
  process.kill(pid, 'SIGKILL')
  await expect.poll(async () => [null, pid].includes(await desk.pidOf(service)), { message: 'a new process' }).toBe(false)
}

const accepts = (url: string) => new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).once('connect', () => { socket.destroy(); resolve(true) }).once('error', () => resolve(false))
})

test('S-7 an engine that is killed comes back, and the open window gets a port to it', async ({ launch }) => {
  const desk = await launch()
  await desk.ready()
  const ports = await countPorts(desk)
  await kill(desk, 'deskmate-engine')
  await expect.poll(ports).toBe(1)
})

test('S-7 a page that was loaded again asks for itself and gets a port', async ({ launch }) => {
  const desk = await launch()
  await desk.ready()
  await desk.page.reload()
  const ports = await countPorts(desk)
  await desk.page.evaluate(() => (globalThis as unknown as { deskmate: { ready: () => void } }).deskmate.ready())
  await expect.poll(ports).toBeGreaterThan(0)
})

test('S-8 a gateway that is killed comes back where the customers left it', async ({ launch }) => {
  const desk = await launch()
  const { chat } = await desk.ready()
  await kill(desk, 'deskmate-gateway')
  await expect.poll(() => accepts(chat)).toBe(true)
})

test('S-19 the window paints although no gateway can be reached', async ({ launch }) => {
  const desk = await launch({ env: { DESKMATE_GATEWAY_URL: 'http://127.0.0.1:9', DESKMATE_SEAT_TOKEN: 'x'.repeat(40) } })
  const { chat } = await desk.ready()
  expect(chat).toBeNull()
  expect(await desk.pidOf('deskmate-gateway')).toBeNull()
  await expect(desk.page.locator('body')).not.toBeEmpty()
})

test('S-20 a page that crashed is loaded again', async ({ launch }) => {
  const { app, ready } = await launch()
  await ready()
  const page = () => app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents && !contents.isCrashed() ? contents.getOSProcessId() : 0
  })
  const before = await page()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(async () => ![0, before].includes(await page())).toBe(true)
})

test('S-17 a second start for the same folder ends and brings the first window to the front', async ({ launch, userData }) => {
  const { app, ready } = await launch()
  await ready()
  await app.evaluate(({ app: electron }) => {
    Object.assign(globalThis, { seconds: 0 })
    electron.on('second-instance', () => { (globalThis as unknown as { seconds: number }).seconds++ })
  })
  const second = await runDesk([], deskEnvironment(userData))
  expect(second.code).toBe(0)
  expect(second.stderr).toContain('is open already')
  await expect.poll(() => app.evaluate(() => (globalThis as unknown as { seconds: number }).seconds)).toBe(1)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`S-18 on ${signal} the desk stops its parts in order and ends with 0`, async ({ launch, userData }) => {
    const desk = await launch()
    await desk.ready()
    const pids = [await desk.pidOf('deskmate-engine'), await desk.pidOf('deskmate-gateway')]
    const main = desk.app.process()
    const ended = new Promise<number | null>((resolve) => main.once('exit', (code) => resolve(code)))
    main.kill(signal)
    expect(await ended).toBe(0)
    for (const pid of pids) await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false)
    const log = readFileSync(join(userData, 'logs', 'shell.log'), 'utf8')
    expect(log).toMatch(/\[mark\] end /)
    expect(log).not.toContain('did not stop')
  })
}

test('S-18 a desk that is killed leaves no engine and no gateway behind', async ({ launch }) => {
  const desk = await launch()
  await desk.ready()
  const pids = [await desk.pidOf('deskmate-engine'), await desk.pidOf('deskmate-gateway')]
  desk.app.process().kill('SIGKILL')
  for (const pid of pids) await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false)
})

test('S-18 closing the window ends the desk', async ({ launch }) => {
  const desk = await launch()
  await desk.ready()
  const ended = new Promise<number | null>((resolve) => desk.app.process().once('exit', (code) => resolve(code)))
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await ended).toBe(0)
})

test('S-3 data without its key is not opened, not replaced, and the person is told what is safe', async ({ userData }) => {
  mkdirSync(join(userData, 'desk'))
  writeFileSync(join(userData, 'desk', 'desk.db'), 'someone’s encrypted data')
  const { code, stderr } = await runDesk([], deskEnvironment(userData))
  expect(code).toBe(1)
  expect(stderr).toContain('still there, unchanged')
  expect(readFileSync(join(userData, 'desk', 'desk.db'), 'utf8')).toBe('someone’s encrypted data')
  expect(existsSync(join(userData, 'keys', 'desk.key'))).toBe(false)
})

test('S-21 wrong usage ends with 2 and one sentence', async ({ userData }) => {
  const { code, stderr } = await runDesk(['--demo', 'soon'], deskEnvironment(userData))
  expect(code).toBe(2)
  expect(stderr).toContain('--demo takes the number of seconds')
})

test('S-22 a run that nobody watches keeps a picture of the window', async ({ launch }) => {
  const { ready } = await launch()
  const { screenshot } = await ready()
  const png = await until(() => (existsSync(screenshot) ? readFileSync(screenshot) : null), 20_000, 'the picture')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(960)
})
