import type { TFunction } from 'i18next'

/** Rules that have words of their own here; the part behind a colon says which topic, level or kind. */
const KNOWN = [
  'action-unlisted', 'level', 'already-paid', 'no-cap', 'cap-case', 'cap-customer-day', 'cap-shop-day', 'AI-07', 'offline', 'kill-switch', 'evidence', 'anger-limit', 'always-person', 'order-state', 'days-since-delivery', 'blacklist', 'buyer-risk', 'shop', 'mark', 'customer-level',
] as const

/** What the rules of a decision are called, each once; a rule without words stays its code. */
export function ruleWords(rules: readonly string[], t: TFunction): string[] {
  return [...new Set(rules.map((rule) => {
    const known = KNOWN.find((code) => code === rule.split(':')[0])
    return known ? t(`case.rule.${known}`) : rule
  }))]
}
