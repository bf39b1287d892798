import { rmSync } from 'node:fs'
import { axeFindings } from './support/axe.ts'
import { expect as soon, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say } from './support/customer.ts'
import { composer, openConversation } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { deskOf, joinTeam } from './support/team.ts'

/** A gateway, a desk and a browser share one machine here: each has time. */
const expect = soon.configure({ timeout: 30_000 })

const gateway = new TestGateway()
test.beforeAll(() => gateway.start())
test.afterAll(() => gateway.dispose())

const live = (desk: Desk) => expect(desk.page.getByTestId('truth')).toHaveAttribute('data-tone', 'live')
const SECRET = 'a-secret-of-twenty-characters'

async function openTab({ page }: Desk, tab: 'channels' | 'shops' | 'tickets'): Promise<void> {
  if (!await page.getByRole('tab').first().isVisible()) await page.keyboard.press('Control+Shift+KeyT')
  await page.locator(`[role=tab][data-page=${tab}]`).click()
  await expect(page.getByTestId(`team-${tab}`)).toBeVisible()
}
async function cleanIn({ page }: Desk, themes: readonly ('light' | 'dark')[]): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    expect.soft(await axeFindings(page), theme).toEqual([])
  }
}

for (const [language, words] of [['zh-CN', { trouble: /连接不上/, off: '已停用', keep: '保留' }], ['en-US', { trouble: /cannot be reached/, off: 'Off', keep: 'Keep it' }]] as const) {
  test(`CN-30 a channel is tried, kept, switched off and removed by keys, in words; a shop by the same form (${language})`, async ({ launch }) => {
    test.setTimeout(180_000)
    const desk = await launch({ args: [`--lang=${language}`], env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
    const { page } = desk
    await live(desk)
    await openTab(desk, 'channels')
    await expect(page.getByTestId('channels-none')).toBeVisible()
    await page.getByTestId('kind-email').click()
    await expect(page.locator('#connection-name')).toBeFocused()
    await page.getByTestId('connection-form').getByRole('group').getByRole('button').first().click()
    await expect(page.locator('#setup-imapHost')).not.toHaveValue('')
    await cleanIn(desk, ['light', 'dark'])
    await page.getByRole('button', { name: /^(返回|Back)$/ }).click()

    await page.getByTestId('kind-hook').click()
    await page.locator('#setup-secret').fill(SECRET)
    await page.locator('#setup-url').fill('http://127.0.0.1:9/nobody')
    await page.getByTestId('connection-test').click()
    await expect(page.getByTestId('connection-note')).toContainText(words.trouble)
    await page.locator('#connection-name').press('Enter')
    await expect(page.locator('#connection-hook')).toHaveValue(/^http/)
    await expect(page.locator('#setup-secret')).toHaveValue('')
    await page.getByRole('button', { name: /^(返回|Back)$/ }).click()
    const line = page.getByTestId('connection')
    await expect(line).toBeVisible()
    await cleanIn(desk, ['light', 'dark'])
    await line.getByRole('button').nth(1).press('Enter')
    await expect(line).toContainText(words.off)
    await page.getByTestId('connection-remove').press('Enter')
    await expect(page.getByRole('button', { name: words.keep })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('connection-remove')).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByTestId('connection-remove-do').press('Enter')
    await expect(page.getByTestId('channels-none')).toBeVisible()

    await openTab(desk, 'shops')
    await expect(page.getByTestId('shops-none')).toBeVisible()
    await cleanIn(desk, ['light'])
    await page.getByTestId('kind-doudian').click()
    await expect(page.locator('#connection-name')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('#setup-appKey')).toBeFocused()
    await page.locator('summary').click()
    await cleanIn(desk, ['light', 'dark'])
  })
}

test('RO-23 a reader sees the conversation and the tickets, and neither keys nor buttons change anything; each says why (a reader who types a reply that nobody gets)', async ({ launch }) => {
  test.setTimeout(180_000)
  const seat = deskOf(gateway, await joinTeam(gateway, 'desk-of-reader', { name: '老周', role: 'reader' }))
  const desk = await launch({ args: ['--lang=zh-CN'], ...seat })
  const { page } = desk
  await live(desk)
  const customer = await openCustomer(gateway.chatUrl)
  try {
    await say(customer.page, '请问怎么开发票')
    await openConversation(desk, '请问怎么开发票')
    await expect(page.getByTestId('composer-reader')).toContainText('不在你的角色里')
    await composer(desk).focus()
    await page.keyboard.type('我来回复')
    await page.keyboard.press('Control+Enter')
    await expect(composer(desk)).toHaveValue('')
    await expect(page.getByTestId('resolve')).toBeDisabled()
    await expect(page.getByTestId('note-add')).toBeDisabled()
    await cleanIn(desk, ['light', 'dark'])
    await page.keyboard.press('Alt+KeyE')
    await expect(page.getByText('你的角色只能查看，不能回复或修改。')).toBeVisible()
    await page.keyboard.press('Control+Shift+KeyJ')
    await expect(page.getByTestId('ticket-form')).toHaveCount(0)
    await openTab(desk, 'channels')
    await expect(page.getByTestId('channels-admins')).toBeVisible()
    await openTab(desk, 'shops')
    await expect(page.getByTestId('shops-leads')).toBeVisible()
    expect(await chat(customer.page).textContent()).not.toContain('我来回复')
  } finally {
    await customer.close()
    await desk.close()
    rmSync(seat.userData, { recursive: true, force: true, maxRetries: 5 })
  }
})
