import type { Finding } from '../../src-shared/domain/draft.ts'
import type { DraftInput } from '../domain/drafting/types.ts'
import { guardFacts } from '../domain/drafting/guard-facts.ts'
import { noticeSources } from '../domain/drafting/notices.ts'
import { withOrigins } from '../domain/drafting/finding-origin.ts'
import { applies, circumstancesOf } from '../domain/knowledge/applies.ts'
import { guard } from '../domain/guard/index.ts'
import type { Engine } from './context.ts'
import { namedPassages } from './guard-ground.ts'
import { shopHours } from './shop-hours.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'
import { guardPolicy } from './shop-policy.ts'

/** Passages looked at beside those that the customer's question found. */
const PASSAGES = 4
/** Found at once: among so many are those that may be quoted here, and the first of them may be internal. */
const LOOKED_AT = 32

/**
 * The guard on words that go to a customer: records and passages as a draft of this conversation has them, the passages that
 * the words themselves find, and the shop's policy. What may be quoted must hold now and here; what is internal may never be.
 * @param language the customer's, ISO 639-1; undefined: not known, and no language is wrong
 */
export function guardWords(engine: Engine, input: DraftInput | null, text: string, language: string | undefined): Finding[] {
  const here = circumstancesOf({ orders: input?.orders ?? [], now: engine.clock.now(), channel: input?.conversation.channel })
  // Of internal texts those that are about the same: next to one about nothing of it, any "tomorrow" would be its words. One that has expired stays internal.
  const found = engine.knowledge().search(text, { language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en', topics: [], k: LOOKED_AT, audience: 'any' })
  const own = [...found.filter(({ article }) => applies(article, { ...here, audience: 'customer' })).slice(0, PASSAGES), ...found.slice(0, PASSAGES).filter(({ article }) => article.audience === 'internal')]
  const hits = [...new Map([...(input?.hits ?? []), ...own].map((hit) => [hit.article.id, hit])).values()]
  const passages = [...(input ? noticeSources(input) : []), ...hits.flatMap(({ article }) => [article.body.zh, article.body.en].map((body) => ({ id: article.id, text: body, audience: article.audience })))]
  const facts = input ? guardFacts(input, text) : []
  const { findings } = guard({
    draft: text, facts, passages,
    now: new Date(engine.clock.now()).toISOString(), timeZone: input?.timeZone ?? SHOP_TIME_ZONE, hours: input?.hours ?? shopHours(engine), rules: engine.rules, policy: guardPolicy(engine),
    ...(language === undefined ? {} : { language }), ...(input ? { channel: input.conversation.channel } : {}),
  })
  return withOrigins(findings, { facts, passages: namedPassages(input, hits), rules: engine.rules })
}
