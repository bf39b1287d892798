import type { ScreenWords } from '../../../app/i18n/use-words.ts'

const KNOWN = {
  order: ['unpaid', 'paid', 'shipped', 'delivered', 'completed', 'cancelled', 'refunding', 'refunded'],
  level: ['new', 'regular', 'silver', 'gold'],
  channel: ['web', 'demo', 'email', 'chatwoot', 'wecom', 'hook', 'taobao', 'jd', 'pdd', 'douyin'],
  evidence: ['photo', 'video', 'unboxing-video', 'document', 'tracking-number'],
} as const

/** What a value of a limit is called; one that this screen does not know, such as a level of the shop's own, is its own name. */
export function choiceName({ t }: Pick<ScreenWords, 't'>, part: keyof typeof KNOWN, value: string): string {
  const order = KNOWN.order.find((one) => one === value)
  const level = KNOWN.level.find((one) => one === value)
  const channel = KNOWN.channel.find((one) => one === value)
  const evidence = KNOWN.evidence.find((one) => one === value)
  if (part === 'order' && order) return t(`order.${order}`)
  if (part === 'level' && level) return t(`level.${level}`)
  if (part === 'channel' && channel) return t(`channel.name.${channel}`)
  return part === 'evidence' && evidence ? t(`rules.evidence.${evidence}`) : value
}

const FACTS = ['daysSinceDelivery', 'risk', 'escalation', 'emotionLevel', 'intentConfidence', 'attempts', 'amount.amount', 'request.amount.amount'] as const

/** What a fact that rules look at is called; one that this screen does not know is its own name. */
export function factName({ t }: Pick<ScreenWords, 't'>, path: string): string {
  const fact = FACTS.find((one) => one === path)
  return fact ? t(`rules.fact.${fact}`) : path
}
