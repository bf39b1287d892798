import { amountOf, type ActionKind, type CommerceAction } from '../../../../src-shared/domain/commerce.ts'
import { OrderStatus } from '../../../../src-shared/domain/order.ts'
import type { FlowEnd, Untold } from '../../../../src-shared/domain/flow-backtest.ts'
import { isPaying, PERSON_ACTS, PERSON_MARKS, PERSON_TOPICS } from '../../../../src-shared/domain/policy-ceilings.ts'
import type { Facts } from '../../../../src-shared/domain/policy-facts.ts'
import type { AutonomyLevel, Policy } from '../../../../src-shared/domain/policy.ts'
import type { Money } from '../../../../src-shared/domain/text.ts'
import { nodeOf, triggerOf, type Workflow } from '../../../../src-shared/domain/workflow.ts'
import type { RunState } from '../../../../src-shared/domain/workflow-run.ts'
import { wouldDecide } from '../../autonomy/would.ts'
import { ended, enter, type Stepped } from '../../workflow/enter.ts'
import { fits, isWholly } from '../../workflow/fits.ts'
import type { Heard, World } from '../../workflow/heard.ts'
import { begin, step } from '../../workflow/step.ts'
import { withValue } from '../../workflow/values.ts'
import { factsOf } from '../judge.ts'
import type { ReadConversation, Reading } from '../read.ts'
import { guessesFor, standInAnswer, standInOrder, standInProduct, type Guess } from './stand-in.ts'

/** Where a run of the workflow ends in a conversation of the past. */
export interface Walk {
  end: FlowEnd
  /** As it ended: where, and why. */
  state: RunState
  /** Index of the reading that it began with. */
  from: number
  /** Actions that it did, or would have done but for the policy. */
  actions: CommerceAction['kind'][]
  /** It came to pay, and the policy let it. null: it did not come to pay. */
  paysAlone: boolean | null
  untold: Untold[]
  /** Questions whose answers the past does not hold, by their nodes. */
  questions: string[]
}

/** Steps of one run; one that goes round stops here. */
const MOST_STEPS = 120
/** A moment for records that have none. */
const NOW = Date.UTC(2026, 0, 1)
const NONE = { amount: 0, count: 0 }
/** Stands for an amount that nobody knows. */
const LEAST: Money = { amount: 1, currency: 'CNY' }
/** What a customer writes against everything that was asked: these end a run whatever was asked. */
const ENDS_ANYWAY: ReadonlySet<string> = new Set(['person-wanted', 'danger', 'claimed', 'angry', 'escalation', 'person-topic', 'other-order', 'asked-else', 'withdrawn', 'withdrawn-late'])

/** The past's one payment of a matter; none where nothing, or several currencies, were paid. */
export function paidIn(readings: readonly Reading[]): Money | null {
  const granted = readings.flatMap(({ deed }) => deed.granted)
  const [first] = granted
  return first && granted.every(({ currency }) => currency === first.currency) ? { amount: granted.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency } : null
}

/** The reading that it would begin with: the first in which anything is asked, if that is its matter. -1: none. */
function beginning(flow: Workflow, { readings, verified }: ReadConversation): number {
  const at = readings.findIndex(({ heard }) => heard.topics.length > 0)
  const reading = readings[at]
  const isIts = reading !== undefined && verified !== false && !reading.flagged && fits(flow, reading.intent, reading.intentConfidence, { channel: null, openCases: null }) && isWholly(flow, reading.heard.topics)
  return isIts ? at : -1
}

/** One walk under one guess. */
class Walker {
  private readonly world: World
  private readonly price: Money
  private readonly untold = new Set<Untold>()
  private readonly questions: string[] = []
  private readonly actions: ActionKind[] = []
  private paysAlone: boolean | null = null

  constructor(private readonly flow: Workflow, private readonly past: ReadConversation, private readonly from: number, private readonly guess: Guess, private readonly policy: Policy) {
    const paid = paidIn(past.readings.slice(from))
    this.price = paid ?? LEAST
    if (past.verified === null) this.untold.add('identity')
    const { alwaysPerson } = policy
    this.world = {
      orders: [standInOrder(guess, this.price, NOW)], products: [standInProduct(this.price)], now: NOW,
      person: { topics: new Set([...PERSON_TOPICS, ...alwaysPerson.topics]), marks: new Set([...PERSON_MARKS, ...alwaysPerson.marks]), acts: new Set([...PERSON_ACTS, ...alwaysPerson.acts]) },
    }
  }

  walk(first: Reading): Walk {
    let at = begin(this.flow, this.heard(first), this.world, first.language)
    // Where it would hand over with its first breath, it is as if it had not begun.
    const isLeft = at.state.outcome === 'handed-over'
    for (let n = 0; n < MOST_STEPS && at.state.phase !== 'ended'; n++) at = this.next(at)
    if (at.state.phase !== 'ended') at = ended(at.state, 'handed-over', 'nowhere')
    this.recordLookUps(at.state)
    const isAssumed = this.untold.size > 0 || this.questions.length > 0
    const end: FlowEnd = at.state.outcome === 'withdrawn' ? 'withdrawn' : at.state.outcome === 'done' ? (isAssumed ? 'assumed' : 'done') : 'handed'
    return { end: isLeft ? 'left' : end, state: at.state, from: this.from, actions: this.actions, paysAlone: this.paysAlone, untold: [...this.untold], questions: this.questions }
  }

