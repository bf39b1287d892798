import { isOpenShift } from '../../../../src-shared/domain/shift.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useMay } from '../../../bridge/people.ts'
import { useShifts } from '../../../bridge/shifts.ts'
import { ShiftCard } from './ShiftCard.tsx'
import { ShiftForm } from './ShiftForm.tsx'
import './shift.css'

/** The end of a shift: what waits to be accepted, what one has to hand over, and what ended lately. */
export function Shifts() {
  const { t } = useWords()
  const shifts = useShifts()
  const mayLead = useMay('lead')
  if (shifts === undefined) return null
  const open = shifts.filter(isOpenShift)
  const ended = shifts.filter((shift) => !isOpenShift(shift) && (shift.mine || shift.given || mayLead))
  const shown = open.filter((shift) => shift.mine || shift.given || mayLead)
  return (
    <div className="shifts">
      {shown.map((shift) => <ShiftCard key={shift.id} shift={shift} mayLead={mayLead} />)}
      <ShiftForm />
      {ended.length > 0 && (
        <details className="shifts-ended">
          <summary data-testid="shifts-ended">{t('shift.lately', { count: ended.length })}</summary>
          {ended.map((shift) => <ShiftCard key={shift.id} shift={shift} mayLead={mayLead} />)}
        </details>
      )}
    </div>
  )
}
