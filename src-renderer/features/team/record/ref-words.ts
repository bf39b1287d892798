import type { AuditEntry } from '../../../../src-shared/domain/audit.ts'
import { ROLES } from '../../../../src-shared/domain/roles.ts'
import type { ScreenWords } from '../../../app/i18n/use-words.ts'

/** Names that this desk knows; null: it does not, or not any more. */
export interface KnownNames {
  customer(conversationId: string): string | null
  person(accountId: string): string | null
  /** By its number. */
  ticket(ticketId: string): number | null
}

/** States, choices and outcomes that the record holds as codes. */
export const CODES = [
  'open', 'resolved', 'waiting', 'done', 'dropped', 'intent', 'action', 'everything', 'person', 'approve', 'refuse', 'ask', 'received', 'inspected',
  'accepted', 'duplicate', 'conflict', 'recalled', 'refused', 'put', 'proposed', 'confirmed', 'withdrawn', 'pending', 'approved', 'edited', 'rejected', 'expired', 'outdated',
  'queued', 'offered', 'taken', 'bad-request', 'not-found', 'id-taken', 'not-yours', 'not-permitted', 'session-ended', 'account-disabled', 'sign-in', 'try-later', 'invitation', 'name-taken', 'weak-password',
  'no-password', 'no-account', 'last-admin', 'second-person', 'second-seat', 'not-here', 'with-colleague', 'no-longer', 'own-review', 'rate-limited', 'policy-refused', 'fields-wrong', 'internal',
] as const
type Code = (typeof CODES)[number]
const isCode = (code: string): code is Code => CODES.some((one) => one === code)

/** A code as people say it; one that this window does not know is shown as it is. */
export function codeWords({ t, label }: Pick<ScreenWords, 't' | 'label'>, code: string): string {
  return isCode(code) ? t(`record.code.${code}`) : label(code) ?? code
}

type Value = AuditEntry['ref'][string]
type Say = (value: Value, words: ScreenWords, names: KnownNames) => string | null

const order: Say = (value, { t }) => (typeof value === 'string' ? t('record.order', { no: value }) : null)
const code: Say = (value, words) => (typeof value === 'string' ? codeWords(words, value) : null)
const role: Say = (value, { t }) => {
  const known = ROLES.find((one) => one === value)
  return known ? t(`team.role.${known}`) : null
}

/** What a field says to a person, in the order in which it is said. What only programs need (ids of messages, of sessions, of the deed itself) is not among them. */
const SAID: Readonly<Record<string, Say>> = {
  conversationId: (value, { t }, names) => (typeof value === 'string' ? names.customer(value) ?? t('record.conversation') : null),
  accountId: (value, { t }, names) => (typeof value === 'string' ? names.person(value) ?? t('record.nobody') : null),
  ticketId: (value, { t }, names) => {
    const no = typeof value === 'string' ? names.ticket(value) : null
    return no === null ? null : t('tickets.no', { no })
  },
  orderNo: order, 'action.orderNo': order,
  // The gateway parsed both before it wrote them: they are of the closed lists.
  'action.kind': (value, { t }) => (typeof value === 'string' ? t(`level-action.${value}` as 'level-action.memo') : null),
  'act.kind': code, status: code, state: code, 'change.state': code, scope: code, intent: code,
  disposition: (value, { t }) => (typeof value === 'string' ? t(`disposition.${value}` as 'disposition.other') : null),
  role, 'change.role': role,
  'change.disabled': (value, { t }) => t(value === true ? 'people.disable' : 'people.enable'),
  paused: (value, { t }) => t(value === true ? 'record.paused' : 'record.resumed'),
  deleted: (value, { t }) => (value === true ? t('record.deleted') : null),
  confirm: (value, { t }) => t(value === true ? 'record.confirmed' : 'record.withdrawn'),
}

/** Whom and what a line is about, in names and words; empty where it is about nothing that a person has a name for. */
export function refWords(entry: Pick<AuditEntry, 'ref' | 'what'>, words: ScreenWords, names: KnownNames): string {
  const { ref } = entry
  const said = Object.keys(SAID).flatMap((field) => {
    const value = ref[field]
    return value === undefined || value === null ? [] : SAID[field]?.(value, words, names) ?? []
  })
  // `open` of the people's call is about the network.
  if (entry.what === 'people.reach' && typeof ref['open'] === 'boolean') said.push(words.t(ref['open'] ? 'record.reach.open' : 'record.reach.closed'))
  return [...new Set(said)].join(' · ')
}
