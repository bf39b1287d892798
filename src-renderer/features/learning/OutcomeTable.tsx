import { useState } from 'react'
import type { OutcomeCounts, TopicFigures } from '../../../src-shared/contract/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import { outOf100, partsOf, totalOf } from './shares.ts'

/** Lines that are shown at first. */
const FIRST = 8

interface Line {
  name: string
  note?: string
  counts: OutcomeCounts
  /** Shown where the table has a heading for it. */
  taken?: TopicFigures['taken']
}

/** One line a group: its name, what became of its drafts as a bar, the range of the share that was taken, and how many replies. @param taken what that range is called */
export function OutcomeTable({ heading, lines, taken }: { heading: string; lines: readonly Line[]; taken?: string }) {
  const { t } = useWords()
  const [all, setAll] = useState(false)
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{heading}</h3>
      <table className="outcome-table small">
        {taken !== undefined && <thead><tr><th scope="col" className="quiet">{t('figures.topic')}</th><td /><th scope="col" className="outcome-range quiet">{taken}</th><td /></tr></thead>}
        <tbody>
          {(all ? lines : lines.slice(0, FIRST)).map(({ name, note, counts, taken: share }) => (
            <tr key={`${name} ${note ?? ''}`}>
              <th scope="row" className="one-line" title={name}>{name}{note && <span className="quiet"> {note}</span>}</th>
              <td><Bar counts={counts} /></td>
              {taken !== undefined && <td className="outcome-range tabular">{share && share.low !== null && share.high !== null ? t('figures.range', outOf100(share.low, share.high)) : '–'}</td>}
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
