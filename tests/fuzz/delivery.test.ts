import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk, temporaryFolder, type Desk } from '../support/desk.ts'
import { MemoryGateway, type Fault } from '../support/memory-gateway.ts'
import { sendReply, releaseReply } from '../../src-engine/flows/send-reply.ts'
import { recallReply } from '../../src-engine/flows/recall-reply.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import { v7 } from 'uuid'

type Step =
  | { do: 'customer'; who: number }
  | { do: 'reply'; who: number; picture: boolean }
  | { do: 'recall' }
  | { do: 'cut' }
  | { do: 'connect' }
  | { do: 'kill' }
  | { do: 'fault'; fault: Fault; calls: number }
  | { do: 'release' }
  | { do: 'resolve'; who: number }
  | { do: 'pass'; ms: number }
  | { do: 'lose-pushes'; count: number }

const who = fc.integer({ min: 0, max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: who.map((w): Step => ({ do: 'customer', who: w })) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('reply' as const), who, picture: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'recall' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'cut' }) },
  { weight: 3, arbitrary: fc.constant<Step>({ do: 'connect' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'kill' }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom<Fault>('cut-before', 'lost-answer'), calls: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'release' }) },
  { weight: 1, arbitrary: who.map((w): Step => ({ do: 'resolve', who: w })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose-pushes' as const), count: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 20_000 }).map((ms): Step => ({ do: 'pass', ms })) },
)

/** A connection that fails half way is tried again, as the line's adapter does. */
async function reconnect(desk: Desk, gateway: MemoryGateway): Promise<void> {
  for (let i = 0; i < 10; i++) {
    try {
      gateway.online = true
      await desk.connect()
      return
    } catch {
      desk.cut()
    }
  }
  throw new Error('never caught up')
}

test('F-1 whatever is cut, lost or killed: no reply is lost, none is sent twice, none overtakes another, none answers what it has not seen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 45 }), async (steps) => {
      const gateway = new MemoryGateway()
      const dir = temporaryFolder()
      let desk = openDesk(gateway, { dir })
      const conversations = [gateway.open('A'), gateway.open('B'), gateway.open('C')]
      await reconnect(desk, gateway)
      const written: { id: string; conversationId: string; basedOnSeq: number }[] = []
      const released = new Set<string>()
      const run = async (s: Step): Promise<void> => {
        if (s.do === 'lose-pushes') {
          const deliver = gateway.onEvents
          let left = s.count
          gateway.onEvents = (events) => {
            if (left-- <= 0) deliver(events)
          }
        }
        if (s.do === 'customer') gateway.customerWrites(conversations[s.who] as string, `第${gateway.events.length}句`)
        if (s.do === 'reply') {
          const conversationId = conversations[s.who] as string
          const basedOnSeq = desk.store.conversations.get(conversationId)?.lastCustomerSeq ?? 0
          const id = v7()
          const attachments = s.picture ? [await desk.engine.attachments.keep(Buffer.from(`\x89PNG\r\n\x1a\n${id}`, 'latin1'), { width: 1, height: 1 })] : []
          sendReply(desk.engine, { id, conversationId, text: `回复 ${id}`, attachments, basedOnSeq, draftId: null }, '小林')
          written.push({ id, conversationId, basedOnSeq })
        }
        if (s.do === 'cut') desk.cut()
        if (s.do === 'connect') await reconnect(desk, gateway)
        if (s.do === 'kill') {
          desk.kill()
          gateway.fault = () => 'none'
          desk = openDesk(gateway, { dir })
          await reconnect(desk, gateway)
        }
        if (s.do === 'fault') {
          let left = s.calls
          gateway.fault = () => (left-- > 0 ? s.fault : 'none')
        }
        if (s.do === 'release') {
          for (const { id, conversationId } of written) {
            if (desk.store.outbox.get(id)?.state !== 'held') continue
            released.add(id)
            releaseReply(desk.engine, id, desk.store.conversations.get(conversationId)?.lastCustomerSeq ?? 0)
          }
        }
        if (s.do === 'recall') {
          const last = written.findLast(({ id }) => desk.store.messages.has(id))
          // Offline, lost on the way, too late: all may be; what matters is that both ends agree in the end.
          if (last) await recallReply(desk.engine, last.id).catch(() => undefined)
        }
        if (s.do === 'resolve') setStatus(desk.engine, conversations[s.who] as string, 'resolved')
        if (s.do === 'pass') await desk.pass(s.ms)
        await desk.idle()
      }
      for (const s of steps) await run(s)
      gateway.fault = () => 'none'
      await reconnect(desk, gateway)
      for (let i = 0; i < 5; i++) await desk.pass(3_000)

      for (const conversationId of conversations) {
        const log = gateway.thread(conversationId)
        const sent = log.filter((m) => m.author.kind === 'agent').map((m) => m.id)
        const kept = desk.store.outbox.of(conversationId).map((o) => o.id)
        const mine = written.filter((w) => w.conversationId === conversationId).map((w) => w.id)
        expect([...sent, ...kept].sort(), 'each reply is in the log or in the outbox, never in both, never twice').toEqual([...mine].sort())
        const inOrder = (ids: string[]): string[] => ids.filter((id) => sent.includes(id) && !released.has(id))
        expect(inOrder(sent), 'first in, first out').toEqual(inOrder(mine))
        expect(desk.store.outbox.of(conversationId).filter((o) => o.state !== 'held'), 'nothing waits on an open line').toEqual([])
        // The desk's copy is the gateway's log.
        expect(desk.store.messages.page(conversationId, null, 1000).map((m) => [m.message.id, m.message.seq, m.message.recalledAt])).toEqual(log.map((m) => [m.id, m.seq, m.recalledAt]))
      }
      expect(desk.errors).toEqual([])
      desk.kill()
    }),
    { numRuns: 40, endOnFailure: false },
  )
}, 120_000)
