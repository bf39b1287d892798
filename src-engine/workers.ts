import type { EngineStart } from '../src-shared/contract/shell.ts'
import type { Engine } from './flows/context.ts'
import { deskLanguage } from './flows/settings.ts'
import { createCaseWorker } from './jobs/cases.ts'
import { createDraftWorker } from './jobs/drafts.ts'
import { createLessonWorker } from './jobs/lessons.ts'
import { createNightWorker } from './jobs/night.ts'
import { createOutboxWorker } from './jobs/outbox.ts'
import { createOutcomeWorker } from './jobs/outcomes.ts'
import { createPhraseWorker } from './jobs/phrases.ts'
import { createRoutineWorker } from './jobs/routine.ts'
import { createSelfWorker } from './jobs/self-work.ts'
import { createSideLookupWorker } from './jobs/side-lookup.ts'
import { createSideWorker } from './jobs/side.ts'
import { createUnderstoodWorker } from './jobs/understood.ts'
import { createUploadWorker } from './jobs/uploads.ts'
import { createVectorWorker } from './jobs/vectors.ts'
import { createWakeups } from './jobs/wakeups.ts'
import { createWorkflowWorker } from './jobs/workflows.ts'

/** Every worker of the engine, by the name under which it is woken. */
export function createWorkers(engine: Engine, { night, selfWork }: Pick<EngineStart, 'night' | 'selfWork'>, onError: (thrown: unknown) => void) {
  const workers = {
    cases: createCaseWorker(engine, onError),
    outbox: createOutboxWorker(engine, onError), uploads: createUploadWorker(engine, onError), drafts: createDraftWorker(engine, onError), vectors: createVectorWorker(engine, onError), routine: createRoutineWorker(engine, onError),
    workflows: createWorkflowWorker(engine, onError), side: createSideWorker(engine, onError), 'side-lookup': createSideLookupWorker(engine, onError), phrases: createPhraseWorker(engine, onError), lessons: createLessonWorker(engine, onError),
    outcomes: createOutcomeWorker(engine, onError), understood: createUnderstoodWorker(engine, onError),
    night: night ? createNightWorker(engine, onError) : null,
    'self-work': selfWork ? createSelfWorker(engine, deskLanguage(engine), onError) : null, wakeups: createWakeups(engine, onError),
  }
  return {
    wake: (worker: Parameters<Engine['wake']>[0]): void => workers[worker]?.wake(),
    outbox: workers.outbox,
    stop: (): void => workers.vectors.stop(),
    /** Resolves when all that had begun has come to its end. */
    idle: (): Promise<unknown> => Promise.all((['vectors', 'outbox', 'cases', 'uploads', 'routine', 'workflows', 'drafts', 'side', 'side-lookup', 'phrases', 'lessons', 'outcomes', 'understood'] as const).map((name) => workers[name].idle())),
  }
}
export type Workers = ReturnType<typeof createWorkers>
