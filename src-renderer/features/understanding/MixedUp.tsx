import type { Understanding } from '../../../src-shared/contract/understanding.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { LINE_PX, ribbons } from './mixed.ts'
import { nameOf } from './topic-name.ts'

/** What is taken for what: told on the left, what it really was on the right, a ribbon between them. */
export function MixedUp({ pairs }: { pairs: Understanding['mixed'] }) {
  const words = useWords()
  const { t } = words
  const { left, right, ribbons: drawn } = ribbons(pairs)
  const lines = Math.max(left.length, right.length)
  const name = (code: string | null) => nameOf(words, code)
  return (
    <section>
      <h3>{t('understanding.mixed')}</h3>
      {pairs.length === 0 ? <p className="small quiet">{t('understanding.mixed.none')}</p> : (
        <>
          <div className="mixed small" aria-hidden style={{ gridTemplateRows: `auto repeat(${lines}, ${LINE_PX}px)` }}>
            <span className="quiet mixed-told">{t('understanding.mixed.told')}</span><span className="quiet mixed-really">{t('understanding.mixed.really')}</span>
            {left.map((code, at) => <span key={code ?? ''} className="one-line mixed-left" style={{ gridRow: at + 2 }} title={name(code)}>{name(code)}</span>)}
            <svg className="mixed-ribbons" style={{ gridRow: `2 / span ${lines}` }} viewBox={`0 0 100 ${lines}`} preserveAspectRatio="none">
              {drawn.map(({ from, to, thickness }, at) => <path key={at} d={`M0 ${from}C50 ${from} 50 ${to} 100 ${to}`} strokeWidth={thickness} vectorEffect="non-scaling-stroke" />)}
            </svg>
            {right.map((code, at) => <span key={code ?? ''} className="one-line mixed-right" style={{ gridRow: at + 2 }} title={name(code)}>{name(code)}</span>)}
          </div>
          <ul className="hidden-text">{pairs.map(({ told, expected, count }, at) => <li key={at}>{t('understanding.mixed.pair', { told: name(told), expected: name(expected), count })}</li>)}</ul>
        </>
      )}
    </section>
  )
}
