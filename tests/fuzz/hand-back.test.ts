import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { ReceivedChange } from '../../src-shared/wire/protocol.ts'
import { SETTLING_MS } from '../../src-engine/domain/outcome-of-case/outcome.ts'
import { handBack } from '../../src-engine/flows/hand-back.ts'
import { recallReply } from '../../src-engine/flows/recall-reply.ts'
import { receive } from '../../src-engine/flows/receive.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

const WORDS = ['我的快递到哪了', '可以', '好的', '不用了', '人工', '谢谢', '耳机怎么连手机', '你们这群骗子！！！'] as const

type Step =
  | { do: 'customer'; text: (typeof WORDS)[number] }
  | { do: 'reply' | 'hand-back' | 'resolve' | 'reopen' | 'recall' | 'withdraw-late' | 'parcel' }
  | { do: 'pass'; ms: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS).map((text): Step => ({ do: 'customer', text })) },
  { weight: 12, arbitrary: fc.constantFrom('reply', 'hand-back', 'hand-back', 'resolve', 'resolve', 'reopen', 'recall', 'withdraw-late', 'parcel').map((what): Step => ({ do: what } as Step)) },
  { weight: 5, arbitrary: fc.constantFrom(10_000, 10_000, 3_600_000, SETTLING_MS - 60_000, SETTLING_MS).map((ms): Step => ({ do: 'pass', ms })) },
)

/** What leads somewhere, with anything in between left out or put in by the steps around it. */
const course: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 5, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS).map((text): Step[] => [{ do: 'reply' }, { do: 'hand-back' }, { do: 'customer', text: '可以' }, { do: 'pass', ms: 10_000 }, { do: 'customer', text }]) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS).map((text): Step[] => [{ do: 'reply' }, { do: 'resolve' }, { do: 'pass', ms: SETTLING_MS }, { do: 'parcel' }, { do: 'customer', text }, { do: 'pass', ms: 10_000 }]) },
)

/** The present state as the gateway's snapshot brings it: states first, then conversations, then messages. */
function snapshotOf(gateway: MemoryGateway): ReceivedChange[] {
  const last = new Map<string, ReceivedChange>()
  for (const { change } of gateway.events) {
    if (change.type === 'resolution') last.set(change.resolution.id, change)
    else if (change.type === 'conversation') last.set(change.conversation.id, change)
    else if (change.type === 'customer' || change.type === 'policy') last.set(change.type, change)
  }
  const states = [...last.values()]
  return [...states.filter(({ type }) => type !== 'conversation'), ...states.filter(({ type }) => type === 'conversation'), ...gateway.events.flatMap(({ change }) => (change.type === 'message' ? [change] : []))]
}

/** Without what triage makes of the words: a reply that is recalled later was read with the words after it where it stood then. */
function derived(desk: Desk, id: string): unknown {
  const record = desk.store.conversations.get(id)
  if (!record) throw new Error('not there')
  const { personInvolved, automaticReplies, sinceSeq, handBack: asked, waitingSince, lastSeq, lastCustomerSeq, lastDeskSeq, lastCustomerAt } = record
  return { personInvolved, automaticReplies, sinceSeq, asked, waitingSince, lastSeq, lastCustomerSeq, lastDeskSeq, lastCustomerAt }
}

async function doStep(desk: Desk, gateway: MemoryGateway, id: string, one: Step): Promise<void> {
  const record = desk.store.conversations.get(id)
  switch (one.do) {
    case 'customer': gateway.customerWrites(id, one.text); break
    case 'reply': sendReply(desk.engine, { id: v7(), conversationId: id, text: '您好，我看一下。', attachments: [], basedOnSeq: record?.lastCustomerSeq ?? 0, draftId: null }, '小雅'); break
    // Where it is refused, nothing was asked.
    case 'hand-back': try { handBack(desk.engine, id, '小雅') } catch { /* refused */ } break
    case 'resolve': setStatus(desk.engine, id, 'resolved', '小雅'); break
    case 'reopen': setStatus(desk.engine, id, 'open'); break
    case 'recall': {
      const own = gateway.thread(id).findLast(({ author, recalledAt }) => author.kind !== 'customer' && recalledAt === undefined)
      if (own) await recallReply(desk.engine, own.id).catch(() => undefined)
      break
    }
    case 'withdraw-late': {
      const [end] = desk.store.resolutions.of(id)
      if (end && record?.conversation.status === 'open') gateway.publish({ type: 'resolution', resolution: { ...end, withdrawn: true } })
      break
    }
    case 'parcel': gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] }); break
    case 'pass': await desk.pass(one.ms)
  }
  await desk.idle()
}

test('HB-1 HB-3 whoever is to answer is the same on the desk that saw it all, on one that reads the log later, and on one that loads a snapshot, over seeded histories (two desks, one of which lets autopilot speak)', async () => {
  let matters = 0
  let agreed = 0
  await fc.assert(fc.asyncProperty(fc.array(course, { minLength: 6, maxLength: 16 }), async (courses) => {
    const gateway = new MemoryGateway()
    gateway.publish({ type: 'policy', policy: undoPolicy(8) })
    const desk = openDesk(gateway, { realTriage: true })
    const later = openDesk(gateway, { realTriage: true, seatId: 'later-desk' })
    const snapshot = openDesk(gateway, { realTriage: true, seatId: 'snapshot-desk' })
    try {
      await desk.connect()
      const id = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
      gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
      for (const one of courses.flat()) await doStep(desk, gateway, id, one)
      receive(later.engine, gateway.events.map(({ change }) => change), gateway.events.length)
      receive(snapshot.engine, snapshotOf(gateway), gateway.events.length)
      const expected = derived(desk, id)
      expect(derived(later, id)).toEqual(expected)
      expect(derived(snapshot, id)).toEqual(expected)
      const record = desk.store.conversations.get(id)
      if ((record?.sinceSeq ?? 0) > 0) matters++
      if (record?.handBack?.agreed) agreed++
      expect(desk.errors).toEqual([])
    } finally {
      for (const one of [desk, later, snapshot]) one.kill()
    }
  }), { numRuns: 40, seed: 47746 })
  expect([matters, agreed].every((times) => times > 0), `${matters} new matters, ${agreed} yeses`).toBe(true)
}, 240_000)
