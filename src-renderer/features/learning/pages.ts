import { createStore } from '../../ui/store.ts'

/** The pages in the order of their tabs; each is a dialog of its own name. */
export const PAGES = ['drafts', 'suggestions', 'questions'] as const
export type LearningPageName = (typeof PAGES)[number]

/** The question that was chosen elsewhere to be answered; null: none. */
export const wantedQuestion = createStore<{ id: string | null }>({ id: null })
