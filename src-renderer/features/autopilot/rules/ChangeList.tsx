import type { PolicyChange } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Sentences } from './Sentences.tsx'
import { rowTitle } from './title.ts'

/** What two versions say differently, side by side; `heads`: whose words stand left and right. */
export function ChangeList({ changes, heads }: { changes: readonly PolicyChange[]; heads: readonly [string, string] }) {
  const words = useWords()
  const { t } = words
  if (changes.length === 0) return <p className="quiet small">{t('rules.changes.none')}</p>
  return (
    <table className="rule-changes">
      <thead><tr><th scope="col">{t('rules.changes.where')}</th><th scope="col">{heads[0]}</th><th scope="col">{heads[1]}</th></tr></thead>
      <tbody>
        {changes.map(({ at, title, before, after }) => (
          <tr key={at}>
            <th scope="row">{rowTitle(words, { place: at, title })}</th>
            <td>{before ? <Sentences say={before} other={after ?? undefined} /> : <span className="quiet">{t('rules.changes.nothing')}</span>}</td>
            <td>{after ? <Sentences say={after} other={before ?? undefined} /> : <span className="quiet">{t('rules.changes.nothing')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
