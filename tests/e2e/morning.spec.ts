import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { io } from 'socket.io-client'
import { v7 } from 'uuid'
import { Policy } from '../../src-shared/domain/policy.ts'
import type { Answer } from '../../src-shared/errors.ts'
import { expect, newUserData, REPO, test, type Desk } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { openCustomer, say } from './support/customer.ts'
import { reply } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'

/** The morning after: a real night desk leaves somebody to people, and the desk tells so; what people end is counted. */
const gateway = new TestGateway()
const data = newUserData()
let night: ChildProcess | null = null

test.beforeAll(() => gateway.start())
test.afterAll(async () => {
  night?.kill('SIGKILL')
  await gateway.dispose()
  rmSync(data, { recursive: true, force: true })
})

const HOUR = 3_600_000
const shopTime = (at: number): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** A shop whose night began an hour ago and ends in half an hour, whatever the clock says: a desk that opens now opens early. */
async function nightIsNearlyOver(): Promise<void> {
  const shipped = Policy.parse(JSON.parse(readFileSync(join(REPO, 'resources/policies/default.json'), 'utf8')))
  const policy: Policy = { ...shipped, night: { reply: true, people: { from: shopTime(Date.now() + HOUR / 2), to: shopTime(Date.now() - HOUR) } } }
  const socket = io(gateway.seatUrl, { auth: { token: gateway.token, seatId: 'seat-supervisor', protocol: '1.0' }, transports: ['websocket'], reconnection: false })
  try {
    await new Promise((resolve, reject) => { socket.once('connect', () => { resolve(null) }); socket.once('connect_error', reject) })
    const answer = await socket.timeout(10_000).emitWithAck('policy.put', { id: v7(), basedOn: shipped.version, policy, name: '李主管' }) as Answer<unknown>
    expect(answer.ok).toBe(true)
  } finally {
    socket.close()
  }
}

async function clean(desk: Desk, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(desk.page), `${name}, ${theme}`).toEqual([])
  }
}

test('WB-14 the morning card tells whom the night desk left to people, leads there and is put away and back; what is ended stands among the results; axe is clean in light and dark', async ({ launch }) => {
  test.setTimeout(240_000)
  await nightIsNearlyOver()
  night = spawn(process.execPath, [join(REPO, 'out/night/index.js'), '--json', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DESKMATE_KEY: 'night '.repeat(8), DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token },
  })
  const lines: string[] = []
  if (night.stdout) createInterface({ input: night.stdout }).on('line', (line) => lines.push(line))
  await expect.poll(() => lines.some((line) => line.includes('"online":true')), { timeout: 60_000 }).toBe(true)
  const customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '耳机左边没声音了')
  // It tells the customer when people are back.
  await expect(customer.page.getByRole('log').getByText('自动回复').first()).toBeVisible({ timeout: 60_000 })
  night.kill('SIGTERM')
  expect(await once(night, 'exit')).toEqual([0, null])

  const desk = await launch({ args: ['--lang=zh-CN'], env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
  const { page } = desk
  const card = page.getByTestId('morning')
  await expect(card).toContainText('1 个在等您', { timeout: 60_000 })
  await card.getByTestId('morning-show').press('Enter')
  await clean(desk, 'morning')
  await page.getByTestId('morning-dismiss').press('Enter')
  await expect(card).toHaveCount(0)
  await page.keyboard.press('Alt+KeyZ')
  await expect(card).toBeVisible()
  await card.getByTestId('morning-show').press('Enter')
  await card.getByRole('listitem').getByRole('button').press('Enter')
  await expect(page.getByTestId('composer')).toBeFocused()

  await expect(page.getByTestId('thread').getByTestId('bubble').filter({ hasText: '耳机左边没声音了' })).toBeVisible()
  // Words without a promise: one that is open would be asked about at the end.
  await reply(desk, '好的，情况我记下了。')
  await expect(customer.page.getByRole('log')).toContainText('情况我记下了')
  await page.getByTestId('resolve').click()
  await page.keyboard.press('Control+Shift+KeyA')
  await page.getByRole('tab', { name: '结果' }).click()
  await expect(page.getByTestId('results-human')).toContainText('结束 1 件', { timeout: 30_000 })
  await expect(page.getByTestId('results-automatic')).toContainText('都还没到能下结论的时候')
  await clean(desk, 'results')
  await customer.close()
})
