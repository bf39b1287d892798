import { z } from 'zod'
import { Owner } from './follow-up.ts'
import { Id } from './message.ts'
import { Millis } from './text.ts'

/** What one hand-over holds at most: all of it fits into one call. */
export const SHIFT_ITEMS_MAX = 100
/** Longest line about an item, longest note for whoever goes on, and longest free words, in UTF-16 code units. */
export const SHIFT_LINE_MAX = 160
export const SHIFT_NOTE_MAX = 400
export const SHIFT_WORDS_MAX = 2000
export const SHIFT_REASON_MAX = 200

export const ShiftItemKind = z.enum(['conversation', 'promise', 'ticket'])
export type ShiftItemKind = z.infer<typeof ShiftItemKind>

/** Why an item is at risk. angry: the customer is · overdue: must have been answered by now · due: what was promised is due soon or was · held: a reply was kept for a person · review: something waits for a supervisor */
export const SHIFT_RISKS = ['angry', 'overdue', 'due', 'held', 'review'] as const
export const ShiftRisk = z.enum(SHIFT_RISKS)
export type ShiftRisk = z.infer<typeof ShiftRisk>

/** waiting: still the giver's · accepted: the receiver's · returned: the receiver left it with the giver · withdrawn: the giver kept it · gone: settled, or another's, before anybody took it */
export const ShiftItemState = z.enum(['waiting', 'accepted', 'returned', 'withdrawn', 'gone'])
export type ShiftItemState = z.infer<typeof ShiftItemState>

/** Something that one person gives to the next. `ref` names it: the conversation, the follow-up or the ticket. */
export const ShiftItem = z.object({
  /** Also of the internal note that the conversation gets. */
  id: Id,
  kind: ShiftItemKind,
  ref: Id,
  conversationId: Id.nullable(),
  /** The customer, or the title of a ticket. */
  title: z.string().max(120),
  /** Where it stands. */
  line: z.string().max(SHIFT_LINE_MAX),
  /** The same with more of it, for the internal note; empty: the line says all. */
  note: z.string().max(SHIFT_NOTE_MAX),
  dueAt: Millis.nullable(),
  risks: z.array(ShiftRisk).max(SHIFT_RISKS.length),
})
export type ShiftItem = z.infer<typeof ShiftItem>

/** Whoever gives: a desk, and the account that sits there. */
export const ShiftGiver = Owner.extend({ accountId: z.string().max(64) })
export type ShiftGiver = z.infer<typeof ShiftGiver>

/** Who may take it: a desk, a person wherever they sit, a team, or whoever is here (`queue`, id empty). */
export const ShiftTarget = z.object({ kind: z.enum(['seat', 'account', 'team', 'queue']), id: z.string().max(64), name: z.string().max(80) })
export type ShiftTarget = z.infer<typeof ShiftTarget>

/** One hand-over of a shift. The log holds the last state of each. */
export const Shift = z.object({
  id: Id,
  from: ShiftGiver,
  /** Who handed it over: the giver, or a supervisor for them. */
  by: Owner,
  to: ShiftTarget,
  /** Free words for the next. */
  words: z.string().max(SHIFT_WORDS_MAX),
  at: Millis,
  items: z.array(ShiftItem.extend({ state: ShiftItemState, /** Who took or left it, and when; null while it waits. */ by: Owner.nullable(), at: Millis.nullable(), reason: z.string().max(SHIFT_REASON_MAX) })).min(1).max(SHIFT_ITEMS_MAX),
  /** Counts its states in the log from 1. */
  revision: z.number().int().positive(),
})
export type Shift = z.infer<typeof Shift>

export const isOpenShift = ({ items }: Pick<Shift, 'items'>): boolean => items.some(({ state }) => state === 'waiting')

/** May this person take what is handed over? Whoever gives it may not. */
export function isShiftFor({ from, to }: Pick<Shift, 'from' | 'to'>, who: { seatId: string; accountId: string; teams: readonly string[] }): boolean {
  if (who.seatId === from.id) return false
  if (to.kind === 'queue') return true
  return to.id === { seat: who.seatId, account: who.accountId }[to.kind as 'seat' | 'account'] || (to.kind === 'team' && who.teams.includes(to.id))
}
