import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { en } from '../../app/i18n/en.ts'
import { createStore } from '../../ui/store.ts'

/** What the agent does in the panel besides looking at it. */
export type Mode = 'look' | 'edit' | 'phrases' | 'memo'

/** A line that says what was just done, or why not. */
export interface Said {
  text: Extract<keyof typeof en, `side.said.${string}` | `side.memo.shared.${string}` | 'side.words.cut' | 'said.failed'> | LocalText
  values: { name?: string; tail?: string }
  tone: 'plain' | 'danger'
}

/** Words of the agent's own for one loose conversation. */
export interface Edit {
  text: string
  /** The draft that they began as; null: none. */
  draftId: string | null
}

export interface Panel {
  mode: Mode
  /** By loose conversation: what was typed for one customer never stands under another. */
  edits: ReadonlyMap<string, Edit>
  /** Words are on their way: what stood there before is for somebody else, maybe, and shows nothing any more. */
  capturing: boolean
  said: Said | null
  /** Asked before words are copied that the guard has marked as wrong. */
  asking: { looseId: string; text: string; findings: readonly Finding[] } | null
}

/** What only the panel's own window knows. */
export const panel = createStore<Panel>({ mode: 'look', edits: new Map(), capturing: false, said: null, asking: null })

export function patchPanel(change: Partial<Panel>): void {
  panel.set((now) => ({ ...now, ...change }))
}

export const setMode = (mode: Mode): void => patchPanel({ mode, asking: null })

export function say(text: Said['text'], values: Said['values'] = {}, tone: Said['tone'] = 'plain'): void {
  patchPanel({ said: { text, values, tone } })
}

/** null: the draft stands there again. */
export function setEdit(looseId: string, edit: Edit | null): void {
  panel.set((now) => {
    const edits = new Map(now.edits)
    if (edit) edits.set(looseId, edit)
    else edits.delete(looseId)
    return { ...now, edits, asking: null }
  })
}
