import type { CaseTally } from '../../../../src-shared/contract/results.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { partsOf } from './tally.ts'

/** The parts of a tally in words; '' for none. */
export function useTallyWords(): (tally: CaseTally) => string {
  const { t } = useWords()
  return (tally) => partsOf(tally).map(({ end, count }) => t('results.part', { name: t(`results.${end}`), count })).join(' · ')
}

/** A bar of what became of the cases. @param most how many cases its whole length stands for */
export function CaseBar({ tally, most }: { tally: CaseTally; most: number }) {
  const words = useTallyWords()(tally)
  return (
    <span className="case-bar" role="img" aria-label={words || '0'} title={words}>
      {partsOf(tally, most).map(({ end, percent }) => <span key={end} data-end={end} style={{ width: `${percent}%` }} />)}
    </span>
  )
}
