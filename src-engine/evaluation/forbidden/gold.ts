import { z } from 'zod'
import type { Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import type { ShopDesk } from '../../adapters/shops/shop-port.ts'
import { decide } from '../../domain/policy/decide.ts'
import { caseOf } from '../../domain/policy/records/index.ts'

const Action = z.object({ name: z.string(), kwargs: z.record(z.string(), z.unknown()).optional(), arguments: z.record(z.string(), z.unknown()).optional() })
/** A given task: who asks, in whose words, and the calls that settle it. */
export const GoldTask = z.object({ id: z.number(), user_id: z.string(), platform: z.string().optional(), shop_id: z.string().optional(), instruction: z.string(), actions: z.array(Action) })
export type GoldTask = z.infer<typeof GoldTask>

export interface GoldCall { readonly task: number; readonly call: string; readonly isAuto: boolean; readonly isDone: boolean; readonly rules: readonly string[] }

/** A lower price that the customer shows on a picture; the customer may not say it, so it stands in the task alone. */
const SEEN_PRICE = /降价到\s*(\d+(?:\.\d+)?)\s*元/u

function established(task: GoldTask): Facts {
  const seen = SEEN_PRICE.exec(task.instruction)?.[1]
  return {
    customerId: task.user_id, platform: task.platform, shopId: task.shop_id, asked: true, confirmed: true, priceProtection: task.instruction.includes('价保'),
    ...(seen === undefined ? {} : { seenPrice: Number(seen) }),
  }
}

/**
 * Plays a task's calls one after the other, asking the policy before each. `isDone`: did the shop's tool do it? What the
 * tool itself turns down was never permitted.
 */
export function playGold(policy: Policy, desk: ShopDesk, task: GoldTask): GoldCall[] {
  const session = desk.open()
  const done: Array<{ name: string; kwargs: Record<string, unknown> }> = []
  return task.actions.map((action) => {
    const call = { name: action.name, kwargs: action.kwargs ?? action.arguments ?? {} }
    const made = caseOf(policy, { ...established(task), done: [...done], records: session.records() }, call)
    const { decision, rules } = decide(made.facts, policy, made.request)
    const isDone = session.call(call).ok
    done.push(call)
    return { task: task.id, call: made.request.name, isAuto: decision === 'auto', isDone, rules }
  })
}
