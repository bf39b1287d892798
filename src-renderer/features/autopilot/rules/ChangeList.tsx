import type { PolicyChange } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { rowTitle } from './title.ts'

/** What two versions say differently, side by side; `heads`: whose words stand left and right. */
export function ChangeList({ changes, heads }: { changes: readonly PolicyChange[]; heads: readonly [string, string] }) {
  const words = useWords()
  const { t, local } = words
  if (changes.length === 0) return <p className="quiet small">{t('rules.changes.none')}</p>
  return (
    <table className="rule-changes">
      <thead><tr><th scope="col">{t('rules.changes.where')}</th><th scope="col">{heads[0]}</th><th scope="col">{heads[1]}</th></tr></thead>
      <tbody>
        {changes.map(({ at, title, before, after }) => (
          <tr key={at}>
            <th scope="row">{rowTitle(words, { place: at, title })}</th>
            <td>{before ? local(before) : <span className="quiet">{t('rules.changes.nothing')}</span>}</td>
            <td>{after ? local(after) : <span className="quiet">{t('rules.changes.nothing')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
