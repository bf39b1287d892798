import { v7 } from 'uuid'
import { SHOPIFY_TOKEN, ShopifyServer } from '../support/shop-shopify.ts'
import { WAREHOUSE_KEYS, WarehouseServer } from '../support/warehouse-server.ts'
import { expect as soon, test, type Desk } from './support/app.ts'
import { axeFindings } from './support/axe.ts'
import { openCustomer, say, type Customer } from './support/customer.ts'
import { openConversation } from './support/desk.ts'
import { TestGateway } from './support/gateway.ts'
import { connectSeat } from './support/team.ts'

/** A gateway, a desk and a browser share one machine here: each has time. */
const expect = soon.configure({ timeout: 30_000 })

/** The order has been packed: it can no longer be cancelled, but stopped. */
const PACKED = 'WAIT_SEND_GOODS'
const ORDER = { no: '2188340700009001', last4: '3456' }
const WORDS = {
  'zh-CN': { wrong: '签名', asked: '快麦', refused: '仓库已打包', instead: '拦截包裹', said: '想取消这个订单' },
  'en-US': { wrong: 'signature', asked: 'Kuaimai', refused: 'has packed it', instead: 'Stop the parcel', said: 'please cancel my order' },
} as const

let gateway: TestGateway
let platform: ShopifyServer
let warehouse: WarehouseServer
let customer: Customer | null = null
test.beforeEach(async () => {
  gateway = new TestGateway()
  await gateway.start()
  platform = new ShopifyServer()
  const now = new Date(Date.now() - 3_600_000).toISOString()
  Object.assign(platform.order, { name: ORDER.no, createdAt: now, processedAt: now, updatedAt: now })
  warehouse = new WarehouseServer('kuaimai', ORDER.no, PACKED)
  const admin = await connectSeat(gateway, 'admin-of-the-test')
  await admin.call('live', {})
  await admin.call('shops.put', { id: v7(), kind: 'shopify', name: 'Kettles', enabled: true, values: { shop: 'x.myshopify.com', accessToken: SHOPIFY_TOKEN, apiSecret: '', base: await platform.open() } })
  admin.close()
})
test.afterEach(async () => {
  await customer?.close()
  customer = null
  await gateway.dispose()
  await platform.close()
  await warehouse.close()
})

async function clean({ page }: Desk, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    expect.soft(await axeFindings(page), `${name}, ${theme}`).toEqual([])
  }
}

/** The reason is left out: Enter looks, Enter does. */
async function done({ page }: Desk): Promise<void> {
  await expect(page.getByTestId('actions').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('action-do')).toBeFocused()
  await page.keyboard.press('Enter')
}

for (const language of ['zh-CN', 'en-US'] as const) {
  test(`WM-8 a shop's warehouse is set up by keys, says no to a cancellation in words, and what it leaves open is one press away (${language}; a person who has to know the warehouse's rules)`, async ({ launch }) => {
    test.setTimeout(180_000)
    const words = WORDS[language]
    const desk = await launch({ args: [`--lang=${language}`], env: { DESKMATE_GATEWAY_URL: gateway.seatUrl, DESKMATE_SEAT_TOKEN: gateway.token } })
    const { page } = desk
    await expect(page.getByTestId('truth')).toHaveAttribute('data-tone', 'live')
    await page.keyboard.press('Control+Shift+KeyT')
    await page.locator('[role=tab][data-page=shops]').click()
    await page.getByTestId('shop-warehouse').press('Enter')
    await clean(desk, `warehouse-kinds-${language}`)
    await page.getByTestId('kind-kuaimai').press('Enter')
    await expect(page.getByTestId('connection-form').locator('input').first()).toBeFocused()
    for (const [field, value] of Object.entries({ ...WAREHOUSE_KEYS.kuaimai, secret: 'wrong' })) await page.locator(`#setup-${field}`).fill(value)
    await page.locator('summary').click()
    await page.locator('#setup-base').fill(await warehouse.open())
    await page.getByTestId('connection-test').press('Enter')
    await expect(page.getByTestId('connection-note')).toContainText(words.wrong)
    await clean(desk, `warehouse-form-${language}`)
    await page.locator('#setup-secret').fill(WAREHOUSE_KEYS.kuaimai['secret'] ?? '')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('connection')).toContainText(words.asked)
    await expect(page.getByTestId('shop-warehouse')).toBeFocused()
    await clean(desk, `warehouse-row-${language}`)
    await page.keyboard.press('Escape')

    customer = await openCustomer(gateway.chatUrl)
    await say(customer.page, `订单 ${ORDER.no} 尾号${ORDER.last4}，${words.said}`)
    await openConversation(desk, words.said)
    await expect(page.getByTestId('order').first()).toContainText(ORDER.no)
    await page.keyboard.press('Control+Shift+KeyX')
    await page.getByTestId('action-cancel').press('Enter')
    await done(desk)
    const effect = page.getByTestId('order').first().getByTestId('order-effect').last()
    await expect(effect).toHaveAttribute('data-state', 'refused')
    await expect(effect).toContainText(words.refused)
    expect(platform.order.cancelledAt).toBeNull()
    await clean(desk, `warehouse-no-${language}`)
    await page.getByTestId('effect-instead').press('Enter')
    await expect(page.getByTestId('actions')).toContainText(words.instead)
    await clean(desk, `warehouse-instead-${language}`)
    await done(desk)
    await expect(effect).toHaveAttribute('data-state', 'done')
    expect(warehouse.done).toMatchObject({ cancel: 0, intercept: 1 })
    await clean(desk, `warehouse-done-${language}`)
  })
}
