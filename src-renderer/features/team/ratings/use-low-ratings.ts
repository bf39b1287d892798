import { useEffect } from 'react'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'

/** Says when a customer of one's own, or for supervisors any, gave 1 or 2. */
export function useLowRatings(): void {
  const desk = useDesk()
  useEffect(() => desk.hearLowRatings((name) => { toast('said.low-rating', { name, tone: 'danger' }) }), [desk])
}
