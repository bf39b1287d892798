import { useState, type KeyboardEvent } from 'react'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { remember, remembered } from '../../app/memory.ts'
import { changeSettings } from '../../bridge/actions.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { writesOn } from './write-on.ts'

/** Has this person been asked which key sends? Once is enough. */
export function useSendKeyAsked(): [asked: boolean, mark: () => void] {
  const [asked, setAsked] = useState(() => remembered('send-key-asked') === 'yes')
  return [asked, () => {
    remember('send-key-asked', 'yes')
    setAsked(true)
  }]
}

interface Props {
  /** Answered. */
  onDone: () => void
  /** Put off, as the person goes on writing: the field takes the key that is being pressed, and the next Enter asks again. */
  onLater: () => void
}

/** Asked at the first Enter, where it is pressed. Nothing is sent by answering, and no letter is lost to the question. */
export function SendKeyQuestion({ onDone, onLater }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const choose = (sendWith: 'enter' | 'ctrl-enter') => {
    void changeSettings(desk, { sendWith }).catch(report)
    onDone()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !writesOn(event)) return
    event.stopPropagation()
    onLater()
  }
  return (
    <div className="send-question" role="group" aria-label={t('sendkey.question')} data-testid="send-key-question" onKeyDown={onKey}>
      <span>{t('sendkey.question')}</span>
      <Button autoFocus onClick={() => choose('enter')}>{t('sendkey.enter')}</Button>
      <Button onClick={() => choose('ctrl-enter')}>{t('sendkey.ctrl')}</Button>
      <span className="quiet small">{t('sendkey.later')}</span>
    </div>
  )
}
