import type { KeyboardEvent } from 'react'
import type { ActionChoice } from '../../../src-shared/contract/commerce.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { actionName } from './words.ts'

/** Stable, so that a later drawing takes the focus from nobody. */
const focusFirstChoice = (list: HTMLElement | null): void => list?.querySelector('button')?.focus()

/** What the order's state allows: a digit, or the arrows and Enter. */
export function ActionMenu({ choices, onChoose }: { choices: readonly ActionChoice[]; onChoose: (choice: ActionChoice) => void }) {
  const { t } = useWords()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const byDigit = choices[Number(event.key) - 1]
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
    if (!byDigit && step === 0) return
    event.preventDefault()
    event.stopPropagation()
    if (byDigit && !event.repeat) return onChoose(byDigit)
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    buttons[(buttons.findIndex((button) => button === document.activeElement) + step + buttons.length) % buttons.length]?.focus()
  }
  return (
    <>
      <div ref={focusFirstChoice} className="actions-menu" role="group" aria-label={t('actions.list')} onKeyDown={onKeyDown}>
        {choices.map((choice, n) => (
          <button key={`${choice.kind} ${choice.mode ?? ''}`} type="button" className="menu-choice" data-testid={`action-${choice.mode ? `${choice.kind}-${choice.mode}` : choice.kind}`} onClick={() => onChoose(choice)}>
            <span>{actionName(t, choice.kind, choice.mode)}</span> {n < 9 && <kbd>{n + 1}</kbd>}
          </button>
        ))}
      </div>
      <p className="small quiet">{t('actions.keys')}</p>
    </>
  )
}
