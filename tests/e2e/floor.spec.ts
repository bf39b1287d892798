import { rmSync } from 'node:fs'
import { axeFindings } from './support/axe.ts'
import { expect as soon, newUserData, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, openConversation, row } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'

/** Two desks, a gateway and a browser start on one machine here: each has time. */
const expect = soon.configure({ timeout: 45_000 })
const live = (desk: Desk) => expect(desk.page.getByTestId('truth')).toContainText(/在线|实时|已连接|live/i)

/** Incidents and campaigns between two real desks with a real customer of the demo shop. */
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
/** A paid order of one customer in Wuhan that has no other. */
const PAID = { no: '2188340700550708', last4: '0165' }
const WORDS = '您好，武汉仓连日暴雨停发，订单{order}会晚三天，12月20日前一定发出。'

async function openTab(desk: Desk, name: 'incidents' | 'campaigns'): Promise<void> {
  await desk.page.keyboard.press('Control+Shift+KeyT')
  await desk.page.locator(`[data-page='${name}']`).click()
  await expect(desk.page.getByTestId(`team-${name}`)).toBeVisible()
}

test('IN-13 a supervisor opens an incident by keys, the other desk shows it above the conversation and drafts its words, and it is told once sent; axe finds nothing (a delay that every agent explains in their own way)', async ({ launch }) => {
  test.setTimeout(240_000)
  const boss = await launch({ env: connection() })
  const agent = await launch({ env: connection(), userData: secondData })
  await live(boss)
  await live(agent)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, `订单 ${PAID.no} 尾号${PAID.last4}，怎么还不发货`)
  await openConversation(agent, '怎么还不发货')
  await expect(agent.page.getByTestId('order').first()).toContainText(PAID.no)
  await expect(agent.page.getByTestId('incident-lines')).toHaveCount(0)

  await openTab(boss, 'incidents')
  await expect(boss.page.getByTestId('incidents-empty')).toBeVisible()
  expect(await axeFindings(boss.page)).toEqual([])
  await boss.page.getByTestId('incident-new').press('Enter')
  await expect(boss.page.locator('#incident-name')).toBeFocused()
  await boss.page.keyboard.type('武汉仓暴雨停发')
  await boss.page.locator('#incident-regions').fill('湖北')
  await expect(boss.page.getByTestId('incident-tried')).toContainText('1')
  await boss.page.locator('#incident-zh').fill(WORDS)
  await boss.page.locator('#incident-en').fill('Heavy rain has closed our Wuhan warehouse. Order {order} leaves three days late, by 20 December.')
  expect(await axeFindings(boss.page)).toEqual([])
  await boss.page.getByTestId('incident-save').press('Enter')
  await expect(boss.page.getByTestId('incident-detail')).toContainText('武汉仓暴雨停发')
  await expect(boss.page.getByTestId('affected')).toHaveCount(1)
  expect(await axeFindings(boss.page)).toEqual([])

  await expect(agent.page.getByTestId('incident-line')).toContainText('武汉仓暴雨停发')
  await expect(row(agent, '怎么还不发货')).toHaveAttribute('data-chip', 'incident')
  await expect(agent.page.locator('.ghost')).toContainText('12月20日前一定发出')
  expect(await axeFindings(agent.page)).toEqual([])
  await composer(agent).focus()
  await agent.page.keyboard.press('Tab')
  await expect(composer(agent)).toHaveValue(/12月20日前一定发出/)
  await agent.page.keyboard.press('Control+Enter')
  const anyway = agent.page.getByTestId('send-anyway')
  await expect(anyway.or(agent.page.locator('[data-testid=incident-line][data-told]')).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.getByRole('button').last().click()
  await expect(chat(customer.page)).toContainText('12月20日前一定发出')
  await expect(agent.page.locator('[data-testid=incident-line][data-told]')).toBeVisible()
  await expect(boss.page.locator('[data-testid=affected][data-told]')).toHaveCount(1)

  await boss.page.getByTestId('incident-end').click()
  await boss.page.getByTestId('incident-end-yes').click()
  await expect(agent.page.getByTestId('incident-lines')).toHaveCount(0)
})

