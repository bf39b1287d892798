import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isHandBack } from '../../src-shared/domain/hand-back-id.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { SETTLING_MS } from '../../src-engine/domain/outcome-of-case/outcome.ts'
import { decide } from '../../src-engine/domain/policy/decide.ts'
import { handBack } from '../../src-engine/flows/hand-back.ts'
import { toRow } from '../../src-engine/flows/inbox.ts'
import { receive } from '../../src-engine/flows/receive.ts'
import { recallReply } from '../../src-engine/flows/recall-reply.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import { messageFacts } from '../../src-engine/flows/settle-routine.ts'
import type { ConversationRecord } from '../../src-engine/store/conversations.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

const UNDO_SECONDS = 8
const WINDOW_MS = (UNDO_SECONDS + 1) * 1000
const WHERE = '我的快递到哪了'

let gateway: MemoryGateway
let desk: Desk
let chen: string
const desks: Desk[] = []

const seat = (seatId: string): Desk => {
  const one = openDesk(gateway, { realTriage: true, seatId })
  desks.push(one)
  return one
}
beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: undoPolicy(UNDO_SECONDS) })
  desk = seat('this-desk')
  await desk.connect()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
})
afterEach(() => {
  for (const one of desks.splice(0)) {
    expect(one.errors).toEqual([])
    one.kill()
  }
})

const record = (of = desk): ConversationRecord => of.store.conversations.get(chen) as ConversationRecord
const thread = (): Message[] => gateway.thread(chen)
const automatic = (): Message[] => thread().filter(({ author }) => author.kind === 'autopilot')
async function write(text: string): Promise<void> {
  gateway.customerWrites(chen, text)
  await desk.idle()
  await desk.pass(WINDOW_MS)
}
async function reply(text = '您好，包裹今天会到。'): Promise<void> {
  sendReply(desk.engine, { id: v7(), conversationId: chen, text, attachments: [], basedOnSeq: record().lastCustomerSeq, draftId: null }, '小雅')
  await desk.idle()
}
async function resolve(): Promise<void> {
  setStatus(desk.engine, chen, 'resolved', '小雅')
  await desk.idle()
}
async function ask(): Promise<void> {
  handBack(desk.engine, chen, '小雅')
  await desk.idle()
}
/** The rules that object to an automatic answer now. */
const objections = (): string[] => decide({ ...messageFacts(desk.engine, record()), holdsLease: true, orderStatus: 'shipped', orderCertain: true, hasRoutineReply: true }, undoPolicy(UNDO_SECONDS)).rules
const derived = ({ conversation: _, ...rest }: ConversationRecord): unknown => ({ ...rest, state: JSON.parse(rest.state) as unknown })

/** A desk that sees the log for the first time comes to the same. */
async function sameAfresh(): Promise<void> {
  gateway.online = true
  const other = seat('other-desk')
  await other.connect()
  expect(derived(record(other))).toEqual(derived(record()))
}

