import type { TicketView } from '../../../../src-shared/contract/tickets.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { changeTicket } from '../../../bridge/tickets.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { useMayWrite } from '../../../bridge/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { TicketLine } from './TicketLine.tsx'
import './tickets.css'

/** Tickets of the conversation on the screen. */
export function TicketCards({ tickets }: { tickets: readonly TicketView[] }) {
  const { t } = useWords()
  const desk = useDesk()
  const mayWrite = useMayWrite()
  if (tickets.length === 0) return null
  return (
    <section className="context-section" aria-label={t('tickets')}>
      <h2>{t('tickets')}</h2>
      {tickets.map((ticket) => (
        <article key={ticket.id} className="ticket-line" data-testid="ticket-card" data-done={ticket.state === 'done' ? '' : undefined}>
          <TicketLine ticket={ticket} />
          {mayWrite && ticket.state !== 'done' && <Button data-testid="ticket-card-done" onClick={() => void changeTicket(desk, { ticketId: ticket.id, change: { state: 'done' } }).catch(report)}>{t('tickets.done')}</Button>}
        </article>
      ))}
    </section>
  )
}
