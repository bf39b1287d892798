import type { SideLoose } from '../../../src-shared/contract/side.ts'
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
  /** The newest turn when they were written: once the customer has said more they are laid aside, not copied by habit. */
  turnId: string | null
}

const newestTurn = (loose: Pick<SideLoose, 'turns'>): string | null => loose.turns.at(-1)?.id ?? null

/** The words that stand in place of the draft; undefined: none, or laid aside. */
export function standingEdit(edits: Panel['edits'], loose: Pick<SideLoose, 'id' | 'turns'>): Edit | undefined {
  const edit = edits.get(loose.id)
  return edit?.turnId === newestTurn(loose) ? edit : undefined
}

export interface Panel {
  mode: Mode
  /** By loose conversation: what was typed for one customer never stands under another. */
  edits: ReadonlyMap<string, Edit>
  /** Words are on their way: what stood there before is for somebody else, maybe, and shows nothing any more. */
  capturing: boolean
  said: Said | null
  /** Asked before words are copied that the guard has marked as wrong. */
  asking: { looseId: string; customerId: string | null; text: string; findings: readonly Finding[] } | null
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
export function setEdit(loose: Pick<SideLoose, 'id' | 'turns'>, edit: Pick<Edit, 'text' | 'draftId'> | null): void {
  panel.set((now) => {
    const edits = new Map(now.edits)
    if (edit) edits.set(loose.id, { ...edit, turnId: newestTurn(loose) })
    else edits.delete(loose.id)
    return { ...now, edits, asking: null }
  })
}