  private next({ state, effects }: Stepped): Stepped {
    const [effect] = effects
    if (effect?.kind === 'act') return this.act(state, effect.action)
    switch (state.phase) {
      case 'saying': return step(this.flow, state, { kind: 'said' }, this.world)
      case 'asking': return this.ask(state)
      case 'waiting': return step(this.flow, state, { kind: 'time' }, this.world)
      case 'review': return ended(state, 'handed-over', 'review')
      default: return ended(state, 'handed-over', 'nowhere')
    }
  }

  private heard(reading: Reading): Heard {
    const aside = wouldDecide(factsOf(reading, { attempts: 0, personInvolved: false }, { verified: true, orderStatus: this.guess.status, orderCertain: true }), this.policy, null).decision === 'auto'
    return { ...reading.heard, photos: 0, history: [], aside: aside ? '' : null }
  }

  /** What came later in the conversation may hold the answer; a yes to what somebody else asked is none to this. */
  private ask(state: RunState): Stepped {
    const node = nodeOf(this.flow, state.node)
    if (node?.type !== 'question') return ended(state, 'handed-over', 'nowhere')
    for (const reading of this.past.readings.slice(this.from + 1)) {
      if (reading.flagged) return ended(state, 'handed-over', 'angry')
      const heard = step(this.flow, state, { kind: 'heard', heard: this.heard(reading) }, this.world)
      if (heard.state.outcome !== null || heard.state.closing === 'withdrawn') {
        if (ENDS_ANYWAY.has(heard.state.reason ?? 'withdrawn')) return heard
      } else if (node.collects.type !== 'yes-no' && heard.state.values[node.collects.name] !== undefined) return heard
    }
    const answer = standInAnswer(node, this.guess, this.price)
    if (!answer) return ended(state, 'handed-over', 'not-understood')
    this.questions.push(node.id)
    return enter(this.flow, withValue(state, node.collects.name, answer, node.id), node.id, this.world)
  }

  /** The policy's word about the action, with what is not known taken to be in order. */
  private act(state: RunState, action: CommerceAction): Stepped {
    this.actions.push(action.kind)
    const pays = isPaying(action.kind)
    if (pays && paidIn(this.past.readings.slice(this.from)) === null) this.untold.add('amount')
    const decision = wouldDecide(this.facts(state, action), this.policy, { name: action.kind, kwargs: { ...(amountOf(action) ? { amount: amountOf(action) } : {}), ...('mode' in action ? { mode: action.mode } : {}) } })
    if (pays) this.paysAlone = decision.decision === 'auto'
    return decision.decision === 'auto' ? step(this.flow, state, { kind: 'acted', reference: null }, this.world) : ended(state, 'handed-over', `policy:${decision.rules[0] ?? decision.decision}`)
  }

  private facts(state: RunState, action: CommerceAction): Facts {
    const reading = this.past.readings[this.from]
    if (!reading) return {}
    const values = Object.values(state.values)
    const agreed = values.some((value) => value.type === 'yes-no' && value.value)
    const { customerLevels, channels, hours } = this.policy.actions?.[action.kind] ?? {}
    return {
      ...factsOf(reading, { attempts: 0, personInvolved: false }, { verified: true, orderStatus: this.guess.status, orderCertain: true }),
      intent: triggerOf(this.flow)?.topics[0] ?? reading.intent, otherTopics: [], asked: true, confirmed: agreed, ...(agreed ? { intentConfidence: 1 } : {}),
      evidence: values.some((value) => value.type === 'photo') ? ['photo'] : [], amount: amountOf(action), customerLevel: customerLevels?.[0] ?? null, channel: channels?.[0] ?? null,
      risk: 0, blacklisted: false, daysSinceDelivery: this.guess.days, alreadyPaid: false, paidForCase: NONE, paidToday: { person: NONE, address: NONE, phone: NONE, payer: NONE, shop: NONE },
      at: hours === undefined ? NOW : `2026-01-01T${hours.from}:00+08:00`,
    }
  }

  private recordLookUps({ trail }: RunState): void {
    for (const { node: id } of trail) {
      const node = nodeOf(this.flow, id)
      if (node?.type !== 'look-up') continue
      if (node.what !== 'order') this.untold.add('records')
      else if (this.past.orderStatus === null) this.untold.add('order')
    }
  }
}

/** The policy as if what this workflow does were switched on; a row that is not there, and every other limit, stays as it is. */
function asIfOn(policy: Policy, flow: Workflow): Policy {
  const does = new Set<string>(flow.nodes.flatMap((node) => (node.type === 'action' ? [node.action] : node.type === 'trigger' ? node.topics : [])))
  const on = <R extends { level: AutonomyLevel }>(rows: Record<string, R>): Record<string, R> => Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, does.has(name) && row.level === 'off' ? { ...row, level: 'shadow' as const } : row]))
  return { ...policy, intents: on(policy.intents), ...(policy.actions ? { actions: on(policy.actions) } : {}) }
}

const settles = ({ end }: Walk): boolean => end === 'done' || end === 'assumed'

/**
 * A workflow through a conversation of the past: the run's own steps over what the customer wrote then, with what the past
 * does not hold taken as it would go on best, and told. Pure. @param flow without sub-flows @returns null: it is not its matter
 */
export function walk(flow: Workflow, past: ReadConversation, policy: Policy): Walk | null {
  const from = beginning(flow, past)
  const first = past.readings[from]
  if (!first) return null
  const known = OrderStatus.safeParse(past.orderStatus)
  const on = asIfOn(policy, flow)
  let furthest: Walk | null = null
  for (const guess of guessesFor(flow, known.success ? [known.data] : OrderStatus.options)) {
    const walked = new Walker(flow, past, from, guess, on).walk(first)
    if (settles(walked) || walked.end === 'withdrawn') return walked
    if (!furthest || walked.state.trail.length > furthest.state.trail.length) furthest = walked
  }
  return furthest
}
