import { useState } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useKeys } from '../../../app/use-keys.ts'
import { useTickets } from '../../../bridge/tickets.ts'
import { TicketDetail } from './TicketDetail.tsx'
import { TicketLine } from './TicketLine.tsx'
import './tickets.css'

const SHOWN = ['mine', 'all'] as const

/** Work that could not be finished in a chat: overdue first. */
export function Tickets() {
  const { t } = useWords()
  const keys = useKeys()
  const known = useTickets()
  const [whose, setWhose] = useState<(typeof SHOWN)[number]>('mine')
  const [chosen, choose] = useState<string | null>(null)
  if (known === undefined) return null
  const shown = whose === 'mine' ? known.tickets.filter(({ mine }) => mine) : known.tickets
  const ticket = known.tickets.find(({ id }) => id === chosen)
  return (
    <div className="tickets">
      <div className="tickets-list">
        <div role="group" aria-label={t('tickets.show')} className="tickets-show">
          {SHOWN.map((name) => <button key={name} type="button" className="scope" aria-pressed={whose === name} data-testid={`tickets-${name}`} onClick={() => setWhose(name)}>{t(`tickets.${name}`)}</button>)}
        </div>
        {shown.length === 0 && <p className="quiet" data-testid="tickets-empty">{t(known.tickets.length === 0 ? 'tickets.none' : 'tickets.none.mine', { key: keys.ticket })}</p>}
        <ul>
          {shown.map((one) => (
            <li key={one.id} data-done={one.state === 'done' ? '' : undefined}>
              <button type="button" className="ticket-line" aria-current={one.id === chosen ? 'true' : undefined} data-testid="ticket" onClick={() => choose(one.id)}><TicketLine ticket={one} /></button>
            </li>
          ))}
        </ul>
      </div>
      {ticket ? <TicketDetail key={ticket.id} ticket={ticket} owners={known.owners} /> : shown.length > 0 && <p className="quiet">{t('tickets.choose')}</p>}
    </div>
  )
}
