import { expect, test } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation, reply, row } from './support/desk.ts'

let customers: Customer[] = []
test.afterEach(async () => {
  for (const customer of customers) await customer.close()
  customers = []
})

test('DL-11 DL-12 a promise over the cap is asked about though nobody drafted it; a long conversation hands itself over, line by line and as a note', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  const { chat: url } = await desk.ready()
  const customer = await openCustomer(url)
  customers.push(customer)
  await say(customer.page, '杯子收到碎了')
  await expect(row(desk, '杯子收到碎了')).toBeVisible()
  await openConversation(desk, '杯子收到碎了')

  await reply(desk, '给您补偿500元')
  await expect(desk.page.getByTestId('guard-line')).toContainText('1')
  await desk.page.keyboard.press('Alt+KeyG')
  await expect(desk.page.getByTestId('guard-line')).toContainText('20')
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '500元' })).toHaveCount(0)

  for (const [ours, theirs] of [['抱歉，麻烦拍一下碎的地方', '拍了照片了'], ['收到，今天18:00前回复您', '能快点吗'], ['正在核实', '那换一个新的给我']] as const) {
    await reply(desk, ours)
    // A reply that the customer's next words overtake is held: it has to be there first.
    await expect(chat(customer.page)).toContainText(ours)
    await say(customer.page, theirs)
    await expect(desk.page.getByTestId('thread').getByTestId('bubble').filter({ hasText: theirs })).toBeVisible()
  }
  const handOver = desk.page.getByTestId('hand-over')
  await expect(handOver).toContainText('今天18:00前回复您')
  await handOver.getByRole('button', { name: /今天18:00前/ }).click()
  await composer(desk).focus()
  await desk.page.keyboard.press('Alt+KeyH')
  await expect(desk.page.getByTestId('note').filter({ hasText: '今天18:00前回复您' })).toBeVisible()
})
