import type { AuditEntry } from '../../src-shared/domain/audit.ts'
import type { Role } from '../../src-shared/domain/roles.ts'

/** How a person signs in. `login` is the folded name; the secret is kept as scrypt makes it, with what it was made by. */
export interface Credential { accountId: string; login: string; secret: ScryptSecret; changedAt: number }
export interface ScryptSecret { n: number; r: number; p: number; /** Base64. */ salt: string; hash: string }

/** A desk at which somebody is signed in. Times in milliseconds; `hash` is the SHA-256 of the token, which is kept nowhere. */
export interface Session { id: string; hash: string; accountId: string; seatId: string; label: string; createdAt: number; seenAt: number; expiresAt: number }

/** `hash` is the SHA-256 of the code. */
export interface Invitation { id: string; hash: string; name: string; role: Role; teams: string[]; by: string; createdAt: number; expiresAt: number }

/** Tries of a name or an address that failed in a row, and until when another is not looked at. */
export interface Tries { failed: number; until: number }

export interface PeopleReads {
  credential(accountId: string): Promise<Credential | null>
  credentialOf(login: string): Promise<Credential | null>
  session(id: string): Promise<Session | null>
  sessionByHash(hash: string): Promise<Session | null>
  /** Of one person, or of all; newest first. */
  sessions(accountId: string | null): Promise<Session[]>
  invitationByHash(hash: string): Promise<Invitation | null>
  invitations(): Promise<Invitation[]>
  tries(key: string): Promise<Tries | null>
  /** Lines with `n` < before (null: from the newest), descending. */
  auditBefore(before: number | null, limit: number, filter: { accountId: string | null; what: string | null }): Promise<AuditEntry[]>
  /** Lines with `n` > after, ascending. */
  auditAfter(after: number, limit: number): Promise<AuditEntry[]>
}

export interface PeopleWrites extends PeopleReads {
  /** Another account's `login` makes it throw. */
  putCredential(credential: Credential): Promise<void>
  putSession(session: Session): Promise<void>
  dropSession(id: string): Promise<void>
  putInvitation(invitation: Invitation): Promise<void>
  dropInvitation(id: string): Promise<void>
  putTries(key: string, tries: Tries): Promise<void>
  dropTries(key: string): Promise<void>
  /** Forgets names and addresses that were let in again before `before`. */
  forgetTries(before: number): Promise<void>
  /** The only way into the record; a number that does not follow the last one makes it throw. */
  appendAudit(entry: AuditEntry): Promise<void>
}
