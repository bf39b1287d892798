import type { Policy, PolicyVersion } from '../../src-shared/domain/policy.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'

/** The gateway's versions of policies in memory: the next one only on top of the one that holds, each request once. */
export class MemoryPolicies {
  readonly #versions: PolicyVersion[] = []
  readonly #done = new Map<string, number>()

  constructor(private readonly publish: (change: Change) => number) {}

  put({ id, basedOn, policy: given, name }: SeatParams<'policy.put'>, seatId: string, at: number, holds: Policy | null): SeatResult<'policy.put'> {
    const done = this.#done.get(id)
    if (done !== undefined && holds) return { status: 'put', n: done, policy: holds }
    if ((holds?.version ?? 0) !== basedOn) return { status: 'conflict', policy: holds }
    if (holds && this.#versions.length === 0) this.#versions.push({ policy: holds, by: 'gateway', name: '', at })
    const policy = { ...(given as unknown as Policy), version: basedOn + 1 }
    this.#versions.push({ policy, by: seatId, name, at })
    const n = this.publish({ type: 'policy', policy })
    this.#done.set(id, n)
    return { status: 'put', n, policy }
  }

  history(): SeatResult<'policy.history'> {
    return { versions: [...this.#versions].reverse() }
  }
}
