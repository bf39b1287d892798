import { ACTION_KINDS } from '../../../../src-shared/domain/commerce.ts'
import { OrderStatus } from '../../../../src-shared/domain/order.ts'
import { acts, AUTO_TOPICS, PERSON_TOPICS } from '../../../../src-shared/domain/policy-ceilings.ts'
import type { Limits } from '../../../../src-shared/domain/policy-limits.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import { TOPICS } from '../../../../src-shared/domain/triage.ts'
import { actionName, stateName, topicName } from '../names.ts'
import type { Finding } from './finding.ts'

const never = (field: string, zh: string, en: string): Finding => ({ kind: 'never', where: [field], say: { zh, en } })
const BEFORE_DELIVERY = ['unpaid', 'paid', 'shipped']

/** A row that is to act and cannot. */
function idle(field: string, name: { zh: string; en: string }, row: Limits & { level: Parameters<typeof acts>[0]; orderStates?: readonly string[] }): Finding[] {
  if (!acts(row.level)) return []
  const states = row.orderStates
  return [
    ...(states?.length === 0 ? [never(`${field}.orderStates`, `${name.zh}：没有选订单状态，所以从不自动办理。`, `${name.en}: no order state is chosen, so nothing ever goes through.`)] : []),
    ...([row.caps?.perCase, row.caps?.perCustomerDay, row.caps?.perShopDay].some((cap) => cap?.amount === 0 || cap?.count === 0)
      ? [never(`${field}.caps`, `${name.zh}：有一个上限是零，所以从不自动办理。`, `${name.en}: one of the caps is zero, so nothing ever goes through.`)] : []),
    ...(row.deliveredWithinDays !== undefined && states !== undefined && states.length > 0 && states.every((state) => BEFORE_DELIVERY.includes(state))
      ? [never(`${field}.deliveredWithinDays`, `${name.zh}：要求签收后几天内，但选的订单状态都在签收之前。`, `${name.en}: it counts days since delivery, but every chosen order state is before delivery.`)] : []),
  ]
}

function intentFindings(policy: Policy): Finding[] {
  return Object.entries(policy.intents).flatMap(([topic, row]): Finding[] => {
    const [field, name] = [`intents.${topic}`, topicName(topic)]
    const isPersons = PERSON_TOPICS.has(topic) || policy.alwaysPerson.topics.includes(topic)
    const blocked = acts(row.level) ? (row.actions ?? []).filter((action) => !acts(policy.actions?.[action]?.level ?? 'off')) : []
    return [
      ...(acts(row.level) && isPersons ? [{ kind: 'conflict' as const, where: [`${field}.level`, 'alwaysPerson.topics'], say: { zh: `${name.zh}：这里允许自动办理，别处又规定总是转人工；以转人工为准。`, en: `${name.en}: this row lets autopilot act, and elsewhere it always goes to a person; the person has it.` } }] : []),
      ...(acts(row.level) && !isPersons && !AUTO_TOPICS.has(topic) && (row.actions ?? []).length === 0 ? [never(`${field}.level`, `${name.zh}：这类诉求不能只靠自动回复，又没有选动作，所以最多写好草稿。`, `${name.en}: this is never settled by an answer alone and no action is chosen, so at most a draft is written.`)] : []),
      ...blocked.map((action): Finding => ({ kind: 'conflict', where: [`${field}.actions`, `actions.${action}.level`], say: { zh: `${name.zh}允许自动“${actionName(action).zh}”，但这个动作本身没有放开自动；不会自动办理。`, en: `${name.en} may lead to “${actionName(action).en}”, but that action itself is not allowed to act; it will not happen by itself.` } })),
      ...idle(field, name, row),
    ]
  })
}

/** What no row of the policy says anything about. */
function gaps(policy: Policy): Finding[] {
  const topics = TOPICS.filter((topic) => policy.intents[topic] === undefined && !PERSON_TOPICS.has(topic) && !policy.alwaysPerson.topics.includes(topic))
  const actions = ACTION_KINDS.filter((action) => policy.actions?.[action] === undefined)
  const named = new Set([...Object.values(policy.intents), ...Object.values(policy.actions ?? {})].flatMap((row) => row.orderStates ?? []))
  const states = OrderStatus.options.filter((state) => !named.has(state))
  return [
    ...topics.map((topic): Finding => ({ kind: 'gap', where: [`intents.${topic}`], say: { zh: `${topicName(topic).zh}：没有设置，一律只写草稿。`, en: `${topicName(topic).en}: no row, so it is only ever drafted.` } })),
    ...actions.map((action): Finding => ({ kind: 'gap', where: [`actions.${action}`], say: { zh: `${actionName(action).zh}：没有设置，自动驾驶不会去做。`, en: `${actionName(action).en}: no row, so autopilot does not do it.` } })),
    ...states.map((state): Finding => ({ kind: 'gap', where: ['orderStates'], say: { zh: `订单“${stateName(state).zh}”时，什么都不会自动办理。`, en: `While an order is ${stateName(state).en}, nothing is done by itself.` } })),
  ]
}

/** Rows that contradict each other or can have no effect, and what no row covers. */
export function rowFindings(policy: Policy): Finding[] {
  const actions = Object.entries(policy.actions ?? {}).flatMap(([name, row]) => idle(`actions.${name}`, actionName(name), row))
  // A policy of foreign tools names neither our topics nor our actions: to it these are no gaps.
  return [...intentFindings(policy), ...actions, ...(policy.records === undefined ? gaps(policy) : [])]
}
