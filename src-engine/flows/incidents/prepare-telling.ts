import type { CallResult } from '../../../src-shared/contract/calls.ts'
import type { Draft } from '../../../src-shared/domain/draft.ts'
import { AppError } from '../../../src-shared/errors.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import { check } from '../compose-draft.ts'
import type { Engine } from '../context.ts'
import { draftInput } from '../draft-input.ts'
import { abandonDraft } from '../draft-reply.ts'
import { publishRow, QUEUE_LIMIT } from '../inbox.ts'
import { openIncidents, touchesOf } from './board.ts'
import { sourceId } from './notices.ts'

const notOpen = (): AppError => new AppError({ code: 'not-found', retryable: false, say: { zh: '这个通报已经结束了。', en: 'This incident is over.' } })

function draftOf(engine: Engine, record: ConversationRecord, incidentId: string): Draft | null {
  const input = draftInput(engine, record.conversation.id)
  const notice = input?.notices?.find(({ id }) => id === sourceId(incidentId))
  if (!input || !notice || notice.told || notice.text === '') return null
  const now = engine.clock.now()
  const language = input.verdict.language.code
  return {
    id: engine.newId(), conversationId: record.conversation.id, basedOnSeq: record.lastCustomerSeq, state: 'ready', text: notice.text, by: 'local', promptVersion: engine.templates.version, language,
    citations: [{ n: 1, kind: 'incident', id: notice.id, title: notice.title }], findings: check(engine, input, notice.text, language, []), problem: null, startedAt: now, finishedAt: now,
  }
}

/**
 * Puts an incident's words as the draft before everybody who waits and was not told. Each is confirmed by a person in its
 * conversation; nothing is sent from here. Words that somebody has begun stay as they are: a draft never overwrites them.
 * @throws AppError `not-found` when it is over
 */
export function prepareTelling(engine: Engine, incidentId: string): CallResult<'incident.prepare'> {
  const { store } = engine
  if (!openIncidents(engine).some(({ id }) => id === incidentId)) throw notOpen()
  const waiting = store.conversations.recent(QUEUE_LIMIT, Number.MAX_SAFE_INTEGER)
    .filter((record) => record.waitingSince !== null && store.outbox.of(record.conversation.id).length === 0 && touchesOf(engine, record).some(({ incident, told }) => incident.id === incidentId && !told))
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0))
  const drafts = waiting.flatMap((record) => draftOf(engine, record, incidentId) ?? [])
  for (const draft of drafts) abandonDraft(engine, draft.conversationId)
  store.transaction(() => {
    for (const draft of drafts) {
      store.drafts.save(draft)
      store.jobs.done('draft', draft.conversationId, draft.basedOnSeq)
    }
    store.audit.add(engine.clock.now(), 'incident-prepared', incidentId, String(drafts.length))
  })
  for (const draft of drafts) {
    engine.publish({ kind: 'draft', conversationId: draft.conversationId, draft })
    publishRow(engine, draft.conversationId)
  }
  engine.publish({ kind: 'team' })
  return { prepared: drafts.length, first: drafts[0]?.conversationId ?? null }
}
