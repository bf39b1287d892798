import { useImperativeHandle, useRef, type KeyboardEvent, type Ref } from 'react'
import type { Draft } from '../../../src-shared/domain/draft.ts'
import type { PhraseVariable } from '../../../src-shared/domain/phrase-gaps.ts'
import { FOCUS } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import type { Segment } from '../conversation/segments.ts'
import { fieldPieces, findingMarks, gapMarks } from './field-text.ts'
import { firstSentence } from './ghost.ts'
import { findingWords } from './guard/finding-words.ts'
import type { Placed } from './guard/place.ts'
import { FIELD_MAX } from './limits.ts'

/** What the parts around the field may do with it. */
export interface FieldHandle {
  /** Puts the words at the end, as if typed: the browser's own undo takes them out again. */
  insert(words: string): void
  /** Replaces everything, undoable in the same way. */
  replace(words: string): void
  /** Replaces a stretch, undoable in the same way, and marks a part of it. Offsets are UTF-16 code units. */
  replaceRange(from: number, to: number, words: string, mark?: { start: number; end: number }): void
  /** Marks a stretch, so that the next key replaces it. */
  mark(start: number, end: number): void
  caret(): number
  /** What stands before this place. */
  textBefore(place: number): string
  focus(): void
  hasFocus(): boolean
  /** In UTF-16 code units. */
  selection(): readonly [from: number, to: number]
  select(from: number, to: number): void
  /** Puts the words in place of what is selected, undoable in the same way. */
  put(words: string): void
}

interface Props {
  ref: Ref<FieldHandle>
  label: string
  text: string
  ghost: string
  draft: Draft | null
  /** The guard's findings in words and ghost together. */
  placed: readonly Placed[]
  /** A list beside the field that the field's keys steer: its id, and that of the marked option. */
  list?: { id: string; active: string | undefined }
  onText: (text: string, caret: number) => void
  onCaret: (caret: number) => void
  onComposing: (on: boolean) => void
  onTake: () => void
  onFocus: () => void
  onBlur: () => void
  /** Keys that are not about the ghost. */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

function insertAtEnd(field: HTMLTextAreaElement, words: string, from: number): void {
  insertAt(field, from, field.value.length, words)
}

function insertAt(field: HTMLTextAreaElement, from: number, to: number, words: string): void {
  field.focus()
  field.setSelectionRange(from, to)
  // Deprecated, and the only way that keeps the browser's undo list whole.
  document.execCommand('insertText', false, words)
}

const plain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey

/** A text field in which the draft stands as ghost text behind the agent's own words. */
export function GhostField({ ref, label, text, ghost, draft, placed, list, onText, onCaret, onComposing, onTake, onFocus, onBlur, onKey }: Props) {
  const { t } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => ({
    insert: (words) => field.current && insertAtEnd(field.current, words, field.current.value.length),
    replace: (words) => field.current && insertAtEnd(field.current, words, 0),
    replaceRange: (from, to, words, mark) => {
      if (!field.current) return
      insertAt(field.current, from, to, words)
      if (mark) field.current.setSelectionRange(from + mark.start, from + mark.end)
    },
    mark: (start, end) => {
      field.current?.focus()
      field.current?.setSelectionRange(start, end)
    },
    caret: () => field.current?.selectionStart ?? 0,
    textBefore: (place) => field.current?.value.slice(0, place) ?? '',
    focus: () => field.current?.focus(),
    hasFocus: () => field.current !== null && field.current === document.activeElement,
    selection: () => [field.current?.selectionStart ?? 0, field.current?.selectionEnd ?? 0],
    select: (from, to) => field.current?.setSelectionRange(from, to),
    put: (words) => void document.execCommand('insertText', false, words),
  }), [])
  /** The Tab that took the draft is still down: it must not go on to the next control. */
  const tabTook = useRef(false)
  const take = (words: string) => {
    onTake()
    if (field.current) insertAtEnd(field.current, words, field.current.value.length)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Tab' && event.repeat && tabTook.current) return event.preventDefault()
    tabTook.current = false
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const atEnd = selectionStart === value.length && selectionEnd === value.length
    if (ghost !== '' && plain(event) && (event.key === 'Tab' || (event.key === 'ArrowRight' && atEnd))) {
      event.preventDefault()
      tabTook.current = event.key === 'Tab'
      take(event.key === 'Tab' ? ghost : firstSentence(ghost))
    } else onKey(event)
  }
  return (
    <>
      <div className="field-scroll">
        <div className="ghost-field">
          <textarea
            ref={field} className="field-input" data-testid="composer" data-focus={FOCUS.composer} aria-label={label} dir="auto" rows={2}
            aria-describedby="composer-draft" value={text} maxLength={FIELD_MAX} placeholder={ghost === '' ? t('composer.placeholder') : undefined}
            aria-controls={list?.id} aria-activedescendant={list?.active} aria-autocomplete={list && 'list'}
            onChange={(event) => onText(event.target.value, event.target.selectionStart)} onSelect={(event) => onCaret(event.currentTarget.selectionStart)} onKeyDown={onKeyDown} onFocus={onFocus} onBlur={onBlur}
            onCompositionStart={() => onComposing(true)} onCompositionEnd={() => onComposing(false)}
          />
          <Over text={text} ghost={ghost} placed={placed} onMark={() => field.current?.focus()} />
        </div>
      </div>
      {/* Outside of what scrolls: at the end of long words it would make the whole composer scroll. */}
      <p id="composer-draft" className="hidden-text">{ghost !== '' && draft?.state === 'ready' ? t('composer.draft.spoken', { text: ghost }) : ''}</p>
    </>
  )
}

/** Lies over the field, letter on letter: the ghost, and the guard's marks. Only the marks take the pointer. */
function Over({ text, ghost, placed, onMark }: { text: string; ghost: string; placed: readonly Placed[]; onMark: () => void }) {
  const { t } = useWords()
  const gap = (name: PhraseVariable) => t('phrases.gap', { name: t(`phrases.variable.${name}`) })
  const pieces = fieldPieces(text, ghost, [...findingMarks(placed, (finding) => findingWords(t, finding)), ...gapMarks(text, gap)])
  return (
    <div className="field-over" aria-hidden dir="auto">
      <span className="field-own">{pieces.text.map((piece, at) => <Piece key={at} piece={piece} onMark={onMark} />)}</span>
      {ghost !== '' && <span className="ghost" data-testid="ghost">{pieces.ghost.map((piece, at) => <Piece key={at} piece={piece} onMark={onMark} />)}</span>}
      {'\u200b'}
    </div>
  )
}

function Piece({ piece, onMark }: { piece: Segment; onMark: () => void }) {
  const mark = piece.marks[0]
  return mark ? <span className="finding" data-grave={mark.grave ? '' : undefined} title={mark.note} onMouseDown={onMark}>{piece.text}</span> : <>{piece.text}</>
}
