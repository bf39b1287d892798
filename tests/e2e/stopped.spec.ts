import { rmSync } from 'node:fs'
import { axeFindings } from './support/axe.ts'
import { expect as soon, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, openConversation } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { deskOf, joinTeam } from './support/team.ts'

/** Two desks, two browsers and a gateway share one machine here: each has time. */
const expect = soon.configure({ timeout: 45_000 })

const gateway = new TestGateway()
const folders: string[] = []
const customers: Customer[] = []
test.beforeAll(() => gateway.start())
test.afterAll(async () => {
  for (const one of customers.splice(0)) await one.close()
  await gateway.dispose()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const panel = ({ page }: Desk) => page.getByTestId('send-stopped')
const press = ({ page }: Desk, key: string) => page.keyboard.press(key)

/** Types words and presses the key that sends; they are stopped, and nobody has them. */
async function isStopped(desk: Desk, text: string): Promise<void> {
  await composer(desk).fill(text)
  await composer(desk).press('Control+Enter')
  await expect(panel(desk)).toBeVisible()
  await expect(composer(desk)).toHaveValue(text)
}

test('GU-22 a compensation above the cap does not leave: one key puts the permitted amount in, another hands it to the supervisor, who approves it on their own desk and may send their own with a reason; each customer reads what was let go, once (a promise that nobody may keep)', async ({ launch }) => {
  test.setTimeout(360_000)
  const [agentSeat, bossSeat] = [
    await joinTeam(gateway, 'desk-of-agent', { name: '小雨', role: 'agent', languages: ['zh'] }),
    await joinTeam(gateway, 'desk-of-boss', { name: 'Morgan', role: 'supervisor', languages: ['en'] }),
  ].map((member) => deskOf(gateway, member))
  if (!agentSeat || !bossSeat) throw new Error('two people join')
  folders.push(agentSeat.userData, bossSeat.userData)
  const agent = await launch({ args: ['--lang=zh-CN'], ...agentSeat })
  const boss = await launch({ args: ['--lang=en-US'], ...bossSeat })
  for (const desk of [agent, boss]) await expect(desk.page.getByTestId('truth')).toHaveAttribute('data-tone', 'live')
  for (const language of ['zh-CN', 'en-US']) customers.push(await openCustomer(gateway.chatUrl, { language }))
  const [chen, english] = customers
  if (!chen || !english) throw new Error('two customers come')
  await say(chen.page, '杯子收到碎了')
  await openConversation(agent, '杯子收到碎了')

  await isStopped(agent, '给您补偿50元')
  await expect(panel(agent)).toContainText('这条不能发：金额超出店铺规则')
  await expect(panel(agent)).toContainText(/“50元”超过上限，最多20元（店铺规则，补偿上限）/)
  await expect(agent.page.getByTestId('stopped-override')).toHaveCount(0)
  for (const theme of ['light', 'dark'] as const) {
    await agent.page.emulateMedia({ colorScheme: theme })
    expect.soft(await axeFindings(agent.page), theme).toEqual([])
  }
  await expect(agent.page.getByTestId('stopped-correct')).toBeFocused()
  await press(agent, 'Enter')
  await expect(composer(agent)).toHaveValue('给您补偿20元')
  await expect(composer(agent)).toBeFocused()
  await press(agent, 'Control+Enter')
  await expect(chat(chen.page)).toContainText('给您补偿20元')

  // Back to the words, on which the caret lies, and then to the supervisor.
  await isStopped(agent, '那就给您补偿60元')
  await press(agent, 'Escape')
  await expect(panel(agent)).toHaveCount(0)
  await expect(composer(agent)).toBeFocused()
  expect(await composer(agent).evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe('60元')
  await press(agent, 'Control+Enter')
  await expect(panel(agent)).toBeVisible()
  await press(agent, 'Control+Shift+Enter')
  await expect(agent.page.getByTestId('review-note')).toContainText('等主管审核')
  await expect(composer(agent)).toHaveValue('')
  await press(boss, 'Control+Shift+KeyT')
  await boss.page.locator('[role=tab][data-page=reviews]').click()
  await expect(boss.page.getByTestId('review')).toContainText('那就给您补偿60元')
  await expect(boss.page.getByTestId('review')).toContainText('money beyond the shop’s policy; allowed is “20元”')
  await expect(boss.page.getByTestId('review').locator('mark')).toHaveText('60元')
  expect.soft(await axeFindings(boss.page)).toEqual([])
  await boss.page.getByTestId('reviews-count').click()
  await press(boss, 'a')
  await expect(chat(chen.page)).toContainText('那就给您补偿60元')
  await expect(agent.page.getByTestId('review-note')).toHaveCount(0)
  expect(await chat(chen.page).getByText('那就给您补偿60元').count()).toBe(1)
  expect(await chat(chen.page).textContent()).not.toContain('50元')

  // Whoever may decide sends their own, for a reason.
  await press(boss, 'Escape')
  await expect(boss.page.locator('[role=tab][data-page=reviews]')).toHaveCount(0)
  await say(english.page, 'The cup arrived broken')
  await openConversation(boss, 'The cup arrived broken')
  await isStopped(boss, 'We can give you a compensation of 50 yuan')
  await expect(panel(boss)).toContainText('This cannot go out: money beyond the policy')
  await expect(boss.page.getByTestId('stopped-ask')).toHaveCount(0)
  await press(boss, 'Control+Shift+Enter')
  await expect(boss.page.getByTestId('stopped-reason')).toBeFocused()
  expect.soft(await axeFindings(boss.page)).toEqual([])
  await boss.page.keyboard.type('ok')
  await press(boss, 'Enter')
  await expect(boss.page.getByTestId('stopped-go')).toBeDisabled()
  await boss.page.keyboard.type(', the owner agreed')
  await press(boss, 'Enter')
  await expect(chat(english.page)).toContainText('We can give you a compensation of 50 yuan')
  await expect(composer(boss)).toHaveValue('')
})
