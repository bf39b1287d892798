import { expect, test } from 'vitest'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { undoPolicy } from '../support/shop.ts'
import { always, fan, fanOrder, lamp, MemoryEffects, orderIn, speaks } from '../support/workflow-shop.ts'

const ROUNDS = 14

/** Lets the engine die with the `at`-th transaction: it is on the disk, and nothing after it ever happens. @returns is it dead? */
function dieAfter(desk: Desk, at: number): () => boolean {
  const { store } = desk.engine
  let commits = 0
  let depth = 0
  let dead = false
  const dying = (transaction: typeof store.transaction): typeof store.transaction => (work) => {
    if (dead) throw new Error('killed')
    depth += 1
    try {
      const result = transaction(work)
      if (depth > 1) return result
      commits += 1
      if (commits < at) return result
      dead = true
    } finally {
      depth -= 1
    }
    throw new Error('killed')
  }
  store.transaction = dying(store.transaction)
  store.transactionOfLog = dying(store.transactionOfLog)
  return () => dead
}

/** One whole talk: a question, an action at the shop, a last word. @returns was the engine killed, and what came of it */
async function talk(killAt: number): Promise<{ killed: boolean; said: string[]; asked: number; outcome: string | null | undefined }> {
  const gateway = new MemoryGateway()
  const workflows = { effects: new MemoryEffects(), permit: always('auto') }
  gateway.publish({ type: 'policy', policy: undoPolicy(8) })
  for (const product of [lamp, fan]) gateway.publish({ type: 'product', product })
  let desk = openDesk(gateway, { workflows })
  await desk.connect()
  desk.store.workflows.setLevel('where-is-order', 'undo')
  const chat = gateway.open('Chen', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer: speaks('zh'), orders: [orderIn('paid', gateway.now), fanOrder('shipped', gateway.now)] })
  await desk.idle()
  const isDead = dieAfter(desk, killAt)
  let killed = false
  const lines = ['我的快递到哪了', '2188340610072265']
  const said = (): string[] => gateway.thread(chat).filter((message) => message.author.kind === 'autopilot').map((message) => message.text)
  for (let round = 0; round < ROUNDS; round++) {
    const written = gateway.thread(chat).filter((message) => message.author.kind === 'customer').length
    const line = lines[written]
    if (line !== undefined && said().length === written) gateway.customerWrites(chat, line)
    await desk.idle()
    await desk.pass(11_000)
    if (!killed && isDead()) {
      killed = true
      const dir = desk.kill()
      desk = openDesk(gateway, { dir, workflows })
      await desk.connect()
    }
  }
  const outcome = desk.store.workflowRuns.latest(chat)?.state.outcome
  if (killed) expect(desk.errors).toEqual([])
  desk.kill()
  return { killed, said: said(), asked: workflows.effects.asked.size, outcome }
}

test('WF-11 killed after any transaction the run goes on from there: every word is said once, the shop is asked once, and it comes to its end', async () => {
  let at = 1
  for (; ; at++) {
    const { killed, ...came } = await talk(at)
    expect({ at, ...came, said: came.said.map((text) => text.slice(0, 6)) }).toEqual({ at, said: ['请问是哪一单', '「晨读台灯」'], asked: 1, outcome: 'done' })
    if (!killed) break
  }
  // Fewer would mean that the talk was over before it was cut anywhere that matters.
  expect(at).toBeGreaterThan(12)
}, 120_000)
