import type { TicketView } from '../../../../src-shared/contract/tickets.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDeskState, useShopZone } from '../../../bridge/hooks.ts'
import { dateTime } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'

/** What a ticket is, who sees to it, and by when. */
export function TicketLine({ ticket }: { ticket: TicketView }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const offset = useDeskState()?.clockOffset ?? 0
  const isLate = useNow((now) => ticket.dueAt !== null && ticket.state !== 'done' && ticket.dueAt <= now + offset)
  const time = ticket.dueAt === null ? null : dateTime(ticket.dueAt, language, zone)
  return (
    <>
      <b>{ticket.title}</b>
      <span className="small quiet">
        {ticket.no > 0 ? t('tickets.no', { no: ticket.no }) : t('tickets.no.none')} · {t(`tickets.kind.${ticket.kind}`)} · {t(`tickets.state.${ticket.state}`)} · {ticket.owner?.name ?? t('tickets.owner.none')}
        {ticket.priority !== 'normal' && ` · ${t(`tickets.priority.${ticket.priority}`)}`}{ticket.waits && ` · ${t('tickets.waits')}`}
      </span>
      {time !== null && ticket.state !== 'done' && <span className="small tabular" data-tone={isLate ? 'late' : undefined}>{t(isLate ? 'tickets.overdue' : 'tickets.due.at', { time })}</span>}
    </>
  )
}
