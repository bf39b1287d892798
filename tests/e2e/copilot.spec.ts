import { startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'
import { expect, test, type Desk } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { arrived, composer, live, openConversation, reply, row } from './support/desk.ts'

/** The copilot beside a conversation, with everything real: desk, gateway, browser, and an HTTP server that speaks the OpenAI protocol. */
const open: (Customer | ModelServer)[] = []
test.afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
})

async function customer(desk: Desk, words: string): Promise<Customer> {
  const { chat } = await desk.ready()
  await live(desk)
  const one = await openCustomer(chat)
  open.push(one)
  await say(one.page, words)
  await expect(row(desk, words)).toBeVisible()
  return one
}
async function model(...script: ModelStep[]): Promise<Record<string, string>> {
  const server = await startModelServer(script, { model: 'scripted' })
  open.push(server)
  return { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_MODEL: 'scripted' }
}
const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const box = (desk: Desk) => desk.page.getByTestId('copilot-box')
const lines = (desk: Desk, kind: string) => desk.page.getByTestId('copilot-line').and(desk.page.locator(`[data-kind=${kind}]`))
const turns = (desk: Desk) => desk.page.getByTestId('copilot-turn')
const bubble = (desk: Desk, words: string) => desk.page.getByTestId('bubble').filter({ hasText: words })
const noFaults = async (desk: Desk, where: string) => expect(await axeFindings(desk.page), where).toEqual([])

test('CO-14 by keys alone: find, read, take into the reply at the caret, ask without an endpoint, follow a number to its source, and go back', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'] })
  const { page } = desk
  await customer(desk, '我的包裹五天没动静了')
  await openConversation(desk, '包裹五天没动静')
  await reply(desk, '已提交查件，没有结果就给您补发一件。')
  await expect(bubble(desk, '已提交查件')).toHaveAttribute('data-delivery', 'sent')
  await press(desk, 'Alt+KeyE')
  await customer(desk, '快递停在路上好几天 包裹没动静')
  await openConversation(desk, '快递停在路上')
  await composer(desk).fill('您好，请放心。')
  await composer(desk).press('Home')
  await press(desk, 'ArrowRight')
  await press(desk, 'ArrowRight')
  await press(desk, 'ArrowRight')

  await press(desk, 'Alt+KeyC')
  await expect(box(desk)).toBeFocused()
  await page.keyboard.type('包裹没动静')
  await expect(lines(desk, 'case')).toContainText('我的包裹五天没动静了')
  await expect(lines(desk, 'case').locator('mark').first()).toHaveText('包裹')
  await noFaults(desk, 'results')
  // Up from the first line is round the end: the question, the phrases, the case.
  await expect.poll(async () => {
    if (await lines(desk, 'case').getAttribute('aria-selected') === 'true') return true
    await press(desk, 'ArrowDown')
    return false
  }).toBe(true)
  await press(desk, 'Shift+Enter')
  await expect(composer(desk)).toBeFocused()
  await expect(composer(desk)).toHaveValue('您好，已提交查件，没有结果就给您补发一件。请放心。')

  await press(desk, 'Alt+KeyC')
  await box(desk).fill('')
  await page.keyboard.type('借记卡退款要几个工作日')
  await expect(lines(desk, 'ask')).toHaveAttribute('aria-selected', 'true')
  await press(desk, 'Enter')
  await expect(turns(desk)).toHaveAttribute('data-by', 'local')
  await expect(turns(desk).locator('blockquote mark').first()).toContainText('1–5 个工作日')
  await turns(desk).locator('button.copilot-number').first().press('Enter')
  await expect(page.getByTestId('copilot-card')).toContainText('借记卡')
  await noFaults(desk, 'an answer')
  await press(desk, 'Escape')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyI')
  await expect(page.getByTestId('copilot')).toHaveCount(0)
})

