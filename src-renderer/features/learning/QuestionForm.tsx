import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { OpenQuestion } from '../../../src-shared/contract/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { Button } from '../../ui/Button.tsx'
import { focusFirst } from '../../ui/focus-first.ts'
import { GapNote } from '../phrases/GapText.tsx'
import { Sources } from './Sources.tsx'

/** Answers that were begun; they stay when the page is closed by mistake. */
const begun = new Map<string, string>()

/** Writes the answer to a question in place. */
export function QuestionForm({ one, onSave, onCancel }: { one: OpenQuestion; onSave: (title: string, text: string) => Promise<void>; onCancel: () => void }) {
  const { t, language } = useWords()
  const id = useId()
  const [title, setTitle] = useState(one.text.replace(/\s+/gu, ' ').slice(0, 120))
  const [text, setText] = useState(begun.get(one.id) ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const save = (event?: FormEvent) => {
    event?.preventDefault()
    if (title.trim() === '' || text.trim() === '') return setProblem(t('suggest.empty'))
    onSave(title, text).then(() => begun.delete(one.id), (error: unknown) => setProblem(sayOf(error, language) ?? t('said.failed')))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }
  return (
    <form className="suggestion question-form" data-testid="question-form" onSubmit={save} onKeyDown={onKeyDown}>
      <div>
        <label className="form-label" htmlFor={`${id}-title`}>{t('suggest.title')}</label>
        <input id={`${id}-title`} className="field" maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <div>
        <label className="form-label" htmlFor={`${id}-text`}>{t('suggest.text')}</label>
        <textarea
          ref={focusFirst} autoFocus id={`${id}-text`} className="field suggestion-text" data-testid="question-text" rows={4} maxLength={4000} lang={one.language} value={text}
          onChange={(event) => { setText(event.target.value); begun.set(one.id, event.target.value) }}
        />
        <GapNote text={text} />
      </div>
      {problem && <p className="form-problem small" role="alert">{problem}</p>}
      <div className="suggestion-do">
        <Button kind="primary" type="submit" data-testid="question-save">{t('asked.save')} <kbd>Ctrl Enter</kbd></Button>
        <Button onClick={onCancel}>{t('asked.cancel')}</Button>
      </div>
      <Sources sources={one.sources} />
    </form>
  )
}
