import type { Draft } from '../../../src-shared/domain/draft.ts'
import type { DraftInput } from '../../domain/drafting/types.ts'
import type { LooseConversation } from '../../store/loose.ts'
import { createVault } from '../../domain/drafting/masking/vault.ts'
import { createRecorder } from '../../domain/drafting/recorder.ts'
import { composeDraft } from '../compose-draft.ts'
import type { Engine, Writing } from '../context.ts'
import { keepAccount } from '../draft-account.ts'
import { abandonDraft } from '../draft-reply.ts'
import { noteAsked } from '../open-questions.ts'
import { looseInput, looseQuestion } from './loose-question.ts'
import { publishSide } from './view.ts'

/**
 * Drafts the answer to what was captured, with the desk's own drafter, endpoint and guard; the words stream to the panel.
 * Given up when another capture comes.
 */
export async function draftLoose(engine: Engine, loose: LooseConversation): Promise<void> {
  const { live } = engine
  const [id, startedAt] = [engine.newId(), engine.clock.now()]
  const recorder = createRecorder({ draftId: id, conversationId: loose.id, basedOnSeq: loose.turns.length, startedAt }, () => performance.now())
  const input = looseInput(engine, loose)
  if (!input) return
  const draft: Draft = {
    id, conversationId: loose.id, basedOnSeq: loose.turns.length, state: 'streaming', text: '', by: live.model.name ?? 'local',
    promptVersion: engine.prompt.version, language: input.verdict.language.code, citations: [], findings: [], problem: null, startedAt, finishedAt: null,
  }
  const writing: Writing = { draft, abort: new AbortController(), recorder, vault: createVault(engine.store.traces.marks(loose.id)) }
  live.streaming.set(loose.id, writing)
  publishSide(engine)
  try {
    const made = await composeDraft(engine, writing, input)
    if (writing.abort.signal.aborted) return
    keep(engine, loose.id, made)
    noteLooseQuestion(engine, loose, input, made)
    keepAccount(engine, writing, made.state === 'none' ? 'none' : 'ready')
    engine.trace('draft', null, `side ${made.state} by ${made.by}${made.problem ? ` ${made.problem}` : ''}`)
  } catch (thrown) {
    if (writing.abort.signal.aborted) return
    keepAccount(engine, writing, 'failed')
    // Told in its place: the panel works on without it.
    keep(engine, loose.id, { ...draft, state: 'failed', problem: 'internal', finishedAt: engine.clock.now() })
    throw thrown
  } finally {
    if (live.streaming.get(loose.id) === writing) live.streaming.delete(loose.id)
  }
}

function keep(engine: Engine, looseId: string, draft: Draft): void {
  engine.live.streaming.delete(looseId)
  const loose = engine.store.loose.get(looseId)
  if (loose) engine.store.loose.put({ ...loose, draft })
  publishSide(engine)
}

/** What nothing answers is asked of the shop, as on the desk. */
function noteLooseQuestion(engine: Engine, loose: LooseConversation, input: DraftInput, made: Draft): void {
  const asked = loose.turns.at(-1)
  const record = looseQuestion(engine, loose)?.record
  if (!record || asked?.role !== 'customer') return
  if (engine.store.transaction(() => noteAsked(engine, input, made, { record, asked }))) engine.publish({ kind: 'learning' })
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
