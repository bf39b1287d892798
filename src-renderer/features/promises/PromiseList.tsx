import { useEffect, useEffectEvent, useRef } from 'react'
import type { ThreadView } from '../../bridge/patches.ts'
import { promiseWishes, reopenPromise } from '../../app/do-promises.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { CopiedReply } from './CopiedReply.tsx'
import { PromiseCard } from './PromiseCard.tsx'
import { promiseWords } from './words.ts'
import './promises.css'

/** What this customer was promised: the next due first; what was kept is folded away. */
export function PromiseList({ view }: { view: ThreadView }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const section = useRef<HTMLElement>(null)
  const promises = view.promises ?? []
  const open = promises.filter(({ state }) => state === 'open')
  const kept = promises.filter(({ state }) => state === 'done')
  const onWish = useEffectEvent((event: Event) => {
    const button = section.current?.querySelector<HTMLElement>('button, summary')
    if (!button) return
    event.preventDefault()
    // A drawer that only just opens takes the focus in the next frame.
    requestAnimationFrame(() => button.focus())
  })
  useEffect(() => {
    const listen = (event: Event) => onWish(event)
    promiseWishes.addEventListener('list', listen)
    return () => promiseWishes.removeEventListener('list', listen)
  }, [])
  if (promises.length === 0) return null
  return (
    <section className="context-section promises" ref={section} data-testid="promises">
      <h2>{t('promises.title')}</h2>
      {open.map((promise) => <PromiseCard key={promise.id} promise={promise} messages={view.messages}>{promise.outside && <details className="small"><summary className="quiet">{t('promises.outside.words')}</summary><CopiedReply outside={promise.outside} /></details>}</PromiseCard>)}
      {kept.length > 0 && (
        <details>
          <summary className="small quiet">{t('promises.closed', { count: kept.length })}</summary>
          <ul className="promises-kept small">
            {kept.map((promise) => {
              const what = promiseWords(t, promise, language)
              return (
                <li key={promise.id} data-testid="promise-kept">
                  <s>{what}</s> <button type="button" className="text-button" aria-label={t('promises.reopen', { what })} onClick={() => reopenPromise(desk, promise)}>{t('undo')}</button>
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </section>
  )
}
