import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { TicketView } from '../../../../src-shared/contract/tickets.ts'
import { TICKET_TEXT_MAX, type TicketChange, type TicketFields, type TicketOwner } from '../../../../src-shared/domain/ticket.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen, toast } from '../../../app/screen.ts'
import { changeTicket, commentTicket } from '../../../bridge/tickets.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { useMayWrite } from '../../../bridge/people.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { TicketFieldset } from './TicketFieldset.tsx'

/** Words are kept when the person leaves the field, everything else at once. */
const WORDS: readonly (keyof TicketFields)[] = ['title', 'summary']

/** One ticket: what it says, what was said of it, what became of it. */
export function TicketDetail({ ticket, owners }: { ticket: TicketView; owners: readonly TicketOwner[] }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const mayWrite = useMayWrite()
  const [words, setWords] = useState<Partial<Pick<TicketFields, 'title' | 'summary'>>>({})
  const [comment, setComment] = useState('')
  const change = (what: TicketChange): void => void changeTicket(desk, { ticketId: ticket.id, change: what }).catch(report)
  const save = (): void => {
    const { title, summary } = words
    const said: TicketChange = { ...(title !== undefined && title.trim() !== '' && title !== ticket.title ? { title: title.trim() } : {}), ...(summary !== undefined && summary !== ticket.summary ? { summary } : {}) }
    setWords({})
    if (Object.keys(said).length > 0) change(said)
  }
  const isDone = ticket.state === 'done'
  return (
    <section className="ticket-detail" aria-label={ticket.title} onBlur={save}>
      <p className="small quiet">{t('tickets.made', { name: ticket.madeBy.name })} · <span className="tabular">{dateTime(ticket.madeAt, language, zone)}</span>{ticket.orderNo !== null && ` · ${t('tickets.order', { no: ticket.orderNo })}`}</p>
      {!mayWrite && <p className="small">{t('said.reader')}</p>}
      <fieldset className="ticket-fields" disabled={!mayWrite}><TicketFieldset fields={{ ...ticket, ...words }} owners={owners} withState onChange={(said) => (WORDS.some((field) => field in said) ? setWords({ ...words, ...said }) : change(said))} /></fieldset>
      <div className="ticket-actions">
        <Button kind="primary" disabled={!mayWrite} data-testid="ticket-done" onClick={() => { change({ state: isDone ? 'open' : 'done' }); if (!isDone) toast('said.ticket-done', { name: ticket.title }) }}>{t(isDone ? 'tickets.again' : 'tickets.done')}</Button>
        {ticket.conversationId !== null && <Button onClick={() => patchScreen({ selected: ticket.conversationId, dialog: null })}>{t('tickets.conversation')}</Button>}
        <span className="small quiet">{t('tickets.quiet')}</span>
      </div>
      <h3>{t('tickets.comments')}</h3>
      <ul>{ticket.comments.map(({ id, by, at, text }) => <li key={id}><span className="small quiet">{by.name} <span className="tabular">{dateTime(at, language, zone)}</span></span><p>{text}</p></li>)}</ul>
      {mayWrite && <form onSubmit={(event) => {
        event.preventDefault()
        if (comment.trim() === '') return
        commentTicket(desk, { id: newId(), ticketId: ticket.id, text: comment.trim() }).then(() => setComment(''), report)
      }}>
        <input className="field" aria-label={t('tickets.comment')} placeholder={t('tickets.comment')} maxLength={TICKET_TEXT_MAX} value={comment} data-testid="ticket-comment" onChange={(event) => setComment(event.target.value)} />
        <Button type="submit">{t('tickets.comment.send')}</Button>
      </form>}
      {ticket.history.length > 0 && (
        <details>
          <summary>{t('tickets.history')}</summary>
          <ul>{ticket.history.map((one, n) => <li key={n} className="small"><span className="tabular quiet">{dateTime(one.at, language, zone)}</span> {changeWords(t, one, (at) => dateTime(at, language, zone))}</li>)}</ul>
        </details>
      )}
    </section>
  )
}

type Words = ReturnType<typeof useWords>['t']

/** A change in words: codes as the screen calls them, times by the shop's clock. */
function changeWords(t: Words, { by, field, from, to }: TicketView['history'][number], time: (at: number) => string): string {
  const value = (code: string): string => {
    if (code === '') return '—'
    if (field === 'dueAt') return time(Number(code))
    if (field === 'kind' || field === 'state' || field === 'priority') return t(`tickets.${field}.${code}` as 'tickets.kind.other')
    return code
  }
  const name = field === 'dueAt' ? 'due' : field
  return t('tickets.changed', { name: by.name, field: t(`tickets.${name}` as 'tickets.due'), from: value(from), to: value(to) })
}
