import type { Writing } from '../../../src-shared/domain/learning.ts'
import { gatewayNow } from '../../bridge/actions.ts'
import type { Desk } from '../../bridge/desk.ts'

/** How the reply in each composer came about, so that a draft is judged fairly: what came too late was not refused, what nobody read was not accepted. */
const books = new WeakMap<Desk, Map<string, Writing>>()
const NOTHING: Writing = { beganAt: null, shown: null }

function change(desk: Desk, conversationId: string, by: Partial<Writing>): void {
  const book = books.get(desk) ?? new Map<string, Writing>()
  books.set(desk, book)
  book.set(conversationId, { ...(book.get(conversationId) ?? NOTHING), ...by })
}

export const writingOf = (desk: Desk, conversationId: string): Writing => books.get(desk)?.get(conversationId) ?? NOTHING

/** The field has this text now. @param taken some of it is the draft's */
export function noteTyped(desk: Desk, conversationId: string, text: string, taken: boolean): void {
  const { beganAt } = writingOf(desk, conversationId)
  if (text === '') change(desk, conversationId, { beganAt: null })
  else if (beganAt === null && !taken) change(desk, conversationId, { beganAt: gatewayNow(desk) })
}

/** A finished draft stands on the screen; counted from the first moment that it does. */
export function noteShown(desk: Desk, conversationId: string, draftId: string): void {
  if (writingOf(desk, conversationId).shown?.draftId !== draftId) change(desk, conversationId, { shown: { draftId, at: gatewayNow(desk) } })
}

/** The conversation left the screen: what is looked at later is seen anew. */
export const noteGone = (desk: Desk, conversationId: string): void => change(desk, conversationId, { shown: null })

/** The reply went out; the next one begins from nothing. */
export const noteSent = (desk: Desk, conversationId: string): void => change(desk, conversationId, { beganAt: null })
