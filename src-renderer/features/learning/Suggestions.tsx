import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ListedSuggestion } from '../../../src-shared/contract/learning.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { approve, merge, reject, undoDecision, useSuggestions } from '../../bridge/learning.ts'
import { FIRST } from '../../ui/Dialog.tsx'
import { DidLine } from './DidLine.tsx'
import { edits, firstEdit, forgetEdit } from './edits.ts'
import { Missing } from './Missing.tsx'
import { SuggestionForm } from './SuggestionForm.tsx'
import { useDid, type DidWords } from './use-did.ts'

/** Replies that wait to be decided: the list at the left by keyboard, the one chosen at the right. */
export function Suggestions() {
  const { t, language } = useWords()
  const desk = useDesk()
  const asked = useSuggestions()
  const [chosen, setChosen] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { did, setDid, back } = useDid('suggest.did.undone')
  const list = useRef<HTMLUListElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const all = asked.data?.suggestions ?? []
  const at = Math.max(0, all.findIndex(({ id }) => id === chosen))
  const one = all[at]
  const choose = (id: string | undefined) => {
    setChosen(id ?? null)
    setProblem(null)
  }
  useEffect(() => {
    // The page opens on the list, and comes back to it after each decision; who walks the tabs or writes is left alone.
    if (one && !document.activeElement?.closest('form, [role="tablist"]')) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  }, [one])

  /** The next one stands where this one stood. */
  const decided = (words: DidWords, { id }: ListedSuggestion) => {
    forgetEdit(id)
    choose(all[at + 1]?.id ?? all[at - 1]?.id)
    setDid({ words, undo: () => undoDecision(desk, id).then(() => setChosen(id)) })
    list.current?.focus()
  }
  const onApprove = () => {
    if (!one) return
    const { title, text, as } = edits.get().get(one.id) ?? firstEdit(one)
    if (title.trim() === '' || text.trim() === '') return setProblem(t('suggest.empty'))
    approve(desk, { id: one.id, as, title, text }).then(() => decided(as === 'phrase' ? 'suggest.did.phrase' : 'suggest.did.approved', one), (error: unknown) => setProblem(sayOf(error, language) ?? t('said.failed')))
  }
  const onReject = (never: boolean) => one && void reject(desk, one.id, never).then(() => decided(never ? 'suggest.did.never' : 'suggest.did.rejected', one), report)
  const onMerge = (into: string) => one && void merge(desk, one.id, into).then(() => decided('suggest.did.merged', one), report)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) choose(all[Math.min(all.length - 1, Math.max(0, at + step))]?.id)
    else if (event.repeat) return
    else if (event.key === 'Enter') field.current?.focus()
    else if (event.key === 'a') onApprove()
    else if (event.key === 'r') onReject(false)
    else if (event.key === 'n') onReject(true)
    else return
    event.preventDefault()
  }
  if (!asked.data) return <Missing asked={asked} />
  return (
    <>
      <DidLine did={did} onBack={back} keys={one ? t('suggest.keys') : ''} alone={!one} />
      {!one ? <div className="empty"><h3>{t('suggest.none')}</h3><p>{t('suggest.none.text')}</p></div> : (
        <div className="suggestions">
          <ul ref={list} className="suggestion-list" role="listbox" tabIndex={-1} aria-label={t('suggest.list')} onKeyDown={onKeyDown}>
            {all.map((each) => <Line key={each.id} one={each} chosen={each === one} onChoose={() => choose(each.id)} />)}
          </ul>
          <SuggestionForm key={one.id} one={one} others={all.filter((other) => other !== one && other.language === one.language)} problem={problem} field={field} onApprove={onApprove} onReject={onReject} onMerge={onMerge} />
        </div>
      )}
    </>
  )
}

function Line({ one, chosen, onChoose }: { one: ListedSuggestion; chosen: boolean; onChoose: () => void }) {
  const { t, label } = useWords()
  const why = (['missing', 'edited', 'refused'] as const).filter((reason) => one.reasons[reason] > 0).map((reason) => t(`suggest.reason.${reason}`))
  return (
    <li role="option" aria-selected={chosen} tabIndex={chosen ? 0 : -1} {...(chosen ? FIRST : {})} data-testid="suggestion-line" onClick={onChoose}>
      <span className="suggestion-words" dir="auto">{one.text}</span>
      <span className="small quiet">{[one.topic === null ? null : label(one.topic), t('suggest.count', { count: one.count }), ...why].filter(Boolean).join(' · ')}</span>
    </li>
  )
}
