import type { Tally, Understanding } from '../../../src-shared/contract/understanding.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { outOf100 } from './in-words.ts'

/** What the random checks say: one figure large, what it consists of small. */
export function Estimates({ checked }: { checked: Understanding['checked'] }) {
  const { t } = useWords()
  const range = outOf100(checked.all)
  if (!range) return null
  return (
    <div className="estimates">
      <p className="understanding-big" data-testid="estimate">{t('understanding.right', range)}</p>
      <Range tally={checked.all} />
      <p className="quiet">{t('understanding.counted', { right: checked.all.right, of: checked.all.of })}</p>
      {checked.unsure > 0 && <p className="quiet">{t('understanding.unsure', { count: checked.unsure })}</p>}
      <dl className="estimates-parts">
        <Part name={t('understanding.topic')} tally={checked.topic} />
        <Part name={t('understanding.alarm')} tally={checked.alarm} />
      </dl>
    </div>
  )
}

function Part({ name, tally }: { name: string; tally: Tally }) {
  const { t } = useWords()
  const range = outOf100(tally)
  return range && <><dt>{name}</dt><dd className="tabular">{t('understanding.range', range)}</dd><dd><Range tally={tally} /></dd></>
}

/** Where the true share lies, on a line from none to all; said in words beside it. */
function Range({ tally: { right, of, low, high } }: { tally: Tally }) {
  if (low === null || high === null) return null
  return (
    <svg className="range" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
      <rect className="range-all" width="100" height="6" rx="1" />
      <rect className="range-likely" x={low * 100} width={Math.max(1, (high - low) * 100)} height="6" />
      <rect className="range-seen" x={Math.min(99, (right / of) * 100)} width="1" height="6" />
    </svg>
  )
}
