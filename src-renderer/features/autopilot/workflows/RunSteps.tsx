import { report } from '../../../app/do.ts'
import { holdRun, takeRun } from '../../../app/do-workflow.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { KEYS } from '../../../app/keymap.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { controlRun, useWorkflowRun } from '../../../bridge/workflows.ts'
import { Button } from '../../../ui/Button.tsx'
import './run-steps.css'

/** A workflow in this conversation: what it did, does and will do, what it knows, and how to stop it. */
export function RunSteps({ id }: { id: string }) {
  const { t, local } = useWords()
  const desk = useDesk()
  const run = useWorkflowRun(id)
  if (!run) return null
  const isOver = run.phase === 'ended'
  const state = run.phase === 'ended' ? t(`run.outcome.${run.outcome ?? 'handed-over'}`) : run.paused ? t('run.held') : t(`run.phase.${run.phase}`)
  return (
    <section className="context-section run-steps" data-testid="run-steps" data-over={isOver ? '' : undefined} aria-label={t('run.title', { name: local(run.workflow.name) })}>
      <h2>{t('run.title', { name: local(run.workflow.name) })}</h2>
      <p className="small" role="status">{state}</p>
      <ol aria-label={t('run.steps')}>
        {run.steps.map((step, n) => (
          <li key={`${step.node} ${n}`} data-place={step.place} aria-current={step.place === 'now' ? 'step' : undefined}>
            <span>{local(step.title)}</span> <span className="small quiet">{t(`run.place.${step.place}`)}</span>
          </li>
        ))}
      </ol>
      {run.gathered.length > 0 && <ul className="small run-gathered" aria-label={t('run.gathered')}>{run.gathered.map(({ name, words }) => <li key={name}>{local(words)}</li>)}</ul>}
      {!isOver && (
        <div className="run-buttons">
          {run.phase === 'review' && (['approve', 'decline'] as const).map((wish) => <Button key={wish} kind={wish === 'approve' ? 'primary' : 'plain'} onClick={() => void controlRun(desk, run.id, wish).catch(report)}>{t(`run.${wish}`)}</Button>)}
          <Button hint={t('help.workflow-hold')} shortcut={KEYS['workflow-hold']} onClick={() => holdRun(desk, id)}>{t(run.paused ? 'run.resume' : 'run.hold')}</Button>
          <Button hint={t('help.workflow-take')} shortcut={KEYS['workflow-take']} onClick={() => takeRun(desk, id)}>{t('run.take')}</Button>
        </div>
      )}
    </section>
  )
}
