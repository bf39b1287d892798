import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'

/** Rewriting, translating, expanding and checking in the real desk, by keyboard, against a real HTTP server or none. */
let gateway: TestGateway
let server: ModelServer | null = null
let customer: Customer | null = null

test.beforeEach(async () => {
  gateway = new TestGateway()
  await gateway.start()
})
test.afterEach(async () => {
  await customer?.close()
  await server?.close()
  customer = null
  server = null
  await gateway.dispose()
})

const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const menu = (desk: Desk) => desk.page.getByTestId('rewrite-menu')
const preview = (desk: Desk) => desk.page.getByTestId('rewrite-preview')
const bubble = (desk: Desk, text: string | RegExp) => desk.page.getByTestId('thread').getByTestId('bubble').filter({ hasText: text })
const connection = (): Record<string, string> => ({
  DESKMATE_GATEWAY_URL: `http://127.0.0.1:${gateway.seatPort}`, DESKMATE_SEAT_TOKEN: gateway.token,
  ...(server ? { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_MODEL: 'scripted' } : {}),
})

/** What a person asks for takes the steps in turn; drafts, which bring tools, have an answer of their own. */
async function serve(...steps: ModelStep[]): Promise<void> {
  const left = [...steps]
  server = await startModelServer([{ do: 'decide', step: (body) => ('tools' in body ? { do: 'tokens', tokens: ['One moment, please.'] } : (left.shift() ?? { do: 'status', status: 500 })) }])
}

/** A desk in Chinese with one open conversation whose customer wrote this. */
async function deskWith(launch: (options: { env: Record<string, string>; args: string[] }) => Promise<Desk>, words: string): Promise<Desk> {
  const desk = await launch({ env: connection(), args: ['--lang=zh-CN'] })
  await live(desk)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, words)
  await openConversation(desk, words)
  await expect(composer(desk)).toBeFocused()
  return desk
}
const type = (desk: Desk, words: string) => desk.page.keyboard.insertText(words)

