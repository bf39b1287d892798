import { UNTOLD, type FlowReport } from '../../../../src-shared/domain/flow-backtest.ts'
import type { Workflow } from '../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useNames } from '../levels/use-names.ts'

const MINUTE = 60_000

/** The back-test of a workflow in sentences: what it would have settled, how far with people, and what was assumed. */
export function FlowSummary({ report, workflow }: { report: FlowReport; workflow: Workflow }) {
  const { t, local, label } = useWords()
  const named = useNames()
  const { ends, untold, questions, actions } = report
  const settled = ends.done + ends.assumed
  if (report.begun + ends.left === 0) {
    const topics = workflow.nodes.flatMap((node) => (node.type === 'trigger' ? node.topics : [])).map((topic) => label(topic) ?? topic).join(t('list.and'))
    return <p className="backtest-big" data-testid="flow-summary">{t('flow-trial.none', { conversations: report.conversations, topics })}</p>
  }
  return (
    <div className="backtest-summary" data-testid="flow-summary">
      <p className="backtest-big">{t('flow-trial.summary', { conversations: report.conversations, begun: report.begun, settled, handed: ends.handed })} {ends.withdrawn > 0 && t('flow-trial.withdrawn', { count: ends.withdrawn })}</p>
      {ends.left > 0 && <p>{t('flow-trial.left', { count: ends.left })}</p>}
      {settled > 0 && <p>{report.agreement ? t('backtest.agree', { low: Math.round(report.agreement.low * 100), high: Math.round(report.agreement.high * 100) }) : t('backtest.agree.none')} {t('backtest.saved', { count: Math.round(report.savedMs / MINUTE) })}</p>}
      {actions.length > 0 && <p>{t('flow-trial.does', { actions: actions.map(({ kind, count }) => t('flow-trial.does.one', { name: named('action', kind), count })).join(t('list.and')) })}</p>}
      {ends.assumed > 0 && (
        <p className="small quiet">
          {t('flow-trial.assumed', { count: ends.assumed })} {UNTOLD.filter((what) => untold[what] > 0).map((what) => t(`flow-trial.untold.${what}`, { count: untold[what] })).join(' ')} {questions.length > 0 && t('flow-trial.questions', { questions: questions.map(({ title, count }) => t('flow-trial.does.one', { name: local(title), count })).join(t('list.and')) })}
        </p>
      )}
    </div>
  )
}
