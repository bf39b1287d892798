import { useId, useState } from 'react'
import { CASE_WORDS_MAX_LENGTH } from '../../../src-shared/domain/case.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'

const sends = (event: React.KeyboardEvent): boolean => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
const leaves = (event: React.KeyboardEvent): boolean => event.key === 'Escape' && !event.nativeEvent.isComposing

/** Ctrl+Enter sends a form, Esc leaves it; neither while an input method composes. */
export function formKeys(onSend: () => void, onCancel: () => void) {
  return (event: React.KeyboardEvent): void => {
    // Arrows walk the reasons here, letters are words: the queue must not hear them.
    if (!event.ctrlKey && !event.altKey && !event.metaKey) event.stopPropagation()
    if (!sends(event) && !leaves(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (sends(event)) onSend()
    else onCancel()
  }
}

interface Props {
  title: string
  /** Said when nothing was written. */
  missing: string
  onSend: (words: string) => void
  onCancel: () => void
}

/** A few words for a step that needs them. */
export function WordsForm({ title, missing, onSend, onCancel }: Props) {
  const { t } = useWords()
  const id = useId()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const send = (): void => {
    setTried(true)
    if (words.trim().length >= 2) onSend(words.trim())
  }
  return (
    <div className="case-form" role="group" aria-labelledby={id} onKeyDown={formKeys(send, onCancel)}>
      <h2 id={id}>{title}</h2>
      <textarea autoFocus rows={3} maxLength={CASE_WORDS_MAX_LENGTH} aria-labelledby={id} value={words} onChange={(event) => setWords(event.target.value)} />
      {tried && words.trim().length < 2 && <p className="case-warning small" role="alert">{missing}</p>}
      <div className="case-actions">
        <Button kind="primary" shortcut="Ctrl Enter" hint={t('case.form.send')} onClick={send}>{t('case.form.send')}</Button>
        <Button shortcut="Esc" hint={t('case.form.cancel')} onClick={onCancel}>{t('case.form.cancel')}</Button>
      </div>
    </div>
  )
}