test('RW-17 with an endpoint: the customer is read and answered in their language, both shown before and after; a made-up amount is marked; Esc leaves all as it was', async ({ launch }) => {
  await serve(
    { do: 'tokens', tokens: ['我的退款', '在哪里？'], delayMs: 30 },
    { do: 'tokens', tokens: ['退款', '152元', '已提交。'], delayMs: 30 },
    { do: 'tokens', tokens: ['Your refund of ', '125 yuan ', 'is on its way.'], delayMs: 30 },
  )
  const desk = await deskWith(launch, 'Where is my refund, please?')
  await press(desk, 'Control+Shift+KeyL')
  await expect(bubble(desk, 'Where is my refund').getByTestId('translation')).toContainText('我的退款在哪里？')
  await expect(bubble(desk, 'Where is my refund')).toContainText('Where is my refund, please?')

  await type(desk, '退款125元已经提交了，在路上。')
  await press(desk, 'Alt+Period')
  await expect(menu(desk)).toBeVisible()
  await press(desk, '1')
  await expect(preview(desk).getByTestId('rewrite-finding')).toContainText('152元')
  await expect(preview(desk).getByTestId('rewrite-finding')).toContainText('125元')
  await expect(preview(desk).locator('del').first()).toBeVisible()
  expect(await axeFindings(desk.page)).toEqual([])

  // What was sent for it, and for the translation; the suggestion still stands after it (TR-18).
  await preview(desk).getByTestId('asked-sent').click()
  await expect(desk.page.getByTestId('asked-page')).toHaveAttribute('data-outcome', 'ready')
  await desk.page.getByTestId('trace-sent-1').locator('summary').click()
  await expect(desk.page.getByTestId('trace-sent-1')).toContainText('125元')
  expect(await axeFindings(desk.page)).toEqual([])
  await press(desk, 'Escape')
  await expect(composer(desk)).toBeFocused()
  await expect(preview(desk).getByTestId('rewrite-result')).toBeVisible()
  await bubble(desk, 'Where is my refund').getByTestId('asked-sent').click()
  await desk.page.getByTestId('trace-sent-1').locator('summary').click()
  await expect(desk.page.getByTestId('trace-sent-1')).toContainText('Where is my refund')
  await press(desk, 'Escape')
  await composer(desk).focus()
  await press(desk, 'Escape')
  await expect(preview(desk)).toBeHidden()
  await expect(composer(desk)).toHaveValue('退款125元已经提交了，在路上。')
  await expect(composer(desk)).toBeFocused()

  await press(desk, 'Alt+Period')
  await press(desk, '7')
  await expect(preview(desk).getByTestId('rewrite-result')).toHaveText('Your refund of 125 yuan is on its way.')
  await expect(preview(desk)).toContainText('退款125元已经提交了')
  // Nobody sends what is about to change: the first Ctrl+Enter takes, the second sends.
  await press(desk, 'Control+Enter')
  await expect(composer(desk)).toHaveValue('Your refund of 125 yuan is on its way.')
  await expect(desk.page.getByTestId('own-words')).toContainText('退款125元已经提交了，在路上。')
  await press(desk, 'Control+Enter')
  const anyway = desk.page.getByTestId('send-anyway')
  await expect(anyway.or(bubble(desk, 'Your refund of 125 yuan')).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.getByRole('button').last().click()
  await expect(bubble(desk, 'Your refund of 125 yuan')).toHaveAttribute('data-delivery', 'sent')
  await expect(bubble(desk, 'Your refund of 125 yuan').getByTestId('bubble-own-words')).toContainText('退款125元已经提交了，在路上。')
  await expect(customer?.page.getByText('Your refund of 125 yuan is on its way.') ?? desk.page.locator('never')).toBeVisible()
  await expect(customer?.page.getByText('退款125元') ?? desk.page.locator('never')).toHaveCount(0)
})

test('RW-18 an endpoint that goes in the middle: the desk rewrites by itself and says so; a translation is tried again, and not a word is lost', async ({ launch }) => {
  await serve({ do: 'cut', tokens: ['半句'] }, { do: 'cut', tokens: ['Half a'] }, { do: 'tokens', tokens: ['Your parcel ships ', 'tomorrow.'] })
  const desk = await deskWith(launch, 'When do you ship my parcel?')
  await type(desk, '亲，你的包裹明天发哦~')
  await press(desk, 'Alt+Period')
  await press(desk, '5')
  await expect(preview(desk).getByTestId('rewrite-by')).toContainText('本机')
  await expect(preview(desk)).toContainText('模型没有写完')
  await expect(preview(desk).locator('ins').first()).toBeVisible()
  await press(desk, 'Enter')
  await expect(composer(desk)).toHaveValue('您好，您的包裹明天发。')

  await press(desk, 'Alt+Period')
  await press(desk, '7')
  await expect(preview(desk)).toHaveAttribute('data-state', 'failed')
  await expect(composer(desk)).toHaveValue('您好，您的包裹明天发。')
  await press(desk, 'Enter')
  await expect(preview(desk).getByTestId('rewrite-result')).toHaveText('Your parcel ships tomorrow.')
  await press(desk, 'Enter')
  await expect(composer(desk)).toHaveValue('Your parcel ships tomorrow.')
  await press(desk, 'Control+KeyZ')
  await expect(composer(desk)).toHaveValue('您好，您的包裹明天发。')
  await expect(desk.page.getByTestId('own-words')).toBeHidden()
})

test('RW-25 a key that comes right behind the menu’s own is the menu’s (the digit stood in the reply)', async ({ launch }) => {
  const desk = await deskWith(launch, '我的退款怎么还没到')
  await type(desk, '你自己去看吧')
  const taken = await composer(desk).evaluate((field) => {
    const press = (key: string, code: string, altKey: boolean) => !field.dispatchEvent(new KeyboardEvent('keydown', { key, code, altKey, bubbles: true, cancelable: true }))
    return [press('.', 'Period', true), press('5', 'Digit5', false)]
  })
  expect(taken).toEqual([true, true])
  await expect(preview(desk)).toBeVisible()
  await expect(composer(desk)).toHaveValue('你自己去看吧')
})

test('RW-19 without an endpoint: keywords become a reply, a part is rewritten and undone, translating says what it needs, and the check marks in place without holding the reply back', async ({ launch }) => {
  const desk = await deskWith(launch, '我的退款怎么还没到')
  await type(desk, '退 48h 到账 抱歉')
  await press(desk, 'Alt+Period')
  await expect(menu(desk).getByTestId('rewrite-translate')).toHaveAttribute('aria-disabled', 'true')
  expect(await axeFindings(desk.page)).toEqual([])
  await press(desk, '7')
  await expect(menu(desk)).toBeVisible()
  await press(desk, '6')
  await expect(preview(desk).getByTestId('rewrite-result')).toHaveText(/抱歉。退款48小时内到账。/)
  await press(desk, 'Enter')
  await expect(composer(desk)).toHaveValue(/抱歉。退款48小时内到账。/)
  await press(desk, 'Control+KeyZ')
  await expect(composer(desk)).toHaveValue('退 48h 到账 抱歉')

  await composer(desk).fill('退款在路上。你自己去看吧')
  await composer(desk).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(6, 12))
  await press(desk, 'Alt+Period')
  await press(desk, '5')
  await expect(preview(desk).getByTestId('rewrite-result')).toHaveText(/^你?您自己去看吧$/)
  await press(desk, 'Enter')
  await expect(composer(desk)).toHaveValue('退款在路上。您自己去看吧')

  await press(desk, 'Control+Shift+KeyK')
  await expect(desk.page.getByTestId('guard-line')).toBeVisible()
  await press(desk, 'Alt+KeyG')
  await expect(desk.page.getByTestId('guard-line')).toContainText('有点冷')
  await press(desk, 'Alt+KeyG')
  await expect(composer(desk)).toHaveValue('退款在路上。我来帮您看')
  await press(desk, 'Control+Enter')
  await expect(bubble(desk, '我来帮您看')).toHaveAttribute('data-delivery', 'sent')
})
