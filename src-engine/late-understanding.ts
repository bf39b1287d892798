import { createTopicLearner } from './adapters/topic-learner.ts'
import type { Resources } from './adapters/resources.ts'
import { parseGuardLines, type GuardLine } from './domain/teach/guard.ts'
import type { Engine } from './flows/context.ts'
import { createTaught } from './flows/taught.ts'
import { learnTopicsHere } from './learn-topics.ts'
import { readTriage, type TriageParts } from './open-triage.ts'
import type { Store } from './store/index.ts'

/** What understands a message; `load` reads it now. @throws when one of its files is malformed, as the first message would */
export type Understanding = Pick<Engine, 'triage' | 'untaught' | 'taught' | 'products' | 'productsChanged' | 'learnTopics'> & { load(): void }

/**
 * Triage with what this desk was taught, and as it was shipped: read when the first message comes, or after the start, because
 * no row of the queue needs it.
 * @param topicThread the program that learns own topics in a thread; null: it is done here
 */
export function createUnderstanding(store: Store, resources: Resources, topicThread: URL | null): Understanding {
  let guardLines: readonly GuardLine[] | null = null
  const taught = createTaught(store, () => (guardLines ??= parseGuardLines(resources.text('triage', 'guard-set.jsonl'))))
  let open: Pick<Engine, 'triage' | 'untaught'> & Pick<TriageParts, 'products'> | null = null
  let products: ReturnType<Engine['products']> | null = null
  const read = () => {
    if (open) return open
    const parts = readTriage(resources)
    return (open = { triage: parts.make(taught.adjust), untaught: parts.make(), products: parts.products })
  }
  return {
    triage: (input) => read().triage(input), untaught: (input) => read().untaught(input), taught,
    products: () => (products ??= read().products(store.shop.products())),
    productsChanged: () => { products = null },
    learnTopics: topicThread ? createTopicLearner(topicThread) : async (...data) => learnTopicsHere(...data),
    load: () => void read(),
  }
}
