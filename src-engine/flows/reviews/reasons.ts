import { amountOf, type CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { Decision } from '../../../src-shared/domain/policy.ts'
import { blocking } from '../../../src-shared/domain/protects.ts'
import { STOPPED_RULE, type ReviewPolicy, type ReviewWhy } from '../../../src-shared/domain/review.ts'
import type { LocalText, Money } from '../../../src-shared/domain/text.ts'
import { amounts } from '../../domain/guard/extract.ts'
import { fold } from '../../domain/guard/fold.ts'
import { actionName } from '../../domain/policy/names.ts'
import { sumInWords } from '../../domain/policy/sentences.ts'
import type { Engine } from '../context.ts'
import { PROTECTED_NAMES } from '../stopped-words.ts'

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

/** Words that the guard stops, and that the agent stands by. */
function stopped({ kind, text, expected, protects }: Finding): ReviewWhy {
  const name = protects && PROTECTED_NAMES[protects]
  return {
    rule: `${STOPPED_RULE}${kind}`.slice(0, 120),
    say: {
      zh: `“${text}”是${name?.zh ?? ''}${expected === undefined ? '' : `，可以写“${expected}”`}，已被拦下；客服认为该发。`,
      en: `“${text}” is ${name?.en ?? ''}${expected === undefined ? '' : `; allowed is “${expected}”`}. It was stopped, and the agent stands by it.`,
    },
  }
}

const PROBATION: ReviewWhy = { rule: 'probation', say: { zh: '新人期间，每条回复都由主管看过再发。', en: 'In the first weeks a supervisor reads every reply before it goes.' } }

/** What is known of words that may wait. `accountId`: of whoever wrote them, null: not known here · `looked`: what the guard says of them, null: they are words of ours · `isOverridden`: somebody who may decide sends what the guard stops */
interface Written { accountId: string | null; looked: readonly Finding[] | null; isOverridden: boolean }

/** Why a person's words wait for a supervisor, what the guard stops first; none: they go. */
export function whyReplyWaits(engine: Engine, text: string, { accountId, looked, isOverridden }: Written): { why: ReviewWhy[]; findings: Finding[] } {
  const policy = reviewPolicy(engine)
  const findings = looked ?? []
  const held = isOverridden ? [] : blocking(findings)
  const least = policy === null || policy.findings === 'none' ? null : GRAVITY[policy.findings]
  const grave = findings.filter((one) => least !== null && GRAVITY[one.severity] >= least && !held.includes(one))
  const isOnProbation = accountId !== null && policy?.probation.includes(accountId) === true
  const why = [...held.map(stopped), ...(isOnProbation ? [PROBATION] : []), ...(policy?.over ? tooMuch(text, policy.over) : []), ...grave.map(found)]
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