describe('HB-1 a new matter', () => {
  test('HB-1 72 hours after the end autopilot answers again, though a person answered the last time, with all its tries; the old flag and topic are gone', async () => {
    await write(WHERE)
    expect(automatic()).toHaveLength(1)
    await write('你们这群骗子！！！我要投诉你们！！！')
    await reply()
    expect(record()).toMatchObject({ personInvolved: true, automaticReplies: 1 })
    await resolve()
    await desk.pass(SETTLING_MS)
    await write('在吗')
    expect(record()).toMatchObject({ personInvolved: false, automaticReplies: 0, sinceSeq: thread().at(-1)?.seq })
    expect(JSON.parse(record().state)).toMatchObject({ openTopic: null, flag: null, emotionLevel: 0, marks: [], everFlagged: true, language: 'zh' })
    // By then the parcel has moved on.
    gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
    await write(WHERE)
    expect(automatic()).toHaveLength(2)
    await sameAfresh()
  })

  test('HB-1 what the customer wrote last and nobody answered before the end neither waits on nor speaks in the new matter (autopilot would leave a plain question to a person for an old word of anger)', async () => {
    await write('耳机怎么连手机')
    await reply()
    await write('你们这群骗子！！！我要投诉你们！！！')
    await resolve()
    await desk.pass(SETTLING_MS)
    gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
    await write(WHERE)
    expect(automatic()).toHaveLength(1)
    await sameAfresh()
  })

  test('HB-1 within 72 hours of the end it stays the person’s, also when the customer is silent long after that, and AI-07 is what holds it (a robot would answer whoever came back to the person)', async () => {
    await write('耳机怎么连手机')
    await reply()
    await resolve()
    await desk.pass(SETTLING_MS - 60_000)
    await write('在吗')
    expect(record().personInvolved).toBe(true)
    await reply('在的')
    await desk.pass(2 * SETTLING_MS)
    await write(WHERE)
    expect(automatic()).toEqual([])
    expect(objections()).toEqual(['AI-07'])
    await sameAfresh()
  })

  test('HB-1 an end that a person took back is none', async () => {
    await write('耳机怎么连手机')
    await reply()
    await resolve()
    setStatus(desk.engine, chen, 'open')
    await desk.idle()
    await desk.pass(SETTLING_MS)
    await write(WHERE)
    expect([automatic(), record().personInvolved]).toEqual([[], true])
    await sameAfresh()
  })

  test('HB-1 an end that is withdrawn after the customer began anew counts for no desk any more (two desks that disagree on who answers)', async () => {
    await write('耳机怎么连手机')
    await reply()
    await resolve()
    const [end] = desk.store.resolutions.of(chen)
    if (!end) throw new Error('not resolved')
    await desk.pass(SETTLING_MS)
    await write('在吗')
    expect(record().personInvolved).toBe(false)
    gateway.publish({ type: 'resolution', resolution: { ...end, withdrawn: true } })
    await desk.idle()
    expect(record()).toMatchObject({ personInvolved: true, sinceSeq: 0 })
    await write(WHERE)
    expect(automatic()).toEqual([])
  })

  test('HB-1 an end that never reached the gateway begins nothing anew (this desk would let autopilot answer where the others do not)', async () => {
    await write('耳机怎么连手机')
    await reply()
    desk.cut()
    setStatus(desk.engine, chen, 'resolved', '小雅')
    gateway.now += SETTLING_MS
    gateway.customerWrites(chen, WHERE)
    receive(desk.engine, gateway.events.slice(desk.store.settings.read('cursor', 0)).map(({ change }) => change), gateway.events.length)
    expect(record().personInvolved).toBe(true)
  })

  test('HB-1 what is known of conversations of before this is read again when they go on', async () => {
    await write('耳机怎么连手机')
    await reply()
    await resolve()
    await desk.pass(SETTLING_MS)
    await write('在吗')
    const before = derived(record())
    const { conversation: _, ...old } = record()
    desk.store.conversations.saveDerived(chen, { ...old, personInvolved: true, sinceSeq: -1 })
    await write('谢谢')
    expect(record()).toMatchObject({ personInvolved: false, sinceSeq: (before as { sinceSeq: number }).sinceSeq })
    await sameAfresh()
  })
})

