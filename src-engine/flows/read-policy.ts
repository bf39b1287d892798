import type { CallResult } from '../../src-shared/contract/calls.ts'
import type { PolicyChoices } from '../../src-shared/contract/policies.ts'
import { ACTION_KINDS } from '../../src-shared/domain/commerce.ts'
import { ACTING_CHANNELS } from '../../src-shared/domain/acting-channels.ts'
import { Customer } from '../../src-shared/domain/customer.ts'
import { OrderStatus } from '../../src-shared/domain/order.ts'
import { PERSON_MARKS, PERSON_TOPICS } from '../../src-shared/domain/policy-ceilings.ts'
import { EVIDENCE } from '../../src-shared/domain/policy-limits.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { Money } from '../../src-shared/domain/text.ts'
import { groupOf } from '../../src-shared/domain/topic-groups.ts'
import { MARKS, TOPICS } from '../../src-shared/domain/triage.ts'
import { actionName } from '../domain/policy/names.ts'
import type { Engine } from './context.ts'
import { keptPolicy } from './keep-policy.ts'

/** A new row lets nothing happen before a supervisor says so, and begins where nothing has to be earned. */
const CAREFUL = { level: 'shadow', undoSeconds: 10, confidenceFloor: 0.8, maxEmotionLevel: 1 } as const

/** What rows of any policy can be about. */
const CHOICES: PolicyChoices = {
  topics: TOPICS.map((code) => ({ group: groupOf(code), code, person: PERSON_TOPICS.has(code) })),
  actions: ACTION_KINDS.map((name) => ({ name, title: actionName(name) })),
  marks: MARKS.map((code) => ({ code, person: PERSON_MARKS.has(code) })),
  customerLevels: Customer.shape.level.options, channels: [...ACTING_CHANNELS], evidence: [...EVIDENCE], orderStates: OrderStatus.options, currencies: Money.shape.currency.options,
  fresh: { intents: { ...CAREFUL, orderStates: [] }, actions: { ...CAREFUL, orderStates: [], confirm: true, maxRisk: 0.5 } },
}

/** The policy by which autopilot decides on this desk; null before the shop has given one. */
export const policyInForce = ({ store }: Engine): Policy | null => store.shop.policies()[0] ?? null

/** Everything that the form begins with. */
export function readPolicy(engine: Engine): CallResult<'policy.read'> {
  return { policy: policyInForce(engine), choices: CHOICES, kept: keptPolicy(engine) }
}
