import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { FollowUp } from '../../../src-shared/domain/follow-up.ts'
import type { DeskLanguage } from '../../../src-shared/domain/text.ts'
import { isOpenShift, SHIFT_ITEMS_MAX, SHIFT_LINE_MAX, SHIFT_NOTE_MAX, type ShiftGiver, type ShiftItem, type ShiftRisk } from '../../../src-shared/domain/shift.ts'
import { alarmAt } from '../../domain/promises/alarm.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import { gravest } from '../../store/outbox.ts'
import type { Engine } from '../context.ts'
import { readHandover } from '../hand-over.ts'
import { clockOf, PICTURE_LINE, stateOf } from '../inbox.ts'
import { outsideName } from '../outside-promises.ts'
import { owedOf } from '../owed-promises.ts'
import { openReviews } from '../reviews/list-reviews.ts'
import { deskLanguage } from '../settings.ts'
import { alarmAt as ticketAlarmAt } from '../tickets/read-tickets.ts'
import { holdingsOf } from './holdings.ts'
import { knownShifts } from './read-shifts.ts'
import { ownGiver, shiftGivers, shiftTargets } from './shift-people.ts'

/** Words before the extracts of a hand-over, in the language of the desk that gives. */
const KINDS = {
  zh: { matter: '问题', order: '订单', given: '已提供', asked: '问过', promised: '答应过', refused: '拒绝过', open: '待回复', unsent: '没发出的话' },
  en: { matter: 'About', order: 'Order', given: 'Given', asked: 'Asked', promised: 'Promised', refused: 'Refused', open: 'Open', unsent: 'Not sent' },
} as const satisfies Record<DeskLanguage, object>

/** Whole code points, at most so many UTF-16 code units. */
export function fitted(text: string, units: number): string {
  if (text.length <= units) return text
  let kept = ''
  for (const letter of text) {
    if (kept.length + letter.length >= units) break
    kept += letter
  }
  return `${kept}…`
}
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function conversationItem(engine: Engine, record: ConversationRecord, reviewed: ReadonlySet<string>): ShiftItem {
  const { store, clock } = engine
  const { id, displayName } = record.conversation
  const kinds = KINDS[deskLanguage(engine)]
  const told = readHandover(engine, id).lines.map(({ kind, words }) => `${kinds[kind]} ${words}`)
  const onTheWay = store.outbox.of(id)
  const unsent = [...onTheWay.filter(({ state }) => state === 'held').map(({ text }) => text), store.unsent.get(id)].map(oneLine).filter(Boolean).map((text) => `${kinds.unsent} ${text}`)
  const last = record.lastLine === PICTURE_LINE ? '' : oneLine(record.lastLine)
  const state = stateOf(record)
  const dueAt = clockOf(engine, record, gravest(onTheWay))?.dueAt ?? null
  const risks: ShiftRisk[] = [
    ...(state.flag !== null && !state.flagDismissed ? ['angry' as const] : []), ...(dueAt !== null && dueAt <= clock.now() ? ['overdue' as const] : []),
    ...(onTheWay.some(({ state: fate }) => fate === 'held') ? ['held' as const] : []), ...(reviewed.has(id) ? ['review' as const] : []),
  ]
  return {
    id: engine.newId(), kind: 'conversation', ref: id, conversationId: id, title: fitted(displayName, 120),
    line: fitted(told.length > 0 ? told.map(oneLine).join(' · ') : last, SHIFT_LINE_MAX), note: fitted([...told, ...unsent].join('\n'), SHIFT_NOTE_MAX), dueAt, risks,
  }
}

/** Whose a promise is; words that were copied elsewhere may have no conversation here. */
function whoseOf(engine: Engine, { conversationId, outside }: FollowUp): Pick<ShiftItem, 'conversationId' | 'title'> {
  const name = engine.store.conversations.displayName(conversationId)
  return { conversationId: name === null && outside ? null : conversationId, title: fitted(name ?? (outside ? outsideName(engine, outside) : ''), 120) }
}

const LATEST = Number.MAX_SAFE_INTEGER
/** At risk first, then what is due first. */
const byUrgency = (a: ShiftItem, b: ShiftItem): number => Number(b.risks.length > 0) - Number(a.risks.length > 0) || (a.dueAt ?? LATEST) - (b.dueAt ?? LATEST)

/** All that somebody has and has not offered yet, in the order in which the next one should look at it. */
export function surveyItems(engine: Engine, giver: ShiftGiver): ShiftItem[] {
  const { clock, promiseTerms } = engine
  const now = clock.now()
  const offered = new Set(knownShifts(engine).filter((shift) => shift.from.id === giver.id && isOpenShift(shift)).flatMap(({ items }) => items.filter(({ state }) => state === 'waiting').map(({ ref }) => ref)))
  const reviewed = new Set(openReviews(engine).filter(({ by }) => by.seatId === giver.id).map(({ conversationId }) => conversationId))
  const { conversations, promises, tickets } = holdingsOf(engine, giver)
  const items: ShiftItem[] = [
    ...conversations.map((record) => conversationItem(engine, record, reviewed)),
    ...owedOf(engine, promises).map((one): ShiftItem => ({
      id: engine.newId(), kind: 'promise', ref: one.id, ...whoseOf(engine, one),
      line: fitted(oneLine(one.words), SHIFT_LINE_MAX), note: '', dueAt: one.dueAt, risks: alarmAt(one, promiseTerms) <= now ? ['due'] : [],
    })),
    ...tickets.map((ticket): ShiftItem => {
      const alarm = ticketAlarmAt(engine, ticket)
      const said = ticket.comments.at(-1)?.text ?? ticket.summary
      return { id: engine.newId(), kind: 'ticket', ref: ticket.id, conversationId: ticket.conversationId, title: fitted(ticket.title, 120), line: fitted(oneLine(said), SHIFT_LINE_MAX), note: '', dueAt: ticket.dueAt, risks: alarm !== null && alarm <= now ? ['due'] : [] }
    }),
  ]
  return items.filter(({ ref }) => !offered.has(ref)).sort(byUrgency)
}

/** What the form of a hand-over shows. */
export function surveyShift(engine: Engine, seatId: string | null): CallResult<'shift.survey'> {
  const givers = shiftGivers(engine)
  const from = givers.find(({ id }) => id === seatId) ?? ownGiver(engine)
  const items = surveyItems(engine, from)
  return { from, items: items.slice(0, SHIFT_ITEMS_MAX), more: Math.max(0, items.length - SHIFT_ITEMS_MAX), givers, targets: shiftTargets(engine, from) }
}
