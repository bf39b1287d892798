import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Order } from '../../src-shared/domain/order.ts'
import { reviewRun } from '../../src-engine/flows/workflows/control-run.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { undoPolicy } from '../support/shop.ts'
import { always, fan, fanOrder, lamp, MemoryEffects, orderIn, speaks } from '../support/workflow-shop.ts'

const PHOTO = '[photo]'
const picture = { sha256: 'ab'.repeat(32), type: 'image/png' as const, bytes: 10, width: 10, height: 10 }

let gateway: MemoryGateway
let desk: Desk
let effects: MemoryEffects
let chat: string
beforeEach(async () => {
  gateway = new MemoryGateway()
  effects = new MemoryEffects()
  gateway.publish({ type: 'policy', policy: { ...undoPolicy(8), alwaysPerson: { topics: [], marks: [], acts: ['human_wanted'] } } })
  for (const product of [lamp, fan]) gateway.publish({ type: 'product', product })
  desk = openDesk(gateway, { realTriage: true, workflows: { effects, permit: always('auto') } })
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

interface Script { orders?: (now: number) => Order[]; lines: string[]; acts: unknown[]; outcome?: string; says: RegExp; approves?: true }

/** Plays what the customer writes, one line after each answer; a review in between is approved. @returns what autopilot said */
async function play(workflow: string, language: 'zh' | 'en', { orders = (now) => [orderIn('delivered', now)], lines, approves }: Script): Promise<string[]> {
  desk.store.workflows.setLevel(workflow, 'undo')
  chat = gateway.open('Chen', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer: speaks(language), orders: orders(gateway.now) })
  for (const line of lines) {
    gateway.customerWrites(chat, line === PHOTO ? '' : line, line === PHOTO ? [picture] : [])
    await desk.idle()
    await desk.pass(11_000)
    await desk.pass(11_000)
  }
  const run = desk.store.workflowRuns.latest(chat)
  if (approves && run?.state.phase === 'review') {
    reviewRun(desk.engine, run.id, true)
    await desk.idle()
    await desk.pass(11_000)
  }
  await desk.pass(11_000)
  return gateway.thread(chat).filter((message) => message.author.kind === 'autopilot').map((message) => message.text)
}

const both = (now: number): Order[] => [orderIn('delivered', now), fanOrder('delivered', now)]
const NO = '2188340610072265'
const SCRIPTS: [string, Record<'zh' | 'en', Script>][] = [
  ['where-is-order', {
    zh: { orders: (now) => [orderIn('shipped', now)], lines: ['我的快递到哪了'], acts: [], says: /晨读台灯.*中通.*杭州/s },
    en: { orders: (now) => [orderIn('paid', now)], lines: ['where is my order?'], acts: [{ kind: 'urge-shipment', orderNo: NO }], says: /has not been sent yet/ },
  }],
  ['cancel-order', {
    zh: { orders: (now) => [orderIn('paid', now)], lines: ['帮我取消订单', '拍错了', '是的'], acts: [{ kind: 'cancel', orderNo: NO, reason: 'wrong-order' }], says: /已经帮您取消/ },
    en: { orders: (now) => [orderIn('paid', now)], lines: ['please cancel my order', 'I ordered it by mistake', 'yes'], acts: [{ kind: 'cancel', orderNo: NO, reason: 'wrong-order' }], says: /is cancelled/ },
  }],
  ['return-goods', {
    zh: { orders: both, lines: ['我要退货', '台灯那单', '不喜欢', '可以'], acts: [{ kind: 'return', orderNo: NO, items: [{ index: 0, quantity: 1 }], reason: 'dislike', amount: { amount: 16900, currency: 'CNY' } }], says: /退货已经登记/ },
    en: { orders: both, lines: ['I would like to return the lamp for a refund', `order ${NO}`, 'it does not fit', 'yes'], acts: [{ kind: 'return', orderNo: NO, reason: 'size' }], says: /return is filed/ },
  }],
  ['exchange-variant', {
    zh: { lines: ['我想换货', '换成松绿', '好的'], acts: [{ kind: 'exchange', orderNo: NO, items: [{ index: 0, quantity: 1, productId: 'p05', variant: '松绿' }] }], says: /换货已经登记/ },
    en: { lines: ['I would like to exchange it', 'the pine green one please', 'yes'], acts: [{ kind: 'exchange', orderNo: NO, items: [{ variant: '松绿' }] }], says: /exchange for “Pine green” is filed/ },
  }],
  ['refund-defect', {
    zh: { lines: ['台灯是坏的,有质量问题', '按开关灯不亮', PHOTO], approves: true, acts: [{ kind: 'refund', mode: 'only', amount: { amount: 16900, currency: 'CNY' }, reason: '按开关灯不亮' }], says: /申请退款/ },
    en: { lines: ['the lamp is defective', 'the switch does nothing', PHOTO], approves: true, acts: [{ kind: 'refund', mode: 'only', amount: { amount: 16900, currency: 'CNY' }, reason: 'the switch does nothing' }], says: /goes back the way you paid/ },
  }],
  ['change-address', {
    zh: { orders: (now) => [orderIn('paid', now)], lines: ['我要改收货地址', '浙江省杭州市西湖区文二路 88 号 3 栋 201 室', '确认'], acts: [{ kind: 'change-address', orderNo: NO, address: { name: '陈静', phone: '13800000001' } }], says: /地址已经改好/ },
    en: { orders: (now) => [orderIn('paid', now)], lines: ['I need to change the delivery address', '12 Baker Street, London NW1 6XE', 'yes that is right'], acts: [{ kind: 'change-address', orderNo: NO }], says: /address is changed/ },
  }],
  ['invoice', {
    zh: { lines: ['我要开发票', '个人', 'chen@example.com', '确认'], acts: [{ kind: 'invoice', mode: 'issue', taxId: null, email: 'chen@example.com' }], says: /发票已经提交/ },
    en: { lines: ['I need an invoice', 'for me', 'chen@example.com', 'yes'], acts: [{ kind: 'invoice', mode: 'issue', taxId: null, email: 'chen@example.com' }], says: /invoice is on its way/ },
  }],
  ['resend-item', {
    zh: { lines: ['少发了一件', PHOTO, '好'], acts: [{ kind: 'resend', orderNo: NO, items: [{ index: 0, quantity: 1 }] }], says: /已经安排补寄/ },
    en: { lines: ['you sent me the wrong item', PHOTO, 'ok'], acts: [{ kind: 'resend', orderNo: NO, items: [{ index: 0, quantity: 1 }] }], says: /is being sent again/ },
  }],
  ['delivered-not-received', {
    zh: { lines: ['显示签收了但是我没收到', '都问过了 没有人收'], acts: [{ kind: 'ticket', text: 'asked-around' }], outcome: 'handed-over', says: /问过了吗/ },
    en: { lines: ['it says delivered but I never received it', 'I asked everybody'], acts: [{ kind: 'ticket', text: 'asked-around' }], outcome: 'handed-over', says: /Have you asked/ },
  }],
  ['price-protection', {
    zh: { lines: ['降价了 可以价保吗', '是的'], acts: [{ kind: 'price-difference', orderNo: NO, amount: { amount: 1000, currency: 'CNY' } }], says: /10元/ },
    en: { lines: ['the price dropped, can I get a price adjustment?', 'yes please'], acts: [{ kind: 'price-difference', orderNo: NO, amount: { amount: 1000, currency: 'CNY' } }], says: /¥10/ },
  }],
  ['book-service', {
    zh: { lines: ['还在保修期 想预约维修', '12月3日'], acts: [{ kind: 'book-service', service: 'repair', itemIndex: 0 }], says: /预约登记好了/ },
    en: { lines: ['I need a warranty repair', '3 December'], acts: [{ kind: 'book-service', service: 'repair', itemIndex: 0 }], says: /is booked for/ },
  }],
  ['refund-progress', {
    zh: { orders: (now) => [orderIn('refunding', now, { afterSale: { id: 'a1', kind: 'return', status: 'inspecting', amount: { amount: 16900, currency: 'CNY' }, requestedAt: now } })], lines: ['我的退款到哪一步了'], acts: [], says: /正在验货/ },
    en: { orders: (now) => [orderIn('refunding', now, { afterSale: { id: 'a1', kind: 'return', status: 'paid', amount: { amount: 16900, currency: 'CNY' }, requestedAt: now } })], lines: ['what is the status of my refund?'], acts: [], says: /went back the way you paid/ },
  }],
]

describe.each(SCRIPTS)('WF-3 %s runs to its end with a customer who answers', (workflow, scripts) => {
  test.each(['zh', 'en'] as const)('WF-3 in %s (a template that passes the check and gets stuck in a talk)', async (language) => {
    const script = scripts[language]
    const said = await play(workflow, language, script)
    const run = desk.store.workflowRuns.latest(chat)
    expect({ outcome: run?.state.outcome, reason: run?.state.reason, node: run?.state.node, said }).toMatchObject({ outcome: script.outcome ?? 'done' })
    expect(effects.done).toMatchObject(script.acts)
    expect(said.join('\n')).toMatch(script.says)
  })
})
