import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { IncidentView } from '../../../../src-shared/contract/incidents.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useIncidents } from '../../../bridge/floor.ts'
import { useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { useStore } from '../../../ui/store.ts'
import { halfIncident, wordsOf } from './half.ts'
import { IncidentDetail } from './IncidentDetail.tsx'
import { IncidentForm } from './IncidentForm.tsx'
import '../tickets/tickets.css'
import './incidents.css'

/** What went wrong for many orders: what is said of it, and whom it touches. */
export function Incidents() {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  const known = useIncidents()
  const [chosen, choose] = useState<string | null>(null)
  const half = useStore(halfIncident, (now) => now)
  if (known === undefined) return null
  const { incidents, mayLead } = known
  const incident = incidents.find(({ id }) => id === chosen) ?? incidents.find(({ isOpen }) => isOpen)
  const write = (one?: IncidentView) => halfIncident.set({ id: one?.id ?? newId(), basedOn: one?.revision ?? 0, form: wordsOf(one, known, zone, local) })
  if (half !== null) return <IncidentForm known={known} half={half} onDone={(id) => { if (id !== null) choose(id); halfIncident.set(null) }} />
  return (
    <>
      <div className="floor-head">
        <p className="quiet">{t('incidents.what')}</p>
        {mayLead && <Button kind="primary" data-testid="incident-new" onClick={() => write()}>{t('incidents.new')}</Button>}
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
        {incident && <IncidentDetail key={incident.id} incident={incident} products={known.products} mayLead={mayLead} onChange={() => write(incident)} />}
      </div>
    </>
  )
}
