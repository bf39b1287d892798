import { describe, expect, test } from 'vitest'
import { openResources } from '../../adapters/resources.ts'
import type { Workflow } from '../../../src-shared/domain/workflow.ts'
import { fan, fanOrder, lamp, orderIn } from '../../../tests/support/workflow-shop.ts'
import { PERSON_ACTS, PERSON_MARKS, PERSON_TOPICS } from '../../../src-shared/domain/policy-ceilings.ts'
import { checkWorkflow } from './check.ts'
import type { Stepped } from './enter.ts'
import { expand } from './expand.ts'
import type { Heard, World } from './heard.ts'
import { begin, step, type RunEvent } from './step.ts'
import { parseWorkflows } from './templates.ts'

const NOW = 1_790_000_000_000
const resources = openResources(new URL('../../../resources', import.meta.url).pathname)
const flow = (id: string): Workflow => parseWorkflows([resources.json('workflows', `${id}.json`)])[0] as Workflow

const world = (over: Partial<World> = {}): World => ({
  orders: [orderIn('delivered', NOW), fanOrder('delivered', NOW)], products: [lamp, fan], now: NOW, person: { topics: PERSON_TOPICS, marks: PERSON_MARKS, acts: PERSON_ACTS }, ...over,
})
const heard = (text: string, over: Partial<Heard> = {}): Heard => ({ text, topics: [], acts: [], marks: [], emotionLevel: 0, escalation: 0, entities: [], photos: 0, history: [], aside: null, ...over })

/** A run that is played: each line is what the customer writes, each answer of the run reaches them. */
class Played {
  stepped: Stepped
  readonly said: string[] = []
  readonly actions: unknown[] = []
  readonly #history: Heard['history'][number][] = []
  constructor(readonly flow: Workflow, first: Heard, readonly world_: World = world(), language: 'zh' | 'en' = 'zh') {
    this.#history.push({ role: 'customer', text: first.text, at: NOW })
    this.stepped = begin(flow, first, world_, language)
    this.#go()
  }
  on(event: RunEvent): this {
    this.stepped = step(this.flow, this.stepped.state, event, this.world_)
    this.#go()
    return this
  }
  hears(text: string, over: Partial<Heard> = {}): this {
    const history = [...this.#history]
    this.#history.push({ role: 'customer', text, at: NOW })
    return this.on({ kind: 'heard', heard: heard(text, { history, ...over }) })
  }
  /** Words reach the customer and the shop does what it is asked, until something has to be waited for. */
  #go(): void {
    for (;;) {
      const [effect] = this.stepped.effects
      if (effect?.kind === 'say') {
        this.said.push(effect.text)
        this.#history.push({ role: 'autopilot', text: effect.text, at: NOW })
        this.stepped = step(this.flow, this.stepped.state, { kind: 'said' }, this.world_)
      } else if (effect?.kind === 'act') {
        this.actions.push(effect.action)
        this.stepped = step(this.flow, this.stepped.state, { kind: 'acted', reference: 'R1' }, this.world_)
      } else return
    }
  }
  get state() { return this.stepped.state }
  get last() { return this.said.at(-1) ?? '' }
}

const returns = (): Played => new Played(flow('return-goods'), heard('我要退货', { topics: ['return_request'] }))

test('WF-4 what was told at the start is not asked again (the customer would be asked for what they have just written)', () => {
  const run = new Played(flow('return-goods'), heard('台灯不喜欢,要退货', { topics: ['return_request'] }))
  expect(run.said).toHaveLength(1)
  expect(run.last).toContain('确认吗')
  expect(run.hears('是的', { acts: ['affirm'] }).actions).toMatchObject([{ kind: 'return', orderNo: '2188340610072265', reason: 'dislike' }])
  expect(run.state.outcome).toBe('done')
})

describe('WF-5 a correction goes back to what it corrects, and keeps what still holds', () => {
  test.each([['zh', '不对,是另一单', '台灯那单', '不喜欢'], ['en', 'no, the other order', 'the lamp', 'i do not like it']] as const)('WF-5 %s: the other of two orders, with its own goods and its own amount (the wrong parcel would be sent back)', (language, correction, which, why) => {
    const run = new Played(flow('return-goods'), heard('return', { topics: ['return_request'] }), world(), language)
    run.hears(which).hears(why)
    expect(run.last).toContain('169')
    run.hears(correction, { acts: ['deny_correct'] })
    expect(run.state.values['order']).toEqual({ type: 'order', value: '2188340610079999' })
    expect(run.state.values['reason']).toMatchObject({ value: 'dislike' })
    expect(run.last).toContain('99')
    expect(run.hears(language === 'zh' ? '对' : 'yes', { acts: ['affirm'] }).actions).toMatchObject([{ orderNo: '2188340610079999', amount: { amount: 9900 } }])
  })

  test('WF-5 of three orders it is not told which: it is asked, and no round is counted', () => {
    const third = orderIn('delivered', NOW, { no: '2188340610071111' })
    const run = new Played(flow('return-goods'), heard('我要退货', { topics: ['return_request'] }), world({ orders: [...world().orders, third] }))
    run.hears('2188340610072265').hears('不喜欢').hears('不对,不是这单,是另一单')
    expect([run.state.node, run.state.phase, run.state.round]).toEqual(['which-order', 'asking', 0])
  })

  test('WF-5 after it was done it cannot be said otherwise: a person (the second order would be settled as well)', () => {
    const longer = flow('return-goods')
    longer.nodes.push({ id: 'more', type: 'question', at: { x: 0, y: 0 }, text: { zh: '还有吗?', en: 'more?' }, again: { zh: '还有吗?', en: 'more?' }, collects: { name: 'more', type: 'text' }, waitMinutes: 5 })
    longer.edges = [...longer.edges.filter((edge) => edge.from !== 'file'), { from: 'file', port: 'done', to: 'more' }, { from: 'more', port: 'answered', to: 'told' }]
    const run = new Played(longer, heard('台灯不喜欢,要退货', { topics: ['return_request'] })).hears('好', { acts: ['affirm'] })
    expect([run.state.node, run.actions.length]).toEqual(['more', 1])
    expect(run.hears('不对,是风扇那单').state).toMatchObject({ outcome: 'handed-over', reason: 'changed-after-done' })
    expect(run.actions).toHaveLength(1)
  })
})

