import type { ActionPolicy, IntentPolicy, Policy } from '../../../src-shared/domain/policy.ts'
import type { Cap, Caps, Hours } from '../../../src-shared/domain/policy-limits.ts'
import type { Rule } from '../../../src-shared/domain/policy-rule.ts'
import type { LocalText, Money } from '../../../src-shared/domain/text.ts'
import { SHOP_ZONE } from './hours.ts'
import { actionName, both, either, plain, proofName, stateName, topicName } from './names.ts'

/** A part of the policy in sentences: `field` is where it stands, as `actions.refund`. */
export interface PolicyPart { readonly field: string; readonly title: LocalText; readonly sentences: readonly LocalText[] }

const SIGNS: Record<Money['currency'], string> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' }
const sum = (amount: number, currency: Money['currency']): string => `${SIGNS[currency]}${(amount / 100).toFixed(2)}`
/** ¥20.00 */
export const sumInWords = ({ amount, currency }: Money): string => sum(amount, currency)

const LEVELS: Record<IntentPolicy['level'], (undoSeconds: number) => LocalText> = {
  off: () => ({ zh: '不自动处理，由人来办。', en: 'Autopilot stays out of it; a person does it.' }),
  shadow: () => ({ zh: '只在后台判断并与人工对照，不动作。', en: 'Autopilot decides silently, to be compared with what people do.' }),
  suggest: () => ({ zh: '只准备好，由人确认后再办。', en: 'Autopilot prepares it; a person sends it off.' }),
  undo: (seconds) => ({ zh: `自动办理，办之前留 ${seconds} 秒可以撤下。`, en: `Autopilot does it, after ${seconds} seconds in which a person can stop it.` }),
  act: () => ({ zh: '立即自动办理。', en: 'Autopilot does it at once.' }),
}
const MOODS: readonly LocalText[] = [
  { zh: '只在顾客心平气和时办理。', en: 'Only while the customer is calm.' }, { zh: '顾客着急或疑惑时也可以办理，不满时交给人工。', en: 'Also when the customer is uneasy; once unhappy, a person takes over.' },
  { zh: '顾客不满时也可以办理，生气时交给人工。', en: 'Also when the customer is unhappy; once angry, a person takes over.' }, { zh: '顾客不满时也可以办理，生气时总是交给人工。', en: 'Also when the customer is unhappy; an angry one always gets a person.' },
]
const WEEKDAYS: readonly LocalText[] = [['周一', 'Monday'], ['周二', 'Tuesday'], ['周三', 'Wednesday'], ['周四', 'Thursday'], ['周五', 'Friday'], ['周六', 'Saturday'], ['周日', 'Sunday']].map(([zh = '', en = '']) => ({ zh, en }))

function capSentence(cap: Cap | undefined, currency: Money['currency'], whose: LocalText): LocalText[] {
  if (cap === undefined || (cap.amount === undefined && cap.count === undefined)) return []
  const money = cap.amount === undefined ? [] : [{ zh: `最多 ${sum(cap.amount, currency)}`, en: `at most ${sum(cap.amount, currency)}` }]
  const times = cap.count === undefined ? [] : [{ zh: `最多 ${cap.count} 次`, en: `at most ${cap.count} ${cap.count === 1 ? 'time' : 'times'}` }]
  const limit = both([...money, ...times])
  return [{ zh: `${whose.zh}${limit.zh}。`, en: `${whose.en} ${limit.en}.` }]
}

const capSentences = (caps: Caps): LocalText[] => [
  ...capSentence(caps.perCase, caps.currency, { zh: '每单', en: 'For one case' }),
  ...capSentence(caps.perCustomerDay, caps.currency, { zh: '同一顾客（人、地址、手机号、付款账户合并计算）每天', en: 'For one customer a day, counted by person, address, phone and payer together:' }),
  ...capSentence(caps.perShopDay, caps.currency, { zh: '全店每天', en: 'For the whole shop a day' }),
]

function hoursSentence({ from, to, days }: Hours, zone: string): LocalText {
  const names = days === undefined ? null : either(days.map((day) => WEEKDAYS[day - 1] ?? plain(String(day))))
  const next = to < from ? { zh: '次日 ', en: ' the next day' } : { zh: ' ', en: '' }
  return { zh: `只在${names === null ? '每天' : names.zh} ${from} 到${next.zh}${to} 之间（${zone} 时间）。`, en: `Only ${names === null ? 'every day' : `on ${names.en}`} from ${from} to ${to}${next.en} (${zone} time).` }
}

