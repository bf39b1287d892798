import type { Desk } from '../bridge/desk.ts'
import { controlRun, knownRun } from '../bridge/workflows.ts'
import { report } from './do.ts'
import { focusComposer } from './focus.ts'
import { toast } from './screen.ts'

/** Holds the workflow of the conversation on the screen where it is, or lets it go on. */
export function holdRun(desk: Desk, conversationId: string | null): void {
  const run = knownRun(desk, conversationId)
  if (!run || run.phase === 'ended') return void toast('said.run-none')
  const wish = run.paused ? 'resume' : 'hold'
  controlRun(desk, run.id, wish).then(() => toast(run.paused ? 'said.run-resumed' : 'said.run-held', { undo: () => void controlRun(desk, run.id, run.paused ? 'hold' : 'resume').catch(report) }), report)
}

/** Goes on by hand: what was gathered stands in a note, and the composer is ready. */
export function takeRun(desk: Desk, conversationId: string | null): void {
  const run = knownRun(desk, conversationId)
  if (!run || run.phase === 'ended') return void toast('said.run-none')
  controlRun(desk, run.id, 'take-over').then(() => {
    toast('said.run-taken')
    focusComposer()
  }, report)
}
