import { v7 as newId } from 'uuid'
import type { ArticleWords } from '../../../src-shared/contract/knowledge.ts'
import type { Article } from '../../../src-shared/domain/article.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { patchScreen } from '../../app/screen.ts'
import { createStore } from '../../ui/store.ts'

/** What the page shows. `article` of a form: the words as they are being written; null until they are read. */
export type KnowledgeView =
  | { at: 'list'; saved?: string }
  | { at: 'form'; id: string; article: ArticleWords | null; isNew: boolean; /** Holds words that are nowhere else. */ changed: boolean }
  | { at: 'import' }
  | { at: 'review' }

export const knowledgeView = createStore<KnowledgeView>({ at: 'list' })

/** Opens the page, at the article that was being written when it was closed, if there is one. */
export function openKnowledge(): void {
  knowledgeView.set((now) => (now.at === 'form' && !now.changed ? { at: 'list' } : now))
  patchScreen({ dialog: 'knowledge', article: null })
}

export const showArticle = (id: string): void => knowledgeView.set({ at: 'form', id, article: null, isNew: false, changed: false })

/** From anywhere else: opens the page at this article, unless another is being written there. */
export function editArticle(id: string): void {
  const now = knowledgeView.get()
  if (now.at !== 'form' || !now.changed) showArticle(id)
  patchScreen({ dialog: 'knowledge', article: null })
}

export function writeArticle(): void {
  const id = newId()
  const empty: LocalText = { zh: '', en: '' }
  knowledgeView.set({ at: 'form', id, isNew: true, changed: false, article: { id, title: empty, body: empty, audience: 'customer', topics: [], productIds: [] } })
}

/** The words of the article that was opened have been read. */
export function fillForm(article: Article): void {
  knowledgeView.set((now) => (now.at === 'form' && now.id === article.id && now.article === null ? { ...now, article } : now))
}

/** What the person types is kept here, so that closing the page by mistake costs nothing. */
export function changeArticle(change: Partial<ArticleWords>): void {
  knowledgeView.set((now) => (now.at === 'form' && now.article ? { ...now, article: { ...now.article, ...change }, changed: true } : now))
}

/** In the language of the screen, else in the one that there is. */
export const shown = (text: LocalText, language: 'zh' | 'en'): string => text[language] || text.zh || text.en
