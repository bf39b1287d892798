import type { DeskState, InboxRow } from '../../src-shared/contract/desk.ts'
import type { RowPromise } from '../../src-shared/contract/promises.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { responseClock } from '../domain/clocks/response-clock.ts'
import { rowPromise } from '../domain/promises/alarm.ts'
import { readState, type ConversationState } from '../domain/quality/mood.ts'
import { snoozeState, type SnoozeState } from '../domain/snooze/snooze-state.ts'
import { startOfDay } from '../domain/time/wall.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import { gravest, type OnTheWay } from '../store/outbox.ts'
import { furthestLevel } from '../domain/policy/furthest.ts'
import { autopilotPaused } from './autopilot-paused.ts'
import type { Engine } from './context.ts'
import { peakClocks, peakMode } from './campaigns/current.ts'
import { isUntold } from './incidents/board.ts'
import { owedOf } from './owed-promises.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'
import { knownShopRules } from './shop-rules/known.ts'
import { offerHere, offersHere } from './team/offers.ts'
import { deskLanguage } from './settings.ts'
import { whoAmI } from './who-am-i.ts'

/** How many conversations the queue holds; older ones are found by search. */
export const QUEUE_LIMIT = 10_000

/** Stands for a message without words in `lastLine`: U+FFFC, object replacement character. */
export const PICTURE_LINE = '\ufffc'
const PICTURE_WORD = { zh: '[图片]', en: '[Picture]' }

/** One line for the queue; a message of pictures alone is PICTURE_LINE, which is put into words when it is shown. */
export function lineOf(message: Pick<Message, 'text' | 'attachments'>): string {
  const text = message.text.replace(/\s+/g, ' ').trim()
  return text || (message.attachments.length > 0 ? PICTURE_LINE : '')
}

export function stateOf(record: ConversationRecord): ConversationState {
  return readState(record.state)
}

function sectionOf(record: ConversationRecord, onTheWay: OnTheWay | undefined, snooze: SnoozeState, today: number, promiseAlarms: boolean): InboxRow['section'] {
  const { status, resolution, updatedAt } = record.conversation
  if (onTheWay === 'held') return 'needs-you'
  if (onTheWay === 'undo') return 'autopilot'
  if (promiseAlarms) return 'needs-you'
  if (status === 'resolved') return (resolution?.at ?? updatedAt) >= today ? 'done' : 'past'
  if (snooze === 'asleep') return 'snoozed'
  if (snooze === 'time') return 'needs-you'
  if (onTheWay === 'queued' || onTheWay === 'review') return 'waiting-for-customer'
  return record.waitingSince === null ? 'waiting-for-customer' : 'needs-you'
}

function chipOf(engine: Engine, record: ConversationRecord, state: ConversationState, onTheWay: OnTheWay | undefined): InboxRow['chip'] {
  if (onTheWay === 'held') return 'held'
  if (state.flag !== null && !state.flagDismissed) return 'angry'
  if (onTheWay === 'review') return 'review'
  if (onTheWay === 'queued') return 'queued'
  if (onTheWay === 'undo') return 'autopilot'
  return isUntold(engine, record) ? 'incident' : null
}

/** Until when this customer must be answered; an answer on its way stops the clock here. */
export function clockOf(engine: Engine, record: ConversationRecord, onTheWay: OnTheWay | undefined, hours = knownShopRules(engine).hours): InboxRow['clock'] {
  const { conversation, waitingSince, personWaitingSince, lastDeskSeq, handBack, sinceSeq } = record
  // Whoever was handed back has been answered by a person all the same.
  const personInvolved = record.personInvolved || handBack !== null
  if (conversation.status === 'resolved' || onTheWay === 'queued' || onTheWay === 'undo') return null
  return responseClock(peakClocks(engine), { channel: conversation.channel, waitingSince, personWaitingSince, answered: lastDeskSeq > Math.max(0, sinceSeq), personInvolved }, hours)
}

function snoozeOf(record: ConversationRecord, now: number): SnoozeState {
  const { conversation, lastCustomerSeq, lastAt, waitingSince } = record
  return snoozeState(conversation.snooze, { now, resolved: conversation.status === 'resolved', lastCustomerSeq, lastAt, waiting: waitingSince !== null })
}

function whoAnswers({ personInvolved, handBack }: ConversationRecord): Pick<InboxRow, 'answers'> {
  if (!personInvolved && handBack === null) return {}
  return { answers: { by: personInvolved ? 'person' : 'autopilot', askedAt: handBack?.askedAt ?? null, agreedAt: handBack?.agreed?.at ?? null } }
}

