import { remember } from '../domain/drafting/dialogue/memory.ts'
import { summarise } from '../domain/drafting/dialogue/summary.ts'
import { answersNothing } from '../domain/night/answers-nothing.ts'
import { nightId } from '../domain/night/night-id.ts'
import type { Night } from '../domain/night/night.ts'
import { noteWords } from '../domain/night/note.ts'
import type { Turn } from '../domain/drafting/types.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { withOpenPromises } from './made-promises.ts'
import { nightZone, toneOf } from './night-hours.ts'
import { ownSeat } from './own-seat.ts'
import { deskLanguage } from './settings.ts'
import { saveNote } from './write-note.ts'

/** Messages that a summary looks back on. */
const TURNS = 200

/**
 * Writes, or brings up to date, what the morning has to know of this conversation: a note for the desks alone, one a
 * conversation and night. It tells of the matter that is open, and of open promises of any. Where nothing new is to say, nothing is written.
 */
export function noteForMorning(engine: Engine, record: ConversationRecord, night: Night): void {
  const { store } = engine
  const { id: conversationId, customerId, verification } = record.conversation
  const id = nightId(conversationId, 'note', night.number)
  const known = store.notes.get(id)
  // Another seat keeps this night, and its notes are its own.
  if (known && known.author.id !== engine.seatId) return
  const page = store.messages.page(conversationId, null, TURNS).filter(({ message }) => message.author.kind !== 'system' && message.recalledAt === undefined && message.seq >= record.sinceSeq)
  const isAnswer = ({ message }: (typeof page)[number]): boolean => !answersNothing(message.id, conversationId)
  const orders = customerId !== null && verification !== 'none' ? store.shop.orders(customerId) : []
  const turns = page.filter(isAnswer).map(({ message, verdict }): Turn => ({ id: message.id, role: message.author.kind as Turn['role'], text: message.text, at: message.at, verdict: verdict ?? undefined }))
  const language = deskLanguage(engine)
  const { memory } = withOpenPromises(engine, conversationId, turns, remember(turns, orders, nightZone(engine)))
  const text = noteWords({
    waitingSince: record.waitingSince, tone: toneOf(record),
    // Promises of before have a line of their own below, with their time.
    lines: summarise(memory, language).filter(({ turn }) => turn >= 0),
    promises: store.followUps.openOf(conversationId).map(({ words, dueAt }) => ({ words, dueAt })),
    answeredAt: page.filter((one) => one.message.author.kind === 'autopilot' && one.message.at >= night.from && isAnswer(one)).map(({ message }) => message.at),
    toldAt: store.messages.get(nightId(conversationId, 'reply', night.number))?.message.at ?? null,
  }, language, nightZone(engine))
  saveNote(engine, { id, conversationId, text }, ownSeat(engine).name)
}
