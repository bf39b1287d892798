import { useState } from 'react'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { remember, remembered } from '../../app/memory.ts'
import { changeSettings } from '../../bridge/actions.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'

/** Has this person been asked which key sends? Once is enough. */
export function useSendKeyAsked(): [asked: boolean, mark: () => void] {
  const [asked, setAsked] = useState(() => remembered('send-key-asked') === 'yes')
  return [asked, () => {
    remember('send-key-asked', 'yes')
    setAsked(true)
  }]
}

/** Asked at the first Enter, where it is pressed. Nothing is sent by answering. */
export function SendKeyQuestion({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const choose = (sendWith: 'enter' | 'ctrl-enter') => {
    void changeSettings(desk, { sendWith }).catch(report)
    onDone()
  }
  return (
    <div className="send-question" role="group" aria-label={t('sendkey.question')}>
      <span>{t('sendkey.question')}</span>
      <Button autoFocus onClick={() => choose('enter')}>{t('sendkey.enter')}</Button>
      <Button onClick={() => choose('ctrl-enter')}>{t('sendkey.ctrl')}</Button>
      <span className="quiet small">{t('sendkey.later')}</span>
    </div>
  )
}
