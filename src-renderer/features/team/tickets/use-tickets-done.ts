import { useEffect } from 'react'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'

/** Says when a colleague has finished a ticket of a conversation that is answered here. */
export function useTicketsDone(): void {
  const desk = useDesk()
  useEffect(() => desk.hearTickets((title) => { toast('said.ticket-done', { name: title }) }), [desk])
}
