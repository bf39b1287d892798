import type { CallParams } from '../../../src-shared/contract/calls.ts'
import type { SampledCase } from '../../../src-shared/contract/autonomy.ts'
import { amountOf } from '../../../src-shared/domain/commerce.ts'
import type { Judgement, Verdict } from '../../../src-shared/domain/autonomy.ts'
import { isSampled } from '../../domain/autonomy/sample.ts'
import { LADDER } from '../../../src-shared/domain/ladder/rules.ts'
import { startOfDay } from '../../domain/time/wall.ts'
import { actionOf, type KeptDecision } from '../../store/decisions.ts'
import type { Engine } from '../context.ts'
import { SHOP_TIME_ZONE } from '../shop-place.ts'
import { unknownConversation } from '../thread.ts'
import { partsOf, watch } from './watch.ts'

const SHOWN = 50
/** Automatic cases of which some are drawn. */
const LOOKED_THROUGH = 2000

function shown({ store }: Engine, decision: KeptDecision): SampledCase {
  const { id, runId, conversationId, basedOnSeq, subject, at, judgement } = decision
  const run = runId === null ? null : store.runs.get(runId)
  const action = actionOf(decision)
  const one = store.afterSales.get(conversationId)
  return {
    id, ...partsOf(subject), at, judgement,
    displayName: (one ? store.shop.customer(one.customerId)?.name : store.conversations.get(conversationId)?.conversation.displayName) ?? '',
    asked: one?.words ?? store.messages.page(conversationId, basedOnSeq + 1, 1)[0]?.message.text ?? '', text: run ? (store.messages.get(run.messageId)?.message.text ?? '') : '',
    done: action && { orderNo: action.orderNo, amount: amountOf(action) },
  }
}

/** Cases that were settled automatically on earlier days of the shop and drawn to be looked at, those not judged first, newest first. */
export function sampledCases(engine: Engine): SampledCase[] {
  const today = startOfDay(engine.clock.now(), SHOP_TIME_ZONE)
  const drawn = engine.store.decisions.leftBefore(today, LOOKED_THROUGH).filter(({ runId }) => runId !== null && isSampled(runId, LADDER.sample))
  return [...drawn.filter(({ judgement }) => judgement === null), ...drawn.filter(({ judgement }) => judgement !== null)].slice(0, SHOWN).map((one) => shown(engine, one))
}

const AS_EVIDENCE: Record<Judgement, Verdict> = { right: 'same', wrong: 'otherwise', otherwise: 'otherwise' }

/** A person says what they think of a drawn case; `wrong` is a costly error and makes autopilot fall back. @throws AppError `not-found` */
export function judgeCase(engine: Engine, { id, judgement }: CallParams<'autonomy.judge'>): void {
  const { store } = engine
  const decision = store.decisions.get(id)
  if (decision?.automatic !== 'left') throw unknownConversation()
  const costly = judgement === 'wrong' ? 'judged-wrong' : decision.after === 'anger' ? 'anger' : null
  store.transaction(() => {
    store.decisions.settle(id, { ...decision, judgement, verdict: judgement === null ? 'unknown' : AS_EVIDENCE[judgement], costly })
    store.audit.add(engine.clock.now(), 'case-judged', id, judgement ?? 'none')
    watch(engine, decision.subject)
  })
  engine.publish({ kind: 'autonomy', fell: null })
}
