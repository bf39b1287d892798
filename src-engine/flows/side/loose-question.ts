import type { Verdict } from '../../../src-shared/domain/triage.ts'
import type { DraftInput } from '../../domain/drafting/types.ts'
import { CALM, nextState, type ConversationState } from '../../domain/quality/mood.ts'
import type { LooseConversation, LooseTurn } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { draftInput, type Question } from '../draft-input.ts'
import { storedSettings } from '../settings.ts'

/** Turns that triage and drafter look back on. */
const TURNS = 20

/** The state after all captures, as a conversation of the desk would have it. */
export function stateOfLoose({ turns }: Pick<LooseConversation, 'turns'>): ConversationState {
  return turns.reduce((state, turn) => (turn.verdict ? nextState(state, turn.id, turn.verdict) : state), CALM)
}

/** Reads a capture as what the customer said next in its conversation. @param orderStatuses of the customer's orders */
export function understand(engine: Engine, text: string, at: number, before: readonly LooseTurn[], orderStatuses: readonly string[]): Verdict {
  const history = before.slice(-TURNS).map(({ role, text: said, at: then, verdict }) => ({ role, text: said, at: then, ...(verdict ? { verdict } : {}) }))
  const verdict = engine.triage({ text, at, attachments: 0, history, products: engine.products(), orderStatuses })
  const own = engine.taught.own(text, [])
  return own ? { ...verdict, own } : verdict
}

/** The program beside the panel, as channels are named; undefined: one that nobody named, then all rules and articles hold. */
function platformOf(engine: Engine): string | undefined {
  const { platform } = storedSettings(engine).side
  return platform === 'other' ? undefined : platform
}

/** The loose conversation as the question that the desk's own drafter answers; null before anything was captured. */
export function looseQuestion(engine: Engine, loose: LooseConversation): Question | null {
  const name = loose.customerId === null ? '' : engine.store.shop.customer(loose.customerId)?.name ?? ''
  const turns = loose.turns.slice(-TURNS)
  const verdict = turns.findLast((turn) => turn.verdict)?.verdict
  const [first] = loose.turns
  if (!verdict || !first) return null
  const at = loose.touchedAt
  const state = stateOfLoose(loose)
  const customers = turns.filter(({ role }) => role === 'customer')
  return {
    state, verdict, channel: platformOf(engine), earlier: [],
    page: turns.map(({ id, role, text, at: then, verdict: said }, n) => ({
      message: { id, conversationId: loose.id, seq: n + 1, author: { kind: role, id: '', name: '' }, text, attachments: [], at: then }, verdict: said,
    })),
    text: turns.slice(turns.findLastIndex(({ role }) => role !== 'customer') + 1).map(({ text }) => text).join('\n') || (customers.at(-1)?.text ?? ''),
    record: {
      conversation: {
        // The other program vouches for who wrote, and the agent who sees both for whom it was found to be.
        id: loose.id, shopId: '', channel: 'web', displayName: name, customerId: loose.customerId, verification: loose.customerId === null ? 'none' : 'channel',
        status: 'open', assignee: null, createdAt: first.at, updatedAt: at,
      },
      lastSeq: turns.length, lastCustomerSeq: turns.length, lastDeskSeq: 0, lastLine: '', lastAt: at, waitingSince: null, personWaitingSince: null, personInvolved: false, automaticReplies: 0,
      lastCustomerAt: at, sinceSeq: 0, handBack: null, state: JSON.stringify(state),
    },
  }
}

/** All that the drafter, the guard and phrases may know of a loose conversation. */
export function looseInput(engine: Engine, loose: LooseConversation): DraftInput | null {
  return draftInput(engine, loose.id, looseQuestion(engine, loose))
}
