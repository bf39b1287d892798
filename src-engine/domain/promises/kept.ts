import type { FollowUp, PromiseKind } from '../../../src-shared/domain/follow-up.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { fold } from '../guard/fold.ts'
import { clausesOf, sentencesOf } from './clauses.ts'
import { en } from './wording-en.ts'
import { zh } from './wording-zh.ts'

/** What looks like a promise kept: a later reply of ours, or what the shop's system says of an order. */
export type KeptSign = { by: 'reply'; messageId: string } | { by: 'order'; orderNo: string }

/** A later reply of ours; `promises`: it puts the customer off again. */
export interface LaterReply {
  id: string
  text: string
  at: number
  promises: boolean
}

const DONE = /已经?|完成|办好|[退发寄补赔返打开约]好?了|(?<![a-z])(?:has|have|['’]ve|was|were|just|sent|refunded|shipped|credited|issued|booked|done|attached|here is|here's)(?![a-z])/i
/** Replies so short are courtesy, in code points. */
const COURTESY = { zh: 5, other: 18 }
const ANSWERS: ReadonlySet<PromiseKind> = new Set<PromiseKind>(['answer', 'investigate', 'escalate'])

/** Does the reply tell that something of this kind has been done? */
function tellsDone(text: string, kind: PromiseKind): boolean {
  return sentencesOf(fold(text)).flatMap(clausesOf).some((clause) => {
    const wording = /\p{Script=Han}/u.test(clause.text) ? zh : en
    return DONE.test(clause.text) && wording.deeds.find(([form]) => form.test(clause.text))?.[1] === kind
  })
}

function isAnswer({ text, promises }: LaterReply): boolean {
  const least = /\p{Script=Han}/u.test(text) ? COURTESY.zh : COURTESY.other
  return !promises && [...text.trim()].length > least
}

/** Does the order show that it happened after the promise was made? */
function shows({ kind, promisedAt }: Pick<FollowUp, 'kind' | 'promisedAt'>, order: Order): boolean {
  const { afterSale, shippedAt } = order
  if (kind === 'refund') return afterSale?.kind === 'refund' && afterSale.status === 'paid'
  if (kind !== 'ship') return false
  return (shippedAt !== null && shippedAt > promisedAt) || (afterSale?.kind === 'resend' && afterSale.status === 'goods-on-way')
}

/**
 * The first sign that a promise was kept; null: none. Only a hint: a person says whether it was.
 * @param later replies of ours after the one that promised, oldest first @param orders the customer's
 */
export function keptSign(followUp: Pick<FollowUp, 'kind' | 'promisedAt'>, later: readonly LaterReply[], orders: readonly Order[]): KeptSign | null {
  const order = orders.find((one) => shows(followUp, one))
  if (order) return { by: 'order', orderNo: order.no }
  const reply = later.find((one) => tellsDone(one.text, followUp.kind) || (ANSWERS.has(followUp.kind) && isAnswer(one)))
  return reply ? { by: 'reply', messageId: reply.id } : null
}
