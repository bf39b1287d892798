import { useState, type KeyboardEvent } from 'react'
import { ShieldAlert } from 'lucide-react'
import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { writesOn } from '../write-on.ts'
import { correctionsIn, reasonsIn, stoppedWords } from './finding-words.ts'
import { OverrideForm } from './OverrideForm.tsx'

interface Props {
  /** `send`: to the customer · `copy`: onto the clipboard. */
  act: 'send' | 'copy'
  /** What stops the words; at least one. */
  findings: readonly Finding[]
  /** Puts in what may stand there instead; only where something may. */
  onCorrect: () => void
  onBack: () => void
  /** The person goes on writing: the field takes the key that is being pressed. */
  onWrite: () => void
  /** Hands the words to a supervisor; absent: nobody can be asked from here. */
  onAsk?: (() => void) | undefined
  /** Whoever sits here may decide, and says why; absent: they may not. */
  onOverride?: ((reason: string) => void) | undefined
}

/**
 * What stands in place of the question where words must not leave: what is protected, which words, what the source says, and the
 * ways on. The first button has the keyboard and changes or opens the words; nothing that lies under Enter lets them go.
 */
export function Stopped({ act, findings, onCorrect, onBack, onWrite, onAsk, onOverride }: Props) {
  const { t } = useWords()
  const [reasoning, setReasoning] = useState(false)
  const title = stoppedWords(t, act, findings)
  const corrections = correctionsIn(findings)
  const { said, more } = reasonsIn(t, findings)
  const stand = onOverride ? () => setReasoning(true) : onAsk
  const onKey = (event: KeyboardEvent) => {
    const isStand = event.key === 'Enter' && event.shiftKey && (event.ctrlKey || event.metaKey)
    if (event.key === 'Escape' && reasoning) setReasoning(false)
    else if (event.key === 'Escape') onBack()
    else if (!reasoning && isStand) stand?.()
    else if (!reasoning && writesOn(event)) {
      onWrite()
      return event.stopPropagation()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="send-question send-stopped" role="group" aria-label={title} data-testid="send-stopped" onKeyDown={onKey}>
      <p className="stopped-title"><ShieldAlert size={14} aria-hidden /> {title}</p>
      <ul className="stopped-why small">{said.map((why) => <li key={why}>{why}</li>)}{more > 0 && <li className="quiet">{t('stopped.more', { count: more })}</li>}</ul>
      {reasoning && onOverride
        ? <OverrideForm act={act} onReason={onOverride} onCancel={() => setReasoning(false)} />
        : <>
            {corrections.length > 0 && <Button autoFocus kind="primary" data-testid="stopped-correct" onClick={onCorrect}>{t('stopped.correct', { text: corrections.join(t('list.comma')) })}</Button>}
            <Button autoFocus={corrections.length === 0} data-testid="stopped-back" onClick={onBack}>{t('stopped.back')} <kbd>Esc</kbd></Button>
            {onOverride && <Button data-testid="stopped-override" onClick={() => setReasoning(true)}>{t(`stopped.override.${act}`)} <kbd>Ctrl Shift Enter</kbd></Button>}
            {!onOverride && onAsk && <Button data-testid="stopped-ask" onClick={onAsk}>{t('stopped.ask')} <kbd>Ctrl Shift Enter</kbd></Button>}
          </>}
      {!onOverride && !onAsk && <span className="quiet small">{t('stopped.nobody')}</span>}
    </div>
  )
}
