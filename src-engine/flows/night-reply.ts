import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import { nightId } from '../domain/night/night-id.ts'
import type { Night } from '../domain/night/night.ts'
import { nightWords } from '../domain/night/words.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { NewReply } from '../store/outbox.ts'
import { autopilotPaused } from './autopilot-paused.ts'
import type { Engine } from './context.ts'
import { deskState, publishRow, stateOf } from './inbox.ts'
import { nightNow, nightZone, toneOf } from './night-hours.ts'
import { fromOutbox } from './thread.ts'
import { wantsApart } from './wants-apart.ts'

/** Who wrote longer ago sleeps by now, and is not woken to hear that nobody is there. */
const FRESH_MS = 30 * 60_000

const allows = ({ store }: Engine): boolean => store.shop.policies()[0]?.night?.reply === true && !autopilotPaused({ store })

/** May the reply of this night still leave? Asked just before it does. */
export function stillNight(engine: Engine, conversationId: string): boolean {
  return allows(engine) && nightNow(engine) !== null && (engine.store.conversations.get(conversationId)?.waitingSince ?? null) !== null
}

/** Was it tried for these words, or stopped by somebody? What came after an attempt is a reason to try again, a stop is none. */
function wasTried({ store }: Engine, id: string, record: ConversationRecord): boolean {
  const run = store.runs.get(id)
  return run !== null && (run.state === 'undone' || run.basedOnSeq >= record.lastCustomerSeq)
}

/**
 * Tells a customer once a night when a person answers, labelled as automatic, where the policy's `night` lets it. Whether
 * this seat may speak (lease, kill switch) is asked again when it leaves. Its id is the conversation's own of this night:
 * sent twice, also from another seat, it is one message.
 */
export function tellWhen(engine: Engine, record: ConversationRecord, night: Night): void {
  const { store, clock } = engine
  const { id: conversationId, status } = record.conversation
  const id = nightId(conversationId, 'reply', night.number)
  const now = clock.now()
  if (!allows(engine) || status === 'resolved' || record.waitingSince === null || now - record.lastAt > FRESH_MS) return
  if (store.messages.has(id) || store.outbox.of(conversationId).length > 0 || wasTried(engine, id, record)) return
  const speaks = stateOf(record).language.startsWith('zh') ? 'zh' : 'en'
  const run: AutopilotRun = {
    // Of no intent: it answers nothing, and says nothing of how well an intent is answered.
    id, conversationId, intent: '', basedOnSeq: record.lastCustomerSeq, state: 'undo', messageId: id, sendAt: now,
    decision: { decision: 'auto', rules: ['night-reply'], wouldNeed: [] }, reason: null,
  }
  const item: NewReply = {
    id, conversationId, authorKind: 'autopilot', authorName: deskState(engine).shop[speaks], text: nightWords(speaks, toneOf(record), night.to, now, nightZone(engine)), attachments: [], apart: wantsApart(engine, conversationId),
    basedOnSeq: run.basedOnSeq, draftId: null, runId: id, createdAt: now, notBefore: now, state: 'undo', holdReason: null,
  }
  store.transaction(() => {
    store.runs.save(run, now)
    store.outbox.add(item)
    // It says from when on people answer; that is no promise with a time by which.
    store.followUps.onItsWay.set(id, [])
    store.audit.add(now, 'night-reply', id)
  })
  engine.publish({ kind: 'message', message: fromOutbox(item) })
  engine.trace('autopilot', conversationId, 'night-reply')
  publishRow(engine, conversationId)
  engine.wake('outbox')
}
