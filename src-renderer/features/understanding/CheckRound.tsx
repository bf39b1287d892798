import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react'
import { v7 as newId } from 'uuid'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { checkMessage, uncheckMessage } from '../../bridge/understanding.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import type { Named } from '../teach/choices.ts'
import { CheckCard } from './CheckCard.tsx'
import { Really } from './Really.tsx'
import { before, cardOf, keyOf, next, say, unsay, type Round } from './round.ts'

interface Props {
  round: Round
  onRound: (round: Round) => void
  onStop: () => void
}

/** One message after the other by keyboard: Enter it is right, letters what it really is, U cannot tell, Backspace back, Esc stop. */
export function CheckRound({ round, onRound, onStop }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const main = useRef<HTMLDivElement>(null)
  const card = cardOf(round)
  const done = card === undefined
  const onDone = useEffectEvent(onStop)
  useEffect(() => {
    if (done) onDone()
  }, [done])
  useEffect(() => main.current?.focus(), [round.at])
  if (!card) return null
  const answer = (kind: 'right' | 'unsure') => {
    const told = kind === 'right' ? round.said.map(({ id, choice }) => ({ id, told: choice.told })) : []
    void checkMessage(desk, { messageId: card.messageId, conversationId: card.conversationId, answer: kind, told }).catch(report)
    onRound(next(round))
  }
  const back = () => {
    if (round.said.length > 0) return onRound(unsay(round))
    const earlier = before(round)
    const again = earlier && cardOf(earlier)
    if (!earlier || !again) return
    void uncheckMessage(desk, again.messageId).catch(report)
    onRound(earlier)
  }
  const choose = (choice: Named) => {
    onRound(say(round, { id: newId(), choice }))
    main.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Buttons and the field have keys of their own.
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const key = keyOf(event.key)
    if (key === null || (event.repeat && key !== 'type')) return
    // The letter itself falls into the field, which has the focus when it arrives there.
    if (key === 'type') return void main.current?.querySelector<HTMLInputElement>('input')?.focus()
    event.preventDefault()
    if (key === 'back') back()
    else answer(key)
  }
  return (
    <div ref={main} className="round" tabIndex={-1} data-first="" role="group" aria-label={t('round.name', { at: round.at + 1, of: round.cards.length })} aria-keyshortcuts="Enter U Backspace Escape" data-testid="round" onKeyDown={onKeyDown}>
      <div className="round-head small">
        <span className="tabular" data-testid="round-at">{t('round.at', { at: round.at + 1, of: round.cards.length })}</span>
        <progress max={round.cards.length} value={round.at} aria-label={t('round.progress')} />
      </div>
      <CheckCard card={card} said={round.said} />
      <Really key={card.messageId} card={card} onChoose={choose} onLeave={() => main.current?.focus()} />
      <div className="round-keys">
        <Button kind="primary" data-testid="round-right" onClick={() => answer('right')}>{t(round.said.length > 0 ? 'round.right.now' : 'round.right')} <kbd>Enter</kbd></Button>
        <Button data-testid="round-unsure" onClick={() => answer('unsure')}>{t('round.unsure')} <kbd>U</kbd></Button>
        <Button disabled={round.at === 0 && round.said.length === 0} onClick={back}>{t(round.said.length > 0 ? 'round.unsay' : 'round.back')} <kbd>⌫</kbd></Button>
        <Button data-testid="round-stop" onClick={onStop}>{t('round.stop')} <kbd>Esc</kbd></Button>
      </div>
    </div>
  )
}
