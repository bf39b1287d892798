import { useId, type FormEvent, type KeyboardEvent, type RefObject } from 'react'
import type { ListedSuggestion } from '../../../src-shared/contract/learning.ts'
import type { LearnedAs } from '../../../src-shared/domain/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { GapNote } from '../phrases/GapText.tsx'
import { changeEdit, edits, firstEdit } from './edits.ts'
import { Sources } from './Sources.tsx'

const KINDS: readonly LearnedAs[] = ['article', 'template', 'phrase']

interface Props {
  one: ListedSuggestion
  others: readonly ListedSuggestion[]
  problem: string | null
  field: RefObject<HTMLTextAreaElement | null>
  onApprove: () => void
  onReject: (never: boolean) => void
  onMerge: (into: string) => void
}

/** One suggestion: what was asked, the answer to be edited, what to keep it as, and the conversations behind it. */
export function SuggestionForm({ one, others, problem, field, onApprove, onReject, onMerge }: Props) {
  const { t, local } = useWords()
  const id = useId()
  const edit = useStore(edits, (all) => all.get(one.id)) ?? firstEdit(one)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    onApprove()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    onApprove()
  }
  return (
    <form className="suggestion" data-testid="suggestion" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {one.question !== '' && <div><span className="form-label">{t('suggest.asked')}</span><blockquote className="suggestion-asked" dir="auto">{one.question}</blockquote></div>}
      <div>
        <label className="form-label" htmlFor={`${id}-title`}>{t('suggest.title')}</label>
        <input id={`${id}-title`} className="field" data-testid="suggestion-title" maxLength={120} value={edit.title} onChange={(event) => changeEdit(one, { title: event.target.value })} />
      </div>
      <div>
        <label className="form-label" htmlFor={`${id}-text`}>{t('suggest.text')}</label>
        <textarea ref={field} id={`${id}-text`} className="field suggestion-text" data-testid="suggestion-text" rows={5} maxLength={4000} lang={one.language} value={edit.text} onChange={(event) => changeEdit(one, { text: event.target.value })} />
        {edit.as !== 'phrase' && <GapNote text={edit.text} />}
        {one.products.map((title) => <p key={title.zh} className="small quiet">{t('suggest.product', { name: local(title) })}</p>)}
      </div>
      <fieldset className="suggestion-as">
        <legend className="form-label">{t('suggest.as')}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name={`${id}-as`} value={kind} checked={edit.as === kind} data-testid={`as-${kind}`} onChange={() => changeEdit(one, { as: kind })} />
            <span>{t(`suggest.as.${kind}`)} <span className="small quiet">{t(`suggest.as.${kind}.what`)}</span></span>
          </label>
        ))}
      </fieldset>
      {problem && <p className="form-problem small" role="alert">{problem}</p>}
      <div className="suggestion-do">
        <Button kind="primary" type="submit" data-testid="approve">{t('suggest.approve')} <kbd>Ctrl Enter</kbd></Button>
        <Button data-testid="reject" onClick={() => onReject(false)}>{t('suggest.reject')}</Button>
        <Button data-testid="never" onClick={() => onReject(true)}>{t('suggest.never')}</Button>
        {others.length > 0 && (
          <select className="field suggestion-same" aria-label={t('suggest.same.of')} value="" data-testid="merge" onChange={(event) => onMerge(event.target.value)}>
            <option value="">{t('suggest.same')}</option>
            {others.map((other) => <option key={other.id} value={other.id}>{other.text}</option>)}
          </select>
        )}
      </div>
      <div><span className="form-label">{t('suggest.behind')}</span><Sources sources={one.sources} /></div>
    </form>
  )
}
