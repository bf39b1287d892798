import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Product } from '../../src-shared/domain/product.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

/** Products of the shop as triage finds them in what customers write. */
let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway, { realTriage: true })
  chen = gateway.open('陈女士')
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const product = (id: string, zh: string, en: string): Product => ({
  id, title: { zh, en }, category: 'home', price: { amount: 100, currency: 'CNY' }, specs: [], variants: [], warrantyMonths: 12,
})
const publish = (...of: Parameters<typeof product>) => gateway.publish({ type: 'product', product: product(...of) })
async function named(text: string): Promise<string[]> {
  const { id } = gateway.customerWrites(chen, text)
  await desk.idle()
  return (desk.store.messages.get(id)?.verdict?.entities ?? []).filter(({ type }) => type === 'product').map(({ text: words, value }) => `${words} ${value}`)
}

test('EN-9 a product that a customer names is told, also by the first message after it came, in one batch (a list read once at the start would miss it)', async () => {
  expect(await named('白露桌面加湿器漏水')).toEqual([])
  desk.cut()
  publish('p7', '白露 桌面加湿器 2.5L', 'Dew humidifier 2.5 L')
  const { id } = gateway.customerWrites(chen, '我的白露桌面加湿器漏水')
  await desk.connect()
  expect(desk.store.messages.get(id)?.verdict?.entities).toMatchObject([{ type: 'product', text: '白露桌面加湿器', value: 'p7' }])
  expect(await named('my Dew Humidifier leaks')).toEqual(['Dew Humidifier p7'])
})

test('EN-9 a product with another name is found by that one alone, and the names are prepared once and not for each message', async () => {
  publish('p7', '白露 桌面加湿器', 'Dew humidifier')
  expect(await named('白露桌面加湿器漏水')).toEqual(['白露桌面加湿器 p7'])
  const prepared = desk.engine.products()
  expect(await named('又漏了')).toEqual([])
  expect(desk.engine.products()).toBe(prepared)
  publish('p7', '晨雾 桌面加湿器', 'Mist humidifier')
  expect(await named('白露桌面加湿器 晨雾桌面加湿器')).toEqual(['晨雾桌面加湿器 p7'])
})

test('EN-9 products of another log are gone with it (a shop that was reset would find what it no longer sells)', async () => {
  publish('p7', '白露 桌面加湿器', 'Dew humidifier')
  expect(await named('白露桌面加湿器漏水')).toEqual(['白露桌面加湿器 p7'])
  desk.store.settings.write('log-id', 'another')
  gateway.events.splice(0, gateway.events.length, ...gateway.events.filter(({ change }) => change.type !== 'product'))
  desk.cut()
  await desk.connect()
  expect(await named('白露桌面加湿器漏水')).toEqual([])
})
