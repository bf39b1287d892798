import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import type { TicketFields } from '../../../../src-shared/domain/ticket.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen, screen, toast } from '../../../app/screen.ts'
import { makeTicket, useSuggestedTicket, useTickets } from '../../../bridge/tickets.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useStore } from '../../../ui/store.ts'
import { TicketFieldset } from './TicketFieldset.tsx'
import './tickets.css'

const close = (): void => patchScreen({ dialog: null })

/** A ticket of the conversation on the screen, filled in: Enter makes it. */
export function TicketDialog() {
  const selected = useStore(screen, (s) => s.selected)
  const suggested = useSuggestedTicket(selected)
  return selected !== null && suggested ? <NewTicket conversationId={selected} suggested={suggested} /> : null
}

function NewTicket({ conversationId, suggested }: { conversationId: string; suggested: CallResult<'ticket.suggest'> }) {
  const { t } = useWords()
  const desk = useDesk()
  const owners = useTickets()?.owners ?? []
  const { orderNo, ...first } = suggested
  const [fields, setFields] = useState<TicketFields>(first)
  const [id] = useState<string>(() => newId())
  const make = (): void => {
    if (fields.title.trim() === '') return
    makeTicket(desk, { ...fields, title: fields.title.trim(), id, conversationId, orderNo }).then(() => toast('said.ticket-made'), report)
    close()
  }
  return (
    <Dialog title={t('tickets.new')} closeName={t('close')} onClose={close} look="ticket">
      <form className="ticket-form" data-testid="ticket-form" onSubmit={(event) => { event.preventDefault(); make() }} onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); make() } }}>
        <TicketFieldset fields={fields} owners={owners} withState={false} onChange={(change) => setFields({ ...fields, ...change })} />
        <p className="small quiet">{orderNo !== null && `${t('tickets.order', { no: orderNo })} · `}{t('tickets.quiet')}</p>
        <Button kind="primary" type="submit" data-testid="ticket-make">{t('tickets.make')} <kbd>Enter</kbd></Button>
      </form>
    </Dialog>
  )
}
