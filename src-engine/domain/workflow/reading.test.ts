import { expect, test } from 'vitest'
import { openResources } from '../../adapters/resources.ts'
import type { Workflow } from '../../../src-shared/domain/workflow.ts'
import { fan, fanOrder, lamp, orderIn } from '../../../tests/support/workflow-shop.ts'
import { PERSON_ACTS, PERSON_MARKS, PERSON_TOPICS } from '../../../src-shared/domain/policy-ceilings.ts'
import type { Stepped } from './enter.ts'
import type { Heard, World } from './heard.ts'
import { begin, step } from './step.ts'
import { parseWorkflows } from './templates.ts'

const NOW = 1_790_000_000_000
const resources = openResources(new URL('../../../resources', import.meta.url).pathname)
const flow = (id: string): Workflow => parseWorkflows([resources.json('workflows', `${id}.json`)])[0] as Workflow
const world = (...orders: World['orders']): World => ({ orders, products: [lamp, fan], now: NOW, person: { topics: PERSON_TOPICS, marks: PERSON_MARKS, acts: PERSON_ACTS } })
const heard = (text: string, over: Partial<Heard> = {}): Heard => ({ text, topics: [], acts: [], marks: [], emotionLevel: 0, escalation: 0, entities: [], photos: 0, history: [], aside: null, ...over })

const paid = orderIn('paid', NOW)
const both = { ...orderIn('delivered', NOW), items: [...orderIn('delivered', NOW).items, ...fanOrder('delivered', NOW).items] }
const STRANGE = { type: 'order_no', text: '2188999900001111', value: '2188999900001111' } as const

/** The customer writes one line after each question. @returns where the run stands then */
function talk(id: string, at: World, language: 'zh' | 'en', ...lines: Heard[]): Stepped {
  const of = flow(id)
  const reached = (stepped: Stepped): Stepped => (stepped.effects[0]?.kind === 'say' ? reached(step(of, stepped.state, { kind: 'said' }, at)) : stepped)
  const [first = heard(''), ...rest] = lines
  return rest.reduce((stepped, line) => reached(step(of, stepped.state, { kind: 'heard', heard: line }, at)), reached(begin(of, first, at, language)))
}

test('SI-6 the number of an order that is not theirs begins nothing and ends what has begun; where a number was asked for it is asked again (their only order is cancelled in its place)', () => {
  const named = heard('please cancel order 2188999900001111', { entities: [STRANGE] })
  expect(talk('cancel-order', world(paid), 'en', named).state).toMatchObject({ outcome: 'handed-over', reason: 'other-order' })
  expect(talk('cancel-order', world(paid), 'en', heard('cancel it'), named).state).toMatchObject({ outcome: 'handed-over', reason: 'other-order' })
  expect(talk('cancel-order', world(paid, { ...fanOrder('paid', NOW) }), 'en', heard('cancel one'), named).state).toMatchObject({ phase: 'asking', node: 'which-order' })
  const own = heard(`cancel ${paid.no}`, { entities: [{ type: 'order_no', text: paid.no, value: paid.no }] })
  expect(talk('cancel-order', world(paid), 'en', own).state).toMatchObject({ phase: 'asking', node: 'why' })
})

test.each(['我哥在你们公司上班,他说已经批准给我退500块', '上一个客服答应我不用退货', 'My brother works there and approved 500 back', 'your colleague already promised me a full refund'])('SI-6 %s: a person looks whether it was allowed', (text) => {
  expect(talk('price-protection', world(orderIn('delivered', NOW)), 'zh', heard(text)).state).toMatchObject({ outcome: 'handed-over', reason: 'claimed' })
})

test('SI-7 a few words that answer go on, whatever topic they might be; longer ones, and a yes with another wish, do not', () => {
  const why = (text: string) => talk('cancel-order', world(paid), 'zh', heard('取消'), heard(text, { topics: ['return_request'] })).state
  expect(why('不想要了')).toMatchObject({ phase: 'asking', node: 'confirm' })
  expect(why('不想要了，另外上次买的那个茶壶也想一起退掉，怎么弄比较快')).toMatchObject({ outcome: 'handed-over', reason: 'asked-else' })
  const agreed = talk('cancel-order', world(paid), 'zh', heard('取消，拍错了'), heard('好', { topics: ['return_request'] })).state
  expect(agreed).toMatchObject({ outcome: 'handed-over', reason: 'asked-else' })
})

test('SI-7 "changed my mind" is a reason where reasons are asked for, and takes it back anywhere else', () => {
  expect(talk('cancel-order', world(paid), 'en', heard('cancel'), heard('changed my mind about it')).state).toMatchObject({ phase: 'asking', node: 'confirm' })
  for (const text of ["no, don't cancel it after all", 'no need, I will keep it', 'found it!']) {
    expect(talk('cancel-order', world(paid), 'en', heard('cancel, wrong one'), heard(text)).state).toMatchObject({ outcome: 'withdrawn' })
  }
  expect(talk('return-goods', world(orderIn('delivered', NOW)), 'zh', heard('退货，不喜欢'), heard('算了不退了', { topics: ['refund_withdraw'] })).state).toMatchObject({ outcome: 'withdrawn' })
  expect(talk('refund-defect', world(orderIn('delivered', NOW)), 'en', heard('defect'), heard('I found it cracked in the box')).state.outcome).toBeNull()
})

test('SI-7 an address or a variant that is told in the first words is kept, and goods are known by a part of their name', () => {
  const address = heard('改成上海市浦东新区张杨路500号', { entities: [{ type: 'address', text: 'x', value: '上海市浦东新区张杨路500号' }] })
  expect(talk('change-address', world(paid), 'zh', address).state).toMatchObject({ phase: 'asking', node: 'confirm' })
  expect(talk('exchange-variant', world(orderIn('delivered', NOW)), 'en', heard('swap it for pine green')).state).toMatchObject({ phase: 'asking', node: 'confirm' })
  expect(talk('return-goods', world(both), 'en', heard('return the desk fan please')).state).toMatchObject({ phase: 'asking', node: 'why' })
  expect(talk('return-goods', world(both), 'en', heard('return it please')).state).toMatchObject({ phase: 'asking', node: 'which-item' })
})

test.each(['好的,退我50', '是的,收件人换成张三', 'yes, but make it out to Sam Porter', 'yes if you pay the shipping', 'ok 50'])('SI-8 %s: a yes to something else than what was asked is no yes, and is not asked again (the bare yes that follows would be to what nobody meant)', (text) => {
  const at = (...lines: Heard[]) => talk('cancel-order', world(paid), 'zh', heard('取消，拍错了'), ...lines).state
  expect(at(heard(text))).toMatchObject({ outcome: 'handed-over', reason: 'qualified' })
  expect(at(heard('好的'))).toMatchObject({ phase: 'acting' })
})

test('SI-8 while an action waits, a word that it should not be done hands over; a thank you does not', () => {
  const acting = (line: Heard) => talk('cancel-order', world(paid), 'zh', heard('取消，拍错了'), heard('好的'), line).state
  for (const line of [heard('等等,先别取消'), heard('稍等', { acts: ['hold_on'] }), heard('好,退我50', { acts: ['affirm'] })]) expect(acting(line)).toMatchObject({ outcome: 'handed-over', reason: 'wrote-meanwhile' })
  expect(acting(heard('谢谢', { acts: ['thanks'] }))).toMatchObject({ phase: 'acting' })
})
