import { expect, test } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation, reply } from './support/desk.ts'
import { Line, TestGateway } from './support/gateway.ts'

/** A reply in paragraphs, between a real desk and the customer's real browser. */
const gateway = new TestGateway()
const line = new Line(() => gateway.seatPort)
const open: Customer[] = []

test.beforeEach(async () => {
  await gateway.start()
  await line.open()
})
test.afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  await line.close()
  await gateway.kill()
})
test.afterAll(() => gateway.dispose())

const env = (): Record<string, string> => ({ DESKMATE_GATEWAY_URL: line.url, DESKMATE_SEAT_TOKEN: gateway.token })

test('BU-8 three paragraphs are three bubbles in the customer\'s browser, in order, also after a cut line and a reload; one key takes all of them back', async ({ launch }) => {
  const desk = await launch({ env: env() })
  await live(desk)
  const one = await openCustomer(gateway.chatUrl)
  open.push(one)
  const got = chat(one.page).locator('.desk .bubble')
  await say(one.page, '我的包裹到哪了')
  await openConversation(desk, '我的包裹到哪了')

  await composer(desk).fill('您好')
  const send = desk.page.getByTestId('send')
  const before = await send.boundingBox()
  await expect(desk.page.getByTestId('send-count')).toHaveCount(0)
  await composer(desk).fill('您好\n\n查到了')
  await expect(desk.page.getByTestId('send-count')).toHaveText(/2/)
  await expect(send).toHaveAttribute('title', /2 条|2 messages/)
  await composer(desk).fill('您好\n\n查到了')
  expect((await send.boundingBox())?.x).toBe(before?.x)
  await reply(desk, '您好\n\n包裹在杭州\n\n明天送到')
  await expect(got).toHaveText(['您好', '包裹在杭州', '明天送到'])
  const own = desk.page.getByTestId('bubble').and(desk.page.locator('[data-author=agent]'))
  await expect(own).toHaveCount(1)
  await expect(own.locator('.bubble-piece')).toHaveText(['您好', '包裹在杭州', '明天送到'])

  line.cut()
  await expect(desk.page.getByTestId('truth')).toContainText(/离线|断线|offline/i)
  await reply(desk, '还有一件事\n\n运费险已生效')
  await expect(own.last()).toHaveAttribute('data-delivery', 'queued')
  await expect(own.last().locator('.bubble-piece')).toHaveCount(2)
  line.mend()
  const all = ['您好', '包裹在杭州', '明天送到', '还有一件事', '运费险已生效']
  await expect(got).toHaveText(all, { timeout: 20_000 })
  await one.page.reload()
  await expect(got).toHaveText(all)

  await expect(own.last()).toHaveAttribute('data-delivery', 'sent')
  await composer(desk).press('Alt+r')
  await expect(got).toHaveText(all.slice(0, 3))
  await expect(desk.page.getByTestId('recalled')).toBeVisible()
  await composer(desk).press('Alt+z')
  await expect(composer(desk)).toHaveValue('还有一件事\n\n运费险已生效')
})

test('BU-1 with the setting off a reply stays one', async ({ launch }) => {
  const desk = await launch({ env: env() })
  await live(desk)
  const one = await openCustomer(gateway.chatUrl)
  open.push(one)
  await say(one.page, '在吗')
  await openConversation(desk, '在吗')
  await desk.page.keyboard.press('Control+Comma')
  await desk.page.getByRole('checkbox', { name: /分段发送|separate messages/ }).uncheck()
  await desk.page.keyboard.press('Escape')
  await composer(desk).fill('在的\n\n请讲')
  await expect(desk.page.getByTestId('send-count')).toHaveCount(0)
  await reply(desk, '在的\n\n请讲')
  await expect(chat(one.page).locator('.desk .bubble')).toHaveCount(1)
})
