import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { TriangleAlert } from 'lucide-react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useKeys } from '../../../app/use-keys.ts'
import type { FieldHandle } from '../GhostField.tsx'
import { correctKey } from './correct-key.ts'
import { correct, fieldMarks, markAt } from './correct.ts'
import { findingWords } from './finding-words.ts'
import type { Placed } from './place.ts'
import './guard.css'

/** Where the caret is in the field, while it is there. */
function useCaret(field: RefObject<FieldHandle | null>): readonly [number, number] | null {
  const [caret, setCaret] = useState<readonly [number, number] | null>(null)
  const look = useEffectEvent(() => {
    const handle = field.current
    const next = handle?.hasFocus() ? handle.selection() : null
    setCaret((now) => (now?.[0] === next?.[0] && now?.[1] === next?.[1] ? now : next))
  })
  useEffect(() => {
    const onChange = () => look()
    document.addEventListener('selectionchange', onChange)
    document.addEventListener('focusin', onChange)
    return () => {
      document.removeEventListener('selectionchange', onChange)
      document.removeEventListener('focusin', onChange)
    }
  }, [])
  return caret
}

/** Says in words what the wavy lines mean: of the mark at the caret, else how many there are; and the key that corrects. */
export function GuardLine({ field, text, placed }: { field: RefObject<FieldHandle | null>; text: string; placed: readonly Placed[] }) {
  const { t } = useWords()
  const keys = useKeys()
  const caret = useCaret(field)
  const marks = fieldMarks(text, placed)
  const go = () => {
    if (field.current && !correct(field.current, marks)) toast('said.guard-none')
  }
  const onPress = useEffectEvent(go)
  useEffect(() => {
    const press = () => onPress()
    correctKey.addEventListener('press', press)
    return () => correctKey.removeEventListener('press', press)
  }, [])
  const at = caret && markAt(marks, caret[0], caret[1])
  const isChosen = at !== null && caret !== null && at.from === caret[0] && at.to === caret[1]
  const correctable = isChosen && at.placed.finding.expected !== undefined
  if (marks.length === 0) return null
  // One mark alone needs no looking for.
  const [only, ...others] = marks
  const shown = at ?? (others.length === 0 ? only : undefined)
  const words = shown ? findingWords(t, shown.placed.finding) : t('guard.count', { count: marks.length })
  return (
    <p className="guard-line small" role="status" data-testid="guard-line">
      <TriangleAlert size={12} aria-hidden />
      <span className="one-line" title={shown ? words : undefined}>{words}</span>
      <button type="button" className="text-button" onClick={go}>{t(correctable ? 'guard.correct' : 'guard.go')} {keys.correct && <kbd>{keys.correct}</kbd>}</button>
    </p>
  )
}
