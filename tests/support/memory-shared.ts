import type { Account } from '../../src-shared/domain/account.ts'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import { reviewForbids } from '../../src-gateway/reviews/approved.ts'
import { askReview } from '../../src-gateway/reviews/ask.ts'
import { decideReview, undoReview, withdrawReview } from '../../src-gateway/reviews/decide.ts'
import { outdateReviews, putReview } from '../../src-gateway/reviews/end.ts'
import { putCampaign, switchCampaign } from '../../src-gateway/campaigns/campaigns.ts'
import { endIncident, putIncident } from '../../src-gateway/incidents/incidents.ts'
import { answerShift } from '../../src-gateway/shifts/answer-shift.ts'
import { makeShift, withdrawShift } from '../../src-gateway/shifts/shifts.ts'
import { changeTicket, commentTicket, makeTicket } from '../../src-gateway/tickets/tickets.ts'
import type { Actor } from '../../src-gateway/seats/actor.ts'
import type { WriteTx } from '../../src-gateway/store/store.ts'
import type { Review } from '../../src-shared/domain/review.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import type { SeatCall, SeatParams } from '../../src-shared/wire/seat.ts'

/** What of the memory gateway the rules look at. */
interface Looks {
  events(): readonly { n: number; change: Change | { type: 'unknown' } }[]
  append(change: Change): number
  thread(conversationId: string): readonly Message[]
  message(id: string): Message | undefined
  seats(): readonly string[]
}

/** What names a thing of the team in the log; null: nothing that is asked for here. */
function keyOf(change: Change): string | null {
  switch (change.type) {
    case 'review': return change.review.id
    case 'ticket': return change.ticket.id
    case 'effect': return change.effect.id
    case 'shift': return change.shift.id
    case 'note': return change.note.id
    case 'incident': return change.incident.id
    case 'campaign': return change.campaign.id
    case 'routing': return change.routing.conversationId
    case 'follow-up': return change.followUp.id
    default: return null
  }
}

/** Reviews, tickets, hand-overs, incidents and campaigns by the gateway's own rules, over a log in memory. */
export class MemoryShared {
  readonly #looks: Looks
  readonly #requests = new Map<string, number>()
  readonly #meta = new Map<string, string>()

  constructor(looks: Looks) {
    this.#looks = looks
  }

  #tx(): WriteTx {
    const looks = this.#looks
    const last = (of: (change: Change) => boolean): Change | null => (looks.events().findLast(({ change }) => change.type !== 'unknown' && of(change as Change))?.change ?? null) as Change | null
    const reviews = (): Review[] => [...new Map(looks.events().flatMap(({ change }) => (change.type === 'review' ? [[change.review.id, change.review] as const] : []))).values()]
    const tx: Partial<WriteTx> = {
      head: async () => looks.events().length,
      append: async (at, change) => ({ n: looks.append(change), at, change }),
      state: async (kind, key) => last((change) => change.type === kind && keyOf(change) === key),
      statesOf: async (kind: string) => looks.events().flatMap(({ change }) => (change.type === kind ? [change as never] : [])),
      openReviews: async () => reviews().filter(({ state }) => state === 'open').sort((a, b) => a.expiresAt - b.expiresAt),
      conversation: async (id) => {
        const found = last((change) => change.type === 'conversation' && change.conversation.id === id)
        if (found?.type !== 'conversation') return null
        const seqs = (of: (kind: string) => boolean): number => Math.max(0, ...looks.thread(id).filter(({ author }) => of(author.kind)).map(({ seq }) => seq))
        return { conversation: found.conversation, lastSeq: seqs(() => true), lastCustomerSeq: seqs((kind) => kind === 'customer'), lastDeskSeq: seqs((kind) => kind === 'agent' || kind === 'autopilot') }
      },
      lease: async () => null,
      message: async (id) => {
        const message = looks.message(id)
        return message ? { message, n: 1 } : null
      },
      request: async (id) => this.#requests.get(id) ?? null,
      putRequest: async (id, n) => void this.#requests.set(id, n),
      meta: async (name) => (name === 'seats' ? JSON.stringify(Object.fromEntries(looks.seats().map((seat) => [seat, Number.MAX_SAFE_INTEGER]))) : this.#meta.get(name) ?? null),
      setMeta: async (name, value) => void this.#meta.set(name, value),
    }
    return tx as WriteTx
  }

  #actor(seatId: string): Actor {
    const local: Account = { id: LOCAL_ACCOUNT_ID, name: '', role: 'admin', teams: [], skills: [], languages: [], capacity: 20, disabled: false, createdAt: 0 }
    return { seatId, account: local, sessionId: null }
  }

  /** null: no call about reviews, tickets or hand-overs. */
  answer(call: SeatCall, params: unknown, seatId: string, now: number): Promise<unknown> | null {
    const [tx, actor] = [this.#tx(), this.#actor(seatId)]
    switch (call) {
      case 'review.ask': return askReview(tx, now, actor, params as SeatParams<'review.ask'>)
      case 'review.decide': return decideReview(tx, now, actor, params as SeatParams<'review.decide'>)
      case 'review.undo': return undoReview(tx, now, actor, params as SeatParams<'review.undo'>)
      case 'review.withdraw': return withdrawReview(tx, now, actor, params as SeatParams<'review.withdraw'>)
      case 'ticket.make': return makeTicket(tx, now, actor, params as SeatParams<'ticket.make'>)
      case 'ticket.change': return changeTicket(tx, now, actor, params as SeatParams<'ticket.change'>)
      case 'incident.put': return putIncident(tx, now, actor, params as SeatParams<'incident.put'>)
      case 'incident.end': return endIncident(tx, now, actor, params as SeatParams<'incident.end'>)
      case 'campaign.put': return putCampaign(tx, now, actor, params as SeatParams<'campaign.put'>)
      case 'campaign.switch': return switchCampaign(tx, now, actor, params as SeatParams<'campaign.switch'>)
      case 'ticket.comment': return commentTicket(tx, now, actor, params as SeatParams<'ticket.comment'>)
      case 'shift.make': return makeShift(tx, now, actor, params as SeatParams<'shift.make'>)
      case 'shift.answer': return answerShift(tx, now, actor, params as SeatParams<'shift.answer'>)
      case 'shift.withdraw': return withdrawShift(tx, now, actor, params as SeatParams<'shift.withdraw'>)
      default: return null
    }
  }

  /** The customer writes in this conversation. */
  customerWrites(conversationId: string, now: number): void {
    void outdateReviews(this.#tx(), now, conversationId)
  }

  /** The time of what nobody decided is over. */
  async expire(now: number): Promise<void> {
    for (const review of await this.#tx().openReviews()) if (review.expiresAt <= now) await putReview(this.#tx(), now, { ...review, state: 'expired' })
  }

  forbids(reply: SeatParams<'send'>): Promise<boolean> {
    return reviewForbids(this.#tx(), reply)
  }
}
