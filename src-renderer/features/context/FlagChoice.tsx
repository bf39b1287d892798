import type { KeyboardEvent } from 'react'
import { Flag } from 'lucide-react'
import type { OrderFlag } from '../../../src-shared/domain/order.ts'
import { flagOrder } from '../../app/do-work.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { ORDER_FLAGS } from '../wrap-up/lists.ts'

/** Stable, so that a later drawing takes the focus from nobody. */
const focusFlag = (group: HTMLElement | null): void => (group?.querySelector<HTMLElement>('[aria-pressed=true]') ?? group?.querySelector('button'))?.focus()

interface Props {
  conversationId: string
  no: string
  flag: OrderFlag | null
  onChosen: () => void
  onLeave: () => void
}

/** The six flags; each has a number, and the arrows walk them. */
export function FlagChoice({ conversationId, no, flag, onChosen, onLeave }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const choose = (next: OrderFlag | null) => {
    onChosen()
    if (next !== flag) flagOrder(desk, conversationId, { no, flag }, next, t(next === null ? 'flag.none' : `flag.${next}`))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const byNumber = ORDER_FLAGS[Number(event.key) - 1]
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] ?? 0
    if (!byNumber && step === 0 && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onLeave()
    if (byNumber) return choose(byNumber)
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    buttons[(buttons.findIndex((button) => button === document.activeElement) + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div ref={focusFlag} className="flag-choice" role="group" aria-label={t('flag.mark')} onKeyDown={onKeyDown}>
      {ORDER_FLAGS.map((one, n) => (
        <button key={one} type="button" className="flag-one small" data-flag={one} aria-pressed={one === flag} onClick={() => choose(one)} data-testid={`flag-${one}`}>
          <Flag size={12} aria-hidden /> {t(`flag.${one}`)} <kbd>{n + 1}</kbd>
        </button>
      ))}
      {flag && <button type="button" className="flag-one small" onClick={() => choose(null)}>{t('flag.none')}</button>}
    </div>
  )
}
