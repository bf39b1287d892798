import type { LeftForYou } from '../../src-shared/contract/morning.ts'
import { answersNothing } from '../domain/night/answers-nothing.ts'
import { nightFromId } from '../domain/night/night-id.ts'
import type { Night } from '../domain/night/night.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { toneOf } from './night-hours.ts'

const ORDER = ['danger', 'upset', 'plain']

/** What the log tells of a night: which conversations were answered automatically, which were noted for the morning, and who of those still waits. */
export interface NightWork { answered: string[]; noted: string[]; left: LeftForYou[] }

export function workOfNight({ store }: Engine, night: Night): NightWork {
  const noted = [...new Set(store.notes.between(night.from, night.to).filter(({ id, conversationId }) => nightFromId(id, conversationId, 'note') === night.number).map(({ conversationId }) => conversationId))]
  // A reply that is on its way ends the wait here.
  const isAnswered = (id: string): boolean => store.outbox.of(id).some(({ state }) => state !== 'held')
  const waiting = noted
    .filter((id) => !isAnswered(id))
    .map((id) => store.conversations.get(id))
    .filter((record): record is ConversationRecord & { waitingSince: number } => record !== null && record.waitingSince !== null && record.conversation.status === 'open')
    .map((record) => ({ record, tone: toneOf(record) }))
    .sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone) || a.record.waitingSince - b.record.waitingSince)
  const left = waiting.map(({ record, tone }): LeftForYou => ({ conversationId: record.conversation.id, displayName: record.conversation.displayName, upset: tone !== 'plain', waitingSince: record.waitingSince }))
  const waits = new Set(left.map(({ conversationId }) => conversationId))
  const answered = store.messages.automaticBetween(night.from, night.to).filter(({ id, conversationId }) => !answersNothing(id, conversationId) && !waits.has(conversationId))
  return { noted, left, answered: [...new Set(answered.map(({ conversationId }) => conversationId))] }
}