describe('WF-6 a person takes over at any time, with everything gathered', () => {
  const cases: [string, Partial<Heard>, string][] = [
    ['anger', { emotionLevel: 3 }, 'angry'], ['danger', { marks: ['danger_person'] }, 'danger'], ['a person is wanted', { acts: ['human_wanted'] }, 'person-wanted'],
    ['a complaint comes up', { topics: ['service_complaint'] }, 'person-topic'], ['it may escalate', { escalation: 0.7 }, 'escalation'], ['no number at all', { escalation: Number.NaN }, 'escalation'],
  ]
  test.each(cases)('WF-6 %s', (_name, over, reason) => {
    const run = returns().hears('台灯那单')
    run.hears('…', over)
    expect([run.state.outcome, run.state.reason, run.state.values['order']]).toEqual(['handed-over', reason, { type: 'order', value: '2188340610072265' }])
    expect(run.actions).toEqual([])
  })
})

test('WF-7 something else asked in between is answered in the same breath, then the question again (the customer would get no answer, or lose the return)', () => {
  const run = returns().hears('台灯那单')
  run.hears('风扇到哪了', { topics: ['where_is_order'], aside: '风扇已到杭州。' })
  expect(run.last).toBe('风扇已到杭州。\n\n方便说一下原因吗？尺码不合适、不喜欢、质量问题都可以。')
  expect([run.state.phase, run.state.round]).toEqual(['asking', 0])
  expect(returns().hears('帮我改地址', { topics: ['address_change'] }).state).toMatchObject({ outcome: 'handed-over', reason: 'asked-else' })
})

test('WF-7 "wait a moment" and thanks are no failed answer', () => {
  const run = returns().hears('稍等', { acts: ['hold_on'] }).hears('谢谢', { acts: ['thanks'] })
  expect([run.said.length, run.state.round, run.state.phase]).toEqual([1, 0, 'asking'])
})

test.each([['zh', '算了,不退了'], ['en', 'never mind']] as const)('WF-8 %s: the customer wants it no more: it ends with a word, and nothing is done', (language, words) => {
  const run = new Played(flow('return-goods'), heard('return', { topics: ['return_request'] }), world(), language)
  expect(run.hears(words).state).toMatchObject({ outcome: 'withdrawn' })
  expect(run.actions).toEqual([])
})

test('WF-8 "never mind, just give me the money" is no withdrawal', () => {
  expect(returns().hears('算了,帮我直接退款吧', { topics: ['refund_amount'] }).state.outcome).not.toBe('withdrawn')
})

test('WF-9 asked twice without an answer: a person, not a third time', () => {
  const run = returns().hears('嗯嗯啊啊').hears('什么意思')
  expect(run.said).toHaveLength(2)
  expect(run.state).toMatchObject({ outcome: 'handed-over', reason: 'not-understood' })
})

test('WF-9 a customer who does not answer in time is a person’s', () => {
  expect(returns().on({ kind: 'time' }).state).toMatchObject({ outcome: 'handed-over', reason: 'silent' })
})

test('WF-9 a plain no at the end does nothing and calls a person; doubt is no yes', () => {
  const asked = (): Played => returns().hears('台灯那单').hears('不喜欢')
  expect(asked().hears('不用了吧 不是这个意思', { acts: ['deny_correct'] }).state.outcome).not.toBe('done')
  const doubt = asked().hears('好像不对吧?')
  expect([doubt.actions, doubt.state.outcome === 'done']).toEqual([[], false])
})

test('WF-10 a sub-flow is put in its place: it passes the check, and the flow goes on behind it', () => {
  const outer = flow('cancel-order')
  outer.nodes.push({ id: 'then', type: 'sub-flow', at: { x: 0, y: 0 }, workflow: 'refund-progress' })
  outer.edges = [...outer.edges.filter((edge) => edge.from !== 'told'), { from: 'told', port: 'next', to: 'then' }, { from: 'then', port: 'next', to: 'end' }]
  const library = (id: string): Workflow | null => (id === 'refund-progress' ? flow(id) : null)
  expect(checkWorkflow(outer, library)).toEqual([])
  const whole = expand(outer, library)
  expect(whole?.nodes.some((node) => node.type === 'sub-flow')).toBe(false)
  expect(whole?.edges.filter((edge) => !whole.nodes.some((node) => node.id === edge.from) || !whole.nodes.some((node) => node.id === edge.to))).toEqual([])
  const paid = orderIn('paid', NOW, { afterSale: { id: 'a', kind: 'refund', status: 'requested', amount: { amount: 16900, currency: 'CNY' }, requestedAt: NOW } })
  const run = new Played(whole as Workflow, heard('取消订单 拍错了', { topics: ['order_cancel'] }), world({ orders: [paid] })).hears('是', { acts: ['affirm'] })
  expect(run.last).toMatch(/已经帮您取消[^]*正在审核/)
  expect(run.state.outcome).toBe('done')
})

test('WF-10 the same events give the same run', () => {
  const play = (): unknown => returns().hears('台灯那单').hears('不喜欢').hears('好', { acts: ['affirm'] }).state
  expect(play()).toEqual(play())
})
