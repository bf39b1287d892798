import { useState } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState, useRows } from '../../bridge/hooks.ts'
import { useNow } from '../../ui/now.ts'
import { overdueIds } from './waiting.ts'

/** Says politely how many answers have become overdue; those of one second are one sentence. */
export function OverdueRegion() {
  const { t } = useWords()
  const rows = useRows()
  const offset = useDeskState()?.clockOffset ?? 0
  const late = useNow((now) => (rows ? overdueIds([...rows.values()].filter((row) => row.section === 'needs-you'), now + offset) : ''))
  const [said, setSaid] = useState({ late, fresh: 0 })
  if (said.late !== late) {
    const before = new Set(said.late.split(' '))
    setSaid({ late, fresh: late.split(' ').filter((id) => id !== '' && !before.has(id)).length })
  }
  return <p className="hidden-text" role="status" aria-live="polite">{said.fresh > 0 ? t('live.overdue', { count: said.fresh }) : ''}</p>
}
