import { useEffect } from 'react'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'

/** Says when somebody hands their shift over to whoever sits here, and what becomes of one's own. */
export function useShiftNews(): void {
  const desk = useDesk()
  useEffect(() => desk.hearShifts(({ what, name }) => { toast(`said.shift-news-${what}`, { name, tone: what === 'returned' ? 'danger' : 'plain' }) }), [desk])
}
