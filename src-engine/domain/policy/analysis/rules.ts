import type { Policy } from '../../../../src-shared/domain/policy.ts'
import type { Rule } from '../../../../src-shared/domain/policy-rule.ts'
import { GRAVITY } from '../objection.ts'
import type { Finding } from './finding.ts'
import { together } from './normal.ts'

const isGeneral = (rule: Rule): boolean => rule.actions === undefined && rule.intents === undefined
const shares = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean => (a ?? []).some((name) => (b ?? []).includes(name))
const holds = (outer: readonly string[] | undefined, inner: readonly string[] | undefined): boolean => (inner ?? []).every((name) => (outer ?? []).includes(name))

/** Are there cases that both are about? */
const meet = (a: Rule, b: Rule): boolean => isGeneral(a) || isGeneral(b) || shares(a.actions, b.actions) || shares(a.intents, b.intents)
/** Is `outer` about everything that `inner` is about? */
const covers = (outer: Rule, inner: Rule): boolean => isGeneral(outer) || (!isGeneral(inner) && holds(outer.actions, inner.actions) && holds(outer.intents, inner.intents))
const isGraver = (a: Rule, b: Rule): boolean => GRAVITY.indexOf(a.outcome) >= GRAVITY.indexOf(b.outcome)
const at = (rule: Rule): string => `rules.${rule.id}`

/** Whenever `rule` speaks, does `other`? */
const follows = (rule: Rule, other: Rule): boolean => !together([rule.when], [other.when])

function never(rule: Rule, n: number, rules: readonly Rule[], policy: Policy): Finding[] {
  if (!together([rule.when])) {
    return [{ kind: 'never', where: [at(rule)], say: { zh: `规则“${rule.say.zh}”的条件自相矛盾，永远不会成立。`, en: `The conditions of “${rule.say.en}” exclude each other, so it never speaks.` } }]
  }
  const names = [...(rule.actions ?? []).map((name) => Object.hasOwn(policy.actions ?? {}, name)), ...(rule.intents ?? []).map((name) => Object.hasOwn(policy.intents, name))]
  if (names.length > 0 && !names.includes(true)) {
    return [{ kind: 'never', where: [at(rule)], say: { zh: `规则“${rule.say.zh}”针对的动作和诉求都没有设置，所以用不上。`, en: `“${rule.say.en}” is about actions and topics that have no row, so it changes nothing.` } }]
  }
  // Of two that say the same only the later one is told of.
  const over = rules.find((other, m) => m !== n && covers(other, rule) && isGraver(other, rule) && follows(rule, other) && !(m > n && covers(rule, other) && other.outcome === rule.outcome && follows(other, rule)))
  return over === undefined ? [] : [{ kind: 'never', where: [at(rule), at(over)], say: { zh: `规则“${rule.say.zh}”不起作用：凡是它管的情况，“${over.say.zh}”已经同样严格或更严格地管了。`, en: `“${rule.say.en}” adds nothing: wherever it speaks, “${over.say.en}” already says as much or more.` } }]
}

function conflict(a: Rule, b: Rule): Finding[] {
  if (!meet(a, b)) return []
  if (!together([], [a.when, b.when])) {
    return [{ kind: 'conflict', where: [at(a), at(b)], say: { zh: `“${a.say.zh}”与“${b.say.zh}”合在一起，没有一种情况能自动办理。`, en: `Between “${a.say.en}” and “${b.say.en}” no case is left that could go through.` } }]
  }
  if (a.outcome !== b.outcome && follows(a, b) && follows(b, a)) {
    return [{ kind: 'conflict', where: [at(a), at(b)], say: { zh: `“${a.say.zh}”与“${b.say.zh}”条件相同、结果不同，以更严格的为准。`, en: `“${a.say.en}” and “${b.say.en}” speak in the same cases and say different things; the stricter one holds.` } }]
  }
  return []
}

/** Rules that can have no effect, and pairs that contradict each other. */
export function ruleFindings(policy: Policy): Finding[] {
  const rules = policy.rules ?? []
  return [...rules.flatMap((rule, n) => conflictsOf(rule, rules.slice(n + 1))), ...rules.flatMap((rule, n) => never(rule, n, rules, policy))]
}

const conflictsOf = (rule: Rule, others: readonly Rule[]): Finding[] => others.flatMap((other) => conflict(rule, other))
