import { axeFindings } from './support/axe.ts'
import { expect, test, type Desk } from './support/app.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { composer, live, openConversation } from './support/desk.ts'
import { Line, TestGateway } from './support/gateway.ts'

/** What is done to an order, by keyboard, in the real desk with a real customer of the demo shop. */
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

const press = (desk: Desk, key: string) => desk.page.keyboard.press(key)
const order = (desk: Desk) => desk.page.getByTestId('order').first()
const newest = (desk: Desk) => order(desk).getByTestId('order-effect').last()

/** A paid order of one customer that has no other. */
const PAID = { no: '2188340700550708', last4: '0165' }

test('CM-17 an address is changed and put back, a wrong amount is said where it stands, the order is cancelled with its money told before; offline a memo waits and is added once', async ({ launch }) => {
  const desk = await launch({ env: { DESKMATE_GATEWAY_URL: line.url, DESKMATE_SEAT_TOKEN: gateway.token } })
  await live(desk)
  customer = await openCustomer(gateway.chatUrl)
  await say(customer.page, `订单 ${PAID.no} 尾号${PAID.last4}，地址填错了`)
  await openConversation(desk, '地址填错了')
  await expect(order(desk)).toContainText(PAID.no)
  await expect(composer(desk)).toBeFocused()

  await press(desk, 'Control+Shift+KeyX')
  await expect(desk.page.getByTestId('action-cancel')).toBeFocused()
  await expect(desk.page.getByTestId('action-return')).toHaveCount(0)
  expect(await axeFindings(desk.page)).toEqual([])
  await desk.page.getByTestId('action-change-address').click()
  await desk.page.getByTestId('action-detail').fill('新华路 9 号')
  await press(desk, 'Enter')
  await expect(desk.page.getByTestId('action-will')).toContainText('新华路 9 号')
  await expect(desk.page.getByTestId('action-do')).toBeFocused()
  expect(await axeFindings(desk.page)).toEqual([])
  await press(desk, 'Enter')
  await expect(newest(desk)).toHaveAttribute('data-state', 'done')
  await expect(composer(desk)).toBeFocused()
  await expect(desk.page.getByTestId('effect-line')).toHaveCount(1)
  await order(desk).getByTestId('effect-undo').click()
  await expect(order(desk).getByTestId('order-effect')).toHaveCount(2)
  await expect(newest(desk)).toHaveAttribute('data-state', 'done')

  await order(desk).getByTestId('order-act').click()
  await desk.page.getByTestId('action-refund-partial').click()
  await desk.page.getByTestId('action-amount').fill('99999')
  await press(desk, 'Enter')
  await expect(desk.page.getByRole('alert')).not.toBeEmpty()
  await expect(desk.page.getByTestId('action-amount')).toBeFocused()
  await press(desk, 'Escape')

  line.cut()
  await order(desk).getByTestId('order-act').click()
  await desk.page.getByTestId('action-memo').click()
  await desk.page.getByTestId('action-text').fill('客户已电话确认')
  await press(desk, 'Enter')
  await expect(desk.page.getByTestId('action-do')).toBeFocused()
  await press(desk, 'Enter')
  await expect(newest(desk)).toHaveAttribute('data-state', 'waiting')
  line.mend()
  await expect(newest(desk)).toHaveAttribute('data-state', 'done', { timeout: 15_000 })
  await expect(order(desk).getByTestId('memo')).toContainText('客户已电话确认')

  await order(desk).getByTestId('order-act').click()
  await desk.page.getByTestId('action-cancel').click()
  await press(desk, 'Enter')
  await expect(desk.page.getByTestId('action-will')).toContainText('¥')
  await press(desk, 'Enter')
  await expect(order(desk)).toContainText(/已取消|Cancelled/)
  await expect(desk.page.getByTestId('effect-line')).toHaveCount(4)
})
