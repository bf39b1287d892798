import type { ActionPolicy, Policy } from '../../../../src-shared/domain/policy.ts'
import type { Caps } from '../../../../src-shared/domain/policy-limits.ts'

export type CapName = Exclude<keyof Caps, 'currency'>

/** Where an action begins that has no row yet: nothing by itself, and as careful as the strictest. */
const NO_ROW: ActionPolicy = { level: 'off', undoSeconds: 15, confidenceFloor: 0.9, maxEmotionLevel: 0 }
/** From the narrowest to the widest: a wider cap below a narrower one would decide in its place. */
const WIDER: readonly CapName[] = ['perCase', 'perCustomerDay', 'perShopDay']

/** The policy with another cap on an action; those wider than it are raised to it, those narrower lowered. @param amount minor units; null: none */
export function withCap(policy: Policy, action: string, cap: CapName, amount: number | null, currency: Caps['currency']): Policy {
  const row = policy.actions?.[action] ?? NO_ROW
  const caps: Caps = { ...row.caps, currency: row.caps?.currency ?? currency }
  const at = WIDER.indexOf(cap)
  for (const name of WIDER) {
    const before = caps[name]
    const place = WIDER.indexOf(name)
    if (name === cap) caps[name] = { ...before, amount: amount ?? undefined }
    else if (amount !== null) caps[name] = { ...before, amount: place > at ? Math.max(amount, before?.amount ?? amount) : Math.min(amount, before?.amount ?? amount) }
  }
  return { ...policy, actions: { ...policy.actions, [action]: { ...row, caps } } }
}
