import { useEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { ShiftView } from '../../../../src-shared/contract/shifts.ts'
import { isOpenShift } from '../../../../src-shared/domain/shift.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { answerShift, withdrawShift } from '../../../bridge/shifts.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { LineForm } from '../routing/LineForm.tsx'
import { ShiftItemLine } from './ShiftItemLine.tsx'
import { targetWords } from './target-words.ts'

/** One hand-over: from whom, to whom, their words, and what became of each thing. */
export function ShiftCard({ shift, mayLead }: { shift: ShiftView; mayLead: boolean }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const desk = useDesk()
  const card = useRef<HTMLElement>(null)
  const [leaving, setLeaving] = useState<readonly string[] | null>(null)
  const waiting = shift.items.filter(({ state }) => state === 'waiting')
  const isOpen = isOpenShift(shift)
  const mayTake = isOpen && (shift.mine || (mayLead && !shift.given))
  // The button that was pressed goes once the answer is drawn: the focus goes on to the next one.
  const goesOn = useRef(false)
  const focusOn = () => { goesOn.current = true }
  useEffect(() => {
    if (!goesOn.current) return
    goesOn.current = false;
    (card.current?.querySelector<HTMLElement>('[data-testid="shift-take"]') ?? card.current)?.focus()
  }, [shift.revision])
  const answer = (items: readonly string[], state: 'accepted' | 'returned', reason = '') => {
    focusOn()
    answerShift(desk, { id: newId(), shiftId: shift.id, items: [...items], state, reason }).then(({ shift: now }) => {
      const gone = now.items.filter((item) => items.includes(item.id) && item.state === 'gone').length
      toast(gone > 0 ? 'said.shift-gone' : state === 'accepted' ? 'said.shift-taken' : 'said.shift-left', { name: shift.from.name })
      setLeaving(null)
    }, report)
  }
  return (
    <article ref={card} className="shift" tabIndex={-1} data-testid="shift" aria-label={t('shift.from', { name: shift.from.name, to: targetWords(t, shift.to) })}>
      <div className="shift-head">
        <b>{t('shift.from', { name: shift.from.name, to: targetWords(t, shift.to) })}</b>
        <span className="small quiet tabular">{dateTime(shift.at, language, zone)}{shift.by.id !== shift.from.id && ` · ${t('shift.by', { name: shift.by.name })}`}</span>
        <span className="small" role="status">{isOpen ? t('shift.open.count', { count: waiting.length, all: shift.items.length }) : t('shift.ended')}</span>
        {mayTake && waiting.length > 0 && <Button kind="primary" data-testid="shift-take-all" onClick={() => answer(waiting.map(({ id }) => id), 'accepted')}>{t('shift.take.all', { count: waiting.length })}</Button>}
        {mayTake && waiting.length > 1 && <Button data-testid="shift-leave-all" onClick={() => setLeaving(waiting.map(({ id }) => id))}>{t('shift.leave.all')}</Button>}
        {isOpen && (shift.given || mayLead) && <Button data-testid="shift-withdraw" onClick={() => { focusOn(); void withdrawShift(desk, { id: newId(), shiftId: shift.id }).then(() => { toast('said.shift-withdrawn') }, report) }}>{t(shift.given ? 'shift.withdraw' : 'shift.withdraw.other', { name: shift.from.name })}</Button>}
      </div>
      {shift.words !== '' && <p className="shift-words" dir="auto">{shift.words}</p>}
      {leaving !== null && <LineForm label={t('shift.leave.why', { name: shift.from.name })} go={t('shift.leave')} testId="shift-leave" onBack={() => { setLeaving(null); card.current?.focus() }} onGo={(reason) => answer(leaving, 'returned', reason)} />}
      <ul>
        {shift.items.map((item) => (
          <li key={item.id} data-state={item.state} data-testid="shift-item">
            <ShiftItemLine item={item}>
              {item.state !== 'waiting' ? <span className="small quiet">{t(`shift.state.${item.state}`, { name: item.by?.name ?? '', giver: shift.from.name })}{item.reason !== '' && `${t('list.colon')}${item.reason}`}</span>
                : shift.settled.includes(item.id) ? <span className="small quiet">{t('shift.settled')}</span>
                  : !mayTake && <span className="small quiet">{t('shift.state.waiting', { giver: shift.from.name })}</span>}
              {mayTake && item.state === 'waiting' && <span className="shift-ways"><Button data-testid="shift-take" name={t('shift.take.one', { name: item.title })} onClick={() => answer([item.id], 'accepted')}>{t('shift.take')}</Button><Button kind="bare" data-testid="shift-leave" onClick={() => setLeaving([item.id])}>{t('shift.leave')}</Button></span>}
            </ShiftItemLine>
          </li>
        ))}
      </ul>
    </article>
  )
}
