import { useDeferredValue, useState } from 'react'
import { PAYING_KINDS } from '../../../../src-shared/domain/commerce.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import type { Workflow } from '../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useFlowBacktest } from '../../../bridge/history.ts'
import { Button } from '../../../ui/Button.tsx'
import { CaseList } from './CaseList.tsx'
import { FlowSummary } from './FlowSummary.tsx'
import { HandedList } from './HandedList.tsx'
import { PaidFields } from './PaidFields.tsx'

/** A workflow held against the past, under caps that can be changed here and nowhere else. */
export function FlowTrial({ workflow, inUse }: { workflow: Workflow; inUse: Policy }) {
  const { t } = useWords()
  const [policy, setPolicy] = useState(inUse)
  const tried = useDeferredValue(policy)
  const { report, isAsked } = useFlowBacktest(workflow, tried)
  if (!isAsked) return null
  if (!report) return <p role="alert">{t('flow-trial.cannot')}</p>
  const isChanged = policy !== inUse
  const paying = workflow.nodes.flatMap((node) => (node.type === 'action' && PAYING_KINDS.has(node.action) ? [node.action] : []))
  return (
    <div className="backtest">
      <div className="backtest-head">
        <span className="small quiet">{t('flow-trial.note')}</span>
        {isChanged && <span className="small backtest-trial">{t('backtest.trial')}</span>}
        {isChanged && <Button kind="bare" onClick={() => setPolicy(inUse)}>{t('backtest.reset')}</Button>}
      </div>
      <FlowSummary report={report} workflow={workflow} />
      {report.begun + report.ends.left > 0 && (
        <div className="backtest-pair">
          <section>
            <HandedList handed={report.handed} />
            {[...new Set(paying)].map((action) => <PaidFields key={action} action={action} policy={policy} paid={report.paid} onChange={setPolicy} />)}
          </section>
          <CaseList cases={report.cases} />
        </div>
      )}
    </div>
  )
}
