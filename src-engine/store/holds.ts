import type { Hold, HoldScope, Proposal } from '../../src-shared/domain/autonomy.ts'
import type { Db } from './db/open.ts'

/** What holds autopilot back, and the policy that waits for a second seat. Kept over a change of the log: in doubt nothing acts. */
export function createHoldStore(db: Db) {
  return {
    put(hold: Hold): void {
      db.run('INSERT INTO autopilot_hold (scope, name, body) VALUES (?, ?, ?) ON CONFLICT (scope, name) DO UPDATE SET body = excluded.body', hold.scope, hold.name, JSON.stringify(hold))
    },
    /** The last word on it, also one that lifted a hold; null: nobody ever held it. */
    get(scope: HoldScope, name: string): Hold | null {
      const row = db.get<{ body: string }>('SELECT body FROM autopilot_hold WHERE scope = ? AND name = ?', scope, name)
      return row ? (JSON.parse(row.body) as Hold) : null
    },
    /** What this desk last wished of it and the gateway does not know yet. */
    pending(scope: HoldScope, name: string): 'off' | 'on' | null {
      const row = db.get<{ ceiling: string | null }>("SELECT json_extract(params, '$.ceiling') AS ceiling FROM command WHERE call = 'autopilot.hold' AND json_extract(params, '$.scope') = ? AND json_extract(params, '$.name') = ?", scope, name)
      return row ? (row.ceiling === null ? 'on' : 'off') : null
    },
    dropPending(scope: HoldScope, name: string): void {
      db.run("DELETE FROM command WHERE call = 'autopilot.hold' AND json_extract(params, '$.scope') = ? AND json_extract(params, '$.name') = ?", scope, name)
    },
    putProposal(proposal: Proposal): void {
      db.run('INSERT INTO policy_proposal (policy_id, body) VALUES (?, ?) ON CONFLICT (policy_id) DO UPDATE SET body = excluded.body', proposal.policyId, JSON.stringify(proposal))
    },
    proposal(policyId: string): Proposal | null {
      const row = db.get<{ body: string }>('SELECT body FROM policy_proposal WHERE policy_id = ?', policyId)
      return row ? (JSON.parse(row.body) as Proposal) : null
    },
  }
}
export type HoldStore = ReturnType<typeof createHoldStore>
