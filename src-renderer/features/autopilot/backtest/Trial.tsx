import { useDeferredValue, useState } from 'react'
import type { IntentPolicy, Policy } from '../../../../src-shared/domain/policy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useBacktest } from '../../../bridge/history.ts'
import { Button } from '../../../ui/Button.tsx'
import { CaseList } from './CaseList.tsx'
import { IntentBars } from './IntentBars.tsx'
import { Limits } from './Limits.tsx'
import { PaidFields } from './PaidFields.tsx'
import { Summary } from './Summary.tsx'

/** Where an intent begins that has no row yet: nothing by itself, and as careful as the strictest. */
const NO_ROW: IntentPolicy = { level: 'off', undoSeconds: 10, confidenceFloor: 0.9, maxEmotionLevel: 0, orderStates: ['paid', 'shipped', 'delivered', 'completed'] }

/** Actions that people's words tell of paying by. */
const PAID = ['refund', 'compensate'] as const

/** The past under limits that can be changed here and nowhere else: what it shows is a trial. */
export function Trial({ policies, first }: { policies: readonly Policy[]; first: Policy }) {
  const { t, label } = useWords()
  const [policy, setPolicy] = useState(first)
  const [chosen, setChosen] = useState<string | null>(null)
  const tried = useDeferredValue(policy)
  const report = useBacktest(tried, true)
  if (!report) return null
  const intent = chosen ?? report.intents.find((one) => one.intent !== '')?.intent ?? null
  const inUse = policies.find(({ id }) => id === policy.id) ?? first
  const isChanged = JSON.stringify(policy) !== JSON.stringify(inUse)
  const change = (row: Partial<IntentPolicy>) => {
    if (intent === null) return
    const before = Object.hasOwn(policy.intents, intent) ? policy.intents[intent] : undefined
    setPolicy({ ...policy, intents: { ...policy.intents, [intent]: { ...(before ?? NO_ROW), ...row } } })
  }
  return (
    <div className="backtest">
      <div className="backtest-head">
        <label>{t('backtest.policy')} <select className="field" value={policy.id} onChange={({ target }) => setPolicy(policies.find(({ id }) => id === target.value) ?? first)}>{policies.map(({ id, version }) => <option key={id} value={id}>{t('backtest.policy.name', { id, version })}</option>)}</select></label>
        {isChanged && <span className="small backtest-trial">{t('backtest.trial')}</span>}
        {isChanged && <Button kind="bare" onClick={() => setPolicy(inUse)}>{t('backtest.reset')}</Button>}
      </div>
      <Summary report={report} />
      <div className="backtest-pair">
        <section>
          <h3>{t('backtest.intents')}</h3>
          <IntentBars rows={report.intents} chosen={intent} onChoose={setChosen} />
          {intent !== null && <Limits name={label(intent) ?? intent} row={(Object.hasOwn(policy.intents, intent) ? policy.intents[intent] : undefined) ?? NO_ROW} onChange={change} />}
          {PAID.map((action) => <PaidFields key={action} action={action} policy={policy} paid={report.paid.filter((one) => one.action === action)} onChange={setPolicy} />)}
        </section>
        <CaseList cases={report.cases} />
      </div>
    </div>
  )
}
