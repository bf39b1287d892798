import type { Engine } from './context.ts'

/** What the shop allows, as the guard reads it: its caps and whatever else it grants; of several policies the later one's word holds. */
export function guardPolicy(engine: Engine): Record<string, unknown> {
  return Object.assign({}, ...engine.store.shop.policies().map((policy) => policy.guard ?? {})) as Record<string, unknown>
}
