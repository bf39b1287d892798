import { useState } from 'react'
import type { OutcomeCounts } from '../../../src-shared/contract/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import { partsOf, totalOf } from './shares.ts'

/** Lines that are shown at first. */
const FIRST = 8

interface Line {
  name: string
  note?: string
  counts: OutcomeCounts
}

/** One line a group: its name, what became of its drafts as a bar, and how many replies. */
export function OutcomeTable({ heading, lines }: { heading: string; lines: readonly Line[] }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{heading}</h3>
      <table className="outcome-table small">
        <tbody>
          {(all ? lines : lines.slice(0, FIRST)).map(({ name, note, counts }) => (
            <tr key={`${name} ${note ?? ''}`}>
              <th scope="row" className="one-line" title={name}>{name}{note && <span className="quiet"> {note}</span>}</th>
              <td><Bar counts={counts} /></td>
              <td className="quiet tabular">{t('figures.replies', { count: totalOf(counts) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > FIRST && <Button kind="bare" aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? 'understanding.topics.less' : 'understanding.topics.more', { count: lines.length })}</Button>}
    </section>
  )
}

function Bar({ counts }: { counts: OutcomeCounts }) {
  const { t } = useWords()
  const parts = partsOf(counts)
  const words = parts.map(({ outcome, count }) => t('figures.part', { name: t(`outcome.${outcome}`), count })).join(' · ')
  return <span className="outcome-bar" role="img" aria-label={words} title={words}>{parts.map(({ outcome, percent }) => <span key={outcome} data-outcome={outcome} style={{ width: `${percent}%` }} />)}</span>
}