for (const [language, words] of [['zh-CN', '退货运费谁出'], ['en', 'who pays for return shipping']] as const) {
  test(`CO-17 under the first article stand those that belong to it with their reason; keys reach and open them, and an article beside the conversation tells its own; axe is clean (${language})`, async ({ launch }) => {
    const desk = await launch({ args: [`--lang=${language}`] })
    const { page } = desk
    await customer(desk, '退货的运费要我自己出吗')
    await openConversation(desk, '退货的运费')
    await press(desk, 'Alt+KeyC')
    await expect(box(desk)).toBeFocused()
    await page.keyboard.type(words)
    await expect(lines(desk, 'beside').first()).toBeVisible()
    expect(await lines(desk, 'beside').count()).toBeLessThanOrEqual(2)
    const articles = page.locator('[data-group=article]').getByTestId('copilot-line')
    expect(await articles.evaluateAll((all) => all.map((line) => line.getAttribute('data-kind')).slice(0, 2))).toEqual(['article', 'beside'])
    await expect(lines(desk, 'beside').first().getByTestId('copilot-why')).toHaveText(language === 'zh-CN' ? /^相关：.{3,}/ : /^See also, because .{3,}/)
    await noFaults(desk, 'neighbours')
    const step = () => expect.poll(async () => {
      if (await lines(desk, 'beside').first().getAttribute('aria-selected') === 'true') return true
      await press(desk, 'ArrowDown')
      return false
    }).toBe(true)
    await step()
    const title = await lines(desk, 'beside').first().locator('b').innerText()
    await press(desk, 'Enter')
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    await press(desk, 'Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)

    const related = page.locator('.article').first()
    await press(desk, 'Alt+KeyI')
    await related.locator('summary').press('Enter')
    await expect(related.locator('.related button').first()).toBeVisible()
    expect(await related.locator('.related button').count()).toBeLessThanOrEqual(2)
    await noFaults(desk, 'an article beside the conversation')
  })
}

test('CO-15 an endpoint\'s answer grows, cites, and is stopped by Esc; an amount that no source holds is underlined here and in the reply, which asks before it leaves', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=en'], env: await model(
    { do: 'tokens', tokens: ['您好'] },
    { do: 'tool', name: 'search_knowledge', json: '{"query":"缺货 延误补偿"}' },
    { do: 'tokens', tokens: ['按规定', '这一单可以补 388 元', '[1]。'] },
    { do: 'tokens', tokens: ['第一句。', ...Array.from({ length: 600 }, () => '再说。')], delayMs: 60 },
  ) })
  const { page } = desk
  await customer(desk, '怎么还没发货')
  await openConversation(desk, '怎么还没发货')
  await expect(page.getByTestId('ghost')).toContainText('您好')
  await press(desk, 'Alt+KeyC')
  await expect(box(desk)).toBeFocused()
  await page.keyboard.type('超时发货赔多少')
  await press(desk, 'Control+Enter')
  await expect(turns(desk)).toHaveAttribute('data-state', 'ready')
  await expect(page.getByTestId('copilot-finding')).toHaveText('388 元')
  await expect(page.getByTestId('copilot-warning')).toBeVisible()
  await press(desk, 'Shift+Enter')
  await expect(composer(desk)).toHaveValue('按规定这一单可以补 388 元。')
  await expect(page.locator('.field-over .finding')).toHaveText('388 元')
  await press(desk, 'Control+Enter')
  await expect(page.getByTestId('send-anyway')).toBeVisible()

  await press(desk, 'Escape')
  await press(desk, 'Alt+KeyC')
  await expect(box(desk)).toBeFocused()
  await page.keyboard.type('说详细一点')
  await press(desk, 'Control+Enter')
  await expect(turns(desk).first().getByTestId('copilot-words')).toContainText('再说')
  await press(desk, 'Escape')
  await expect(turns(desk).first()).toHaveAttribute('data-state', 'stopped')
  await expect(turns(desk).first().getByTestId('copilot-words')).toContainText('第一句。')
})

test('CO-16 an endpoint that breaks off leaves no half answer: what is on record stands there with the reason, stays over another conversation, and goes when the matter is closed', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'], env: await model({ do: 'tokens', tokens: ['您好'] }, { do: 'tokens', tokens: ['您好'] }, { do: 'cut', tokens: ['退款一般要', ' 90 天'] }) })
  const { page } = desk
  await customer(desk, '退款什么时候到')
  await customer(desk, '耳机怎么配对')
  await openConversation(desk, '耳机怎么配对')
  await expect(page.getByTestId('ghost')).toContainText('您好')
  await openConversation(desk, '退款什么时候到')
  await expect(page.getByTestId('ghost')).toContainText('您好')
  await press(desk, 'Alt+KeyC')
  await expect(box(desk)).toBeFocused()
  await page.keyboard.type('借记卡退款要几个工作日')
  await press(desk, 'Control+Enter')
  await expect(page.getByTestId('copilot-instead')).toBeVisible()
  await expect(turns(desk).locator('blockquote').first()).toContainText('1–5 个工作日')
  await expect(turns(desk)).not.toContainText('90 天')
  await openConversation(desk, '耳机怎么配对')
  await expect(turns(desk)).toHaveCount(0)
  await openConversation(desk, '退款什么时候到')
  await expect(turns(desk)).toHaveCount(1)
  await reply(desk, '已为您登记。')
  await expect(bubble(desk, '已为您登记')).toHaveAttribute('data-delivery', 'sent')
  await press(desk, 'Alt+KeyE')
  await arrived(desk, '耳机怎么配对')
  await openConversation(desk, '已为您登记', '退款什么时候到')
  await expect(turns(desk)).toHaveCount(0)
})

test('TR-18 a button beside an answer tells what the model was sent for it, to the letter, and gives the focus back', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=zh-CN'], env: await model({ do: 'decide', step: () => ({ do: 'tokens', tokens: ['一般三天', '到账。'] }) }) })
  const { page } = desk
  await customer(desk, '我的手机号是13812345678，退款几天到')
  await openConversation(desk, '退款几天到')
  await press(desk, 'Alt+KeyC')
  await box(desk).fill('退款一般几天到账')
  await press(desk, 'Enter')
  await expect(turns(desk)).toHaveAttribute('data-state', 'ready')
  const button = turns(desk).getByTestId('asked-sent')
  await button.focus()
  await press(desk, 'Enter')
  await expect(page.getByTestId('asked-page')).toHaveAttribute('data-outcome', 'ready')
  await expect(page.getByTestId('asked-page')).toContainText('一般三天到账')
  await page.getByTestId('trace-sent-1').locator('summary').click()
  await expect(page.getByTestId('trace-sent-1')).toContainText('退款一般几天到账')
  await noFaults(desk, 'what was sent')
  await press(desk, 'Escape')
  await expect(button).toBeFocused()
  // The key still tells of drafts.
  await press(desk, 'Alt+KeyV')
  await expect(page.getByTestId('asked-page')).toHaveCount(0)
  await expect(page.getByTestId('trace-page')).toBeVisible()
})
