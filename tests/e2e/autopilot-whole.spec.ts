import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { io } from 'socket.io-client'
import { v7 } from 'uuid'
import { Policy } from '../../src-shared/domain/policy.ts'
import type { Answer } from '../../src-shared/errors.ts'
import type { SeatResult } from '../../src-shared/wire/seat.ts'
import { expect, REPO, test, until, type Desk } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { openConversation } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { carryLine, showWhole } from './support/picture.ts'

/** Autopilot from the drawing board to the customer: one workflow, drawn, tried on the past, let go, stopped, and killed while it acts. */
let gateway: TestGateway
const customers: Customer[] = []
test.beforeEach(async () => {
  gateway = new TestGateway()
  await gateway.start()
})
test.afterEach(async () => {
  for (const one of customers.splice(0)) await one.close()
  await gateway.dispose()
})

/** Customers of resources/demo-shop who have one order each, paid and not sent. */
const ORDERS = { stopped: { no: '2188340700550708', last4: '0165' }, whole: { no: '2188340700536800', last4: '0547' }, switched: { no: '2188340700793919', last4: '0673' } }

/** Twelve talks of yesterday about a cancellation: people cancelled, gave money, or found the parcel gone already. */
function yesterday(): string {
  const answers = ['好的，已经帮您取消了', '已经为您取消了，退款原路退回', '不好意思，给您补偿10元，今天到账', '好的，已经帮您取消了']
  const rows = Array.from({ length: 12 }, (_, n) => {
    const state = n % 6 === 5 ? '已发货' : '待发货'
    const at = `2026-03-01 10:${String(n).padStart(2, '0')}`
    return [`${n},顾客,${at}:00,我要取消订单，拍错了,${state}`, `${n},客服,${at}:40,${answers[n % answers.length] ?? ''},${state}`]
  })
  return ['会话号,发送方,发送时间,说了什么,订单状态', ...rows.flat()].join('\n')
}

/** A supervisor at another seat, who has seen enough of it, lets cancellations go with a window to stop them. */
async function letGo(): Promise<void> {
  const shipped = Policy.parse(JSON.parse(readFileSync(path.join(REPO, 'resources/policies/default.json'), 'utf8')))
  const [topic, action] = [shipped.intents['order_cancel'], shipped.actions?.['cancel']]
  if (!topic || !action) throw new Error('the shipped policy says nothing of cancellations')
  const policy: Policy = {
    ...shipped, intents: { ...shipped.intents, order_cancel: { ...topic, level: 'undo', undoSeconds: 5, confidenceFloor: 0.5 } },
    actions: { ...shipped.actions, cancel: { ...action, level: 'undo', undoSeconds: 8, confidenceFloor: 0.5 } },
  }
  const [socket, other] = ['seat-supervisor', 'seat-manager'].map((seatId) => io(gateway.seatUrl, { auth: { token: gateway.token, seatId, protocol: '1.0' }, transports: ['websocket'], reconnection: false }))
  if (!socket || !other) throw new Error('no seat')
  try {
    for (const one of [socket, other]) if (!one.connected) await new Promise((resolve, reject) => { one.once('connect', () => { resolve(null) }); one.once('connect_error', reject) })
    const id = v7()
    const answer = await socket.timeout(10_000).emitWithAck('policy.put', { id, basedOn: shipped.version, policy, name: '李主管', override: { reason: '店里一直这样处理取消' } }) as Answer<SeatResult<'policy.put'>>
    expect(answer).toMatchObject({ ok: true, result: { status: 'proposed' } })
    const confirmed = await other.timeout(10_000).emitWithAck('policy.decide', { id: v7(), policyId: shipped.id, proposalId: id, confirm: true, name: '王主管' }) as Answer<unknown>
    expect(confirmed).toMatchObject({ ok: true, result: { state: 'confirmed' } })
  } finally {
    for (const one of [socket, other]) one.close()
  }
}

async function customerOf({ no, last4 }: { no: string; last4: string }): Promise<Customer> {
  const one = await openCustomer(gateway.chatUrl)
  customers.push(one)
  await one.page.getByRole('button', { name: '我的订单' }).click()
  await one.page.getByLabel('订单编号').fill(no)
  await one.page.getByLabel('手机号后四位').fill(last4)
  await one.page.getByRole('button', { name: '核对', exact: true }).click()
  await one.page.keyboard.press('Escape')
  return one
}

/** The whole shop comes over the line first. */
const connected = (desk: Desk): Promise<void> => expect(desk.page.getByTestId('truth')).toHaveAttribute('data-link', 'live', { timeout: 60_000 })

async function clean(desk: Desk, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(desk.page), `${name}, ${theme}`).toEqual([])
  }
}

