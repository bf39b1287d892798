import { amountOf, type CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { Decision } from '../../../src-shared/domain/policy.ts'
import type { ReviewPolicy, ReviewWhy } from '../../../src-shared/domain/review.ts'
import type { LocalText, Money } from '../../../src-shared/domain/text.ts'
import { amounts } from '../../domain/guard/extract.ts'
import { fold } from '../../domain/guard/fold.ts'
import { actionName } from '../../domain/policy/names.ts'
import { sumInWords } from '../../domain/policy/sentences.ts'
import type { Engine } from '../context.ts'
import { guardReply } from '../guard-reply.ts'

/** Of several policies the later one's word holds. null: nothing of people's waits. */
export const reviewPolicy = ({ store }: Pick<Engine, 'store'>): ReviewPolicy | null => store.shop.policies().findLast(({ review }) => review !== undefined)?.review ?? null

const GRAVITY: Record<Finding['severity'], number> = { info: 0, warning: 1, error: 2 }

const over = (amount: Money, most: Money): ReviewWhy => ({
  rule: 'over-amount', say: { zh: `金额 ${sumInWords(amount)}，超过 ${sumInWords(most)} 的要主管看。`, en: `${sumInWords(amount)} is named; above ${sumInWords(most)} a supervisor looks.` },
})

/** The highest amount that the words name above the limit; one of another currency cannot be compared and counts as above. */
function tooMuch(text: string, most: Money): ReviewWhy[] {
  const named = amounts(fold(text)).flatMap(({ value, keys }) => (value === null ? [] : [{ value, isSame: keys.some((key) => key.startsWith(':') || key.startsWith(`${most.currency}:`)) }]))
  if (named.some(({ isSame }) => !isSame)) return [{ rule: 'over-currency', say: { zh: '提到了其他币种的金额，要主管看。', en: 'An amount in another currency is named; a supervisor looks.' } }]
  const highest = Math.max(0, ...named.map(({ value }) => value))
  return highest > most.amount ? [over({ ...most, amount: highest }, most)] : []
}

const found = ({ kind, text, expected }: Finding): ReviewWhy => ({
  rule: `guard:${kind}`.slice(0, 120),
  say: {
    zh: `回复检查标出了“${text}”${expected === undefined ? '' : `，资料里是“${expected}”`}。`,
    en: `The check of replies marks “${text}”${expected === undefined ? '' : `; the records say “${expected}”`}.`,
  },
})

const PROBATION: ReviewWhy = { rule: 'probation', say: { zh: '新人期间，每条回复都由主管看过再发。', en: 'In the first weeks a supervisor reads every reply before it goes.' } }

/** Why a person's words wait for a supervisor; none: they go. @param accountId of whoever wrote them; null: not known here */
export function whyReplyWaits(engine: Engine, conversationId: string, text: string, accountId: string | null): { why: ReviewWhy[]; findings: Finding[] } {
  const policy = reviewPolicy(engine)
  if (policy === null) return { why: [], findings: [] }
  const least = policy.findings === 'none' ? null : GRAVITY[policy.findings]
  const findings = least === null ? [] : guardReply(engine, { conversationId, text }).findings
  const grave = findings.filter(({ severity }) => least !== null && GRAVITY[severity] >= least)
  const why = [...(accountId !== null && policy.probation.includes(accountId) ? [PROBATION] : []), ...(policy.over ? tooMuch(text, policy.over) : []), ...grave.map(found)]
  return { why: why.slice(0, 20), findings: why.length === 0 ? [] : findings.slice(0, 20) }
}

/** Why an action that a person wishes waits for a supervisor; none: it is done. */
export function whyActionWaits(engine: Engine, action: CommerceAction): ReviewWhy[] {
  const most = reviewPolicy(engine)?.over
  const amount = amountOf(action)
  if (!most || amount === null) return []
  return amount.currency !== most.currency || amount.amount > most.amount ? [over(amount, most)] : []
}

/** What rules of the policy itself say, by the beginning of their names. */
const RULES: readonly (readonly [string, LocalText])[] = [
  ['cap-case', { zh: '超过了每单的上限。', en: 'It is over the cap of one case.' }],
  ['cap-customer-day', { zh: '超过了同一顾客每天的上限。', en: 'It is over the cap of one customer a day.' }],
  ['cap-shop-day', { zh: '超过了全店每天的上限。', en: 'It is over the cap of the shop a day.' }],
  ['cap-currency', { zh: '币种与上限不同。', en: 'It is in another currency than the caps.' }],
  ['already-paid', { zh: '这一单已经赔付过。', en: 'Something was paid for this order before.' }],
  ['buyer-risk', { zh: '买家风险偏高。', en: 'The buyer’s risk is high.' }],
  ['blacklist', { zh: '顾客在店铺的关注名单上。', en: 'The customer is on the shop’s list.' }],
]

/** Why automatic work waits, a sentence for each rule that spoke; the shop's own rules in their own words. */
export function whyPolicyWaits({ store }: Pick<Engine, 'store'>, { rules }: Decision, action: CommerceAction): ReviewWhy[] {
  const own = store.shop.policies().flatMap((policy) => policy.rules ?? [])
  const name = actionName(action.kind)
  const said = rules.flatMap((rule): ReviewWhy[] => {
    const say = own.find(({ id }) => id === rule)?.say ?? RULES.find(([id]) => rule.startsWith(id))?.[1]
    return say ? [{ rule, say }] : []
  })
  return said.length > 0 ? said.slice(0, 20) : [{ rule: rules[0] ?? 'review', say: { zh: `策略要求主管审核：${name.zh}。`, en: `The policy wants a supervisor to look: ${name.en}.` } }]
}
