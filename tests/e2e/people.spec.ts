import { rmSync } from 'node:fs'
import { axeFindings } from './support/axe.ts'
import { expect, newUserData, test, type Desk } from './support/app.ts'
import { live } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'

let gateway: TestGateway
let secondData: string
test.beforeEach(async () => {
  secondData = newUserData()
  gateway = new TestGateway()
  await gateway.start()
})
test.afterEach(async () => {
  await gateway.dispose()
  rmSync(secondData, { recursive: true, force: true, maxRetries: 5 })
})

const PASSWORD = 'correct horse battery'
const team = async (desk: Desk, tab: 'people' | 'me' | 'record') => {
  if (!await desk.page.getByRole('tab').first().isVisible()) await desk.page.keyboard.press('Control+Shift+KeyT')
  await desk.page.locator(`[role=tab][data-page=${tab}]`).click()
}
const person = (desk: Desk, name: string) => desk.page.getByTestId('people').locator('li').filter({ hasText: name })

test('AC-14 one dialog invites, a second desk joins with the code, is demoted and loses at once what it had, is switched off and told so (a second seat that takes an expert)', async ({ launch }) => {
  const boss = await launch({ env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
  await live(boss)
  await team(boss, 'people')
  await boss.page.getByTestId('invite-open').click()
  await expect(boss.page.locator('#invite-name')).toBeFocused()
  await boss.page.keyboard.type('小雨')
  await boss.page.getByRole('radio', { name: /主管|Supervisor/ }).check()
  expect(await axeFindings(boss.page)).toEqual([])
  await boss.page.locator('#invite-name').press('Enter')
  const invitation = boss.page.getByTestId('invitation')
  const code = await invitation.locator('pre').getAttribute('data-code') ?? ''
  await expect(invitation).toContainText(code)
  expect(await axeFindings(boss.page)).toEqual([])
  await boss.page.keyboard.press('Escape')

  const second = await launch({ userData: secondData })
  await live(second)
  await team(second, 'me')
  await second.page.locator('#join-address').fill(gateway.seatUrl.replace('http://', ''))
  await second.page.locator('#join-code').fill('0000-0000')
  await second.page.locator('#join-name').fill('小雨')
  await second.page.locator('#join-password').fill(PASSWORD)
  await second.page.locator('#join-password').press('Enter')
  await expect(second.page.getByTestId('join').getByRole('alert')).toContainText(/邀请码无效|not known/)
  expect(await axeFindings(second.page)).toEqual([])
  await second.page.locator('#join-code').fill(code.toLowerCase())
  await second.page.locator('#join-code').press('Enter')
  await expect(second.page.getByTestId('team-me')).toContainText(/小雨.*(主管|Supervisor)/, { timeout: 20_000 })
  await expect(second.page.getByTestId('sign-out')).toBeVisible()
  expect(await axeFindings(second.page)).toEqual([])
  await second.page.keyboard.press('Escape')
  await live(second)
  await second.page.keyboard.press('Alt+KeyP')
  await expect(second.page.locator('.autopilot[data-paused]')).toBeVisible()

  await team(boss, 'people')
  await expect(person(boss, '小雨')).toBeVisible()
  await person(boss, '小雨').getByRole('button').click()
  const form = boss.page.getByTestId('person-form')
  await form.getByRole('radio', { name: /^客服|Agent/ }).check()
  expect(await axeFindings(boss.page)).toEqual([])
  await form.locator('button[type=submit]').click()
  await expect(form).toHaveCount(0)
  await team(second, 'me')
  await expect(second.page.getByTestId('team-me')).toContainText(/小雨.*(客服|Agent)/)
  await team(second, 'people')
  await expect(second.page.getByTestId('invite-open')).toHaveCount(0)
  await second.page.keyboard.press('Escape')
  await second.page.keyboard.press('Alt+KeyP')
  await expect(second.page.getByText(/你的角色没有这个权限|role does not permit/)).toBeVisible()
  await expect(second.page.locator('.autopilot[data-paused]')).toBeVisible()

  await person(boss, '小雨').getByRole('button').click()
  await form.getByRole('button', { name: /^停用|Switch off/ }).click()
  await boss.page.getByTestId('disable-yes').click()
  await expect(second.page.getByTestId('truth')).toContainText(/停用|登录已结束|switched off|signed out/, { timeout: 15_000 })

  await team(boss, 'record')
  await expect(boss.page.getByTestId('record').locator('tr[data-what=pauseAutopilot]')).toHaveCount(1)
  await boss.page.getByTestId('record-check').click()
  await expect(boss.page.getByTestId('record-state')).toContainText(/完整：|Whole:/)
  expect(await axeFindings(boss.page)).toEqual([])

  await team(second, 'me')
  await second.page.getByTestId('sign-out').click()
  await expect(second.page.getByTestId('sign-out')).toHaveCount(0)
  await live(second)
})
