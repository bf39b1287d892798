import type { Draft } from '../../../src-shared/domain/draft.ts'
import type { OwnWords } from '../../../src-shared/contract/writing.ts'
import type { Checked } from './guard/place.ts'

/** The composer of one conversation. `text` is what the agent has; the ghost is the part of the draft that is not taken yet. */
export interface Words {
  text: string
  /** An input method is composing: its half-written letters are not the agent's words yet. */
  composing: boolean
  /** The agent waved this draft away; `at` is the text at that moment, so that undo knows nothing was typed since. */
  dismissed: { draftId: string; at: string } | null
  /** Draft that words were taken from; it goes with the reply. */
  takenFrom: string | null
  /** That draft as the guard looked at it: its marks stay on the words when a newer draft replaces it. */
  checked: Checked | null
  /** What the agent wrote, where the text is its translation for the customer. */
  ownWords: OwnWords | null
}

export const NO_WORDS: Words = { text: '', composing: false, dismissed: null, takenFrom: null, checked: null, ownWords: null }

export type WordsEvent =
  | { type: 'type'; text: string }
  | { type: 'compose'; on: boolean }
  | { type: 'took'; draftId: string }
  /** The guard looked at a draft; counts if words were taken from it. */
  | { type: 'checked'; draft: Checked }
  /** Somebody had these words looked at: what was found holds until they are gone, whatever draft comes. */
  | { type: 'looked'; checked: Checked }
  /** The words are a translation now (null: they are the agent's own). */
  | { type: 'translated'; ownWords: OwnWords | null }
  /** Words that the guard looked at came in from elsewhere. */
  | { type: 'inserted'; checked: Checked }
  | { type: 'dismiss'; draftId: string }
  | { type: 'recall' }
  /** The words went out; the draft that they answered with is not offered again. */
  | { type: 'sent'; draftId: string | null }
  /** Taken back or restored: the field has this text now and nothing else is remembered. */
  | { type: 'reset'; text: string }

export function nextWords(words: Words, event: WordsEvent): Words {
  switch (event.type) {
    case 'type':
      return { ...words, text: event.text, ...(event.text === '' ? { takenFrom: null, checked: null, ownWords: null } : {}), ...(isTranslationGone(words, event.text) ? { ownWords: null } : {}) }
    case 'compose':
      return { ...words, composing: event.on }
    case 'took':
      return { ...words, takenFrom: event.draftId }
    case 'checked': {
      const { id, text, findings } = event.draft
      if (id !== words.takenFrom || words.checked?.asked || words.checked?.findings === findings) return words
      return { ...words, checked: { id, text, findings } }
    }
    case 'looked':
      return { ...words, checked: { ...event.checked, asked: true } }
    case 'translated':
      return { ...words, ownWords: event.ownWords }
    case 'inserted':
      return { ...words, checked: words.checked ? bothChecked(words.checked, event.checked) : event.checked }
    case 'dismiss':
      return { ...words, dismissed: { draftId: event.draftId, at: words.text } }
    case 'recall':
      return canRecall(words) ? { ...words, dismissed: null } : words
    case 'sent':
      return { ...NO_WORDS, dismissed: event.draftId === null ? null : { draftId: event.draftId, at: '' } }
    case 'reset':
      return { ...NO_WORDS, text: event.text }
  }
}

/** The agent's own words came back by an undo, or others were put in the place of all that stood there. */
function isTranslationGone({ text, ownWords }: Words, next: string): boolean {
  return ownWords !== null && (next === ownWords.text || (next.at(0) !== text.at(0) && next.at(-1) !== text.at(-1)))
}

/** The marks of both, as if one stood above the other. */
function bothChecked(above: Checked, below: Checked): Checked {
  const offset = [...above.text].length + 1
  return { id: below.id, text: `${above.text}\n${below.text}`, findings: [...above.findings, ...below.findings.map((finding) => ({ ...finding, start: finding.start + offset, end: finding.end + offset }))] }
}

/** What the guard's marks in the field come from: the draft whose words stand there, else the present one. */
export function checkedOf(words: Words, draft: Checked | null): Checked | null {
  return words.checked && words.checked.id !== draft?.id && words.text !== '' ? words.checked : draft
}

/** Would Ctrl+Z bring a dismissed draft back? Only if nothing was typed since; otherwise it undoes the typing. */
export function canRecall(words: Words): boolean {
  return words.dismissed !== null && words.dismissed.at === words.text
}

/**
 * The ghost text: what of the draft follows the words in the field. Shows while the field is empty or holds the draft's
 * own beginning; any other word hides it, and it comes back when that word is undone. '' means none is shown.
 */
export function ghostOf(words: Words, draft: Pick<Draft, 'id' | 'state' | 'text'> | null): string {
  if (!draft || words.composing || words.dismissed?.draftId === draft.id) return ''
  if (draft.state === 'failed' && draft.text === '') return ''
  return draft.text.startsWith(words.text) ? draft.text.slice(words.text.length) : ''
}

/** The next sentence of a ghost, with its closing marks and the space after it; a decimal point does not end one. */
export function firstSentence(ghost: string): string {
  const match = /^\s*[^]*?(?:[。！？!?…~～]+["'”’）)]*\s*|\.+["'”’)]*(?=\s|$)\s*|\n+)/u.exec(ghost)
  return match ? match[0] : ghost
}