/** The limits of a row, a sentence each, in the order in which a supervisor thinks of them. */
function limitSentences(row: IntentPolicy | ActionPolicy, zone: string): LocalText[] {
  const states = row.orderStates
  const named = (list: readonly string[] | undefined, say: (names: LocalText) => LocalText, name = plain): LocalText[] => (list === undefined ? [] : [say(either(list.map(name)))])
  return [
    ...(states?.length === 0 ? [{ zh: '没有选订单状态。', en: 'No order state is chosen.' }] : named(states, ({ zh, en }) => ({ zh: `订单状态是${zh}。`, en: `The order is ${en}.` }), stateName)),
    ...(row.deliveredWithinDays === undefined ? [] : [{ zh: `签收后 ${row.deliveredWithinDays} 天内。`, en: `At most ${row.deliveredWithinDays} ${row.deliveredWithinDays === 1 ? 'day' : 'days'} after delivery.` }]),
    ...(row.caps === undefined ? [] : capSentences(row.caps)),
    ...named(row.customerLevels, ({ zh, en }) => ({ zh: `顾客等级是 ${zh}。`, en: `The customer's level is ${en}.` })),
    ...(row.maxRisk === undefined ? [] : [{ zh: `顾客风险超过 ${Math.round(row.maxRisk * 100)}% 时由主管看。`, en: `Above ${Math.round(row.maxRisk * 100)}% buyer risk a supervisor looks.` }]),
    MOODS[row.maxEmotionLevel] ?? plain(''),
    { zh: `对顾客意图的把握至少 ${Math.round(row.confidenceFloor * 100)}%。`, en: `Triage is at least ${Math.round(row.confidenceFloor * 100)}% sure of what is meant.` },
    ...(row.hours === undefined ? [] : [hoursSentence(row.hours, zone)]),
    ...named(row.channels, ({ zh, en }) => ({ zh: `只限渠道：${zh}。`, en: `Only through ${en}.` })),
    ...(row.evidence === undefined ? [] : [both(row.evidence.map(proofName))].map(({ zh, en }) => ({ zh: `顾客先提供${zh}。`, en: `The customer sends ${en} first.` }))),
    ...(row.confirm === undefined ? [] : [row.confirm ? { zh: '办之前要顾客确认。', en: 'The customer agrees to it first.' } : { zh: '不需要顾客再确认。', en: 'The customer need not agree to it again.' }]),
  ]
}

const intentPart = (topic: string, row: IntentPolicy, zone: string): PolicyPart => ({
  field: `intents.${topic}`, title: topicName(topic),
  sentences: [
    LEVELS[row.level](row.undoSeconds),
    ...(row.actions === undefined ? [] : [row.actions.length === 0 ? { zh: '只回复，不动订单。', en: 'It is only answered; nothing is done to the order.' } : [either(row.actions.map(actionName))].map(({ zh, en }) => ({ zh: `可以办：${zh}。`, en: `It may lead to: ${en}.` }))[0] ?? plain('')]),
    ...limitSentences(row, zone),
  ],
})

const actionPart = (name: string, row: ActionPolicy, zone: string): PolicyPart => ({
  field: `actions.${name}`, title: actionName(name),
  sentences: [
    LEVELS[row.level](row.undoSeconds),
    ...(row.identity === undefined ? [] : [row.identity === 'verified' ? { zh: '只为身份已核实的顾客。', en: 'Only for a customer whose identity is vouched for.' } : { zh: '不核实身份也可以。', en: 'Also for somebody nobody vouches for.' }]),
    ...limitSentences(row, zone),
  ],
})

const OUTCOMES: Record<Rule['outcome'], LocalText> = {
  ask: { zh: '否则先问顾客。', en: 'Otherwise the customer is asked first.' }, draft: { zh: '否则由坐席来办。', en: 'Otherwise an agent does it.' },
  review: { zh: '否则由主管审核。', en: 'Otherwise a supervisor looks at it.' }, escalate: { zh: '否则立即转给人工。', en: 'Otherwise a person takes over at once.' },
}

/** The whole policy in sentences that a supervisor can read: rows of topics, rows of actions, then the general rules. */
export function policySentences(policy: Policy): PolicyPart[] {
  const zone = policy.zone ?? SHOP_ZONE
  return [
    ...Object.entries(policy.intents).map(([topic, row]) => intentPart(topic, row, zone)), ...Object.entries(policy.actions ?? {}).map(([name, row]) => actionPart(name, row, zone)),
    ...(policy.rules ?? []).map((rule): PolicyPart => ({ field: `rules.${rule.id}`, title: rule.say, sentences: [rule.say, OUTCOMES[rule.outcome]] })),
  ]
}
