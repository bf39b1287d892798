import type { OutcomeCounts } from '../../../src-shared/contract/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { partsOf } from './shares.ts'

/** What the parts of the bars are, each with its count: the picture is never told by colour alone. */
export function Legend({ counts }: { counts: OutcomeCounts }) {
  const { t } = useWords()
  return (
    <ul className="outcomes small" data-testid="outcomes">
      {partsOf(counts).map(({ outcome, count }) => (
        <li key={outcome} title={outcome === 'unread' || outcome === 'unwatched' ? t(`outcome.${outcome}.what`) : undefined}>
          <span className="outcome-mark" data-outcome={outcome} aria-hidden /> {t(`outcome.${outcome}`)} <b className="tabular">{count}</b>
        </li>
      ))}
    </ul>
  )
}
