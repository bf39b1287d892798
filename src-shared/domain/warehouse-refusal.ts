/** Why a warehouse did not stop something, as codes: the reason's own, and what can be done in its place. */
export const WAREHOUSE_REASONS = ['waiting', 'picked', 'packed', 'shipped', 'cancelled', 'replaced', 'merged', 'absent', 'region', 'changed', 'unasked', 'no', 'half'] as const
export type WarehouseReason = (typeof WAREHOUSE_REASONS)[number]
export interface WarehouseRefusal { reason: WarehouseReason; instead: 'intercept' | 'cancel' | 'return' | null }

/** Reads the `detail` of a refusal (`warehouse:<reason>:<instead>`); null: no warehouse said it. */
export function warehouseRefusal(detail: string): WarehouseRefusal | null {
  const [by, code, last] = detail.split(':')
  const reason = WAREHOUSE_REASONS.find((one) => one === code)
  if (by !== 'warehouse' || reason === undefined) return null
  return { reason, instead: last === 'intercept' || last === 'cancel' || last === 'return' ? last : null }
}
