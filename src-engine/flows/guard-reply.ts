import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import { matterOf } from '../domain/drafting/matter.ts'
import { guard } from '../domain/guard/index.ts'
import type { Engine } from './context.ts'
import { draftInput } from './draft-input.ts'
import { guardPolicy } from './shop-policy.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** Passages that the words themselves find, beside those that the customer's question found. */
const PASSAGES = 4

/**
 * The guard on words that an agent typed: records and passages as a draft of this conversation has them, the passages that
 * the words point to, internal ones among them, and the shop's policy.
 */
export function guardReply(engine: Engine, { conversationId, text }: CallParams<'reply.guard'>): CallResult<'reply.guard'> {
  if (text.trim() === '') return { findings: [] }
  const input = draftInput(engine, conversationId)
  const own = engine.knowledge().search(text, { language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en', audience: 'any', topics: [], k: PASSAGES })
  const hits = [...new Map([...(input?.hits ?? []), ...own].map((hit) => [hit.article.id, hit])).values()]
  return {
    findings: guard({
      draft: text, facts: input ? [input.customer, ...input.orders, ...input.products].filter((fact) => fact !== null) : [],
      passages: hits.flatMap(({ article }) => [article.body.zh, article.body.en].map((body) => ({ id: article.id, text: body, audience: article.audience }))),
      now: new Date(engine.clock.now()).toISOString(), timeZone: SHOP_TIME_ZONE, rules: engine.rules, policy: guardPolicy(engine),
      ...(input ? { language: matterOf(input).language, channel: input.conversation.channel } : {}),
    }).findings,
  }
}
