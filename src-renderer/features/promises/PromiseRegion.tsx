import { useState } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState, useRows } from '../../bridge/hooks.ts'
import { useNow } from '../../ui/now.ts'
import { alarmingIds } from './alarming.ts'

/** Says politely how many promises have come due; those of one second are one sentence. */
export function PromiseRegion() {
  const { t } = useWords()
  const rows = useRows()
  const offset = useDeskState()?.clockOffset ?? 0
  const due = useNow((now) => (rows ? alarmingIds(rows.values(), now + offset) : ''))
  const [said, setSaid] = useState({ due, fresh: 0 })
  if (said.due !== due) {
    const before = new Set(said.due.split(' '))
    setSaid({ due, fresh: due.split(' ').filter((id) => id !== '' && !before.has(id)).length })
  }
  return <p className="hidden-text" role="status" aria-live="polite">{said.fresh > 0 ? t('live.promises', { count: said.fresh }) : ''}</p>
}