describe('HB-3 handed back with consent', () => {
  beforeEach(async () => {
    await write('耳机怎么连手机')
    await reply()
  })

  test('HB-3 the customer is asked in their language as by the agent, says yes, and autopilot settles the next routine question; the yes itself is answered by nobody and waits for nobody', async () => {
    await ask()
    const question = thread().at(-1)
    expect(question).toMatchObject({ author: { kind: 'agent', name: '小雅' }, text: expect.stringContaining('可以吗') as string })
    expect(isHandBack(question?.id ?? '', chen)).toBe(true)
    expect(toRow(desk.engine, record(), undefined, null).answers).toEqual({ by: 'person', askedAt: question?.at, agreedAt: null })
    await write('可以')
    expect(record()).toMatchObject({ personInvolved: false, automaticReplies: 0, waitingSince: null })
    expect(toRow(desk.engine, record(), undefined, null)).toMatchObject({ section: 'waiting-for-customer', clock: null, answers: { by: 'autopilot', askedAt: question?.at, agreedAt: thread().at(-1)?.at } })
    expect(automatic()).toEqual([])
    await write(WHERE)
    expect(automatic()).toHaveLength(1)
    await sameAfresh()
  })

  test.each(['不用了', '人工', '可以，不过先帮我退款', '等一下'])('HB-3 "%s" is no consent: the question lapses, and a yes later is none either', async (text) => {
    await ask()
    await write(text)
    await write('可以')
    await write(WHERE)
    expect([automatic(), record().personInvolved, record().handBack]).toEqual([[], true, null])
    expect(objections()).toContain('AI-07')
    await sameAfresh()
  })

  test('HB-3 another word of the desk between question and yes: the yes may mean that', async () => {
    await ask()
    await reply('另外，需要帮您催一下吗？')
    await write('可以')
    await write(WHERE)
    expect([automatic(), record().personInvolved]).toEqual([[], true])
    await sameAfresh()
  })

  test('HB-3 a person’s word after the yes makes it theirs again', async () => {
    await ask()
    await write('好的')
    await reply('我再补充一句。')
    await write(WHERE)
    expect([automatic(), record().personInvolved]).toEqual([[], true])
    await sameAfresh()
  })

  test('HB-3 a question taken back from the customer asks nothing any more, whether they agreed before or not', async () => {
    await ask()
    const question = thread().at(-1)
    await write('可以')
    expect(record().personInvolved).toBe(false)
    await recallReply(desk.engine, question?.id ?? '')
    await desk.idle()
    expect(record()).toMatchObject({ personInvolved: true, handBack: null })
    await write(WHERE)
    expect(automatic()).toEqual([])
  })

  test('HB-3 what the customer had asked and nobody answered is answered after the yes', async () => {
    await write(WHERE)
    expect(automatic()).toEqual([])
    await ask()
    await write('可以')
    expect(automatic()).toHaveLength(1)
    await sameAfresh()
  })

  test('HB-2 offline the question waits like a reply, once; taken back it leaves the composer as it was', async () => {
    desk.store.unsent.set(chen, '我正在写')
    desk.cut()
    handBack(desk.engine, chen, '小雅')
    expect(() => handBack(desk.engine, chen, '小雅')).toThrow(expect.objectContaining({ code: 'no-hand-back' }) as Error)
    const [waiting] = desk.store.outbox.of(chen)
    expect([waiting?.state, desk.store.unsent.get(chen)]).toEqual(['queued', '我正在写'])
    expect(takeBackReply(desk.engine, waiting?.id ?? '').text).toBe('')
    expect([desk.store.outbox.of(chen), desk.store.unsent.get(chen)]).toEqual([[], '我正在写'])
    handBack(desk.engine, chen, '小雅')
    await desk.connect()
    expect(thread().filter(({ id }) => isHandBack(id, chen))).toHaveLength(1)
    await write('可以')
    expect(record().personInvolved).toBe(false)
  })

  test('HB-4 it is refused with its reason: upset, wants a person, a matter that is a person’s, asked already, nobody to hand back from, resolved', async () => {
    const refused = (): string => {
      try {
        handBack(desk.engine, chen, '小雅')
      } catch (thrown) {
        return (thrown as { say: { zh: string } }).say.zh
      }
      return ''
    }
    await write('转人工')
    expect(refused()).toContain('必须由人工')
    await write('我要投诉你们，这么久了还不处理！！！气死我了')
    expect(refused()).toContain('生气')
    await write('谢谢，已经解决了')
    await write('谢谢')
    await write('谢谢')
    await resolve()
    expect(refused()).toContain('已结束')
    await desk.pass(SETTLING_MS)
    await write('在吗')
    expect(refused()).toContain('没有人工')
    await reply()
    await ask()
    expect(refused()).toContain('已经问过')
    expect(thread().filter(({ id }) => isHandBack(id, chen))).toHaveLength(1)
  })
})
