import { useState, type KeyboardEvent } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { focusOnceDrawn } from '../../../ui/focus-first.ts'

interface Props {
  label: string
  go: string
  testId: string
  onGo: (words: string) => void
  onBack: () => void
}

/** One line of words and one deed: Enter does it, Esc leaves. */
export function LineForm({ label, go, testId, onGo, onBack }: Props) {
  const [words, setWords] = useState('')
  const isEmpty = words.trim() === ''
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    if (event.key === 'Escape') onBack()
    else if (!isEmpty && !event.repeat) onGo(words.trim())
  }
  return (
    <div className="route-form" onKeyDown={onKey}>
      <input className="field" ref={focusOnceDrawn} value={words} maxLength={200} aria-label={label} placeholder={label} data-testid={`${testId}-words`} dir="auto" onChange={(event) => setWords(event.target.value)} />
      <Button kind="primary" disabled={isEmpty} data-testid={`${testId}-go`} onClick={() => onGo(words.trim())}>{go}</Button>
    </div>
  )
}
