import { isOpenShift } from '../../../../src-shared/domain/shift.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useShifts } from '../../../bridge/shifts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { targetWords } from './target-words.ts'
import './shift.css'

/** Hand-overs that nobody has accepted whole, as the wall shows them; nothing where there are none. */
export function OpenShifts() {
  const { t } = useWords()
  const open = (useShifts() ?? []).filter(isOpenShift)
  if (open.length === 0) return null
  return (
    <ul className="open-shifts" aria-label={t('shift.wall')} data-testid="wall-shifts">
      {open.map((shift) => {
        const waiting = shift.items.filter(({ state }) => state === 'waiting')
        const risky = waiting.filter(({ risks }) => risks.length > 0).length
        return (
          <li key={shift.id} className="small">
            <b>{t('shift.from', { name: shift.from.name, to: targetWords(t, shift.to) })}</b> {t('shift.open.count', { count: waiting.length, all: shift.items.length })}
            {risky > 0 && <> <Chip tone="danger">{t('shift.wall.risk', { count: risky })}</Chip></>}
          </li>
        )
      })}
    </ul>
  )
}
