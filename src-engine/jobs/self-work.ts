import { gapsIn } from '../../src-shared/domain/phrase-gaps.ts'
import { blocking } from '../../src-shared/domain/protects.ts'
import type { Engine } from '../flows/context.ts'
import { guardReply } from '../flows/guard-reply.ts'
import { sendReply } from '../flows/send-reply.ts'
import { currentDraft } from '../flows/thread.ts'
import { createWorker, type Worker } from './worker.ts'

const AGENT = { zh: '演示客服', en: 'Demo agent' }

/**
 * Works the queue by itself, for the demo only and said so on the screen: each ready draft is sent as a person would send
 * it. What has no draft, or a draft that the guard warns of, stays for a person.
 */
export function createSelfWorker(engine: Engine, language: 'zh' | 'en', onError: (thrown: unknown) => void): Worker {
  async function pass(): Promise<void> {
    for (const record of engine.store.conversations.recent(500)) {
      const { id } = record.conversation
      if (record.waitingSince === null || engine.store.outbox.of(id).length > 0) continue
      // Autopilot has not looked at it yet; what it takes up is its own.
      if (engine.store.jobs.get('routine', id)) continue
      const draft = currentDraft(engine, id)
      if (!draft || draft.state !== 'ready' || draft.findings.some((f) => f.severity !== 'info') || gapsIn(draft.text).length > 0) continue
      // The shop's policy or its articles may be others than when it was drafted.
      if (blocking(guardReply(engine, { conversationId: id, text: draft.text }).findings).length > 0) continue
      sendReply(engine, { id: engine.newId(), conversationId: id, text: draft.text, attachments: [], basedOnSeq: draft.basedOnSeq, draftId: draft.id }, AGENT[language])
    }
  }
  return createWorker(pass, onError)
}
