import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { SHIFT_WORDS_MAX, type ShiftItem } from '../../../../src-shared/domain/shift.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { makeShift, useShiftSurvey, withdrawShift } from '../../../bridge/shifts.ts'
import { Button } from '../../../ui/Button.tsx'
import { createStore, useStore } from '../../../ui/store.ts'
import { ShiftItemLine } from './ShiftItemLine.tsx'
import { targetWords } from './target-words.ts'

/** Words that were written and not handed over yet outlive the page. */
const half = createStore('')

const GROUPS = ['risk', 'promised', 'open'] as const
const groupOf = ({ risks, kind }: ShiftItem): (typeof GROUPS)[number] => (risks.length > 0 ? 'risk' : kind === 'conversation' ? 'open' : 'promised')

/** What is open, promised and at risk, words for the next, and to whom. */
export function ShiftForm() {
  const { t } = useWords()
  const desk = useDesk()
  const [seatId, setSeat] = useState<string | null>(null)
  const survey = useShiftSurvey(seatId)
  const words = useStore(half, (now) => now)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [choice, setChoice] = useState<string | null>(null)
  if (survey === undefined) return null
  const { from, items, more, givers, targets } = survey
  const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind}:${id}`
  const to = targets.find((target) => keyOf(target) === choice) ?? targets[0]
  const chosen = items.filter(({ ref }) => !left.has(ref))
  const tick = (ref: string) => setLeft((now) => { const next = new Set(now); if (!next.delete(ref)) next.add(ref); return next })
  const go = () => {
    if (to === undefined || chosen.length === 0) return
    const id = newId()
    makeShift(desk, { id, seatId: from.id, to, words: words.trim(), refs: chosen.map(({ ref }) => ref) }).then(() => {
      half.set('')
      setLeft(new Set())
      toast('said.shift-made', { undo: () => void withdrawShift(desk, { id: newId(), shiftId: id }).catch(report) })
    }, report)
  }
  return (
    <form className="shift-form" data-testid="shift-form" onSubmit={(event) => { event.preventDefault(); go() }}>
      <h3>{t('shift.new')}</h3>
      {givers.length > 1 && (
        <label>{t('shift.whose')}
          <select className="field" value={from.id} data-testid="shift-whose" onChange={(event) => { setSeat(event.target.value); setLeft(new Set()) }}>
            {givers.map(({ id, name }, index) => <option key={id} value={id}>{index === 0 ? t('shift.own') : name || id}</option>)}
          </select>
        </label>
      )}
      {items.length === 0 ? <p className="quiet" data-testid="shift-none">{t('shift.none')}</p> : GROUPS.map((group) => {
        const of = items.filter((item) => groupOf(item) === group)
        return of.length > 0 && (
          <fieldset key={group} data-testid={`shift-${group}`}>
            <legend>{t(`shift.group.${group}`, { count: of.length })}</legend>
            {of.map((item) => (
              <div key={item.ref} className="shift-pick">
                <input type="checkbox" checked={!left.has(item.ref)} aria-label={`${t(`shift.kind.${item.kind}`)} ${item.title}`} onChange={() => tick(item.ref)} />
                <ShiftItemLine item={item} />
              </div>
            ))}
          </fieldset>
        )
      })}
      {more > 0 && <p className="small">{t('shift.more', { count: more })}</p>}
      {items.length > 0 && to !== undefined && (
        <>
          <label>{t('shift.words')}
            <textarea className="field" rows={3} dir="auto" maxLength={SHIFT_WORDS_MAX} value={words} data-testid="shift-words" onChange={(event) => half.set(event.target.value)} />
          </label>
          <label>{t('shift.to')}
            <select className="field" value={keyOf(to)} data-testid="shift-to" onChange={(event) => setChoice(event.target.value)}>
              {targets.map((target) => <option key={keyOf(target)} value={keyOf(target)}>{targetWords(t, target)}</option>)}
            </select>
          </label>
          <div className="shift-go">
            <Button kind="primary" type="submit" disabled={chosen.length === 0} data-testid="shift-go">{t('shift.go', { count: chosen.length })}</Button>
            <span className="small quiet">{t('shift.until')}</span>
          </div>
        </>
      )}
    </form>
  )
}
