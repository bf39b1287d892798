import type { Rule } from '../../../../src-shared/domain/policy-rule.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { ChoiceField } from './fields.tsx'
import { useRowForm } from './form.ts'
import { factName } from './names.ts'
import { typedNumber } from './number-text.ts'
import { thresholdsOf, withThreshold } from './thresholds.ts'

const OUTCOMES = ['ask', 'draft', 'review', 'escalate'] as const satisfies readonly Rule['outcome'][]

/** What of a general rule may be changed here: what comes of it, and the numbers in its condition. */
export function RuleFields({ rule }: { rule: Rule }) {
  const words = useWords()
  const { t, local } = words
  const { set, problems, place } = useRowForm()
  const numbers = thresholdsOf(rule.when)
  const problem = problems.find(({ field }) => field.startsWith(`${place}.when`))
  return (
    <>
      <p className="quiet">{t('rules.need', { say: local(rule.need) })}</p>
      <ChoiceField path={['outcome']} legend={t('rules.outcome')} options={OUTCOMES.map((value) => ({ value, name: t(`rules.decision.${value}`) }))} isFirst />
      {numbers.map(({ at, path, bound, value }) => (
        <div key={at} className="rule-field">
          <label htmlFor={`threshold-${at}`}>{t(`rules.bound.${bound}`, { path: factName(words, path) })}</label>
          <input
            id={`threshold-${at}`} className="field tabular" data-width="small" inputMode="decimal" autoComplete="off" defaultValue={value} aria-invalid={problem ? true : undefined} aria-describedby={problem ? 'threshold-problem' : undefined}
            onChange={(event) => set(['when'], withThreshold(rule.when, at, typedNumber(event.target.value, 1) ?? ''))}
          />
        </div>
      ))}
      {problem && <p id="threshold-problem" className="rule-problem small">{local(problem.say)}</p>}
      <p className="quiet small">{t('rules.rule.help')}</p>
    </>
  )
}
