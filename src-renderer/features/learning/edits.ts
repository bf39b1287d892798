import type { ListedSuggestion } from '../../../src-shared/contract/learning.ts'
import type { LearnedAs } from '../../../src-shared/domain/learning.ts'
import { gapsIn } from '../../../src-shared/domain/phrase-gaps.ts'
import { createStore } from '../../ui/store.ts'

/** How a suggestion is to be kept, as the person has it now. */
export interface Edit {
  title: string
  text: string
  as: LearnedAs
}

/** In signs; Chinese says as much in half of it. */
const TITLE_LENGTH = { zh: 40, en: 80 }

/** What was changed and not decided yet; it stays when the page is closed by mistake. */
export const edits = createStore<ReadonlyMap<string, Edit>>(new Map())

/** What is offered first: what has gaps cannot be an article. */
export function firstEdit({ question, text, language }: Pick<ListedSuggestion, 'question' | 'text' | 'language'>): Edit {
  const line = (question || text).replace(/\s+/gu, ' ').trim()
  const signs = [...line]
  const most = TITLE_LENGTH[language]
  return { title: signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : line, text, as: gapsIn(text).length > 0 ? 'template' : 'article' }
}

export function changeEdit(one: ListedSuggestion, change: Partial<Edit>): void {
  edits.set((now) => new Map(now).set(one.id, { ...(now.get(one.id) ?? firstEdit(one)), ...change }))
}

export function forgetEdit(id: string): void {
  edits.set((now) => new Map([...now].filter(([known]) => known !== id)))
}
