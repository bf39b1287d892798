import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'

/** What agent and supervisor see of what was understood, in the real desk, by keyboard. */
const open: Customer[] = []
test.afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const CARD = '6222021234567890123'
const LINES = ['你好', '我的快递SF1234567890123到哪了', `卡号${CARD}`, '你们到底管不管!!!骗子店', '好的']

/** A customer has written some lines, and their conversation is open. */
async function withCustomer(desk: Desk): Promise<void> {
  const { chat } = await desk.ready()
  await live(desk)
  const customer = await openCustomer(chat)
  open.push(customer)
  for (const line of LINES) await say(customer.page, line)
  await openConversation(desk, '好的')
  await expect(composer(desk)).toBeFocused()
}

async function clean(desk: Desk, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(desk.page), `${name}, ${theme}`).toEqual([])
  }
}

const focused = (desk: Desk) => desk.page.locator('[data-stop]:focus')
const bubble = (desk: Desk, text: string) => desk.page.getByTestId('bubble').filter({ hasText: text })

test('UW-8 one key shows which words decided and why, the arrows walk them, a number is copied by Enter, a secret is stars without a key, Esc leads back (else the reasons are there for the pointer alone)', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  await withCustomer(desk)
  const { page } = desk
  // Without asking only what raised the conversation is underlined.
  await expect(bubble(desk, '骗子店').locator('.evidence').first()).toBeVisible()
  await expect(bubble(desk, '到哪了').locator('.evidence')).toHaveCount(0)
  await expect(bubble(desk, '卡号')).toHaveText('卡号***************0123')
  await expect(bubble(desk, '卡号').getByTestId('entity')).toHaveCount(0)

  await page.keyboard.press('Alt+KeyW')
  await expect(focused(desk)).toHaveAttribute('data-kind', 'anger')
  await expect(page.getByTestId('evidence-legend')).toContainText(/生气|辱骂/)
  await expect(bubble(desk, '到哪了').locator('.evidence').first()).toBeVisible()
  await clean(desk, 'evidence')
  const number = bubble(desk, '到哪了').getByTestId('entity')
  await expect.poll(async () => {
    if (await number.evaluate((it) => it === document.activeElement)) return true
    await page.keyboard.press('ArrowLeft')
    return false
  }).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('SF1234567890123')
  await page.keyboard.press('Escape')
  await expect(composer(desk)).toBeFocused()
  await expect(page.getByTestId('evidence-legend')).toHaveCount(0)
  await expect(bubble(desk, '到哪了').locator('.evidence')).toHaveCount(0)
})

test('UW-11 the mood of the conversation is a curve that the arrows walk; Enter goes to the message, and the header leads to the words that raised it', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  await withCustomer(desk)
  const { page } = desk
  const curve = page.getByTestId('mood-curve')
  await curve.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByTestId('mood-words')).toContainText('骗子店')
  await expect(page.getByTestId('mood-words')).toHaveAttribute('data-level', '3')
  await page.keyboard.press('Enter')
  await expect(bubble(desk, '骗子店').locator('[data-stop]:focus')).toHaveAttribute('data-kind', 'anger')
  await page.keyboard.press('Escape')
  await page.getByTestId('flag-words').click()
  await expect(bubble(desk, '骗子店').locator('[data-stop]:focus')).toBeVisible()
})

test('UW-13 a round of checking by keys alone, one answer taken back, and the page says what came of it (a label that is lost or counted twice)', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  await withCustomer(desk)
  const { page } = desk
  await page.keyboard.press('Alt+KeyY')
  await expect(page.getByTestId('check-now')).toBeFocused()
  await clean(desk, 'nothing checked')
  await page.keyboard.press('Enter')
  const at = page.getByTestId('round-at')
  await expect(at).toContainText('1')
  await clean(desk, 'a round')
  await page.keyboard.press('Enter')
  await expect(at).toContainText('2')
  // Back to the first, which then is really about something else.
  await page.keyboard.press('Backspace')
  await expect(at).toContainText('1')
  await page.keyboard.type('baoxiu')
  await expect(page.locator('#really-found').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('check-said')).toContainText('保修')
  await page.keyboard.press('Enter')
  await expect(at).toContainText('2')
  await page.keyboard.press('u')
  for (const n of ['3', '4', '5']) {
    await expect(at).toContainText(n)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByTestId('estimate')).toBeVisible()
  await expect(page.getByTestId('understanding')).toContainText('4 条里，3 条')
  await expect(page.getByTestId('worst')).toHaveCount(1)
  await clean(desk, 'checked')
  await page.keyboard.press('Escape')
  await expect(composer(desk)).toBeFocused()
})
