import type { CopilotCalls } from '../src-shared/contract/copilot.ts'
import type { Handlers } from './door.ts'
import { askCopilot, clearCopilot, readCopilot, stopCopilot } from './flows/ask-copilot.ts'
import { articlesNow } from './flows/campaigns/note-articles.ts'
import type { Engine } from './flows/context.ts'
import { foundArticle, searchCopilot } from './flows/copilot-search.ts'

/** What the window may ask of the copilot. @param onError hears of an answer that could not be made */
export function copilotHandlers(engine: Engine, onError: (thrown: unknown) => void): Pick<Handlers, keyof CopilotCalls> {
  return {
    'copilot.search': (params) => searchCopilot(engine, params),
    'copilot.ask': (params) => {
      askCopilot(engine, params).catch(onError)
      return {}
    },
    'copilot.stop': ({ conversationId }) => {
      stopCopilot(engine, conversationId)
      return {}
    },
    'copilot.get': ({ conversationId }) => ({ turns: readCopilot(engine, conversationId) }),
    'copilot.clear': ({ conversationId }) => {
      clearCopilot(engine, conversationId)
      return {}
    },
    'copilot.article': ({ id }) => {
      const article = articlesNow(engine).find((one) => one.id === id)
      return { article: article ? foundArticle(article, '', engine.clock.now()) : null }
    },
  }
}
