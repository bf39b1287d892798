import { useState, type KeyboardEvent } from 'react'
import { Flag } from 'lucide-react'
import type { Order } from '../../../src-shared/domain/order.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import type { Desk } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { markOrder } from '../../bridge/work.ts'
import { Button } from '../../ui/Button.tsx'
import { focusOnceDrawn } from '../../ui/focus-first.ts'
import { MEMO_MAX } from '../wrap-up/lists.ts'
import { FlagChoice } from './FlagChoice.tsx'
import { useMarking } from './use-marking.ts'

/** Memos that were begun, by order number, for as long as the window lives: another conversation or Esc loses no word. */
const begun = new WeakMap<Desk, Map<string, string>>()
function halfMemos(desk: Desk): Map<string, string> {
  let half = begun.get(desk)
  if (!half) begun.set(desk, (half = new Map()))
  return half
}

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
        <button ref={flagButton} type="button" className="text-button small" title={`${t('flag.mark')}  ${hint}`.trim()} aria-expanded={open === 'flag'} onClick={() => toggle('flag')} data-testid="flag-open">{t(flag ? 'flag.change' : 'flag.set')}</button>
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
  const half = halfMemos(desk)
  const [text, setText] = useState(half.get(no) ?? '')
  const change = (next: string) => {
    setText(next)
    if (next.trim() === '') half.delete(no)
    else half.set(no, next)
  }
  /** Closes at once, so that a second Enter adds nothing twice; a memo that was not taken stands here again. */
  const save = () => {
    const memo = text.trim()
    if (memo === '') return onDone()
    half.delete(no)
    onDone()
    markOrder(desk, conversationId, no, { memo }).catch((error: unknown) => {
      half.set(no, memo)
      report(error)
    })
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
        ref={focusOnceDrawn} className="field" aria-label={t('memo.label')} placeholder={t('memo.placeholder')} maxLength={MEMO_MAX} value={text} dir="auto" data-testid="memo-field"
        onChange={(event) => change(event.target.value)} onKeyDown={onKey}
      />
      <Button onClick={save} disabled={text.trim() === ''}>{t('memo.save')}</Button>
    </div>
  )
}
