import { useState, type KeyboardEvent } from 'react'
import { Flag } from 'lucide-react'
import type { Order } from '../../../src-shared/domain/order.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { markOrder } from '../../bridge/work.ts'
import { Button } from '../../ui/Button.tsx'
import { MEMO_MAX } from '../work/lists.ts'
import { FlagChoice } from './FlagChoice.tsx'
import { useMarking } from './use-marking.ts'

/** Stable, so that a later drawing does not take the focus from the button beside the field. */
const focusField = (field: HTMLInputElement | null): void => field?.focus()

interface Props {
  conversationId: string
  order: Order
  waiting: ThreadView['marksWaiting']
  /** The order that the key means. */
  first: boolean
}

/** Flag and memo of an order: what stands there, what waits for the line, and how to add to it. */
export function OrderMarks({ conversationId, order, waiting, first }: Props) {
  const { t } = useWords()
  const keys = useKeys()
  const { open, toggle, next, done, flagButton, memoButton } = useMarking(first)
  const flag = order.flag ?? null
  const hint = first ? keys['mark-order'] : ''
  return (
    <div className="marks">
      <div className="marks-line">
        {flag && <span className="small flag-word" data-flag={flag} data-testid="order-flag"><Flag size={12} aria-hidden /> {t('flag.on', { flag: t(`flag.${flag}`) })}</span>}
        <button ref={flagButton} type="button" className="text-button small" title={`${t('flag.mark')}  ${hint}`.trim()} aria-expanded={open === 'flag'} onClick={() => toggle('flag')} data-testid="flag-open">{t('flag.set')}</button>
        <button ref={memoButton} type="button" className="text-button small" aria-expanded={open === 'memo'} onClick={() => toggle('memo')} data-testid="memo-open">{t('memo.add')}</button>
      </div>
      {open === 'flag' && <FlagChoice conversationId={conversationId} no={order.no} flag={flag} onChosen={next} onLeave={done} />}
      {open === 'memo' && <MemoField conversationId={conversationId} no={order.no} onDone={done} />}
      {order.memo !== '' && <p className="small quiet memo" dir="auto" data-testid="memo">{order.memo}</p>}
      {waiting.map((mark, n) => (
        <p key={n} className="small mark-waits" data-testid="mark-waits">{t('mark.waits', { what: mark.memo ?? (mark.flag ? t(`flag.${mark.flag}`) : t('flag.none')) })}</p>
      ))}
    </div>
  )
}

function MemoField({ conversationId, no, onDone }: { conversationId: string; no: string; onDone: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const [text, setText] = useState('')
  const save = () => {
    const memo = text.trim()
    if (memo === '') onDone()
    else void markOrder(desk, conversationId, no, { memo }).then(onDone, report)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onDone()
    else if (!event.repeat) save()
  }
  return (
    <div className="note-line">
      <input
        ref={focusField} className="field" aria-label={t('memo.label')} placeholder={t('memo.placeholder')} maxLength={MEMO_MAX} value={text} dir="auto" data-testid="memo-field"
        onChange={(event) => setText(event.target.value)} onKeyDown={onKey}
      />
      <Button onClick={save} disabled={text.trim() === ''}>{t('memo.save')}</Button>
    </div>
  )
}
