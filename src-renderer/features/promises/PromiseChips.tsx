import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { CalendarClock, X } from 'lucide-react'
import type { SeenPromise } from '../../../src-shared/contract/promises.ts'
import { promiseWishes } from '../../app/do-promises.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { gatewayNow } from '../../bridge/actions.ts'
import { useDesk, useShopZone } from '../../bridge/hooks.ts'
import { adjust } from './adjustments.ts'
import { PromiseTime } from './PromiseTime.tsx'
import { useSeenPromises } from './use-seen.ts'
import { dueWords, promiseWords } from './words.ts'
import './promises.css'

interface Props {
  id: string
  text: string
  /** One was taken off; `what` names it. */
  onDropped: (what: string, undo: () => void) => void
  /** Where the keys go when a chip is done with. */
  back: () => void
}

/** Under the field: what these words promise, before they go. A wrong one is taken off, a time is changed. */
export function PromiseChips({ id, text, onDropped, back }: Props) {
  const { t, language } = useWords()
  const desk = useDesk()
  const promises = useSeenPromises(id, text)
  const list = useRef<HTMLUListElement>(null)
  const drop = (promise: SeenPromise) => {
    adjust(desk, id, promise, null)
    onDropped(promiseWords(t, promise, language), () => adjust(desk, id, promise, undefined))
    back()
  }
  // Whoever hears the wish first and has one takes it; then nobody else looks.
  const onWish = useEffectEvent((event: Event) => {
    const [first] = promises
    if (!first) return
    event.preventDefault()
    if (event.type === 'drop') drop(first)
    else list.current?.querySelector<HTMLElement>('button')?.focus()
  })
  useEffect(() => {
    const listen = (event: Event) => onWish(event)
    for (const type of ['drop', 'go'] as const) promiseWishes.addEventListener(type, listen)
    return () => { for (const type of ['drop', 'go'] as const) promiseWishes.removeEventListener(type, listen) }
  }, [])
  if (promises.length === 0) return null
  return (
    <ul className="promise-chips" ref={list} aria-label={t('promises')}>
      {promises.map((promise) => <PromiseChip key={`${promise.kind} ${promise.words}`} promise={promise} onDrop={() => drop(promise)} onTime={(dueAt) => { adjust(desk, id, promise, dueAt); back() }} back={back} />)}
    </ul>
  )
}

function PromiseChip({ promise, onDrop, onTime, back }: { promise: SeenPromise; onDrop: () => void; onTime: (dueAt: number) => void; back: () => void }) {
  const { t, language } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const zone = useShopZone()
  const [editing, setEditing] = useState(false)
  const what = promiseWords(t, promise, language)
  const due = dueWords(t, promise.dueAt, gatewayNow(desk), language, zone)
  const onKey = (event: KeyboardEvent) => {
    if (!['Escape', 'Delete', 'Backspace'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    onDrop()
  }
  if (editing) return <li><PromiseTime what={what} onTime={(at) => { setEditing(false); onTime(at) }} onCancel={() => { setEditing(false); back() }} /></li>
  return (
    <li className="promise-chip small" data-assumed={promise.assumed ? '' : undefined} data-testid="promise-chip">
      <button type="button" title={[t('promises.chip.hint', { words: promise.words, due }), keys.promises].join('  ')} onClick={() => setEditing(true)} onKeyDown={onKey}>
        <CalendarClock size={12} aria-hidden /> <span>{t(promise.assumed ? 'promises.chip.assumed' : 'promises.chip', { what, due })}</span>
      </button>
      <button type="button" className="promise-drop" aria-label={t('promises.none.of', { what })} title={`${t('promises.none')}  ${keys['promise-drop']}`} onClick={onDrop}><X size={12} aria-hidden /></button>
    </li>
  )
}
