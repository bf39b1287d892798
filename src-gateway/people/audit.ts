import { createHash } from 'node:crypto'
import type { Account } from '../../src-shared/domain/account.ts'
import type { AuditEntry, AuditRef, AuditState } from '../../src-shared/domain/audit.ts'
import type { Actor } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

/** Number and hash of the last line, kept apart from the lines: a record whose end was cut off does not fit it. */
const HEAD = 'audit-head'
const FIRST = '0'.repeat(64)
const PAGE = 500

/**
 * Appends a line to the record, in the caller's transaction: what is undone leaves none.
 * @param ref ids, states and numbers; words of customers and secrets are never given
 * @param outcome `done`, the answer's state, or the code of a refusal
 */
export async function audit(tx: WriteTx, now: number, actor: { seatId: Actor['seatId'] | null; account: Pick<Account, 'id' | 'name'> } | null, what: string, ref: AuditRef, outcome = 'done'): Promise<void> {
  const { n, hash } = await headOf(tx)
  const entry = { n: n + 1, at: now, accountId: actor?.account.id ?? null, name: actor?.account.name ?? '', seatId: actor?.seatId ?? null, what, ref, outcome }
  const next = hashOf(hash, entry)
  await tx.people.appendAudit({ ...entry, hash: next })
  await tx.setMeta(HEAD, `${entry.n} ${next}`)
}

async function headOf(tx: ReadTx): Promise<{ n: number; hash: string }> {
  const [n = '0', hash = FIRST] = (await tx.meta(HEAD))?.split(' ') ?? []
  return { n: Number(n), hash }
}

/** SHA-256 over the hash of the line before and the line as canonical JSON (keys in order, no spaces), with a line feed between. */
export function hashOf(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(`${before}\n${canonical(entry)}`).digest('hex')
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** Reads the record from its beginning, a page at a time. */
export async function* auditLines(read: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>): AsyncGenerator<AuditEntry> {
  for (let after = 0; ;) {
    const page = await read((tx) => tx.people.auditAfter(after, PAGE))
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    after = last.n
  }
}

/** Goes through the whole record: every line has to fit the one before, and the last one the head. */
export async function verifyAudit(read: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>): Promise<AuditState> {
  const head = await read(headOf)
  let lines = 0
  let before = FIRST
  for await (const { hash, ...entry } of auditLines(read)) {
    // What was written meanwhile is not part of it.
    if (lines === head.n) break
    if (entry.n !== lines + 1 || hash !== hashOf(before, entry)) return { lines, head: head.hash, brokenAt: lines + 1 }
    before = hash
    lines += 1
  }
  return { lines, head: head.hash, brokenAt: lines === head.n && before === head.hash ? null : lines + 1 }
}
