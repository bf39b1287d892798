import type { HistoryImported } from '../../../../src-shared/contract/history.ts'
import { SKIPPED_WHY } from '../../../../src-shared/domain/history.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useStore } from '../../../ui/store.ts'
import { importing } from './importing.ts'

/** Row numbers that are named of each reason. */
const NAMED = 8

/** What became of the files that were taken in. */
export function Outcomes() {
  const { t, local } = useWords()
  const outcomes = useStore(importing, (now) => now.outcomes)
  return (
    <div role="status">
      {outcomes.map((one, at) => (
        <div key={at} className="chats-outcome">
          {'imported' in one
            ? <><p>{t('chats.done', { name: one.name, conversations: one.imported.conversations, turns: one.imported.turns })}</p><Skipped imported={one.imported} /></>
            : <p className="chats-problem">{t('chats.failed', { name: one.name })} {one.problem === 'large' ? t('chats.large') : one.problem === 'failed' ? t('said.failed') : local(one.problem)}</p>}
        </div>
      ))}
    </div>
  )
}

function Skipped({ imported: { skipped, skippedCount } }: { imported: HistoryImported }) {
  const { t, language } = useWords()
  if (skippedCount === 0) return null
  const rowsOf = (why: (typeof SKIPPED_WHY)[number]): number[] => skipped.filter((one) => one.why === why).map(({ row }) => row)
  const list = (rows: readonly number[]): string => rows.slice(0, NAMED).join(language === 'zh' ? '、' : ', ') + (rows.length > NAMED ? '…' : '')
  return (
    <ul className="small chats-skipped">
      {skippedCount > skipped.length && <li>{t('chats.skipped', { count: skippedCount })}</li>}
      {SKIPPED_WHY.flatMap((why) => {
        const rows = rowsOf(why)
        return rows.length === 0 ? [] : [<li key={why}>{t(`chats.why.${why}`, { count: rows.length, rows: list(rows) })}</li>]
      })}
    </ul>
  )
}
