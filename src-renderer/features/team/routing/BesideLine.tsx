import { useState } from 'react'
import { ArrowRightLeft, Users } from 'lucide-react'
import { report } from '../../../app/do.ts'
import { focusComposer } from '../../../app/focus.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useMay } from '../../../bridge/people.ts'
import { answerOffer, takeOver, withdrawTransfer } from '../../../bridge/routing.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { type Beside, useBeside } from './beside.ts'
import { HandOnForm } from './HandOnForm.tsx'
import { LineForm } from './LineForm.tsx'
import { whyWords } from './why-words.ts'
import './routing.css'

type Open = 'hand-on' | 'return' | 'take-over' | null

/** Whose this conversation is and who else is at it, said where one writes; nothing while one is alone. */
export function BesideLine({ id }: { id: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const beside = useBeside(id)
  const [open, setOpen] = useState<Open>(null)
  if (beside.others.length === 0) return null
  const close = () => { setOpen(null); focusComposer() }
  const done = (promise: Promise<unknown>, said?: 'said.taken-over') => {
    promise.then(() => { close(); if (said) toast(said) }, report)
  }
  return (
    <div className="beside" data-testid="beside">
      <div className="beside-line small">
        <Users size={13} aria-hidden />
        <Words beside={beside} />
        <Ways id={id} beside={beside} onOpen={setOpen} />
      </div>
      {open === 'hand-on' && <HandOnForm id={id} others={beside.others} onDone={close} />}
      {open === 'return' && <LineForm label={t('route.return.why')} go={t('route.return')} testId="return" onBack={close} onGo={(reason) => done(answerOffer(desk, id, false, reason))} />}
      {open === 'take-over' && <LineForm label={t('route.takeover.why')} go={t('route.takeover')} testId="take-over" onBack={close} onGo={(reason) => done(takeOver(desk, id, reason), 'said.taken-over')} />}
    </div>
  )
}

/** At most one sentence about whose it is, and who is at it. */
function Words({ beside: { own, typing, looking, holder, routing } }: { beside: Beside }) {
  const words = useWords()
  const { t } = words
  const transfer = routing?.transfer
  const said: string[] = []
  if (routing?.state === 'offered' && routing.to?.id === own) said.push(transfer?.state === 'waiting' ? t('route.given', { name: transfer.from.name }) : t('route.offered'))
  else if (transfer?.from.id === own && transfer.state === 'waiting') said.push(t('route.waits', { name: transfer.to?.name ?? transfer.team ?? t('route.queue') }))
  else if (transfer?.from.id === own && transfer.state === 'returned' && routing?.to?.id === own) said.push(transfer.reason === '' ? t('route.returned', { name: transfer.to?.name ?? '' }) : t('route.returned.why', { name: transfer.to?.name ?? '', reason: transfer.reason }))
  else if (routing?.takeOver?.from?.id === own && routing.to?.id === routing.takeOver.by.id) said.push(t('route.lost', { name: routing.takeOver.by.name, reason: routing.takeOver.reason }))
  else if (holder) said.push(t('route.holder', { name: holder.name }))
  if (typing) said.push(t('route.typing', { name: typing.name }))
  if (looking.length > 0) said.push(t('route.looking', { names: looking.map(({ name }) => name).join(t('list.comma')) }))
  const strong = typing !== null || holder !== null || routing?.state === 'offered'
  return (
    <span className="beside-words" role="status" data-strong={strong ? '' : undefined} title={routing ? whyWords(words, routing.why) : undefined}>
      {said.length > 0 ? said.join(t('route.then')) : t('route.free')}
    </span>
  )
}

function Ways({ id, beside: { own, holder, routing }, onOpen }: { id: string; beside: Beside; onOpen: (open: Open) => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const mayAnswer = useMay('answer')
  const mayLead = useMay('lead')
  const transfer = routing?.transfer
  const isOffered = routing?.state === 'offered' && routing.to?.id === own
  if (!mayAnswer) return null
  return (
    <span className="beside-ways">
      {isOffered && <Button data-testid="offer-take" onClick={() => void answerOffer(desk, id, true).catch(report)}>{t('route.take')}</Button>}
      {isOffered && <Button data-testid="offer-return" onClick={() => onOpen('return')}>{t('route.return')}</Button>}
      {transfer?.from.id === own && transfer.state === 'waiting' && <Button data-testid="withdraw" onClick={() => void withdrawTransfer(desk, id, transfer.id).catch(report)}>{t('route.withdraw')}</Button>}
      {holder && mayLead && <Button data-testid="take-over" onClick={() => onOpen('take-over')}>{t('route.takeover')}</Button>}
      {(!holder || mayLead) && !isOffered && <Button kind="bare" icon={<ArrowRightLeft size={14} aria-hidden />} name={t('route.handon')} data-testid="hand-on" onClick={() => onOpen('hand-on')} />}
    </span>
  )
}
