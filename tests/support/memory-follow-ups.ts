import type { FollowUp } from '../../src-shared/domain/follow-up.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'

/** The gateway's rules for what was promised, in memory; the real one has its own suite. */
export class MemoryFollowUps {
  readonly all = new Map<string, FollowUp>()
  readonly #done = new Map<string, number>()

  constructor(private readonly append: (change: Change) => number) {}

  #put(requestId: string, followUp: FollowUp): SeatResult<'followUp'> {
    this.all.set(followUp.id, followUp)
    const n = this.append({ type: 'follow-up', followUp })
    this.#done.set(requestId, n)
    return { n, followUp }
  }

  #known(id: string): FollowUp {
    const known = this.all.get(id)
    if (!known) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有', en: 'none' } })
    return known
  }

  make({ id, conversationId, messageId, promised, owner, outside }: SeatParams<'followUp'>, sentAt: number): SeatResult<'followUp'> {
    const done = this.#done.get(id)
    if (done !== undefined) return { n: done, followUp: this.#known(id) }
    const promisedAt = outside?.at ?? sentAt
    return this.#put(id, { ...promised, id, conversationId, messageId, ...(outside ? { outside } : {}), promisedAt, owner, state: 'open', changedBy: owner, changedAt: promisedAt, revision: 1 })
  }

  change({ id, followUpId, change, name }: SeatParams<'changeFollowUp'>, seatId: string, now: number): SeatResult<'changeFollowUp'> {
    const done = this.#done.get(id)
    const known = this.#known(followUpId)
    if (done !== undefined) return { n: done, followUp: known }
    const { state = known.state, dueAt = known.dueAt, owner = known.owner } = change
    return this.#put(id, { ...known, state, dueAt, owner, changedBy: { id: seatId, name }, changedAt: now, revision: known.revision + 1 })
  }
}
