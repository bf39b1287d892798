import { useState } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useIncidents } from '../../../bridge/floor.ts'
import { useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { IncidentDetail } from './IncidentDetail.tsx'
import { IncidentForm } from './IncidentForm.tsx'
import '../tickets/tickets.css'
import './incidents.css'

/** What went wrong for many orders: what is said of it, and whom it touches. */
export function Incidents() {
  const { t, language } = useWords()
  const zone = useShopZone()
  const known = useIncidents()
  const [chosen, choose] = useState<string | null>(null)
  const [writing, write] = useState<'new' | 'change' | null>(null)
  if (known === undefined) return null
  const { incidents, mayLead } = known
  const incident = incidents.find(({ id }) => id === chosen) ?? incidents.find(({ isOpen }) => isOpen)
  if (writing !== null) return <IncidentForm known={known} incident={writing === 'change' ? incident : undefined} onDone={(id) => { if (id !== null) choose(id); write(null) }} />
  return (
    <>
      <div className="floor-head">
        <p className="quiet">{t('incidents.what')}</p>
        {mayLead && <Button kind="primary" data-testid="incident-new" onClick={() => write('new')}>{t('incidents.new')}</Button>}
      </div>
      {incidents.length === 0 && <p data-testid="incidents-empty">{t(mayLead ? 'incidents.none' : 'incidents.none.agent')}</p>}
      <div className="tickets">
        <ul>
          {incidents.map((one) => (
            <li key={one.id}>
              <button type="button" className="ticket-line" aria-current={one.id === incident?.id ? 'true' : undefined} data-testid="incident" onClick={() => choose(one.id)}>
                <b>{one.name}</b>
                <span className="small quiet">{one.isOpen ? t('incidents.until', { time: dateTime(one.endsAt, language, zone), count: one.affected.length }) : t('incidents.over', { time: dateTime(Math.min(one.endsAt, one.endedAt ?? one.endsAt), language, zone) })}</span>
              </button>
            </li>
          ))}
        </ul>
        {incident && <IncidentDetail key={incident.id} incident={incident} products={known.products} mayLead={mayLead} onChange={() => write('change')} />}
      </div>
    </>
  )
}
