import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { ListedSuggestion } from '../../src-shared/contract/learning.ts'
import type { KeptSuggestion, SuggestionReason } from '../store/suggestions.ts'
import type { Engine } from './context.ts'
import { sourcesOf } from './learning-sources.ts'

/** Decisions that are listed. */
const DECIDED = 100

/** Suggestions with what stands behind them: open ones by how often they were written, or those that were decided, newest first. */
export function listSuggestions(engine: Engine, decided: boolean): CallResult<'learning.suggestions'> {
  const { store } = engine
  const products = new Map(store.shop.products().map((product) => [product.id, product.title]))
  const listed = (one: KeptSuggestion): ListedSuggestion => {
    const { madeId: _made, mergedInto: _into, decidedAt: _at, ...shown } = one
    const behind = store.suggestions.sources(one.id)
    const of = (reason: SuggestionReason): number => behind.filter((source) => source.reason === reason).length
    return {
      ...shown, count: behind.length, reasons: { missing: of('missing'), edited: of('edited'), refused: of('refused') },
      sources: sourcesOf(engine, behind.map(({ replyId, ...source }) => ({ ...source, messageId: replyId }))), products: one.productIds.flatMap((id) => products.get(id) ?? []),
    }
  }
  const open = store.suggestions.of('open')
  if (!decided) return { suggestions: open.map(listed).sort((a, b) => b.count - a.count || b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1)), open: open.length }
  const done = store.suggestions.of('approved', 'rejected', 'never', 'merged').sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0)).slice(0, DECIDED)
  return { suggestions: done.map(listed), open: open.length }
}
