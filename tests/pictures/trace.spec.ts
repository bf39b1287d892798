import { expect, test, type Desk } from '../e2e/support/app.ts'
import { openCustomer, say } from '../e2e/support/customer.ts'
import { live, openConversation } from '../e2e/support/desk.ts'
import { startModelServer, type ModelStep } from '../support/model-server.ts'
import { albumOf, LANGUAGES, windowOf, type Language } from './album.ts'

/** An order of the demo shop, and what proves that it is one's own. */
const ORDER = { no: '2188340655193687', tail: '0688' }
const WORDS: Readonly<Record<Language, { hello: string; ask: string; answer: (marks: Marks) => string }>> = {
  'zh-CN': {
    hello: `我的订单 ${ORDER.no}，手机尾号${ORDER.tail}`, ask: '快递到哪了？打我这个号 13912345678',
    answer: ({ order, tracking, phone }) => `您好，订单${order}已由中通揽收，运单号${tracking}。\n\n有新进展会打${phone}告诉您，另外补您¥88。`,
  },
  'en-US': {
    hello: `My order is ${ORDER.no}, phone ending in ${ORDER.tail}`, ask: 'Where is my parcel? Call me on 13912345678',
    answer: ({ order, tracking, phone }) => `Hello, order ${order} was picked up by ZTO, tracking ${tracking}.\n\nWe will call ${phone} when it moves, and refund you ¥88.`,
  },
}
interface Marks { order: string; tracking: string; phone: string }
const markIn = (text: string, kind: string): string => new RegExp(`\\[${kind}-[\\d.]+\\]`).exec(text)?.[0] ?? '…'

/** Looks the parcel of the named order up, then answers with what it got: as models do. */
const answering = (answer: (marks: Marks) => string): ModelStep => ({
  do: 'decide',
  step: ({ messages }) => {
    const turns = messages as Array<{ role: string; content: string | null }>
    const asked = turns.filter(({ role }) => role === 'user').map(({ content }) => content).join()
    const last = turns.at(-1)
    const order = markIn(asked, 'order')
    if (last?.role !== 'tool') return { do: 'tool', name: 'get_logistics', json: JSON.stringify({ orderNo: order }), id: 'call_1' }
    return { do: 'tokens', tokens: answer({ order, tracking: markIn(last.content ?? '', 'tracking'), phone: markIn(asked, 'phone') }).match(/.{1,7}/gsu) ?? [], delayMs: 60 }
  },
})

async function hideEverything(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Control+Comma')
  await desk.page.locator('#settings-tab-model').click()
}

for (const language of LANGUAGES) {
  test(`how a draft came about, what was sent, and what it may cost (${language})`, async ({ launch }) => {
    const words = WORDS[language]
    const server = await startModelServer([answering(words.answer)], { model: 'scripted' })
    const desk = await launch({ args: [`--lang=${language}`], env: { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_MODEL: 'scripted' } })
    const { page, app } = desk
    const { chat } = await desk.ready()
    await live(desk)
    const take = albumOf(page, language, windowOf(app))
    await hideEverything(desk)
    await page.getByRole('radio', { name: /用代号|placeholders/ }).check()
    await page.getByRole('button', { name: /^(保存|Save)$/ }).click()
    await page.keyboard.press('Escape')
    const customer = await openCustomer(chat, { language })
    try {
      await say(customer.page, words.hello)
      await openConversation(desk, words.hello)
      await expect(page.getByTestId('order').first()).toBeVisible()
      await expect(page.getByTestId('draft-by')).toHaveAttribute('data-state', 'ready')
      await say(customer.page, words.ask)
      await expect(page.getByTestId('ghost')).toContainText('13912345678')
      await expect(page.getByTestId('draft-by')).toHaveAttribute('data-state', 'ready')
      await take('trace-draft')
      await page.keyboard.press('Alt+KeyV')
      await expect(page.getByTestId('trace-page')).toHaveAttribute('data-outcome', 'ready')
      await take('trace')
      await page.getByTestId('trace-compose').scrollIntoViewIfNeeded()
      await page.getByTestId('trace-sent-2').locator('summary').click()
      await page.getByTestId('trace-sent-2').scrollIntoViewIfNeeded()
      await take('trace-sent')
      await page.keyboard.press('Escape')
      await hideEverything(desk)
      await take('settings-model-top')
      await page.locator('#budget-tokens').fill('2000')
      await page.locator('#budget-priceIn').fill('2')
      await page.locator('#budget-priceOut').fill('8')
      await page.locator('#budget-priceOut').press('Enter')
      await expect(page.getByTestId('budget-today')).toContainText(/\d/)
      await page.locator('#budget-priceOut').scrollIntoViewIfNeeded()
      await take('settings-budget')
    } finally {
      await customer.close()
      await server.close()
    }
  })
}
