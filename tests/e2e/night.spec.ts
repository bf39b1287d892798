import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, newUserData, REPO, test } from './support/app.ts'
import { openCustomer, say } from './support/customer.ts'
import { TestGateway } from './support/gateway.ts'

/** The night desk as it is built, a plain Node program at a real gateway. */
const gateway = new TestGateway()
const data = newUserData()
const children: ChildProcess[] = []

test.beforeAll(() => gateway.start())
test.afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await gateway.dispose()
  rmSync(data, { recursive: true, force: true })
})

function startNight() {
  const child = spawn(process.execPath, [join(REPO, 'out/night/index.js'), '--json', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DESKMATE_KEY: 'night '.repeat(8), DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token },
  })
  children.push(child)
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  return { child, lines, isOnline: () => lines.some((line) => line.includes('"online":true')) }
}

test('ND-19 the night desk runs without a window, comes back after kill -9 on the same store, lets no second one onto it, and ends in order when told (a service could not be restarted)', async () => {
  const first = startNight()
  await expect.poll(first.isOnline, { timeout: 60_000 }).toBe(true)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  const customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '耳机左边没声音了')
  await customer.close()
  const second = startNight()
  await expect.poll(second.isOnline, { timeout: 60_000 }).toBe(true)
  // Another one on the same folder would answer the same customers twice.
  const third = startNight()
  let told = ''
  third.child.stderr.on('data', (chunk: Buffer) => { told += chunk.toString() })
  expect(await once(third.child, 'close')).toEqual([1, null])
  expect(told).toContain('Another night desk is using this data folder.')
  second.child.kill('SIGTERM')
  const [code] = (await once(second.child, 'exit')) as [number]
  expect(code).toBe(0)
  expect(JSON.parse(second.lines.at(-1) ?? '')).toMatchObject({ kind: 'summary', answered: 0, waiting: 0 })
})
