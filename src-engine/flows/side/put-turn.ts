import type { SideClue } from '../../../src-shared/contract/side.ts'
import type { LooseConversation, LooseTurn } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { abandonDraft } from '../draft-reply.ts'
import { touch } from './keep.ts'
import { understand } from './loose-question.ts'
import { nameOf } from './view.ts'

/** Colours that tell customers apart. */
const HUES = 6
/** Turns of one conversation that are kept. */
const MOST_TURNS = 60

/** Who a capture was found, or said, to be from. */
export interface Whom {
  customerId: string | null
  clue: SideClue | null
  proven: boolean
}
export const NOBODY: Whom = { customerId: null, clue: null, proven: false }

/** An empty conversation in another colour than the one that is shown. */
export function newLoose(engine: Engine, whom: Whom): LooseConversation {
  const shown = engine.store.loose.newest()
  return {
    id: engine.newId(), hue: shown ? (shown.hue + 1) % HUES : 0, ...whom, turns: [], options: [], settled: true, before: null, lookup: 'not-needed', draft: null, memo: '', touchedAt: 0,
  }
}

/** The conversation of a customer that is still kept. */
export function looseOf(engine: Engine, customerId: string): LooseConversation | null {
  return engine.store.loose.all().find((one) => one.settled && one.customerId === customerId) ?? null
}

/**
 * Adds a capture to a conversation, which is the one shown from now on. The same words as the newest ones are no second turn.
 * Must run inside a transaction.
 * @param shown what was shown before, to say that the customer changed
 */
export function putTurn(engine: Engine, target: LooseConversation, turn: Omit<LooseTurn, 'verdict'>, about: Pick<LooseConversation, 'options' | 'settled' | 'lookup'>, shown: LooseConversation | null): LooseConversation {
  const { store } = engine
  const before = target.turns.filter(({ id }) => id !== turn.id)
  const newest = before.at(-1)
  const repeated = newest?.role === 'customer' && newest.text === turn.text
  const statuses = target.customerId === null ? [] : store.shop.orders(target.customerId).map(({ status }) => status)
  const turns = repeated ? [...before.slice(0, -1), { ...newest, id: turn.id }] : [...before, { ...turn, verdict: understand(engine, turn.text, turn.at, before, statuses) }]
  const changed = shown !== null && shown.id !== target.id
  for (const id of new Set([target.id, shown?.id ?? target.id])) abandonDraft(engine, id)
  const next: LooseConversation = {
    ...target, ...about, turns: turns.slice(-MOST_TURNS), draft: null, touchedAt: touch(engine), before: changed ? { name: nameOf(engine, shown.customerId) } : null,
  }
  store.loose.put(next)
  return next
}
