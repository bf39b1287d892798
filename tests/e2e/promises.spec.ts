import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { chat, openCustomer, say, type Customer } from './support/customer.ts'
import { arrived, composer, live, openConversation, row } from './support/desk.ts'
import { Line, TestGateway } from './support/gateway.ts'

/** What was promised, from the words in the composer to its end, by keyboard, in the real desk with a real customer. */
let gateway: TestGateway
const line = new Line(() => gateway.seatPort)
let customer: Customer | null = null

test.beforeEach(async () => {
  gateway = new TestGateway()
  await gateway.start()
  await line.open()
})
test.afterEach(async () => {
  await customer?.close()
  customer = null
  await line.close()
  await gateway.dispose()
})

const connection = (): Record<string, string> => ({ DESKMATE_GATEWAY_URL: line.url, DESKMATE_SEAT_TOKEN: gateway.token })
const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const chips = (desk: Desk) => desk.page.getByTestId('promise-chip')
const promises = (desk: Desk) => desk.page.getByTestId('follow-up')

test('PM-20 a promise is seen before it is sent, a wrong one taken off, the other alarms in the queue and is done, by keyboard alone', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '退款什么时候到')
  await openConversation(desk, '退款什么时候到')
  await expect(composer(desk)).toBeFocused()

  await composer(desk).fill('少发的今天给您补发。退款10分钟内给您答复')
  await expect(chips(desk)).toHaveCount(2)
  expect(await axeFindings(desk.page)).toEqual([])
  await press(desk, 'Alt+KeyO')
  await expect(chips(desk)).toHaveCount(1)
  await expect(chips(desk)).toContainText(/答复|answer/)
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Control+Enter')
  await expect(chat(customer.page)).toContainText('10分钟内给您答复')

  // Less than half an hour is left: it calls at once.
  await expect(row(desk, '10分钟内').getByTestId('row-promise')).toHaveAttribute('data-tone', 'warn')
  await expect(promises(desk)).toHaveCount(1)
  expect(await axeFindings(desk.page)).toEqual([])

  await press(desk, 'Alt+KeyB')
  await expect(desk.page.getByTestId('promise-done')).toBeFocused()
  await press(desk, 'Enter')
  await expect(promises(desk)).toHaveCount(0)
  await expect(row(desk, '10分钟内').getByTestId('row-promise')).toHaveCount(0)
  await press(desk, 'Alt+KeyZ')
  await expect(promises(desk)).toHaveCount(1)
})

test('PM-21 promised with another time while the line is cut, it is followed up when the reply arrives; resolving asks once what became of it, and its undo brings it back', async ({ launch }) => {
  const desk = await launch({ env: connection() })
  await live(desk)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, '少发了一件')
  await openConversation(desk, '少发了一件')
  await expect(composer(desk)).toBeFocused()
  line.cut()

  await composer(desk).fill('抱歉')
  const place = await composer(desk).boundingBox()
  await composer(desk).fill('抱歉，给您补发')
  await expect(chips(desk)).toHaveCount(1)
  // The words stay where they are while a promise is recognised in them.
  expect(await composer(desk).boundingBox()).toEqual(place)
  await press(desk, 'Alt+KeyB')
  await expect(chips(desk)).toHaveAttribute('data-assumed', '')
  await press(desk, 'Alt+KeyB')
  await press(desk, 'Enter')
  await desk.page.getByTestId('promise-time').fill('3 days')
  await press(desk, 'Enter')
  await expect(chips(desk)).not.toHaveAttribute('data-assumed')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Control+Enter')
  await expect(desk.page.getByTestId('bubble').filter({ hasText: '给您补发' })).toBeVisible()
  await expect(promises(desk)).toHaveCount(0)
  line.mend()
  await expect(chat(customer.page)).toContainText('给您补发', { timeout: 20_000 })
  await expect(promises(desk)).toHaveCount(1)
  await expect(row(desk, '给您补发').getByTestId('row-promise')).toHaveAttribute('data-tone', 'calm')

  await press(desk, 'Alt+KeyE')
  await expect(desk.page.getByTestId('promises-menu')).toBeVisible()
  expect(await axeFindings(desk.page)).toEqual([])
  await press(desk, 'Escape')
  await expect(composer(desk)).toBeFocused()
  await press(desk, 'Alt+KeyE')
  await expect(desk.page.getByTestId('promises-done')).toBeFocused()
  await press(desk, '1')
  await expect(desk.page.getByTestId('toast-end')).toBeVisible()
  await expect(row(desk, '给您补发').getByTestId('row-promise')).toHaveCount(0)
  await press(desk, 'Alt+KeyZ')
  await arrived(desk, '给您补发')
  await expect(promises(desk)).toHaveCount(1)
  await expect(row(desk, '给您补发').getByTestId('row-promise')).toBeVisible()
})
