import type { AuditEntry } from '../../../src-shared/domain/audit.ts'
import type { Credential, Invitation, PeopleWrites, ScryptSecret, Session, Tries } from '../people.ts'
import { fromJson, type Statements } from './rows.ts'

interface CredentialColumns { account_id: string; login: string; secret: string; changed_at: number }
interface SessionColumns { id: string; hash: string; account_id: string; seat_id: string; label: string; created_at: number; seen_at: number; expires_at: number }
interface AuditColumns { n: number; at: number; account_id: string | null; what: string; body: string; hash: string }

const toCredential = (row: CredentialColumns | null): Credential | null =>
  row && { accountId: row.account_id, login: row.login, secret: fromJson<ScryptSecret>(row.secret), changedAt: row.changed_at }
const toSession = (row: SessionColumns): Session => ({
  id: row.id, hash: row.hash, accountId: row.account_id, seatId: row.seat_id, label: row.label, createdAt: row.created_at, seenAt: row.seen_at, expiresAt: row.expires_at,
})
const toEntry = (row: AuditColumns): AuditEntry => ({
  n: row.n, at: row.at, accountId: row.account_id, what: row.what, hash: row.hash, ...fromJson<Pick<AuditEntry, 'name' | 'seatId' | 'ref' | 'outcome'>>(row.body),
})

/** People of the SQLite store; a read transaction shows only its reads. */
export class SqlitePeople implements PeopleWrites {
  private readonly sql: Statements

  constructor(sql: Statements) {
    this.sql = sql
  }

  async credential(accountId: string): Promise<Credential | null> {
    return toCredential(this.sql.one<CredentialColumns>('SELECT * FROM credentials WHERE account_id = ?', accountId))
  }

  async credentialOf(login: string): Promise<Credential | null> {
    return toCredential(this.sql.one<CredentialColumns>('SELECT * FROM credentials WHERE login = ?', login))
  }

  async session(id: string): Promise<Session | null> {
    const row = this.sql.one<SessionColumns>('SELECT * FROM sessions WHERE id = ?', id)
    return row && toSession(row)
  }

  async sessionByHash(hash: string): Promise<Session | null> {
    const row = this.sql.one<SessionColumns>('SELECT * FROM sessions WHERE hash = ?', hash)
    return row && toSession(row)
  }

  async sessions(accountId: string | null): Promise<Session[]> {
    return this.sql.all<SessionColumns>('SELECT * FROM sessions WHERE ? IS NULL OR account_id = ? ORDER BY created_at DESC, id', accountId, accountId).map(toSession)
  }

  async invitationByHash(hash: string): Promise<Invitation | null> {
    const row = this.sql.one<{ body: string }>('SELECT body FROM invitations WHERE hash = ?', hash)
    return row && fromJson<Invitation>(row.body)
  }

  async invitations(): Promise<Invitation[]> {
    return this.sql.all<{ body: string }>('SELECT body FROM invitations ORDER BY id').map((row) => fromJson<Invitation>(row.body))
  }

  async tries(key: string): Promise<Tries | null> {
    return this.sql.one<Tries>('SELECT failed, until FROM tries WHERE key = ?', key)
  }

  async auditBefore(before: number | null, limit: number, { accountId, what }: { accountId: string | null; what: string | null }): Promise<AuditEntry[]> {
    return this.sql.all<AuditColumns>(
      'SELECT * FROM audit WHERE n < ? AND (? IS NULL OR account_id = ?) AND (? IS NULL OR what = ?) ORDER BY n DESC LIMIT ?',
      before ?? Number.MAX_SAFE_INTEGER, accountId, accountId, what, what, limit).map(toEntry)
  }

  async auditAfter(after: number, limit: number): Promise<AuditEntry[]> {
    return this.sql.all<AuditColumns>('SELECT * FROM audit WHERE n > ? ORDER BY n LIMIT ?', after, limit).map(toEntry)
  }

  async putCredential({ accountId, login, secret, changedAt }: Credential): Promise<void> {
    this.sql.run(
      `INSERT INTO credentials (account_id, login, secret, changed_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (account_id) DO UPDATE SET login = excluded.login, secret = excluded.secret, changed_at = excluded.changed_at`,
      accountId, login, JSON.stringify(secret), changedAt)
  }

  async putSession(session: Session): Promise<void> {
    this.sql.run(
      `INSERT INTO sessions (id, hash, account_id, seat_id, label, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, expires_at = excluded.expires_at`,
      session.id, session.hash, session.accountId, session.seatId, session.label, session.createdAt, session.seenAt, session.expiresAt)
  }

  async dropSession(id: string): Promise<void> {
    this.sql.run('DELETE FROM sessions WHERE id = ?', id)
  }

  async putInvitation(invitation: Invitation): Promise<void> {
    this.sql.run('INSERT INTO invitations (id, hash, body) VALUES (?, ?, ?)', invitation.id, invitation.hash, JSON.stringify(invitation))
  }

  async dropInvitation(id: string): Promise<void> {
    this.sql.run('DELETE FROM invitations WHERE id = ?', id)
  }

  async putTries(key: string, { failed, until }: Tries): Promise<void> {
    this.sql.run('INSERT INTO tries (key, failed, until) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET failed = excluded.failed, until = excluded.until', key, failed, until)
  }

  async dropTries(key: string): Promise<void> {
    this.sql.run('DELETE FROM tries WHERE key = ?', key)
  }

  async forgetTries(before: number): Promise<void> {
    this.sql.run('DELETE FROM tries WHERE until < ?', before)
  }

  async appendAudit({ n, at, accountId, what, hash, name, seatId, ref, outcome }: AuditEntry): Promise<void> {
    const last = this.sql.one<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM audit')?.n ?? 0
    if (n !== last + 1) throw new Error('a line of the record does not follow the last one')
    this.sql.run('INSERT INTO audit (n, at, account_id, what, body, hash) VALUES (?, ?, ?, ?, ?, ?)', n, at, accountId, what, JSON.stringify({ name, seatId, ref, outcome }), hash)
  }
}