/** When "done today" began, by the shop's day. */
const today = (engine: Engine): number => startOfDay(engine.clock.now(), SHOP_TIME_ZONE)

/** A promise of this seat's is due soon, or was: it needs its person whatever else holds. */
const alarms = (promise: RowPromise | null, now: number): boolean => promise !== null && promise.own && promise.alarmAt <= now

export function toRow(engine: Engine, record: ConversationRecord, onTheWay: OnTheWay | undefined, draftSeq: number | null, since = today(engine), promises = engine.store.followUps.openOf(record.conversation.id), offer = offerHere(engine, record.conversation.id), hours = knownShopRules(engine).hours): InboxRow {
  const state = stateOf(record)
  const { conversation } = record
  const streaming = engine.live.streaming.has(conversation.id)
  const now = engine.clock.now()
  const snooze = snoozeOf(record, now)
  const promise = rowPromise(owedOf(engine, promises), engine.seatId, engine.promiseTerms)
  return {
    id: conversation.id, displayName: conversation.displayName, channel: conversation.channel, verification: conversation.verification,
    lastBy: record.lastDeskSeq > record.lastCustomerSeq ? 'desk' : 'customer',
    lastLine: record.lastLine === PICTURE_LINE ? PICTURE_WORD[deskLanguage(engine)] : record.lastLine, lastAt: record.lastAt, lastSeq: record.lastSeq,
    waitingSince: onTheWay === 'queued' || onTheWay === 'undo' || conversation.status === 'resolved' ? null : record.waitingSince,
    clock: clockOf(engine, record, onTheWay, hours), snooze: snooze && conversation.snooze ? { until: conversation.snooze.until, woke: snooze === 'asleep' ? null : snooze } : null,
    section: sectionOf(record, onTheWay, snooze, since, alarms(promise, now)), promise, offer, chip: chipOf(engine, record, state, onTheWay),
    emotionLevel: state.flagDismissed ? Math.min(state.emotionLevel, 1) : state.emotionLevel, escalation: state.escalation,
    topics: [...(state.openTopic ? [state.openTopic] : []), ...state.own.map((label) => `own:${label}`)], marks: state.marks, language: state.language,
    draft: streaming ? 'streaming' : draftSeq !== null && draftSeq >= record.lastCustomerSeq ? 'ready' : 'none',
    flagged: state.flag !== null && !state.flagDismissed, flagDismissed: state.flagDismissed, ...whoAnswers(record),
  }
}

function draftSeqOf(engine: Engine, id: string): number | null {
  const draft = engine.store.drafts.latest(id)
  return draft?.state === 'ready' ? draft.basedOnSeq : null
}

/** Tells the windows how this conversation's line in the queue looks now. @param record where it was just read */
export function publishRow(engine: Engine, conversationId: string, record = engine.store.conversations.get(conversationId)): void {
  if (!record) return
  engine.publish({ kind: 'row', row: toRow(engine, record, gravest(engine.store.outbox.of(conversationId)), draftSeqOf(engine, conversationId)) })
}

export function listInbox(engine: Engine): InboxRow[] {
  const states = engine.store.outbox.states()
  const drafts = engine.store.drafts.readySeqs()
  const since = today(engine)
  const promises = engine.store.followUps.open()
  const offers = offersHere(engine)
  const { hours } = knownShopRules(engine)
  return engine.store.conversations
    .recent(QUEUE_LIMIT, since)
    .map((record) => toRow(engine, record, states.get(record.conversation.id), drafts.get(record.conversation.id) ?? null, since, promises.get(record.conversation.id) ?? [], offers.get(record.conversation.id) ?? null, hours))
}

export function deskState(engine: Engine): DeskState {
  const { waiting, held } = engine.store.outbox.count()
  return {
    shop: engine.store.settings.read('shop', { id: '', name: { zh: 'Deskmate', en: 'Deskmate' } }).name,
    timeZone: SHOP_TIME_ZONE, link: engine.live.link, waiting, held, model: engine.live.model,
    autopilot: { paused: autopilotPaused(engine), level: furthestLevel(engine.store.shop.policies()) },
    warnings: engine.warnings,
    clockOffset: engine.store.settings.read('clock-offset', 0), demo: engine.live.demo, drill: engine.live.drill,
    me: whoAmI(engine), refused: engine.live.refused, peak: peakMode(engine),
  }
}

export function publishDesk(engine: Engine): void {
  engine.publish({ kind: 'desk', state: deskState(engine) })
}
