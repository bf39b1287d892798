import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'

/** Correcting and teaching in the real desk with a real customer, by keyboard. */
let gateway: TestGateway
let customer: Customer | null = null

test.beforeEach(async () => {
  gateway = new TestGateway()
  await gateway.start()
})
test.afterEach(async () => {
  await customer?.close()
  customer = null
  await gateway.dispose()
})

const connection = (): Record<string, string> => ({ DESKMATE_GATEWAY_URL: `http://127.0.0.1:${gateway.seatPort}`, DESKMATE_SEAT_TOKEN: gateway.token })
const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const menu = (desk: Desk) => desk.page.getByTestId('teach-menu')
const facts = (desk: Desk) => desk.page.locator('.thread-facts')
const bubble = (desk: Desk, text: string) => desk.page.getByTestId('bubble').filter({ hasText: text })

/** What the customer writes stands in the open thread. */
async function writes(desk: Desk, text: string): Promise<void> {
  if (!customer) throw new Error('no customer')
  await say(customer.page, text)
  await expect(bubble(desk, text)).toBeVisible()
}

test('LD-12 one key, a few letters and Enter correct the topic; the next message like it is told right by itself; the undo takes it back; a dangerous slip is noted and not learned', async ({ launch }) => {
  const desk = await launch({ env: connection(), args: ['--lang=zh-CN'] })
  await live(desk)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '胶水刷上去发白了 要怎么弄掉')
  await openConversation(desk, '胶水刷上去')
  await expect(composer(desk)).toBeFocused()
  await desk.page.keyboard.type('您好')

  await press(desk, 'Alt+KeyL')
  await expect(desk.page.getByTestId('teach-typed')).toBeFocused()
  await expect(menu(desk)).toContainText('胶水刷上去发白了')
  expect(await axeFindings(desk.page)).toEqual([])
  await desk.page.keyboard.type('使用')
  await expect(menu(desk).getByRole('option').first()).toHaveAttribute('data-testid', 'teach-topic-usage_help')
  await press(desk, 'Enter')
  await expect(facts(desk)).toContainText('使用')
  await expect(bubble(desk, '胶水刷上去').locator('xpath=ancestor::article').getByTestId('message-topics')).toContainText('已纠正')
  await expect(composer(desk)).toBeFocused()
  await expect(composer(desk)).toHaveValue('您好')

  // Learned beside the desk's work; from then on the next message is told by it.
  await expect.poll(() => desk.stdout()).toMatch(/^lesson .* learned/m)
  await writes(desk, '我要退货')
  await expect(facts(desk)).toContainText('退货')
  await writes(desk, '胶水发白了怎么弄掉呀')
  await expect(facts(desk)).toContainText('使用')

  // A digit says at once what is likely; the undo takes that back.
  await press(desk, 'Alt+KeyL')
  await expect(desk.page.getByTestId('teach-typed')).toBeFocused()
  await press(desk, '1')
  await expect(desk.page.getByTestId('row').filter({ hasText: '发白' })).toContainText('怒')
  await press(desk, 'Alt+KeyZ')
  await expect(desk.page.getByTestId('row').filter({ hasText: '发白' })).not.toContainText('怒')

  await writes(desk, '什么时候发货')
  await press(desk, 'Alt+KeyL')
  await expect(desk.page.getByTestId('teach-typed')).toBeFocused()
  await desk.page.keyboard.type('取消订单')
  await press(desk, 'Enter')
  await expect(desk.page.getByRole('status').filter({ hasText: '没有学进去' })).toBeVisible()
  await expect(composer(desk)).toHaveValue('您好')
})

const TABLE = `客户原话,问题类型
这个茶用多少度的水泡,冲泡方法
第一泡要倒掉吗,冲泡方法
泡茶的水温多少合适,冲泡方法
一次放几克茶叶,冲泡方法
能用保温杯闷泡吗,冲泡方法
茶叶怎么保存,储存保鲜
要放冰箱里吗,储存保鲜
开封以后能放多久,储存保鲜
受潮了还能喝吗,储存保鲜
存放要避光吗,储存保鲜
什么时候开团,开团`

test('LD-12 a table of examples becomes topics of the shop: how well is said, what is weak is named, and the next message has its chip', async ({ launch }) => {
  const desk = await launch({ env: connection(), args: ['--lang=zh-CN'] })
  await live(desk)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '泡茶用几度的水')
  await openConversation(desk, '泡茶用几度的水')
  await press(desk, 'Control+Comma')
  await desk.page.getByRole('tab', { name: '教它的内容' }).click()
  await desk.page.getByTestId('topics-file').setInputFiles({ name: 'tea.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
  const tried = desk.page.getByTestId('topics-tried')
  await expect(tried).toContainText('2 个主题')
  await expect(tried).toContainText('“开团”只有一条例句')
  await expect(tried.getByRole('row').filter({ hasText: '泡茶用几度的水' })).toContainText('冲泡方法')
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme: theme })
    await expect(desk.page.locator('html')).toHaveAttribute('data-theme', theme)
    expect(await axeFindings(desk.page)).toEqual([])
  }
  await desk.page.getByTestId('topics-use').click()
  await expect(desk.page.getByTestId('topics-note')).toContainText('从下一条消息起')
  await press(desk, 'Escape')
  await writes(desk, '泡茶的水用多少度合适')
  await expect(desk.page.getByTestId('message-topics')).toContainText('冲泡方法')
  await expect(facts(desk)).toContainText('冲泡方法')
})
