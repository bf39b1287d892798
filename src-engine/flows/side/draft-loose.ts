import type { Draft } from '../../../src-shared/domain/draft.ts'
import type { LooseConversation } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { abandonDraft, compose } from '../draft-reply.ts'
import { looseInput } from './loose-question.ts'
import { publishSide } from './view.ts'

/**
 * Drafts the answer to what was captured, with the desk's own drafter, endpoint and guard; the words stream to the panel.
 * Given up when another capture comes.
 */
export async function draftLoose(engine: Engine, loose: LooseConversation): Promise<void> {
  const { live } = engine
  const input = looseInput(engine, loose)
  if (!input) return
  const abort = new AbortController()
  const draft: Draft = {
    id: engine.newId(), conversationId: loose.id, basedOnSeq: loose.turns.length, state: 'streaming', text: '', by: live.model.name ?? 'local',
    promptVersion: engine.prompt.version, language: input.verdict.language.code, citations: [], findings: [], problem: null, startedAt: engine.clock.now(), finishedAt: null,
  }
  live.streaming.set(loose.id, { draft, abort })
  publishSide(engine)
  try {
    const made = await compose(engine, input, draft, abort)
    if (abort.signal.aborted) return
    keep(engine, loose.id, made)
    engine.trace('draft', null, `side ${made.state} by ${made.by}${made.problem ? ` ${made.problem}` : ''}`)
  } catch (thrown) {
    if (abort.signal.aborted) return
    // Told in its place: the panel works on without it.
    keep(engine, loose.id, { ...draft, state: 'failed', problem: 'internal', finishedAt: engine.clock.now() })
    throw thrown
  } finally {
    if (live.streaming.get(loose.id)?.draft === draft) live.streaming.delete(loose.id)
  }
}

function keep(engine: Engine, looseId: string, draft: Draft): void {
  engine.live.streaming.delete(looseId)
  const loose = engine.store.loose.get(looseId)
  if (loose) engine.store.loose.put({ ...loose, draft })
  publishSide(engine)
}

/** What is shown waits for its draft. */
export function waitsForDraft(engine: Engine): LooseConversation | null {
  const loose = engine.store.loose.newest()
  return loose?.settled && loose.draft === null && loose.turns.at(-1)?.role === 'customer' ? loose : null
}

/** The agent wants another draft. */
export function draftAgainLoose(engine: Engine, looseId: string): void {
  const loose = engine.store.loose.get(looseId)
  if (!loose?.settled) return
  abandonDraft(engine, looseId)
  engine.store.settings.write('model-rests-until', 0)
  engine.store.loose.put({ ...loose, draft: null })
  engine.wake('side')
}
