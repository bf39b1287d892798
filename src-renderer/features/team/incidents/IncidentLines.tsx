import { Megaphone } from 'lucide-react'
import type { ThreadIncident } from '../../../../src-shared/contract/incidents.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDraft, useRow, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { insertInto } from '../../copilot/insert.ts'
import './incidents.css'

/** What holds for this customer's order now, above the conversation; nothing where nothing does. */
export function IncidentLines({ id, incidents }: { id: string; incidents: readonly ThreadIncident[] }) {
  if (incidents.length === 0) return null
  return <div className="incident-lines" data-testid="incident-lines">{incidents.map((incident) => <IncidentLine key={incident.id} id={id} incident={incident} />)}</div>
}

function IncidentLine({ id, incident: { id: incidentId, name, endsAt, orderNo, told, words, allowed } }: { id: string; incident: ThreadIncident }) {
  const { t, local, language } = useWords()
  const zone = useShopZone()
  const spoken = useRow(id)?.language ?? language
  const text = words[spoken === 'zh' ? 'zh' : 'en']
  const isDrafted = useDraft(id)?.citations.some((source) => source.kind === 'incident' && source.id === `incident:${incidentId}`) ?? false
  const said = [t('incident.line', { name, time: dateTime(endsAt, language, zone) }), ...(orderNo === null ? [] : [t('incident.order', { no: orderNo })]), local(allowed), t(told ? 'incident.told' : isDrafted ? 'incident.drafted' : 'incident.untold')].filter(Boolean)
  return (
    <p className="incident-line small" role="note" data-told={told ? '' : undefined} data-testid="incident-line">
      <Megaphone size={14} aria-hidden />
      <span className="incident-words" title={[said.join(' · '), text].join('\n')}><b>{said[0]}</b>{said.slice(1).map((part) => <span key={part}> · {part}</span>)}</span>
      {text !== '' && <Button data-testid="incident-insert" hint={text} onClick={() => insertInto({ conversationId: id, text, findings: [], id: incidentId })}>{t('incident.insert')}</Button>}
    </p>
  )
}
