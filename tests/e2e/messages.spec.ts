import { startModelServer, type ModelServer } from '../support/model-server.ts'
import { expect, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation, reply } from './support/desk.ts'
import { Line, TestGateway } from './support/gateway.ts'

/** What is done with single messages, between a real desk and the customer's real browser. */
const gateway = new TestGateway()
const line = new Line(() => gateway.seatPort)
const open: (Customer | ModelServer)[] = []

test.beforeEach(async () => {
  await gateway.start()
  await line.open()
})
test.afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close()
  await line.close()
  await gateway.kill()
})
test.afterAll(() => gateway.dispose())

const connection = (): Record<string, string> => ({ DESKMATE_GATEWAY_URL: line.url, DESKMATE_SEAT_TOKEN: gateway.token })

async function customer(): Promise<Customer> {
  const one = await openCustomer(gateway.chatUrl)
  open.push(one)
  return one
}

/** Pastes a picture as a screenshot comes: a file without words. */
async function pastePicture(desk: Desk, colour: string): Promise<void> {
  await composer(desk).evaluate(async (field, fill) => {
    const canvas = new OffscreenCanvas(320, 200)
    const context = canvas.getContext('2d')
    if (context) {
      context.fillStyle = fill
      context.fillRect(0, 0, 320, 200)
    }
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([await canvas.convertToBlob({ type: 'image/png' })], 'screenshot.png', { type: 'image/png' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, colour)
}
const thumbnails = (desk: Desk) => desk.page.getByTestId('picture-tray').locator('[data-kept] img')
const drawn = (img: Element) => (img as HTMLImageElement).naturalWidth

test('V-17 pasted pictures stay over a restart, wait offline, and the customer sees them once the line is back', async ({ launch, userData }) => {
  const desk = await launch({ env: connection(), userData })
  await live(desk)
  const one = await customer()
  await say(one.page, '换货要寄到哪里')
  await openConversation(desk, '换货要寄到哪里')
  await pastePicture(desk, '#c33')
  await expect(thumbnails(desk)).toHaveCount(1)
  await pastePicture(desk, '#36c')
  await expect(thumbnails(desk)).toHaveCount(2)
  await desk.page.getByRole('button', { name: /Remove picture 1|移除第 1 张图/ }).click()
  await expect(thumbnails(desk)).toHaveCount(1)
  await composer(desk).press('Alt+z')
  await expect(thumbnails(desk)).toHaveCount(2)
  await desk.close()

  line.cut()
  const again = await launch({ env: connection(), userData })
  await openConversation(again, '换货要寄到哪里')
  await expect(thumbnails(again)).toHaveCount(2)
  await expect.poll(() => thumbnails(again).first().evaluate(drawn)).toBe(320)
  await composer(again).press('Control+Enter')
  const sent = again.page.getByTestId('bubble').and(again.page.locator('[data-author=agent]'))
  await expect(sent).toHaveAttribute('data-delivery', 'queued')
  await expect(sent.locator('img')).toHaveCount(2)

  line.mend()
  await expect(chat(one.page).locator('img')).toHaveCount(2, { timeout: 20_000 })
  await expect.poll(() => chat(one.page).locator('img').last().evaluate(drawn)).toBe(320)
  await expect(sent).toHaveAttribute('data-delivery', 'sent')
  await sent.locator('img').first().click()
  await expect(again.page.getByRole('dialog')).toContainText(/1 of 2|第 1 张/)
  await again.page.keyboard.press('ArrowRight')
  await expect(again.page.getByRole('dialog')).toContainText(/2 of 2|第 2 张/)
  await again.page.keyboard.press('Escape')
  await expect(again.page.getByRole('dialog')).toHaveCount(0)
})

test('V-18 the customer sees what a reply answers and that a message was taken back, nothing more of it; the desk sees that they read', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  const one = await customer()
  await say(one.page, '第一个问题:能开票吗')
  await say(one.page, '第二个问题:几天到')
  await openConversation(desk, '第二个问题')
  await composer(desk).press('Alt+q')
  await expect(desk.page.getByTestId('quote-bar')).toContainText('第二个问题')
  await composer(desk).press('Alt+q')
  await expect(desk.page.getByTestId('quote-bar')).toContainText('第一个问题')
  await reply(desk, '可以开的')
  await expect(chat(one.page).locator('.quoted')).toContainText('第一个问题')
  await expect(desk.page.getByTestId('delivered')).toHaveAttribute('data-read', '')

  await reply(desk, '这句发错人了')
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '这句发错人了' })).toHaveAttribute('data-delivery', 'sent')
  await expect(chat(one.page)).toContainText('这句发错人了')
  await composer(desk).press('Alt+r')
  await expect(chat(one.page)).toContainText('客服撤回了一条消息')
  await expect(chat(one.page)).not.toContainText('这句发错人了')
  await one.page.reload()
  await expect(chat(one.page)).toContainText('客服撤回了一条消息')
  await expect(chat(one.page)).not.toContainText('这句发错人了')
  await expect(desk.page.getByTestId('recalled')).toBeVisible()
  await composer(desk).press('Alt+z')
  await expect(composer(desk)).toHaveValue('这句发错人了')
})

test('V-19 an amount without a source is asked about before it goes, one above the limit is stopped, and one key finds and corrects it; words typed while the guard looks do not slip out unlooked at', async ({ launch }) => {
  const server = await startModelServer([{ do: 'tokens', tokens: ['您好，', '运费补您¥88，', '请放心。'] }], { model: 'scripted' })
  open.push(server)
  const desk = await launch({ env: { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_MODEL: 'scripted' } })
  const { chat: chatUrl } = await desk.ready()
  await live(desk)
  const one = await openCustomer(chatUrl)
  open.push(one)
  await say(one.page, '退货运费谁出')
  await openConversation(desk, '退货运费谁出')
  await expect(desk.page.getByTestId('ghost')).toContainText('请放心')
  await composer(desk).press('Tab')
  await expect(desk.page.getByTestId('guard-line')).toBeVisible()
  await composer(desk).press('Control+Enter')
  await expect(desk.page.getByTestId('send-stopped')).toContainText('¥88')
  await desk.page.keyboard.press('Escape')
  await expect(composer(desk)).toBeFocused()
  await expect(desk.page.getByTestId('guard-line')).toContainText('¥88')
  await composer(desk).press('Alt+g')
  await expect(composer(desk)).not.toHaveValue(/¥88/)
  await composer(desk).press('Control+z')
  await expect(composer(desk)).toHaveValue(/¥88/)
  // Said as a fact it is money that no record names, and no more than asked about.
  await composer(desk).fill('快递费是¥88，请放心。')
  await composer(desk).press('Control+Enter')
  await expect(desk.page.getByTestId('send-anyway')).toContainText('¥88')
  await desk.page.keyboard.press('Enter')
  await expect(composer(desk)).toBeFocused()
  await composer(desk).press('Control+Enter')
  await desk.page.getByTestId('send-anyway').getByRole('button').last().click()
  await expect(chat(one.page)).toContainText('快递费是¥88')

  // Written on while the guard looks at what stood there: the new words go along, so they are looked at before anything leaves.
  await composer(desk).fill('好的')
  await composer(desk).evaluate((field) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
    document.execCommand('insertText', false, '，另一单的快递费是¥77')
  })
  await expect(desk.page.getByTestId('send-anyway')).toContainText('¥77')
  await expect(chat(one.page)).not.toContainText('¥77')
})
