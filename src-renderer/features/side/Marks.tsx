import { TriangleAlert } from 'lucide-react'
import type { SideLoose } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { findingWords } from '../composer/guard/finding-words.ts'
import type { Placed } from '../composer/guard/place.ts'
import { setEdit } from './panel.ts'

/** What the guard says, a line each, with the source's value one press away. */
export function Marks({ loose, text, placed, draftId }: { loose: SideLoose; text: string; placed: readonly Placed[]; draftId: string | null }) {
  const { t } = useWords()
  if (placed.length === 0) return null
  const fix = ({ start, end, finding }: Placed) => {
    const points = [...text]
    setEdit(loose, { text: [...points.slice(0, start), finding.expected ?? '', ...points.slice(end)].join(''), draftId })
  }
  return (
    <ul className="side-marks small" data-testid="side-marks">
      {placed.map((one) => (
        <li key={`${one.start}-${one.end}`} data-severity={one.finding.severity}>
          <TriangleAlert size={12} aria-hidden /><span>{findingWords(t, one.finding)}</span>
          {one.finding.expected !== undefined && <button type="button" className="text-button" onClick={() => fix(one)}>{t('side.fix')}<span className="hidden-text"> {one.finding.text}</span></button>}
        </li>
      ))}
    </ul>
  )
}
