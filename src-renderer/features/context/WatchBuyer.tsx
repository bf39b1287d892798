import { useState, type FormEvent } from 'react'
import { v7 as newId } from 'uuid'
import type { Watch } from '../../../src-shared/domain/customer.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { toast } from '../../app/screen.ts'
import { useDesk, useShopZone } from '../../bridge/hooks.ts'
import { useMay } from '../../bridge/people.ts'
import { Button } from '../../ui/Button.tsx'
import { focusOnceDrawn } from '../../ui/focus-first.ts'
import { date } from '../../ui/format.ts'

const DAYS = [30, 90, 365, null] as const
const SHORTEST = 2
const LONGEST = 200

interface Props { conversationId: string; watch: Watch | null }

/** The shop's watch list: whoever is on it is looked at by a person first, and is told nothing of it. Supervisors put somebody on it, with a reason and an end, and take them off. */
export function WatchBuyer({ conversationId, watch }: Props) {
  const { t, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const mayLead = useMay('lead')
  const [isOpen, setOpen] = useState(false)
  /** The button that stands there next has the focus: what was under it is gone. */
  const [comesBack, setComesBack] = useState(false)
  const focused = comesBack ? focusOnceDrawn : undefined
  const set = async (next: { reason: string; days: number | null } | null): Promise<void> => {
    await desk.client.call('customer.watch', { id: newId(), conversationId, watch: next })
    setComesBack(true)
    setOpen(false)
    toast(next === null ? 'said.watch-off' : 'said.watch-on')
  }
  if (isOpen) return <WatchForm onSave={(next) => void set(next).catch(report)} onLeave={() => { setComesBack(true); setOpen(false) }} />
  return (
    <p className="small" data-testid="watch">
      {watch && <span className="watch-why">{t('watch.on', { reason: watch.reason, name: watch.by, until: watch.until === null ? t('watch.for-good') : t('watch.until', { date: date(watch.until, language, zone) }) })} </span>}
      {mayLead && (watch
        ? <button key="off" ref={focused} type="button" className="text-button small" data-testid="watch-off" onClick={() => void set(null).catch(report)}>{t('watch.take-off')}</button>
        : <button key="on" ref={focused} type="button" className="text-button small" data-testid="watch-open" title={t('watch.what')} onClick={() => setOpen(true)}>{t('watch.put-on')}</button>)}
    </p>
  )
}

function WatchForm({ onSave, onLeave }: { onSave: (next: { reason: string; days: number | null }) => void; onLeave: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [days, setDays] = useState<number | null>(DAYS[1])
  const isShort = reason.trim().length < SHORTEST
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!isShort) onSave({ reason: reason.trim(), days })
  }
  return (
    <form
      className="watch-form" aria-label={t('watch.put-on')} onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    >
      <input ref={focusOnceDrawn} className="field" aria-label={t('watch.reason')} placeholder={t('watch.reason')} maxLength={LONGEST} value={reason} dir="auto" data-testid="watch-reason" onChange={(event) => setReason(event.target.value)} />
      <select className="field" aria-label={t('watch.how-long')} value={days ?? ''} onChange={(event) => setDays(DAYS.find((one) => String(one ?? '') === event.target.value) ?? null)}>
        {DAYS.map((one) => <option key={one ?? 'none'} value={one ?? ''}>{one === null ? t('watch.for-good') : t('watch.days', { count: one })}</option>)}
      </select>
      <Button type="submit" disabled={isShort}>{t('watch.save')}</Button>
      <Button onClick={onLeave}>{t('cancel')}</Button>
    </form>
  )
}
