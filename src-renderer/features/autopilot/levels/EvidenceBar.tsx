import type { LevelRow } from '../../../../src-shared/contract/autonomy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

const PARTS = ['same', 'otherwise', 'unknown'] as const

/** What was seen, as a bar with its numbers in words beside it, and the bound that the next level asks. */
export function EvidenceBar({ evidence, asked }: Pick<LevelRow, 'evidence' | 'asked'>) {
  const { t } = useWords()
  const all = evidence.same + evidence.otherwise + evidence.unknown
  if (all === 0) return <p className="small quiet">{t('levels.nothing-seen')}</p>
  const bound = evidence.bound === null ? null : Math.floor(100 * evidence.bound)
  return (
    <div className="evidence-of-level small">
      <div className="evidence-bar" aria-hidden>
        {PARTS.map((part) => <span key={part} data-part={part} style={{ flexGrow: evidence[part] }} />)}
      </div>
      <ul>
        {PARTS.map((part) => evidence[part] > 0 && <li key={part}><span className="evidence-mark" data-part={part} aria-hidden /> <b className="tabular">{evidence[part]}</b> {t(`levels.${part}`)}</li>)}
        {evidence.costly > 0 && <li className="costly">{t('levels.costly', { count: evidence.costly })}</li>}
      </ul>
      {bound !== null && <p className="quiet tabular">{asked === null ? t('levels.bound', { bound }) : t('levels.bound.asked', { bound, asked: Math.round(100 * asked) })}</p>}
    </div>
  )
}
