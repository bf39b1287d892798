import { startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'
import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'

/** What an endpoint reads, costs and does to a draft, in the real desk. */
const open: (Customer | ModelServer)[] = []
test.afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function deskWith(launch: (options?: { args?: string[]; env?: Record<string, string> }) => Promise<Desk>, script: ModelStep[], language = 'zh-CN'): Promise<{ desk: Desk; server: ModelServer; chat: string }> {
  const server = await startModelServer(script, { model: 'scripted' })
  open.push(server)
  const desk = await launch({ args: [`--lang=${language}`], env: { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_MODEL: 'scripted' } })
  const { chat } = await desk.ready()
  await live(desk)
  return { desk, server, chat }
}
async function customer(chat: string): Promise<Customer> {
  const one = await openCustomer(chat)
  open.push(one)
  return one
}
const foot = (desk: Desk) => desk.page.getByTestId('draft-by')

test('TR-14 a stream that breaks off gives way to the local draft, which says why; one key shows how it came about, the same by pointer, and Esc leads back to the words', async ({ launch }) => {
  const { desk, chat } = await deskWith(launch, [{ do: 'cut', tokens: ['半截的', '话'] }])
  const { page } = desk
  const one = await customer(chat)
  await say(one.page, '退货运费谁出')
  await openConversation(desk, '退货运费谁出')
  await expect(foot(desk)).toContainText('写到一半断了')
  await expect(page.getByTestId('ghost')).not.toContainText('半截')
  await expect(page.getByTestId('ghost')).not.toBeEmpty()
  await composer(desk).focus()
  await page.keyboard.press('Alt+KeyV')
  const trace = page.getByTestId('trace-page')
  await expect(trace).toHaveAttribute('data-outcome', 'ready')
  await expect(page.getByTestId('trace-compose')).toContainText('本机 · 问了模型，但没成')
  await expect(page.getByTestId('trace-compose')).toContainText('半截的话')
  await page.getByTestId('trace-sent-1').locator('summary').click()
  await page.getByTestId('trace-copy-1').click()
  await expect.poll(() => desk.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('"role":"system"')
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(page), theme).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(composer(desk)).toBeFocused()
  await page.getByTestId('trace').click()
  await expect(trace).toBeVisible()
})

test('TR-15 where the settings say so nothing personal leaves the desk, and the window reads the real words while they stream', async ({ launch }) => {
  const { desk, server, chat } = await deskWith(launch, [{ do: 'tokens', tokens: ['会打给', '[pho', 'ne-', '1]', '的，', '请放心。'], delayMs: 30 }])
  const { page } = desk
  await page.keyboard.press('Control+Comma')
  await page.locator('#settings-tab-model').click()
  await expect(page.getByRole('radio', { name: '除密码等之外都能读' })).toBeChecked()
  await page.getByRole('radio', { name: '不含个人信息：用代号' }).check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.locator('.model-note')).not.toBeEmpty()
  await page.keyboard.press('Escape')
  const one = await customer(chat)
  await say(one.page, '打我13912345678，我叫陈静文')
  await openConversation(desk, '打我13912345678')
  await expect(page.getByTestId('ghost')).toHaveText('会打给13912345678的，请放心。')
  const sent = JSON.stringify(server.requests.map(({ body }) => body))
  expect(sent).toContain('[phone-1]')
  expect(sent).not.toMatch(/13912345678|陈静文/)
})

