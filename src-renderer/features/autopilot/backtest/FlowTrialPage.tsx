import type { Workflow } from '../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { focusOnceDrawn } from '../../../ui/focus-first.ts'
import { FlowTrial } from './FlowTrial.tsx'
import { Past } from './Past.tsx'

/** A workflow, perhaps one that is being drawn, held against the past; and the way back to it. */
export function FlowTrialPage({ workflow, onBack }: { workflow: Workflow; onBack: () => void }) {
  const { t, local } = useWords()
  return (
    <section className="backtest-page" aria-label={t('flow-trial.of', { name: local(workflow.name) })} data-testid="flow-trial">
      <div className="backtest-head">
        <Button ref={focusOnceDrawn} onClick={onBack}>{t('workflows.back')}</Button>
        <h2>{t('flow-trial.of', { name: local(workflow.name) })}</h2>
      </div>
      <Past>{(_policies, first) => <FlowTrial workflow={workflow} inUse={first} />}</Past>
    </section>
  )
}
