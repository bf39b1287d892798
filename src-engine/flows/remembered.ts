import { sentences } from '../domain/drafting/speak.ts'
import type { Allowed, Remembered } from '../domain/drafting/types.ts'
import { Money } from '../../src-shared/domain/text.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { stateOf } from './inbox.ts'
import { guardPolicy } from './shop-policy.ts'

/** Other conversations that are looked into, turns of each, sentences kept of all, promises told. */
const CONVERSATIONS = 4
const TURNS = 20
const SENTENCES = 60
const PROMISES = 5

/** What is known of who writes from their other conversations; undefined while they are not verified. Reads a few rows and searches nothing. */
export function remembered({ store }: Engine, { conversation: { id, customerId, verification } }: ConversationRecord): Remembered | undefined {
  if (customerId === null || verification === 'none') return undefined
  const all = store.conversations.ofCustomer(customerId)
  const others = all.filter((one) => one !== id)
  const read = others.slice(0, CONVERSATIONS).map((one) => ({ one, turns: store.messages.turns(one, Number.MAX_SAFE_INTEGER, TURNS) }))
  const said = read.toReversed().flatMap(({ turns }) => turns.filter(({ role }) => role !== 'customer').flatMap(({ text }) => sentences(text)))
  const [newest] = read
  const record = newest && store.conversations.get(newest.one)
  const theirs = newest?.turns.filter(({ role }) => role === 'customer') ?? []
  const spoken = theirs.findLast(({ verdict }) => (verdict?.topics.length ?? 0) > 0) ?? theirs.at(-1)
  const state = record ? stateOf(record) : null
  const topics = spoken?.verdict?.topics.map(({ label }) => label) ?? state?.topics ?? []
  const promised = all.slice(0, CONVERSATIONS + 1).flatMap((one) => store.followUps.openOf(one)).sort((a, b) => a.dueAt - b.dueAt)
  return {
    conversations: others.length, said: said.slice(-SENTENCES), promised: promised.slice(0, PROMISES).map(({ words, dueAt }) => ({ words, dueAt })),
    last: spoken ? { at: newest?.turns.at(-1)?.at ?? spoken.at, topics: topics.slice(0, 2), words: spoken.text } : null,
  }
}

/** What the policies let be given for a topic; undefined where none says anything. */
export function allowedFor(engine: Engine, topic: string | undefined): Allowed | undefined {
  const policies = engine.store.shop.policies()
  const { compensationCap, refundCap, currency = 'CNY' } = guardPolicy(engine)
  const major = (amount: unknown): Money | null => {
    const read = typeof amount === 'number' ? Money.safeParse({ amount: Math.round(amount * 100), currency }) : null
    return read?.success ? read.data : null
  }
  const policy = topic === undefined ? undefined : policies.find(({ intents }) => intents[topic])
  const actions = (topic === undefined ? undefined : policy?.intents[topic]?.actions) ?? []
  const allowed: Allowed = {
    goodwill: major(compensationCap), refund: major(refundCap),
    actions: actions.map((kind) => {
      const caps = policy?.actions?.[kind]?.caps
      return { kind, amount: caps?.perCase?.amount === undefined ? null : { amount: caps.perCase.amount, currency: caps.currency } }
    }),
  }
  return allowed.goodwill === null && allowed.refund === null && allowed.actions.length === 0 ? undefined : allowed
}
