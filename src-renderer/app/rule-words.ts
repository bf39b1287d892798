import type { en } from './i18n/en.ts'
import type { ScreenWords } from './i18n/use-words.ts'
import { EVIDENCE } from '../../src-shared/domain/policy-limits.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'

type Word = Extract<keyof typeof en, `spoke.${string}`>

/** The rules that decide beside the shop's own ones, by the first part of their ids. What follows the colon goes into the sentence. */
const WORDS: Readonly<Record<string, Word>> = {
  'always-person': 'spoke.always-person', mark: 'spoke.mark', 'anger-limit': 'spoke.anger-limit', 'escalation-limit': 'spoke.escalation-limit', 'no-intent': 'spoke.no-intent', ceiling: 'spoke.ceiling', level: 'spoke.level',
  'confidence-floor': 'spoke.confidence-floor', 'several-topics': 'spoke.several-topics', 'order-certain': 'spoke.order-certain', 'order-state': 'spoke.order-state', 'days-since-delivery': 'spoke.days-since-delivery',
  'customer-level': 'spoke.customer-level', channel: 'spoke.channel', hours: 'spoke.hours', 'buyer-risk': 'spoke.buyer-risk', evidence: 'spoke.evidence', confirmation: 'spoke.confirmation', 'amount-known': 'spoke.amount-known',
  'cap-currency': 'spoke.cap-currency', 'cap-case': 'spoke.cap-case', 'cap-customer-day': 'spoke.cap-customer-day', 'cap-shop-day': 'spoke.cap-shop-day', 'cap-case-count': 'spoke.cap-count',
  'cap-customer-day-count': 'spoke.cap-count', 'cap-shop-day-count': 'spoke.cap-count', 'action-unlisted': 'spoke.action-unlisted', 'action-allowed': 'spoke.action-allowed', 'no-cap': 'spoke.no-cap',
  'already-paid': 'spoke.already-paid', 'AI-07': 'spoke.person-involved', offline: 'spoke.offline', 'kill-switch': 'spoke.kill-switch', lease: 'spoke.lease', held: 'spoke.held', blacklist: 'spoke.blacklist', 'attempt-limit': 'spoke.attempt-limit',
  'verified-only': 'spoke.verified-only', 'routine-facts': 'spoke.routine-facts', shop: 'spoke.shop',
}
const LEVELS = ['off', 'shadow', 'suggest', 'undo', 'act'] as const

/** Why a rule spoke and what would have to change, as a sentence; of the shop's own rules in their own words. */
export function spokenRule({ t, local, label }: Pick<ScreenWords, 't' | 'local' | 'label'>, rule: string, needs: Readonly<Record<string, LocalText>>): string {
  const own = needs[rule]
  if (own) return local(own)
  const [head = '', tail = ''] = rule.split(':')
  const level = LEVELS.find((one) => one === tail)
  const proof = EVIDENCE.find((one) => one === tail)
  const what = head === 'held' ? t(tail === 'incident' ? 'spoke.held.incident' : 'spoke.held.campaign') : head === 'evidence' && proof ? t(`rules.evidence.${proof}`) : head === 'level' && level ? t(`rules.level.${level}`) : (label(tail) ?? tail)
  const word = WORDS[head]
  return word ? t(word, { what }) : t('spoke.other', { what: rule })
}

/** Several rules, each sentence once. */
export const spokenRules = (words: Pick<ScreenWords, 't' | 'local' | 'label'>, rules: readonly string[]): string[] => [...new Set(rules.map((rule) => spokenRule(words, rule, {})))]
