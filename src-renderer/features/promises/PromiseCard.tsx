import { useState, type ReactNode } from 'react'
import { Check, Clock, X } from 'lucide-react'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import type { ThreadPromise } from '../../../src-shared/contract/promises.ts'
import { closePromise, movePromise } from '../../app/do-promises.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk, useDeskState, useShopZone } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/now.ts'
import { OwnerChoice } from './OwnerChoice.tsx'
import { PromiseTime } from './PromiseTime.tsx'
import { dueWords, promiseTone, promiseWords } from './words.ts'

/** Letters of a reply that are enough to know it again. */
const SHOWN = 30

/** One promise that is open: what, by when, in which words, who sees to it; and what may be done with it. */
export function PromiseCard({ promise, messages, children }: { promise: ThreadPromise; messages: readonly ThreadMessage[]; /** Where its words stand, if that is no message. */ children?: ReactNode }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const offset = useDeskState()?.clockOffset ?? 0
  const [editing, setEditing] = useState(false)
  const tone = useNow((now) => promiseTone(promise, now + offset))
  const due = useNow((now) => dueWords(t, promise.dueAt, now + offset, language, zone))
  const what = promiseWords(t, promise, language)
  return (
    <article className="promise" data-tone={tone} data-testid="follow-up">
      <header>
        <b>{what}</b>
        <span className="promise-due small tabular">{t(tone === 'late' ? 'promises.overdue' : 'promises.due', { due })}</span>
      </header>
      <blockquote className="small" title={promise.words}>{promise.words}</blockquote>
      {children}
      <Kept promise={promise} messages={messages} />
      {(promise.assumed || promise.waits) && <p className="small quiet">{[promise.assumed && t('promises.assumed'), promise.waits && t('promises.waits')].filter(Boolean).join(' · ')}</p>}
      {editing
        ? <PromiseTime what={what} onTime={(at) => { setEditing(false); movePromise(desk, promise, at, what) }} onCancel={() => setEditing(false)} />
        : (
          <footer>
            <Button className="promise-done" icon={<Check size={13} aria-hidden />} data-testid="promise-done" aria-label={t('promises.done.of', { what })} onClick={() => closePromise(desk, promise, 'done', what)}>{t('promises.done')}</Button>
            <Button kind="bare" icon={<Clock size={14} aria-hidden />} name={t('promises.change', { what })} data-testid="promise-move" onClick={() => setEditing(true)} />
            <Button kind="bare" icon={<X size={14} aria-hidden />} name={t('promises.drop', { what })} onClick={() => closePromise(desk, promise, 'dropped', what)} />
            <OwnerChoice promise={promise} what={what} />
          </footer>
        )}
    </article>
  )
}

/** What looks as if it was kept; a person says whether it was. */
function Kept({ promise: { kept }, messages }: { promise: ThreadPromise; messages: readonly ThreadMessage[] }) {
  const { t } = useWords()
  if (kept === null) return null
  if (kept.by === 'order') return <p className="small promise-sign" data-testid="promise-sign">{t('promises.kept.order', { no: kept.orderNo })}</p>
  const letters = [...(messages.find(({ id }) => id === kept.messageId)?.text ?? '')]
  const words = letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('')
  return <p className="small promise-sign" data-testid="promise-sign">{t('promises.kept.reply', { words })}</p>
}
