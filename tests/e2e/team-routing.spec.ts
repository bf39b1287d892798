import { rmSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, newUserData, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say } from './support/customer.ts'
import { composer, live, openConversation, reply } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'

const gateway = new TestGateway()
test.beforeAll(() => gateway.start())
const bossData = newUserData()
test.afterAll(async () => {
  await gateway.dispose()
  rmSync(bossData, { recursive: true, force: true, maxRetries: 5 })
})

const beside = (desk: Desk) => desk.page.getByTestId('beside')
const violations = async (desk: Desk) => (await new AxeBuilder({ page: desk.page }).setLegacyMode().analyze()).violations.map(({ id }) => id)

test('RO-12 two desks: typing is seen and a second voice asked first; a transfer goes with its summary, comes back with a reason; from the wall one whispers and takes over, and the customer sees none of it', async ({ launch }) => {
  test.setTimeout(240_000)
  const env = { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token }
  const agent = await launch({ env })
  const boss = await launch({ env, userData: bossData })
  await Promise.all([live(agent), live(boss)])
  const customer = await openCustomer(gateway.chatUrl)
  try {
    await say(customer.page, '我的包裹到哪了')
    await openConversation(agent, '我的包裹到哪了')
    await openConversation(boss, '我的包裹到哪了')

    // Typing is seen beside the other composer, and a reply over it is asked for twice.
    await expect(beside(boss)).toBeVisible()
    await composer(agent).pressSequentially('我帮您看看')
    await expect(beside(boss).locator('[data-strong]')).toBeVisible()
    await reply(boss, '我也来回')
    await expect(composer(boss)).toHaveValue('我也来回')
    await composer(boss).fill('')
    // The other has just typed as well: here too the first press only says so.
    await reply(agent, '我帮您看看')
    await composer(agent).press('Control+Enter')
    await expect(chat(customer.page)).toContainText('我帮您看看')

    // Handed on with a note, given back with a reason.
    await beside(agent).getByTestId('hand-on').click()
    await agent.page.getByTestId('hand-on-text').fill('顾客在等物流')
    await agent.page.getByTestId('hand-on-text').press('Control+Enter')
    await expect(boss.page.getByTestId('note').filter({ hasText: '顾客在等物流' })).toBeVisible()
    await beside(boss).getByTestId('offer-return').click()
    await boss.page.getByTestId('return-words').fill('正在开会')
    await boss.page.getByTestId('return-words').press('Enter')
    await expect(beside(agent)).toContainText('正在开会')

    // From the wall: whisper, then take over. What the agent had begun stays there and is a note for the one who goes on.
    await composer(agent).fill('稍等，我去问')
    await boss.page.keyboard.press('Control+Shift+KeyT')
    await boss.page.getByRole('tab', { name: /监控墙|Wall/ }).click()
    await boss.page.getByTestId('wall-line').first().focus()
    expect(await violations(boss)).toEqual([])
    await boss.page.keyboard.press('w')
    await boss.page.getByTestId('wall-whisper-words').fill('可以补偿五元')
    await boss.page.getByTestId('wall-whisper-words').press('Enter')
    await expect(agent.page.locator('.note[data-whisper]').filter({ hasText: '可以补偿五元' })).toBeVisible()
    await boss.page.getByTestId('wall-line').first().focus()
    await boss.page.keyboard.press('t')
    await boss.page.getByTestId('wall-take-over-words').fill('顾客很急')
    await boss.page.getByTestId('wall-take-over-words').press('Enter')
    await expect(beside(agent)).toContainText('顾客很急')
    await expect(composer(agent)).toHaveValue('稍等，我去问')
    await expect(boss.page.getByTestId('note').filter({ hasText: '稍等，我去问' })).toBeVisible()
    await reply(boss, '您好，我来处理')
    await expect(chat(customer.page)).toContainText('您好，我来处理')
    expect(await violations(agent)).toEqual([])
    for (const hidden of ['顾客在等物流', '可以补偿五元', '稍等', '我也来回']) await expect(chat(customer.page)).not.toContainText(hidden)
  } finally {
    await customer.close()
  }
})