test('WB-13 a workflow is drawn by mouse and keyboard, tried on yesterday before it is saved, let go as far as its evidence and a second seat allow; a customer starts it, it acts, once also over a kill -9; a reply is stopped in its window, and the switch stops the rest', async ({ launch, userData }) => {
  test.setTimeout(300_000)
  const file = path.join(userData, '昨天.csv')
  writeFileSync(file, yesterday())
  const desk = await launch({ args: ['--lang=zh-CN'], env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
  await connected(desk)
  const { page } = desk
  const tab = (name: string) => page.getByRole('tab', { name, exact: true })

  await test.step('yesterday is brought in', async () => {
    await page.keyboard.press('Control+Shift+A')
    await tab('历史聊天').click()
    await page.getByTestId('chats-files').setInputFiles(file)
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByText('昨天.csv：12 段会话，24 条消息')).toBeVisible()
  })

  await test.step('it is drawn: a step by keys, a line by mouse', async () => {
    await tab('流程').click()
    await page.getByTestId('workflow-picture-cancel-order').click()
    const step = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)
    await step('why').focus()
    await page.keyboard.press('a')
    await expect(page.getByRole('menuitem', { name: /消息/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(step('message')).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.type('好的，马上帮您看。')
    await page.getByTestId('workflow-text-message-en').fill('I am looking at it at once.')
    await page.keyboard.press('Escape')
    await showWhole(page, '看全图')
    await carryLine(page, step('why').locator('.step-out').nth(1), step('sent'))
    await page.mouse.up()
    await expect(page.locator('.react-flow__edge[data-id="why silent"]')).toHaveCount(1)
    await expect(page.getByTestId('picture-state')).not.toHaveAttribute('data-wrong')
  })

  await test.step('it is tried as drawn, before it is saved', async () => {
    await page.getByTestId('picture-trial').click()
    const summary = page.getByTestId('flow-summary')
    await expect(summary).toContainText('12 段会话里，它会接 10 段，自己办完 10 段，交给人 0 段', { timeout: 30_000 })
    await expect(summary).toContainText('另有 2 段是它的事，但一开始就该由人来办')
    await expect(summary).toContainText('它会办：取消订单（10）')
    await expect(page.getByTestId('flow-trial')).toContainText('已经发货，要看能不能拦截')
    const cases = page.getByRole('listbox', { name: '先看这些' })
    await cases.focus()
    await expect(cases.getByRole('option', { selected: true })).toContainText('人工给了钱')
    await page.keyboard.press('End')
    await expect(page.getByRole('list', { name: '会话' })).toContainText('给您补偿10元')
    await clean(desk, 'the back-test of a workflow')
    await page.getByTestId('flow-trial').getByRole('button', { name: '返回' }).first().click()
    await expect(page.getByTestId('picture-save')).toBeEnabled()
    await page.keyboard.press('Control+s')
    await expect(page.getByText('已保存：发货前取消订单 · 2')).toBeVisible()
  })

  await test.step('it is let go: here the evidence is missing, and another seat has it', async () => {
    await page.getByTestId('picture').getByRole('button', { name: '返回' }).click()
    await page.getByTestId('workflow-level-cancel-order').selectOption('undo')
    await tab('放权').click()
    const row = page.locator('[data-testid=level][data-row="action:cancel"]')
    await expect(row.locator('[data-level=undo]')).toHaveAttribute('data-unearned', '')
    await letGo()
    await expect(row.locator('[data-level=undo]')).toHaveAttribute('aria-pressed', 'true', { timeout: 15_000 })
    await page.keyboard.press('Escape')
  })

  const run = page.getByTestId('run-steps')
  const waiting = page.getByTestId('bubble').and(page.locator('[data-author=autopilot]'))
  await test.step('a customer starts it, and a person stops its first words', async () => {
    const one = await customerOf(ORDERS.stopped)
    await say(one.page, '我要取消订单')
    await openConversation(desk, '我要取消订单')
    await page.getByTestId('undo').click()
    await expect(run).toContainText('交给您了')
    await expect(waiting).toHaveCount(0)
    await expect(chat(one.page).getByText('自动回复')).toHaveCount(0)
    await page.getByTestId('composer').fill('您好，我来帮您取消。')
    await page.getByTestId('composer').press('Control+Enter')
    await expect(chat(one.page)).toContainText('我来帮您取消')
    // Nothing of the run came before the person's word.
    await expect(chat(one.page).getByText('方便说一下原因吗')).toHaveCount(0)
  })

  await test.step('it acts, and a kill in the middle changes nothing', async () => {
    const one = await customerOf(ORDERS.whole)
    await say(one.page, '帮我取消一下订单')
    await openConversation(desk, '帮我取消一下订单')
    await expect(chat(one.page).getByText('方便说一下原因吗')).toBeVisible({ timeout: 30_000 })
    await say(one.page, '拍错了')
    await expect(chat(one.page).getByText('好的，马上帮您看。')).toBeVisible({ timeout: 30_000 })
    await expect(chat(one.page).getByText(/帮您取消.*确认吗/)).toBeVisible()
    await say(one.page, '是的')
    await expect(run.locator('[aria-current=step]')).toContainText('取消订单', { timeout: 15_000 })
    const before = await desk.pidOf('deskmate-engine')
    if (before === null) throw new Error('there is no engine')
    process.kill(before, 'SIGKILL')
    await until(async () => {
      const now = await desk.pidOf('deskmate-engine')
      return now !== null && now !== before ? now : null
    }, 30_000, 'a new engine')
    await connected(desk)
    await expect(chat(one.page).getByText('已经帮您取消了')).toBeVisible({ timeout: 45_000 })
    await expect(run).toHaveAttribute('data-over', '')
    await expect(page.getByTestId('order').first().getByTestId('order-effect')).toHaveCount(1)
    await expect(chat(one.page).getByText('已经帮您取消了')).toHaveCount(1)
    await expect(page.getByTestId('order').first()).toContainText('已取消')
  })

  await test.step('the switch stops what waits', async () => {
    const one = await customerOf(ORDERS.switched)
    await say(one.page, '这单我想取消订单')
    await openConversation(desk, '这单我想取消订单')
    await expect(waiting).toHaveAttribute('data-delivery', 'undo')
    await page.keyboard.press('Alt+KeyP')
    await expect(waiting).toHaveCount(0)
    await expect(run).toContainText('交给您了')
    await say(one.page, '喂，在吗')
    await expect(page.getByTestId('bubble').filter({ hasText: '喂，在吗' })).toBeVisible()
    await expect(chat(one.page).getByText('自动回复')).toHaveCount(0)
    await expect(page.getByTestId('kill-switch')).toHaveAttribute('aria-pressed', 'true')
  })
})
