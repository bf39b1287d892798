import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { RisingBars } from '../../ui/RisingBars.tsx'

/** Reasons shown; more do not help to decide. */
const REASONS = 4

/** A message, what was understood of it, and the words that it was understood by. */
export function Understood({ message: { text, verdict } }: { message: ThreadMessage }) {
  const { t, label } = useWords()
  if (!verdict) return null
  const { topics, own = [], acts, marks, emotion, evidence } = verdict
  const names = [...topics, ...marks, ...acts].flatMap((one) => label(one.label) ?? []).concat(own.map((one) => one.label))
  const points = [...text]
  // Words within other words say nothing more.
  const widest = evidence.filter((one) => !evidence.some((other) => other !== one && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start))
  const reasons = [...new Map(widest.map((one) => [`${one.start} ${one.end}`, one])).values()].flatMap(({ start, end, why }) => {
    const name = label(why)
    return name ? [{ words: points.slice(start, end).join(''), name }] : []
  })
  return (
    <div className="understood small">
      <p className="understood-words" dir="auto" title={text}>{text}</p>
      <dl>
        <dt>{t('teach.understood')}</dt>
        <dd>
          {names.length > 0 ? names.join(' · ') : t('teach.nothing')}
          <span className="understood-mood"><RisingBars level={Math.max(1, emotion.level)} size={10} /> {label(emotion.label)}</span>
        </dd>
        {reasons.length > 0 && (
          <>
            <dt>{t('teach.because')}</dt>
            <dd>{reasons.slice(0, REASONS).map(({ words, name }, n) => <span key={n} className="understood-why" title={name}><bdi>{words}</bdi></span>)}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
