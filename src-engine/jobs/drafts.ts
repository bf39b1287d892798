import type { Engine } from '../flows/context.ts'
import { abandonDraft, draftReply } from '../flows/draft-reply.ts'
import type { Job } from '../store/jobs.ts'
import { createWorker, type Worker } from './worker.ts'

/** Drafts asked of an endpoint at the same time; what is on the screen goes first. */
const AT_ONCE = 4
const MAX_ATTEMPTS = 3

/** Keeps the queue of drafts moving: newest question wins, a draft of an older one is abandoned. */
export function createDraftWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  const running = new Set<string>()

  function start(job: Job): void {
    running.add(job.conversationId)
    engine.store.jobs.tried('draft', job.conversationId)
    void draftReply(engine, job)
      .catch(onError)
      .finally(() => {
        running.delete(job.conversationId)
        worker.wake()
      })
  }

  async function pass(): Promise<void> {
    // While a desk catches up most questions are answered a few lines later: wait for the end.
    if (engine.live.link.state === 'catching-up') return
    for (const [conversationId, { draft }] of engine.live.streaming) {
      const newest = engine.store.jobs.get('draft', conversationId)
      if (newest && newest.basedOnSeq > draft.basedOnSeq) abandonDraft(engine, conversationId)
    }
    for (const job of engine.store.jobs.next('draft', AT_ONCE + running.size)) {
      if (running.has(job.conversationId)) continue
      if (job.attempts >= MAX_ATTEMPTS) engine.store.jobs.done('draft', job.conversationId, job.basedOnSeq)
      else if (running.size < AT_ONCE) start(job)
    }
  }
  const worker = createWorker(pass, onError)
  return worker
}
