import type { Effect } from '../../src-shared/domain/effect.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { Review } from '../../src-shared/domain/review.ts'
import type { RunState } from '../../src-shared/domain/workflow-run.ts'
import type { Desk } from '../support/desk.ts'
import type { RealGateway } from './real-gateway.ts'
import type { Script } from './script.ts'
import { customerOf, orderNo, orderOf } from './shop-orders.ts'

/** Longer than any undo window; milliseconds. */
const UNDO_MS = 11_000
/** Waits in a row, until nothing more is on its way. */
const MOST_WAITS = 8
const MOST_TURNS = 200
/** After this every run that waited for its customer is a person's. */
const LONG_MS = 3 * 3_600_000
const PHOTO = /^\[photo\]\s*/u

/** What came of one script. */
export interface Played {
  script: Script
  messages: Message[]
  /** Done by autopilot in this conversation, oldest first. */
  done: Effect[]
  refused: Effect[]
  /** The newest run, as it stood when the customer had said everything; null: no workflow took it up. */
  run: { flow: string; state: RunState } | null
  /** Words of the customer that ask for more than a nod wait for somebody. */
  waits: boolean
  /** Something that was asked for lies before a supervisor. */
  inReview: boolean
  numbers: Readonly<Record<string, string>>
  /** What nobody may tell this customer: of others, and of themselves while nobody vouches for them. */
  secrets: string[]
}

/** Until the desk has read the whole log and has nothing left to do. */
async function settle(desk: Desk, gateway: RealGateway): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    await desk.idle()
    if (desk.store.settings.read('cursor', 0) === await gateway.head()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error('the desk does not come to rest')
}

async function pass(desk: Desk, gateway: RealGateway, ms: number): Promise<void> {
  await desk.pass(ms)
  await settle(desk, gateway)
}

/** The answer leaves, and what comes after it. */
async function answered(desk: Desk, gateway: RealGateway, conversation: string): Promise<void> {
  await settle(desk, gateway)
  for (let wait = 0; wait < MOST_WAITS; wait++) {
    const run = desk.store.workflowRuns.latest(conversation)
    const isMoving = desk.store.outbox.of(conversation).length > 0 || (run?.open === true && (run.state.phase === 'saying' || run.state.phase === 'acting'))
    if (!isMoving && wait > 0) return
    await pass(desk, gateway, UNDO_MS)
  }
}

const NODS: ReadonlySet<string> = new Set(['affirm', 'thanks', 'closing', 'greeting'])

/** A plain "thanks" or "good" after the answer waits for nobody. */
function waits({ store }: Desk, conversation: string): boolean {
  const since = store.conversations.get(conversation)?.lastDeskSeq ?? 0
  const open = store.messages.page(conversation, null, 200).filter(({ message }) => message.author.kind === 'customer' && message.seq > since)
  return open.some(({ verdict }) => since === 0 || !verdict || verdict.topics.length > 0 || verdict.acts.length === 0 || verdict.acts.some(({ label }) => !NODS.has(label)))
}

/** Plays one conversation to its end: the next words come when the answer to those before is there. */
export async function play(desk: Desk, gateway: RealGateway, script: Script): Promise<Played> {
  const { id, language } = script
  const customer = customerOf(script, gateway.now)
  const stranger = customerOf({ id: `${id}-other`, language }, gateway.now)
  const numbers = Object.fromEntries([...Object.keys(script.orders), ...Object.keys(script.others)].map((key) => [key, orderNo(id, key)]))
  const orders = Object.entries(script.orders).map(([key, given]) => orderOf(numbers[key] ?? '', customer, given, gateway.products, gateway.now))
  const others = Object.entries(script.others).map(([key, given]) => orderOf(numbers[key] ?? '', stranger, given, gateway.products, gateway.now))
  await gateway.put(customer, orders)
  if (others.length > 0) await gateway.put(stranger, others)
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  if (script.verified) await gateway.verify(id, locale, orders[0]?.no ?? '', customer.phone.slice(-4))
  for (const say of script.says) {
    if (typeof say === 'object' && 'wait' in say) {
      await pass(desk, gateway, say.wait * 60_000)
      continue
    }
    for (const line of [say].flat()) {
      const text = line.replace(PHOTO, '').replaceAll('{last4}', customer.phone.slice(-4)).replace(/\{([A-Z])\}/gu, (_, key: string) => numbers[key] ?? '')
      await gateway.write(id, locale, text, PHOTO.test(line))
    }
    await answered(desk, gateway, gateway.conversations.get(id) ?? '')
  }
  const conversation = gateway.conversations.get(id) ?? ''
  const run = desk.store.workflowRuns.latest(conversation)
  const effects = desk.store.effects.of(conversation).flatMap(({ effect }) => (effect?.by.kind === 'autopilot' ? [effect] : []))
  const hidden = (script.verified ? others : [...orders, ...others]).flatMap((order) => [order.logistics?.trackingNo ?? '', `${order.address.region}${order.address.detail}`, order.address.detail]).filter((text) => text !== '')
  const played: Played = {
    script, messages: desk.store.messages.page(conversation, null, 200).map(({ message }) => message), done: effects.filter(({ outcome }) => outcome.state === 'done'), refused: effects.filter(({ outcome }) => outcome.state === 'refused'),
    run: run && { flow: run.flow.id, state: run.state }, waits: waits(desk, conversation), inReview: desk.store.shared.all('review', Review).some((review) => review.conversationId === conversation && review.state === 'open'), numbers, secrets: hidden,
  }
  await pass(desk, gateway, LONG_MS)
  return played
}
