import type { Page } from '@playwright/test'
import { expect, test, until, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { arrived, composer, live, openConversation, reply, row } from './support/desk.ts'
import { Line, TestGateway } from './support/gateway.ts'

/** The desk by keyboard alone: where the focus is after each action, and whom the next word goes to. */
let gateway: TestGateway
const line = new Line(() => gateway.seatPort)
let browser: Customer | null = null

test.beforeEach(async () => {
  gateway = new TestGateway() // each test has a queue of its own
  await gateway.start()
  await line.open()
})
test.afterEach(async () => {
  await browser?.close()
  browser = null
  await line.close()
  await gateway.dispose()
})

const connection = (): Record<string, string> => ({ DESKMATE_GATEWAY_URL: line.url, DESKMATE_SEAT_TOKEN: gateway.token })

/** Customers who each ask one thing, in this order; they share a browser, not its cookies. */
async function ask(desk: Desk, ...questions: string[]): Promise<Page[]> {
  const pages: Page[] = []
  for (const question of questions) {
    browser ??= await openCustomer(gateway.chatUrl)
    const page = pages.length === 0 ? browser.page : await browser.another()
    if (pages.length > 0) await page.goto(gateway.chatUrl)
    await say(page, question)
    await expect(row(desk, question)).toBeVisible()
    pages.push(page)
  }
  return pages
}

const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const bubble = (desk: Desk, text: string) => desk.page.getByTestId('bubble').filter({ hasText: text })
/** What has the focus: a row, the composer, or the tag's name. */
const focused = (desk: Desk) => desk.page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.tagName)
/** The first line of the one reply in the thread, once it is out. */
async function sent(desk: Desk): Promise<string> {
  const one = desk.page.locator('[data-author=agent][data-delivery=sent]')
  await expect(one).toHaveCount(1)
  return (await one.innerText()).split('\n')[0] ?? ''
}
/** The draft is whole: not growing any more. */
const drafted = (desk: Desk) => expect(desk.page.getByTestId('draft-by')).toHaveAttribute('data-state', 'ready')

test('X-12 after a resolve and its undo the words go to the customer who is open, and no key falls beside the page', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  await ask(desk, '甲问怎么开发票', '乙问什么时候发货')
  await openConversation(desk, '甲问怎么开发票')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyE')
  await arrived(desk, '乙问')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyZ')
  await arrived(desk, '甲问')
  await expect(composer(desk)).toBeFocused()
  await desk.page.keyboard.type('jjj 好的 e')
  await expect(composer(desk)).toHaveValue('jjj 好的 e')
  await expect(bubble(desk, '甲问')).toBeVisible()

  // From the list the focus goes to the row that was opened.
  await composer(desk).fill('')
  await press(desk, 'Escape') // puts the draft away, if there is one
  if (await focused(desk) === 'composer') await press(desk, 'Escape')
  await expect(row(desk, '甲问')).toBeFocused()
  await press(desk, 'Alt+KeyE')
  await expect(row(desk, '乙问')).toBeFocused()
  await expect(row(desk, '乙问')).toHaveAttribute('aria-selected', 'true')
})

test('X-13 one customer after the other is answered by Alt+J, Tab, Ctrl+Enter alone', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  const questions = ['请问怎么开发票', '请问可以换货吗', '请问怎么退货', '你们发什么快递']
  const pages = await ask(desk, ...questions)
  const answers: string[] = []
  for (const question of questions) {
    await press(desk, 'Alt+KeyJ')
    await arrived(desk, question)
    await expect(composer(desk)).toBeFocused()
    await drafted(desk)
    await press(desk, 'Tab')
    await expect(composer(desk)).not.toHaveValue('')
    await press(desk, 'Control+Enter')
    answers.push(await sent(desk))
  }
  for (const [i, page] of pages.entries()) await expect(chat(page)).toContainText(answers[i] ?? '-')
  // The row tells that the last word is ours; nobody is left who needs a person.
  await expect(row(desk, /您：|You: /)).toHaveCount(questions.length)
  await expect(desk.page.locator('[data-testid=row][data-section=needs-you]')).toHaveCount(0)
})

test('X-13 Enter on a row stands in the composer at once: a quick Tab after it takes the draft instead of walking on', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  await ask(desk, '请问怎么开发票')
  await press(desk, 'KeyJ')
  await drafted(desk)
  const where = await desk.page.evaluate(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    return document.activeElement?.getAttribute('data-testid')
  })
  expect(where).toBe('composer')
  await press(desk, 'Tab')
  await expect(composer(desk)).not.toHaveValue('')
})

test('X-14 Enter in the search opens a hit of the words that stand there, not of those before', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  await ask(desk, '请问怎么开发票', '请问可以换货吗')
  await press(desk, 'Control+KeyK')
  await desk.page.keyboard.type('发票')
  await expect(desk.page.getByTestId('search-hit')).toHaveText([/发票/])
  await desk.page.getByTestId('search').fill('换货')
  await press(desk, 'Enter')
  await expect(bubble(desk, '换货')).toBeVisible()
  await expect(composer(desk)).toBeFocused()
})

test('X-15 the focus is never lost: a flag dismissed and restored, a step from the context, Tab from the row to the composer', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  await ask(desk, '你们到底管不管!!!三天了没人理,骗子店', '请问怎么开发票')
  await openConversation(desk, '骗子店')
  const turned = desk.page.locator('.turned, .evidence')
  await expect(turned.first()).toBeVisible()
  await desk.page.getByTestId('flag').getByRole('button').click()
  await expect(desk.page.getByTestId('flag')).toHaveCount(0)
  await expect(turned).toHaveCount(0)
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyZ')
  await expect(desk.page.getByTestId('flag')).toBeVisible()
  await expect(turned.first()).toBeVisible()
  await expect(composer(desk)).toBeFocused()

  await desk.page.locator('.context-scroll').focus()
  await press(desk, 'j')
  await expect(bubble(desk, '开发票')).toBeVisible()
  await expect(row(desk, '开发票')).toBeFocused()
  const seen: unknown[] = []
  await until(async () => {
    await press(desk, 'Tab')
    seen.push(await focused(desk))
    return seen.at(-1) === 'composer' || seen.length > 20 ? true : null
  }, 10_000, 'the composer')
  expect(seen.at(-1)).toBe('composer')
  expect(seen).not.toContain('resolve')
  expect(seen).not.toContain('BODY')
})

test('X-16 a conversation with a reply that has not gone out is not resolved, and the person is told why', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  await ask(desk, '请问怎么开发票')
  await openConversation(desk, '开发票')
  line.cut()
  await expect(desk.page.getByTestId('truth')).toHaveAttribute('data-tone', 'offline', { timeout: 15_000 })
  await reply(desk, '您把抬头发我')
  await expect(bubble(desk, '抬头发我')).toHaveAttribute('data-delivery', 'queued')
  await press(desk, 'Alt+KeyE')
  await expect(desk.page.locator('.toast')).toContainText(/没有发出|not gone out/)
  await expect(bubble(desk, '抬头发我')).toBeVisible()
  line.mend()
  await expect(bubble(desk, '抬头发我')).toHaveAttribute('data-delivery', 'sent', { timeout: 20_000 })
  await press(desk, 'Alt+KeyE')
  await expect(bubble(desk, '抬头发我')).toHaveCount(0)
})
