import { TICKET_KINDS, TICKET_PRIORITIES, TICKET_TEXT_MAX, TICKET_TITLE_MAX, TicketState, type TicketFields, type TicketOwner } from '../../../../src-shared/domain/ticket.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDeskState, useShopZone } from '../../../bridge/hooks.ts'
import { FIRST } from '../../../ui/Dialog.tsx'
import { dateTime } from '../../../ui/format.ts'
import { DUE_IN, DUE_NAMES } from './words.ts'

const keyOf = (owner: TicketOwner | null): string => (owner === null ? '' : `${owner.kind} ${owner.id}`)

/** The fields of a ticket, each told at once when it changes. */
export function TicketFieldset({ fields, owners, withState, onChange }: { fields: TicketFields; owners: readonly TicketOwner[]; withState: boolean; onChange: (change: Partial<TicketFields>) => void }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const offset = useDeskState()?.clockOffset ?? 0
  const people = fields.owner !== null && !owners.some((owner) => keyOf(owner) === keyOf(fields.owner)) ? [fields.owner, ...owners] : owners
  return (
    <>
      <label>{t('tickets.title')}<input {...FIRST} className="field" required maxLength={TICKET_TITLE_MAX} value={fields.title} data-testid="ticket-title" onChange={(event) => onChange({ title: event.target.value })} /></label>
      <div className="ticket-row">
        <label>{t('tickets.kind')}
          <select className="field" value={fields.kind} data-testid="ticket-kind" onChange={(event) => onChange({ kind: TICKET_KINDS.find((kind) => kind === event.target.value) ?? 'other' })}>
            {TICKET_KINDS.map((kind) => <option key={kind} value={kind}>{t(`tickets.kind.${kind}`)}</option>)}
          </select>
        </label>
        <label>{t('tickets.owner')}
          <select className="field" value={keyOf(fields.owner)} data-testid="ticket-owner" onChange={(event) => onChange({ owner: people.find((owner) => keyOf(owner) === event.target.value) ?? null })}>
            <option value="">{t('tickets.owner.none')}</option>
            {people.map((owner) => <option key={keyOf(owner)} value={keyOf(owner)}>{owner.name}</option>)}
          </select>
        </label>
        <label>{t('tickets.due')}
          <select className="field" value={fields.dueAt === null ? '' : 'same'} data-testid="ticket-due" onChange={(event) => { const name = DUE_NAMES.find((one) => one === event.target.value); if (event.target.value !== 'same') onChange({ dueAt: name ? Date.now() + offset + DUE_IN[name] : null }) }}>
            <option value="">{t('tickets.due.none')}</option>
            {fields.dueAt !== null && <option value="same">{t('tickets.due.same', { time: dateTime(fields.dueAt, language, zone) })}</option>}
            {DUE_NAMES.map((name) => <option key={name} value={name}>{t(`tickets.due.${name}`)}</option>)}
          </select>
        </label>
        <label>{t('tickets.priority')}
          <select className="field" value={fields.priority} onChange={(event) => onChange({ priority: TICKET_PRIORITIES.find((one) => one === event.target.value) ?? 'normal' })}>
            {TICKET_PRIORITIES.map((one) => <option key={one} value={one}>{t(`tickets.priority.${one}`)}</option>)}
          </select>
        </label>
        {withState && (
          <label>{t('tickets.state')}
            <select className="field" value={fields.state} data-testid="ticket-state" onChange={(event) => onChange({ state: TicketState.options.find((one) => one === event.target.value) ?? 'open' })}>
              {TicketState.options.map((one) => <option key={one} value={one}>{t(`tickets.state.${one}`)}</option>)}
            </select>
          </label>
        )}
      </div>
      <label>{t('tickets.summary')}<textarea className="field" rows={6} maxLength={TICKET_TEXT_MAX} value={fields.summary} data-testid="ticket-summary" onChange={(event) => onChange({ summary: event.target.value })} /></label>
    </>
  )
}
