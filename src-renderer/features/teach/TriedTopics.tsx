import type { OwnTopicsPreview, OwnTopicsReport } from '../../../src-shared/contract/teaching.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import { inTen, weakIn } from './weak.ts'

/** Topics and bad rows that are named; more would not be read. */
const NAMED = 12

interface Props {
  tried: OwnTopicsPreview
  onUse: () => void
  onLeave: () => void
}

/** What was learned from a table, before it is used: how well, what is weak, and what it makes of the newest messages. */
export function TriedTopics({ tried: { report, problems, sample }, onUse, onLeave }: Props) {
  const { t } = useWords()
  const lines = problems.slice(0, NAMED).map(({ line, reason }) => t('topics.problem', { line, reason: t(`topics.reason.${reason}`) })).join(t('list.comma'))
  return (
    <section className="taught" data-testid="topics-tried">
      <ReportOf report={report} />
      {problems.length > 0 && <p className="small quiet">{t('topics.problems', { count: problems.length, lines: problems.length > NAMED ? `${lines}…` : lines })}</p>}
      <div className="taught-actions">
        <Button kind="primary" onClick={onUse} data-testid="topics-use">{t('topics.use')}</Button>
        <Button onClick={onLeave}>{t('topics.discard')}</Button>
      </div>
      <h4>{t(sample.length > 0 ? 'topics.sample' : 'topics.sample.empty')}</h4>
      {sample.length > 0 && (
        <table className="taught-sample small">
          <tbody>
            {sample.map(({ text, label }, n) => (
              <tr key={n}>
                <td className="one-line" title={text}><bdi>{text}</bdi></td>
                <td>{label === null ? <span className="quiet">{t('topics.sample.none')}</span> : <span className="topic-chip" data-own=""><bdi>{label}</bdi></span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** How well the topics are told apart, in words, and which a person should look at. */
export function ReportOf({ report }: { report: OwnTopicsReport }) {
  const { t } = useWords()
  const weak = weakIn(report)
  return (
    <>
      <p><b>{t('topics.count', { count: report.topics.length })}</b> · {t('topics.examples', { count: report.examples })} <span className="small quiet">{t('topics.right', { right: inTen(report.right) })}</span></p>
      <p className="taught-topics small">{report.topics.map(({ label }) => <span key={label} className="topic-chip" data-own=""><bdi>{label}</bdi></span>)}</p>
      {weak.length > 0 && (
        <div className="taught-weak small">
          <h5>{t('topics.weak')}</h5>
          <ul className="taught-lines">
            {weak.slice(0, NAMED).map((one) => (
              <li key={one.label}>{one.why === 'mixed' ? t('topics.weak.mixed', { label: one.label, with: one.with, right: one.right }) : one.why === 'few' ? t('topics.weak.few', { label: one.label, count: one.examples, right: one.right }) : t(`topics.weak.${one.why}`, { label: one.label, right: one.right })}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
