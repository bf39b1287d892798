import type { FlowReport } from '../../../../src-shared/domain/flow-backtest.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { spokenRule } from '../../../app/rule-words.ts'

/** Where a workflow hands over and why, most frequent first; what would have to change stands there where it is the policy. */
export function HandedList({ handed }: { handed: FlowReport['handed'] }) {
  const words = useWords()
  const { t, local } = words
  return (
    <>
      <h3>{t('flow-trial.handed')}</h3>
      {handed.length === 0 ? <p className="small quiet">{t('flow-trial.handed.none')}</p> : (
        <ul className="backtest-handed">
          {handed.map((one) => (
            <li key={`${one.node} ${one.rule} ${one.why.en}`}>
              <span>{local(one.title)}</span>
              <span className="small quiet">{local(one.why)}{one.rule === null ? '' : ` · ${spokenRule(words, one.rule, {})}`}</span>
              <span className="tabular">{t('backtest.times', { count: one.count })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
