import { rmSync } from 'node:fs'
import { axeFindings } from './support/axe.ts'
import { expect, newUserData, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say } from './support/customer.ts'
import { live, openConversation, reply } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'

const gateway = new TestGateway()
test.beforeAll(() => gateway.start())
const nextData = newUserData()
test.afterAll(async () => {
  await gateway.dispose()
  rmSync(nextData, { recursive: true, force: true, maxRetries: 5 })
})

const team = async (desk: Desk, tab: string) => {
  if (!await desk.page.getByRole('tab').first().isVisible()) await desk.page.keyboard.press('Control+Shift+KeyT')
  await desk.page.locator(`[role=tab][data-page=${tab}]`).click()
}

test('RO-16 two desks: a shift is handed over with a word for the next and accepted by name; busy is chosen by mouse; the customer rates in a browser and the desk reads it; axe is clean', async ({ launch }) => {
  test.setTimeout(240_000)
  const env = { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token }
  const agent = await launch({ env })
  const next = await launch({ env, userData: nextData })
  await Promise.all([live(agent), live(next)])
  const customer = await openCustomer(gateway.chatUrl)
  try {
    await say(customer.page, '我的包裹到哪了')
    await openConversation(agent, '我的包裹到哪了')
    await reply(agent, '我明天给您回电话')
    await expect(chat(customer.page)).toContainText('我明天给您回电话')

    // Busy is chosen in the top line and seen by the other.
    await agent.page.getByTestId('presence').selectOption('busy')
    await team(next, 'wall')
    await expect(next.page.getByTestId('seat-loads')).toContainText(/忙碌|Busy/)

    // Handed over: conversation and promise, with words; nothing moves before it is accepted.
    await team(agent, 'shifts')
    await expect(agent.page.getByTestId('shift-promised')).toContainText('回电话')
    await agent.page.getByTestId('shift-words').fill('她下午在家')
    expect(await axeFindings(agent.page)).toEqual([])
    await agent.page.getByTestId('shift-go').click()
    await expect(agent.page.getByTestId('shift')).toContainText('她下午在家')
    await expect(next.page.getByTestId('wall-shifts')).toBeVisible()
    await team(next, 'shifts')
    await expect(next.page.getByTestId('shift')).toContainText('她下午在家')
    expect(await axeFindings(next.page)).toEqual([])

    // By keys from the last page of the day to the first of what is set up, to both ends, and back.
    const tab = (name: string) => next.page.locator(`[role=tab][data-page=${name}]`)
    for (const [key, name] of [['End', 'me'], ['ArrowRight', 'wall'], ['ArrowLeft', 'me'], ['Home', 'wall']] as const) {
      await next.page.locator('[role=tab][aria-selected=true]').press(key)
      await expect(tab(name)).toBeFocused()
    }
    await tab('ratings').click()
    await tab('ratings').press('ArrowRight')
    await expect(tab('hours')).toBeFocused()
    await expect(next.page.getByTestId('team-hours')).toBeVisible()
    const save = next.page.getByTestId('hours-save')
    await next.page.getByTestId('hours-has').check()
    await next.page.getByTestId('hours-1').fill('09:00-12:00, 13:00-18:00')
    expect(await axeFindings(next.page)).toEqual([])
    await save.press('Enter')
    await expect(next.page.getByText(/已保存，全店生效|Saved for the whole shop/)).toBeVisible()
    await team(agent, 'hours')
    await expect(agent.page.getByTestId('hours-1')).toHaveValue('09:00-12:00, 13:00-18:00')
    await expect(save).toBeFocused()
    await next.page.getByTestId('hours-has').uncheck()
    await save.press('Enter')
    await expect(agent.page.getByTestId('hours-has')).not.toBeChecked()
    await expect(save).toBeFocused()
    await team(agent, 'shifts')

    await tab('shifts').click()
    await next.page.getByTestId('shift-take').first().focus()
    await next.page.keyboard.press('Enter')
    await expect(next.page.getByTestId('shift').locator('li[data-state=accepted]')).toHaveCount(1)
    await expect(next.page.getByTestId('shift-take')).toBeFocused()
    await next.page.getByTestId('shift-take-all').click()
    await expect(agent.page.getByTestId('shift-none')).toBeVisible()
    await expect(agent.page.getByTestId('shifts-ended')).toBeVisible()

    // The next one resolves and keeps the promise; the customer is asked on the page and answers by keys.
    await next.page.keyboard.press('Escape')
    await openConversation(next, '我明天给您回电话')
    await next.page.keyboard.press('Alt+KeyE')
    await expect(next.page.getByTestId('promises-done')).toBeFocused()
    await next.page.keyboard.press('3')
    const invitation = customer.page.getByRole('region', { name: '这次服务您满意吗？' })
    await expect(invitation).toBeVisible()
    expect(await axeFindings(customer.page)).toEqual([])
    await customer.page.getByRole('radio').first().focus()
    await customer.page.keyboard.press('ArrowRight')
    await expect(customer.page.getByRole('radio').nth(1)).toBeChecked()
    await invitation.getByRole('textbox').fill('等太久了')
    await invitation.getByRole('button', { name: '提交评价' }).click()
    await expect(invitation).toBeHidden()
    await expect(customer.page.getByRole('button', { name: '已评价，可修改' })).toBeFocused()
    await team(agent, 'ratings')
    await expect(agent.page.getByTestId('low-rating')).toContainText('等太久了')
    expect(await axeFindings(agent.page)).toEqual([])

    // The same in the other language, after a reload.
    await customer.page.getByRole('button', { name: 'English' }).click()
    await customer.page.getByRole('button', { name: 'Rated. Change it' }).click()
    await expect(customer.page.getByRole('radio').nth(1)).toBeChecked()
    expect(await axeFindings(customer.page)).toEqual([])
  } finally {
    await customer.close()
  }
})
