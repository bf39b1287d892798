import type { Finding } from '../../src-shared/domain/draft.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import { guard } from '../domain/guard/index.ts'
import type { Engine } from './context.ts'

/** Passages looked at beside those that the customer's question found. */
const PASSAGES = 4

/** The guard on words that go to a customer: records and passages as a draft has them, and passages that the words themselves find. */
export function guardWords(engine: Engine, input: DraftInput | null, text: string, language: string): Finding[] {
  const own = engine.knowledge().search(text, { language: language === 'zh' ? 'zh' : 'en', audience: 'any', topics: [], k: PASSAGES })
  const hits = [...new Map([...(input?.hits ?? []), ...own].map((hit) => [hit.article.id, hit])).values()]
  const passages = hits.flatMap(({ article }) => [article.body.zh, article.body.en].map((body) => ({ id: article.id, text: body, audience: article.audience })))
  return guard({
    draft: text, facts: input ? [input.customer, ...input.orders, ...input.products].filter((fact) => fact !== null) : [], passages, language,
    now: new Date(engine.clock.now()).toISOString(), ...(input?.timeZone ? { timeZone: input.timeZone } : {}), rules: engine.rules,
    ...(input ? { channel: input.conversation.channel } : {}),
  }).findings
}
