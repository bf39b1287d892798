import { useState } from 'react'
import type { Understanding } from '../../../src-shared/contract/understanding.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import { nameOf } from './topic-name.ts'

/** Topics shown at first. */
const FIRST = 8

/** How many of the messages about each topic were told right; wide where there were many. */
export function TopicBars({ topics }: { topics: Understanding['topics'] }) {
  const words = useWords()
  const { t } = words
  const [all, setAll] = useState(false)
  const most = Math.max(1, ...topics.map(({ share }) => share.of))
  const shown = all ? topics : topics.slice(0, FIRST)
  return (
    <section>
      <h3>{t('understanding.topics')}</h3>
      {topics.length === 0 && <p className="small quiet">{t('understanding.topics.none')}</p>}
      <table className="topic-bars small">
        <thead className="hidden-text"><tr><th>{t('understanding.topics.topic')}</th><th>{t('understanding.topics.right')}</th><th>{t('understanding.topics.corrected')}</th></tr></thead>
        <tbody>
          {shown.map(({ topic, share, corrected }) => (
            <tr key={topic ?? ''}>
              <th scope="row" className="one-line" title={nameOf(words, topic)}>{nameOf(words, topic)}</th>
              <td>
                <span className="topic-bar" aria-hidden style={{ width: `${(100 * share.of) / most}%` }}><span style={{ width: share.of > 0 ? `${(100 * share.right) / share.of}%` : 0 }} /></span>
                <span className="tabular">{share.of > 0 ? t('understanding.of', { right: share.right, of: share.of }) : t('understanding.of.none')}</span>
              </td>
              <td className="quiet tabular">{corrected > 0 && t('understanding.corrected', { count: corrected })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {topics.length > FIRST && <Button kind="bare" aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? 'understanding.topics.less' : 'understanding.topics.more', { count: topics.length })}</Button>}
    </section>
  )
}
