import type { ReactNode } from 'react'
import type { ShiftItem } from '../../../../src-shared/domain/shift.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen, select } from '../../../app/screen.ts'
import { useDeskState, useShopZone } from '../../../bridge/hooks.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { dateTime } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'

function open(id: string): void {
  patchScreen({ dialog: null })
  select(id)
}

/** What it is, why it is at risk, by when, and where it stands. `children`: what became of it, or what to do with it. */
export function ShiftItemLine({ item, children }: { item: ShiftItem; children?: ReactNode }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const offset = useDeskState()?.clockOffset ?? 0
  const isLate = useNow((now) => item.dueAt !== null && item.dueAt <= now + offset)
  const { conversationId } = item
  return (
    <div className="shift-item">
      <div className="shift-item-head">
        <span className="small quiet">{t(`shift.kind.${item.kind}`)}</span>
        {conversationId === null ? <b><bdi>{item.title}</bdi></b> : <button type="button" className="text-button" title={t('shift.open')} onClick={() => open(conversationId)}><bdi>{item.title}</bdi></button>}
        {item.risks.map((risk) => <Chip key={risk} tone={risk === 'angry' || risk === 'overdue' ? 'danger' : 'warning'}>{t(`shift.risk.${risk}`)}</Chip>)}
        {item.dueAt !== null && <span className="small tabular" data-tone={isLate ? 'late' : undefined}>{t(isLate ? 'shift.late' : 'shift.due', { time: dateTime(item.dueAt, language, zone) })}</span>}
        {children}
      </div>
      {item.line !== '' && <p className="small" dir="auto">{item.line}</p>}
    </div>
  )
}
