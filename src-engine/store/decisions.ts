import type { Costly, Judgement, Verdict } from '../../src-shared/domain/autonomy.ts'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { DecideRequest, Facts } from '../../src-shared/domain/policy-facts.ts'
import type { Decision, Policy } from '../../src-shared/domain/policy.ts'
import type { Db } from './db/open.ts'

/** Older ones are forgotten, and what is beyond the number. */
const KEPT_MS = 180 * 24 * 3_600_000
const KEPT = 20_000

/** A decision as it was made. Times are milliseconds of the gateway's clock. */
export interface NewDecision {
  id: string
  /** Or of the after-sale case that it is about. */
  conversationId: string
  /** Or the revision of the case. */
  basedOnSeq: number
  subject: string
  at: number
  facts: Facts
  request: DecideRequest | null
  policy: Policy
  decision: Decision
  /** Would it have been `auto`, had it been let? */
  would: boolean
  /** What it would have sent. */
  reply: string
  runId: string | null
  costly: Costly | null
}

/** What became of it. */
export interface Outcome {
  automatic: 'left' | 'stopped' | 'void' | null
  verdict: Verdict | null
  costly: Costly | null
  after: 'anger' | 'reopened' | null
  judgement: Judgement | null
}
export type KeptDecision = Omit<NewDecision, 'policy'> & Outcome

interface Row {
  id: string; conversation_id: string; based_on_seq: number; subject: string; at: number; policy: number; inputs: string; decision: string; would: number
  reply: string; run_id: string | null; automatic: Outcome['automatic']; verdict: Verdict | null; costly: Costly | null; after: Outcome['after']; judgement: Judgement | null
}
type Inputs = Pick<NewDecision, 'facts' | 'request'>

const kept = (row: Row): KeptDecision => ({
  id: row.id, conversationId: row.conversation_id, basedOnSeq: row.based_on_seq, subject: row.subject, at: row.at, ...(JSON.parse(row.inputs) as Inputs),
  decision: JSON.parse(row.decision) as Decision, would: row.would === 1, reply: row.reply, runId: row.run_id,
  automatic: row.automatic, verdict: row.verdict, costly: row.costly, after: row.after, judgement: row.judgement,
})

/** The action that a decision was about, as it stands in its request. */
export const actionOf = ({ request }: Pick<KeptDecision, 'request'>): CommerceAction | null => (request === null ? null : ({ ...request.kwargs, kind: request.name } as CommerceAction))

export function createDecisionStore(db: Db) {
  const one = (row: Row | undefined): KeptDecision | null => (row ? kept(row) : null)
  const policyNumber = (policy: Policy): number => {
    const body = JSON.stringify(policy)
    db.run('INSERT OR IGNORE INTO decision_policy (body) VALUES (?)', body)
    return db.get<{ n: number }>('SELECT n FROM decision_policy WHERE body = ?', body)?.n ?? 0
  }
  return {
    /** Of one message and subject the last decision holds, unless a run came of an earlier one. */
    add(d: NewDecision): void {
      db.run(
        `INSERT INTO decision (id, conversation_id, based_on_seq, subject, at, policy, inputs, decision, would, reply, run_id, costly) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (conversation_id, based_on_seq, subject) DO UPDATE SET at = excluded.at, policy = excluded.policy, inputs = excluded.inputs, decision = excluded.decision,
           would = excluded.would, reply = excluded.reply, run_id = excluded.run_id, costly = excluded.costly WHERE run_id IS NULL AND verdict IS NULL`,
        d.id, d.conversationId, d.basedOnSeq, d.subject, d.at, policyNumber(d.policy), JSON.stringify({ facts: d.facts, request: d.request } satisfies Inputs),
        JSON.stringify(d.decision), d.would ? 1 : 0, d.reply, d.runId, d.costly,
      )
      db.run('DELETE FROM decision WHERE at < ?', d.at - KEPT_MS)
      db.run('DELETE FROM decision WHERE at < (SELECT at FROM decision ORDER BY at DESC LIMIT 1 OFFSET ?)', KEPT)
    },
    get: (id: string): KeptDecision | null => one(db.get<Row>('SELECT * FROM decision WHERE id = ?', id)),
    /** The one that is kept of a message, or of a case at a revision. */
    about: (conversationId: string, basedOnSeq: number, subject: string): KeptDecision | null =>
      one(db.get<Row>('SELECT * FROM decision WHERE conversation_id = ? AND based_on_seq = ? AND subject = ?', conversationId, basedOnSeq, subject)),
    ofRun: (runId: string): KeptDecision | null => one(db.get<Row>('SELECT * FROM decision WHERE run_id = ?', runId)),
    /** Those of a conversation that would have acted and that no person's doing was compared with yet, newest first. */
    open(conversationId: string): KeptDecision[] {
      return db.all<Row>('SELECT * FROM decision WHERE conversation_id = ? AND would = 1 AND verdict IS NULL ORDER BY at DESC', conversationId).map(kept)
    },
    /** The newest automatic reply of a conversation that left, since then. */
    lastLeft: (conversationId: string, since: number): KeptDecision | null =>
      one(db.get<Row>("SELECT * FROM decision WHERE conversation_id = ? AND automatic = 'left' AND at >= ? ORDER BY at DESC LIMIT 1", conversationId, since)),
    /** Writes what became of it; the words that were only kept to compare go once that is done. */
    settle(id: string, { automatic, verdict, costly, after, judgement }: Outcome): void {
      db.run("UPDATE decision SET automatic = ?, verdict = ?, costly = ?, after = ?, judgement = ?, reply = CASE WHEN ? IS NULL THEN reply ELSE '' END WHERE id = ?", automatic, verdict, costly, after, judgement, verdict, id)
    },
    /** Those that would have acted, or did, newest first. */
    cases(subject: string, since: number, limit: number): KeptDecision[] {
      return db.all<Row>('SELECT * FROM decision WHERE subject = ? AND at >= ? AND (would = 1 OR run_id IS NOT NULL) ORDER BY at DESC LIMIT ?', subject, since, limit).map(kept)
    },
    /** Automatic replies that left before then, newest first. */
    leftBefore: (before: number, limit: number): KeptDecision[] =>
      db.all<Row>("SELECT * FROM decision WHERE automatic = 'left' AND at < ? ORDER BY at DESC LIMIT ?", before, limit).map(kept),
    leftSince: (since: number): number => db.get<{ n: number }>("SELECT count(*) AS n FROM decision WHERE automatic = 'left' AND at >= ?", since)?.n ?? 0,
    /** Every decision with its policy, oldest first. */
    *all(): Generator<KeptDecision & { policy: Policy }> {
      const policies = new Map(db.all<{ n: number; body: string }>('SELECT n, body FROM decision_policy').map(({ n, body }) => [n, JSON.parse(body) as Policy]))
      for (const row of db.all<Row>('SELECT * FROM decision ORDER BY at, id')) {
        const policy = policies.get(row.policy)
        if (policy !== undefined) yield { ...kept(row), policy }
      }
    },
  }
}
export type DecisionStore = ReturnType<typeof createDecisionStore>