test('CP-12 a campaign is prepared with what is missing told, begun by hand, greets the customer and stands in the top line of every desk with its room, and is gone at its end with a card (a sale that half of the desks do not know of)', async ({ launch }) => {
  test.setTimeout(240_000)
  const boss = await launch({ env: connection() })
  const agent = await launch({ env: connection(), userData: secondData })
  await live(boss)
  await live(agent)
  await openTab(boss, 'campaigns')
  await boss.page.getByTestId('campaign-new').click()
  await expect(boss.page.locator('#campaign-name')).toBeFocused()
  await boss.page.keyboard.type('双十二')
  await expect(boss.page.getByTestId('campaign-problems')).toBeVisible()
  await boss.page.locator('#campaign-capacity').fill('37')
  await boss.page.locator('#greeting-zh').fill('您好，2019年大促咨询较多。')
  await boss.page.locator('#greeting-en').fill('It is busy today, please bear with us.')
  await expect(boss.page.locator('[data-code=old-date]')).toBeVisible()
  expect(await axeFindings(boss.page)).toEqual([])
  await boss.page.locator('#greeting-zh').fill('您好，大促咨询较多，请稍候，按顺序回复您。')
  await expect(boss.page.getByTestId('campaign-fine')).toBeVisible()
  await boss.page.getByTestId('campaign-save').press('Enter')
  await expect(boss.page.getByTestId('campaign-detail')).toContainText('37')
  await boss.page.getByTestId('campaign-begin').click()
  await boss.page.getByTestId('campaign-yes').click()
  for (const desk of [boss, agent]) await expect(desk.page.getByTestId('truth')).toContainText(/大促模式至|peak mode until/)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '在吗，想问下发货')
  await expect(chat(customer.page)).toContainText('按顺序回复您')
  await expect(row(agent, '想问下发货')).toHaveAttribute('data-section', 'needs-you')
  await expect(boss.page.getByTestId('campaign-card')).toBeVisible()
  expect(await axeFindings(boss.page)).toEqual([])
  await boss.page.locator("[data-page='wall']").click()
  await expect(boss.page.getByTestId('team-wall')).toContainText('37')
  await boss.page.locator("[data-page='campaigns']").click()
  await boss.page.getByTestId('campaign-end').click()
  await boss.page.getByTestId('campaign-yes').click()
  for (const desk of [boss, agent]) await expect(desk.page.getByTestId('truth')).not.toContainText(/大促模式至|peak mode until/)
  await expect(boss.page.locator('[data-testid=campaign][data-state=over]')).toHaveCount(1)
})

test('IN-16 a half-written incident is still there after Esc and after another page, and Cancel drops it; so is a campaign (Esc took twenty lines with it)', async ({ launch }) => {
  const boss = await launch({ env: connection() })
  await live(boss)
  await openTab(boss, 'incidents')
  await boss.page.getByTestId('incident-new').click()
  await boss.page.locator('#incident-name').fill('武汉仓暴雨停发')
  await boss.page.keyboard.press('Escape')
  await expect(boss.page.getByTestId('incident-form')).toHaveCount(0)
  await openTab(boss, 'incidents')
  await expect(boss.page.locator('#incident-name')).toHaveValue('武汉仓暴雨停发')
  await boss.page.locator("[data-page='campaigns']").click()
  await boss.page.getByTestId('campaign-new').click()
  await boss.page.locator('#campaign-name').fill('双十二')
  await boss.page.locator("[data-page='incidents']").click()
  await expect(boss.page.locator('#incident-name')).toHaveValue('武汉仓暴雨停发')
  await boss.page.getByTestId('incident-form').getByRole('button').last().click()
  await expect(boss.page.getByTestId('incident-new')).toBeVisible()
  await boss.page.locator("[data-page='campaigns']").click()
  await expect(boss.page.locator('#campaign-name')).toHaveValue('双十二')
})

test('W-63 in a small window what was just done stands over the open page, where it is seen and pressed (every save and every refusal lay under it)', async ({ launch }) => {
  const boss = await launch({ env: connection() })
  await live(boss)
  await boss.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 700))
  await openTab(boss, 'campaigns')
  await boss.page.getByTestId('campaign-new').click()
  await boss.page.locator('#campaign-name').fill('双十二')
  await expect(boss.page.getByTestId('campaign-save')).toBeEnabled()
  await boss.page.getByTestId('campaign-save').click()
  const toast = boss.page.locator('.toast').last()
  await expect(toast).toContainText('双十二')
  expect(await toast.evaluate((box) => {
    const { left, top, width, height } = box.getBoundingClientRect()
    return box.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })).toBe(true)
  expect(await axeFindings(boss.page)).toEqual([])
  await boss.page.keyboard.press('Escape')
  await expect(boss.page.getByRole('dialog')).toHaveCount(0)

  // The key that a toast names does it there too.
  await boss.page.getByTestId('presence').selectOption('busy')
  await openTab(boss, 'campaigns')
  await expect(boss.page.locator('dialog .toast kbd').last()).toBeVisible()
  await boss.page.keyboard.press('Alt+KeyZ')
  await expect(boss.page.getByTestId('presence')).toHaveValue('available')
})
