import type { Resources } from './adapters/resources.ts'
import { createKnowledge, type Knowledge, type SenseParts } from './domain/knowledge/index.ts'
import { createPhraseIndex, type PhraseIndex } from './domain/phrases/search.ts'
import { articlesNow } from './flows/campaigns/note-articles.ts'
import type { Engine } from './flows/context.ts'
import { openSenses } from './knowledge-files.ts'
import type { Store } from './store/index.ts'

export type LateKnowledge = Pick<Engine, 'knowledge' | 'knowledgeChanged' | 'phrases' | 'phrasesChanged'> & {
  /** Another endpoint makes the vectors from now on. */
  forgetVectors(): void
}

/** Articles and phrases as they are searched, made at the first question. @param onChange an article changed */
export function createLateKnowledge(engine: () => Engine, store: Store, resources: Resources, onChange: () => void): LateKnowledge {
  let knowledge: Knowledge | null = null
  /** Kept when the articles change. */
  let senses: SenseParts | null = null
  let phrases: PhraseIndex | null = null
  return {
    knowledge: () => (knowledge ??= createKnowledge(articlesNow(engine()), senses ??= openSenses(resources))),
    knowledgeChanged: (id) => {
      const article = id === null ? null : store.shop.article(id)
      if (id === null) knowledge = null
      else if (article) knowledge?.put(article)
      else knowledge?.remove(id)
      onChange()
    },
    forgetVectors: () => knowledge?.forgetVectors(),
    phrases: () => (phrases ??= createPhraseIndex(store.phrases.all())),
    phrasesChanged: () => { phrases = null },
  }
}
