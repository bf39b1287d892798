import { expect, test } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation, reply, row } from './support/desk.ts'

let customers: Customer[] = []
test.afterEach(async () => {
  for (const customer of customers) await customer.close()
  customers = []
})

test('DL-11 DL-12 a promise over the cap is stopped though nobody drafted it; a long conversation hands itself over, line by line and as a note', async ({ launch }) => {
  const desk = await launch()
  await live(desk)
  const { chat: url } = await desk.ready()
  const customer = await openCustomer(url)
  customers.push(customer)
  await say(customer.page, '杯子收到碎了')
  await expect(row(desk, '杯子收到碎了')).toBeVisible()
  await openConversation(desk, '杯子收到碎了')

  await reply(desk, '给您补偿500元')
  await expect(desk.page.getByTestId('guard-line')).toContainText(/补偿上限|cap on goodwill/)
  // The question says why, not that there is no source.
  await expect(desk.page.getByTestId('send-stopped')).toContainText(/超过上限.*补偿上限|more than may be given.*cap on goodwill/)
  expect(await axeFindings(desk.page)).toEqual([])
  await desk.page.keyboard.press('Escape')
  await expect(composer(desk)).toBeFocused()
  await expect(desk.page.locator('.finding[data-grave]').first()).toHaveAttribute('title', /超过上限|more than may be given/)
  await composer(desk).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 0))
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

test('DL-14 without an endpoint a draft in German says that it is set phrases, and where there are none that only search is left', async ({ launch }) => {
  const desk = await launch({ args: ['--lang=en-GB'] })
  const { chat: address } = await desk.ready()
  await live(desk)
  const one = await openCustomer(address)
  customers.push(one)
  await say(one.page, 'Guten Tag, wo ist mein Paket? Bestellung 2188340610072265, Telefon endet auf 0810')
  await openConversation(desk, 'wo ist mein Paket')
  await expect(desk.page.getByTestId('ghost')).not.toBeEmpty()
  await expect(desk.page.getByTestId('draft-by')).toContainText('set phrases')
  await say(one.page, 'Πού είναι το δέμα μου; Δεν έχει έρθει ακόμα, πείτε μου σας παρακαλώ πότε θα έρθει')
  await expect(desk.page.getByTestId('draft-by')).toContainText('only search in this language')
})
