import { useState } from 'react'
import type { CaseResults } from '../../../../src-shared/contract/results.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { CaseBar } from './CaseBar.tsx'
import { closedOf } from './tally.ts'

/** Lines that are shown at first. */
const FIRST = 8

/** One line an intent: autopilot's cases beside people's, on one scale. */
export function CaseIntents({ intents }: Pick<CaseResults, 'intents'>) {
  const { t, label } = useWords()
  const [all, setAll] = useState(false)
  const most = Math.max(1, ...intents.flatMap(({ cases }) => [closedOf(cases.automatic), closedOf(cases.human)]))
  return (
    <section>
      <h3>{t('results.intents')}</h3>
      <table className="case-table small">
        <thead><tr><td /><th scope="col">{t('results.automatic')}</th><th scope="col">{t('results.human')}</th></tr></thead>
        <tbody>
          {(all ? intents : intents.slice(0, FIRST)).map(({ intent, cases }) => (
            <tr key={intent ?? ''}>
              <th scope="row" className="one-line">{intent === null ? t('results.intent.none') : (label(intent) ?? intent)}</th>
              {(['automatic', 'human'] as const).map((who) => <td key={who}><span className="case-cell"><CaseBar tally={cases[who]} most={most} /><span className="quiet tabular">{closedOf(cases[who])}</span></span></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {intents.length > FIRST && <Button kind="bare" aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? 'results.intents.less' : 'results.intents.more', { count: intents.length })}</Button>}
    </section>
  )
}
