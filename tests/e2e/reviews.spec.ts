import { rmSync } from 'node:fs'
import { axeFindings } from './support/axe.ts'
import { expect as soon, newUserData, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, openConversation, row } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'

/** Two desks, a gateway and a browser start on one machine here: each has time. */
const expect = soon.configure({ timeout: 45_000 })
const live = (desk: Desk) => expect(desk.page.getByTestId('truth')).toContainText(/在线|实时|已连接|live/i)

/** Words that wait for a supervisor, and tickets, between two real desks with a real customer. */
let gateway: TestGateway
let customer: Customer | null = null
/** The second desk's own folder. */
let secondData: string

test.beforeEach(async () => {
  secondData = newUserData()
  gateway = new TestGateway()
  await gateway.start()
})
test.afterEach(async () => {
  await customer?.close()
  customer = null
  await gateway.dispose()
  rmSync(secondData, { recursive: true, force: true, maxRetries: 5 })
})

const connection = (): Record<string, string> => ({ DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token })
const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)

async function openTab(desk: Desk, name: 'reviews' | 'tickets'): Promise<void> {
  await press(desk, 'Control+Shift+KeyT')
  await desk.page.locator(`[data-page='${name}']`).click()
  await expect(desk.page.getByTestId(`team-${name}`)).toBeVisible()
}

/** The check of replies asks first where an amount has no source. */
async function sendWords(desk: Desk, text: string): Promise<void> {
  await composer(desk).fill(text)
  await composer(desk).press('Control+Enter')
  const anyway = desk.page.getByTestId('send-anyway')
  const note = desk.page.getByTestId('review-note')
  await expect(anyway.or(note).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.getByRole('button').last().click()
}

test('RV-22 words above the limit wait, a supervisor changes and approves them by keys, the customer has the changed words once; the next are rejected with a reason and come back (words that slip past four eyes)', async ({ launch }) => {
  test.setTimeout(240_000)
  const boss = await launch({ args: ['--lang=zh-CN'], env: connection() })
  await live(boss)
  await openTab(boss, 'reviews')
  await expect(boss.page.getByTestId('reviews-empty')).toBeVisible()
  await boss.page.getByTestId('review-rules').click()
  await boss.page.getByTestId('rules-findings').selectOption('none')
  await boss.page.getByTestId('rules-over').fill('200')
  await boss.page.getByTestId('rules-who').selectOption('everyone')
  expect(await axeFindings(boss.page)).toEqual([])
  await boss.page.getByTestId('rules-save').click()
  await expect(boss.page.getByText('已保存')).toBeVisible()

  const agent = await launch({ args: ['--lang=zh-CN'], env: connection(), userData: secondData })
  await live(agent)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '我要退款')
  await openConversation(agent, '我要退款')
  await sendWords(agent, '给您退 300 元')
  await expect(agent.page.getByTestId('review-note')).toContainText('等主管审核')
  await expect(row(agent, '我要退款').or(row(agent, '给您退')).first()).toContainText('待审核')
  expect(await axeFindings(agent.page)).toEqual([])

  await expect(boss.page.getByTestId('review')).toContainText('给您退 300 元')
  await expect(boss.page.getByTestId('review')).toContainText('超过 ¥200.00')
  for (const theme of ['light', 'dark'] as const) {
    await boss.page.emulateMedia({ colorScheme: theme })
    expect.soft(await axeFindings(boss.page), theme).toEqual([])
  }
  await boss.page.getByTestId('team-reviews').click({ position: { x: 5, y: 5 } })
  await press(boss, 'e')
  await expect(boss.page.getByTestId('review-words')).toBeFocused()
  await boss.page.getByTestId('review-words').fill('先给您退 150 元')
  // Esc loses nothing of it.
  await press(boss, 'Escape')
  await expect(boss.page.getByTestId('review-words')).toHaveCount(0)
  await press(boss, 'e')
  await expect(boss.page.getByTestId('review-words')).toHaveValue('先给您退 150 元')
  await press(boss, 'Control+Enter')
  await expect(boss.page.getByTestId('reviews-empty')).toBeVisible()
  await expect(chat(customer.page)).toContainText('先给您退 150 元')
  await expect(agent.page.getByTestId('review-note')).toHaveCount(0)

  await sendWords(agent, '再给您退 500 元')
  await expect(boss.page.getByTestId('review')).toContainText('再给您退 500 元')
  await press(boss, 'r')
  await expect(boss.page.getByTestId('review-reason')).toBeFocused()
  expect.soft(await axeFindings(boss.page)).toEqual([])
  await press(boss, '2')
  await expect(agent.page.getByTestId('review-note')).toContainText('金额不对')
  await expect(composer(agent)).toHaveValue('再给您退 500 元')
  expect(await chat(customer.page).getByText('先给您退 150 元').count()).toBe(1)
  expect(await chat(customer.page).textContent()).not.toMatch(/300|500/)
})

test('TK-8 a ticket is made of a conversation in two keys, found by a colleague, done, and whoever answers hears of it (work that falls between two chairs)', async ({ launch }) => {
  test.setTimeout(180_000)
  const agent = await launch({ args: ['--lang=zh-CN'], env: connection() })
  await live(agent)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '发票抬头开错了')
  await openConversation(agent, '发票抬头开错了')
  await press(agent, 'Control+Shift+KeyJ')
  await expect(agent.page.getByTestId('ticket-title')).toBeFocused()
  await expect(agent.page.getByTestId('ticket-summary')).toHaveValue(/发票抬头开错了/)
  expect(await axeFindings(agent.page)).toEqual([])
  await press(agent, 'Enter')
  await expect(agent.page.getByTestId('ticket-form')).toHaveCount(0)
  await expect(agent.page.getByTestId('ticket-card')).toContainText('1 号')
  expect(await axeFindings(agent.page)).toEqual([])

  const colleague = await launch({ args: ['--lang=zh-CN'], env: connection(), userData: secondData })
  await live(colleague)
  await openTab(colleague, 'tickets')
  await expect(colleague.page.getByTestId('tickets-empty')).toBeVisible()
  await colleague.page.getByTestId('tickets-all').click()
  await colleague.page.getByTestId('ticket').click()
  await expect(colleague.page.getByTestId('ticket-title')).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await colleague.page.emulateMedia({ colorScheme: theme })
    expect.soft(await axeFindings(colleague.page), theme).toEqual([])
  }
  await colleague.page.getByTestId('ticket-comment').fill('已经重开')
  await press(colleague, 'Enter')
  await expect(colleague.page.getByText('已经重开')).toBeVisible()
  await colleague.page.getByTestId('ticket-done').click()
  await expect(agent.page.getByText(/“.+”已完成/)).toBeVisible()
  await expect(agent.page.getByTestId('ticket-card')).toHaveAttribute('data-done', '')
})
