import { CalendarClock } from 'lucide-react'
import type { RowPromise as Due } from '../../../src-shared/contract/promises.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState, useShopZone } from '../../bridge/hooks.ts'
import { date, shortDate, timeIn } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { dueWords, promiseTone } from './words.ts'
import './promises.css'

/** In the queue's row: when the next promise is due; amber before, red and in words after. A colleague's stays grey. */
export function RowPromise({ promise }: { promise: Due }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const offset = useDeskState()?.clockOffset ?? 0
  const tone = useNow((now) => (promise.own ? promiseTone(promise, now + offset) : 'calm'))
  const title = useNow((now) => {
    const values = { what: t(`promises.kind.${promise.kind}`), due: dueWords(t, promise.dueAt, now + offset, language, zone) }
    if (!promise.own) return t('promises.row.other', values)
    return promise.open > 1 ? t('promises.row.more', { ...values, count: promise.open - 1 }) : t('promises.row', values)
  })
  const today = useNow((now) => date(now + offset, language, zone) === date(promise.dueAt, language, zone))
  const time = today ? timeIn(promise.dueAt, language, zone) : shortDate(promise.dueAt, language, zone)
  return (
    <span className="row-promise small tabular" data-tone={tone} data-testid="row-promise" role="img" aria-label={title} title={title}>
      <CalendarClock size={11} aria-hidden /> {tone === 'late' ? t('promises.late') : time}
    </span>
  )
}
