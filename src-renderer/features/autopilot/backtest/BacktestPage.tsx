import { useState } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useWorkflow, useWorkflows } from '../../../bridge/workflows.ts'
import { FlowTrial } from './FlowTrial.tsx'
import { Past } from './Past.tsx'
import { Trial } from './Trial.tsx'

/** What autopilot would have done with the past: the limits in use or others, or a workflow. */
export function BacktestPage() {
  const { t, local } = useWords()
  const [flow, setFlow] = useState('')
  const workflows = useWorkflows().data ?? []
  return (
    <Past>
      {(policies, first) => (
        <>
          <div className="backtest-head">
            <label>{t('backtest.what')} <select className="field" data-testid="backtest-what" value={flow} onChange={({ target }) => setFlow(target.value)}>
              <option value="">{t('backtest.what.policy')}</option>
              <optgroup label={t('backtest.what.flows')}>{workflows.map(({ id, name }) => <option key={id} value={id}>{local(name)}</option>)}</optgroup>
            </select></label>
          </div>
          {flow === '' ? <Trial policies={policies} first={first} /> : <SavedFlow key={flow} id={flow} inUse={first} />}
        </>
      )}
    </Past>
  )
}

/** A workflow as it was saved last. */
function SavedFlow({ id, inUse }: { id: string; inUse: Parameters<typeof FlowTrial>[0]['inUse'] }) {
  const workflow = useWorkflow(id)?.workflow
  return workflow ? <FlowTrial workflow={workflow} inUse={inUse} /> : null
}
