import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { PictureInPicture2 } from 'lucide-react'
import type { OutsidePromise } from '../../../src-shared/contract/promises.ts'
import { report } from '../../app/do.ts'
import { promiseWishes } from '../../app/do-promises.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { keys } from '../../bridge/cache.ts'
import { useDesk, useDeskState, useRows } from '../../bridge/hooks.ts'
import { readOutside } from '../../bridge/promises.ts'
import { openBeside } from '../../bridge/side.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/now.ts'
import { PromiseCard } from './PromiseCard.tsx'
import { promiseTone } from './words.ts'
import './promises.css'

/** Above the queue: what was promised in other chat programs, for customers who have no conversation here. Opens by itself once one of this seat's is due soon. */
export function OutsidePromises() {
  const desk = useDesk()
  const known = useRows() !== undefined
  const { data } = useQuery({ queryKey: keys.outside, queryFn: () => readOutside(desk), enabled: known })
  return data && data.length > 0 ? <List promises={data} /> : null
}

function List({ promises }: { promises: readonly OutsidePromise[] }) {
  const { t } = useWords()
  const offset = useDeskState()?.clockOffset ?? 0
  const section = useRef<HTMLElement>(null)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const calls = useNow((now) => promises.filter((one) => one.own && promiseTone(one, now + offset) !== 'calm').length)
  const open = chosen ?? calls > 0
  const onWish = useEffectEvent((event: Event) => {
    event.preventDefault()
    setChosen(true)
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('.promise button')?.focus())
  })
  useEffect(() => {
    const listen = (event: Event) => onWish(event)
    promiseWishes.addEventListener('outside', listen)
    return () => promiseWishes.removeEventListener('outside', listen)
  }, [])
  return (
    <section className="outside-promises" ref={section} aria-label={t('promises.outside')} data-testid="outside-promises">
      <Button kind="bare" aria-expanded={open} data-testid="outside-show" onClick={() => setChosen(!open)}>{t('promises.outside.count', { count: promises.length })}</Button>
      <p className="hidden-text" role="status" aria-live="polite">{calls > 0 ? t('live.promises', { count: calls }) : ''}</p>
      {open && <ul>{promises.map((promise) => <li key={promise.id}><Whose promise={promise} /><PromiseCard promise={promise} messages={[]} /></li>)}</ul>}
    </section>
  )
}

/** For whom and where; the side panel shows the rest where it still keeps it, else the whole reply stands there. */
function Whose({ promise: { outside, looseId, owner, own } }: { promise: OutsidePromise }) {
  const { t } = useWords()
  const desk = useDesk()
  const name = outside.customerName || t('side.nobody')
  // “Any program” says where nothing was: it is what the settings offer, not a place.
  const facts = [outside.platform === 'other' ? null : t(`side.platform.${outside.platform}`), outside.orderNo, own ? null : owner.name].filter(Boolean).join(' · ')
  return (
    <header className="outside-whose">
      <span><b>{name}</b> <span className="small quiet">{facts}</span></span>
      {looseId === null
        ? <details className="small"><summary className="quiet">{t('promises.outside.words')}</summary><p dir="auto">{outside.text}</p></details>
        : <Button kind="bare" icon={<PictureInPicture2 size={14} aria-hidden />} name={t('promises.outside.open', { name })} data-testid="outside-open" onClick={() => void openBeside(desk, looseId).catch(report)} />}
    </header>
  )
}
