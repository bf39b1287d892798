import { z } from 'zod'
import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { Finding } from '../../src-shared/domain/draft.ts'
import { blocking, type Protected } from '../../src-shared/domain/protects.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import { mayLead } from './own-seat.ts'

/** What is kept from harm, in words that can stand in a sentence. */
export const PROTECTED_NAMES: Record<Protected, LocalText> = {
  money: { zh: '超出店铺规则的金额', en: 'money beyond the shop’s policy' },
  'others-data': { zh: '其他客户的信息', en: 'another customer’s data' },
  'internal-text': { zh: '内部资料', en: 'internal text' },
  'outside-payment': { zh: '平台外付款', en: 'payment outside the platform' },
  'sensitive-data': { zh: '敏感信息', en: 'sensitive data' },
}

/** Where an override waits for its reply to arrive, by the reply's id. */
const OVERRIDE = 'send-override'
const Reason = z.string()

const notSent = ({ text, protects }: Finding): AppError => {
  const name = protects && PROTECTED_NAMES[protects]
  return new AppError({
    code: 'reply-stopped', retryable: false,
    say: { zh: `“${text}”是${name?.zh ?? ''}，这条没有发出。请改正，或交给主管审核。`, en: `“${text}” is ${name?.en ?? ''}, so this was not sent. Correct it, or ask a supervisor.` },
  })
}

const notYours = (): AppError => new AppError({ code: 'not-permitted', retryable: false, say: { zh: '只有主管或管理员可以写明理由后照发；请交给主管审核。', en: 'Only a supervisor or an admin may send this with a reason. Ask for a review.' } })

/** Must words with these findings be stopped? @throws AppError `reply-stopped`; `not-permitted` where a reason comes from somebody who may not decide reviews */
export function refuseStopped(engine: Pick<Engine, 'store'>, findings: readonly Finding[], standsBy: CallParams<'reply.send'>['standsBy']): void {
  const [first] = blocking(findings)
  if (!first) return
  if (standsBy === undefined) throw notSent(first)
  if (standsBy.how === 'override' && !mayLead(engine)) throw notYours()
}

/** Whoever may decide sends stopped words all the same: kept in the audit, and told to the gateway with the reply. Must run inside a transaction. */
export function keepOverride({ store, clock }: Engine, id: string, reason: string): void {
  store.shared.put(OVERRIDE, id, reason)
  store.audit.add(clock.now(), 'reply-overridden', id, reason)
}

/** The reason that goes along with a reply; null: none does. */
export const overrideOf = ({ store }: Pick<Engine, 'store'>, id: string): string | null => store.shared.get(OVERRIDE, id, Reason)

/** It has arrived, or is back in the composer. Must run inside a transaction. */
export const forgetOverride = ({ store }: Pick<Engine, 'store'>, id: string): void => { store.shared.remove(OVERRIDE, id) }