test('TR-16 a busy endpoint is not asked again before its time, and a spent budget before tomorrow; the draft’s line says which', async ({ launch }) => {
  const { desk, server, chat } = await deskWith(launch, [{ do: 'status', status: 429, headers: { 'retry-after': '3600' } }, { do: 'tokens', tokens: ['模型写的'] }])
  const { page } = desk
  const one = await customer(chat)
  await say(one.page, '退货运费谁出')
  await openConversation(desk, '退货运费谁出')
  await expect(foot(desk)).toContainText('模型太忙')
  await expect(foot(desk)).toContainText(/（到 .*\d\d:\d\d）/)
  await say(one.page, '发票怎么开')
  await expect(page.getByTestId('bubble').filter({ hasText: '发票怎么开' })).toBeVisible()
  await expect(foot(desk)).toContainText('模型太忙')
  expect(server.requests).toHaveLength(1)
  // Another save of the same address is a new beginning; so is a new day, which a test cannot wait for.
  await page.keyboard.press('Control+Comma')
  await page.locator('#settings-tab-model').click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.locator('.model-note')).not.toBeEmpty()
  await page.keyboard.press('Escape')
  await say(one.page, '保修多久')
  await expect(page.getByTestId('ghost')).toHaveText('模型写的')
  await page.keyboard.press('Control+Comma')
  await expect(page.getByTestId('budget-today')).toContainText('15 个 token')
  await page.locator('#budget-priceIn').fill('50000')
  await page.locator('#budget-money').fill('0.5')
  await page.locator('#budget-money').press('Enter')
  await expect(page.getByTestId('budget-today')).toContainText('用完了')
  await page.keyboard.press('Escape')
  await say(one.page, '能换颜色吗')
  await expect(foot(desk)).toContainText('预算用完了')
  expect(server.requests).toHaveLength(2)
})

const IN_WORDS = {
  'zh-CN': {
    question: '退货运费谁出', topic: /运费/, again: '重写草稿', reasons: ['模型出错了', '模型拒绝回答', '模型出错了', '模型写个没完', '不是模型'],
    tokens: ['我们', '会退', '您', '88元', '。'], begins: /^我们(?!.*88元)/, amount: '88元',
  },
  'en-US': {
    question: 'Who pays for the return shipping?', topic: /shipping|return/i, again: 'Draft again',
    reasons: ['The model failed', 'The model refused', 'The model failed', 'The model did not stop', 'No model at that address'],
    tokens: ['We will ', 'refund ', 'you ', '$88', '.'], begins: /^We will(?!.*\$88)/, amount: '$88',
  },
} as const

for (const language of ['zh-CN', 'en-US'] as const) {
  test(`TR-20 whatever an endpoint does, a whole local draft stands there with the reason; slow words are shown as they come, and an amount that it made up is marked and asked about (${language})`, async ({ launch }) => {
    const { question, topic, again: name, reasons, tokens, begins, amount } = IN_WORDS[language]
    const malformed: ModelStep = { do: 'tool', name: 'get_orders', json: '{"orderNo":' }
    const { desk, server, chat } = await deskWith(launch, [
      { do: 'status', status: 500 }, { do: 'status', status: 500 }, { do: 'refusal', text: 'I cannot help.' }, malformed, malformed, { do: 'endless', token: '喂喂喂喂' }, { do: 'page' },
      { do: 'tokens', tokens: [...tokens], delayMs: 400 },
    ], language)
    const { page } = desk
    const one = await customer(chat)
    await say(one.page, question)
    await openConversation(desk, question)
    const again = () => page.getByRole('button', { name }).click()
    for (const [at, reason] of reasons.entries()) {
      if (at > 0) await again()
      await expect(foot(desk)).toContainText(reason)
      await expect(page.getByTestId('ghost')).toContainText(topic)
      await expect(page.getByTestId('ghost')).not.toContainText(/喂喂|cannot help/)
    }
    expect(server.requests).toHaveLength(7)
    await again()
    await expect(foot(desk)).toHaveAttribute('data-state', 'streaming')
    await expect(page.getByTestId('ghost')).toHaveText(begins)
    await expect(page.getByTestId('ghost')).toHaveText(tokens.join(''))
    await expect(foot(desk)).toHaveAttribute('data-state', 'ready')
    await composer(desk).focus()
    await page.keyboard.press('Tab')
    await expect(composer(desk)).toHaveValue(tokens.join(''))
    await expect(page.locator('.field-over .finding')).toHaveText(amount)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByTestId('send-anyway')).toContainText(amount)
    await expect(one.page.getByText(tokens.join(''))).toHaveCount(0)
  })
}
