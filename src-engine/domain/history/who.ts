import type { HistoryTurn } from '../../../src-shared/domain/history.ts'

type Side = HistoryTurn['role']

const CUSTOMER = /^(?:买家|顾客|客户|用户|消费者|访客|会员|接收|收到|进线|in|incoming|inbound|received|customer|buyer|visitor|contact|end.?user|requester|client|consumer|0)/iu
const AGENT = /^(?:客服|卖家|商家|店铺|店小二|坐席|人工|发送|发出|out|outgoing|outbound|sent|agent|seller|staff|support|operator|admin|merchant|assignee|human|1)/iu
const MACHINE = /^(?:机器人|智能|自动|系统|店小蜜|京小智|bot|robot|system|automat|auto|activity|template|virtual|ai|2|3)/iu
/** A name that no customer has: a shop's account, with its sub-account behind a colon. */
const SHOP_NAME = /(?:旗舰店|专卖店|专营店|官方店|企业店|店铺|客服|小二)|^cntaobao.+:|[^\s:：]{2,}[:：][^\s:：]+|(?<!\p{L})(?:support|customer service|helpdesk|help desk)(?!\p{L})/iu
const MACHINE_NAME = /机器人|店小蜜|京小智|智能客服|系统(?:消息|提示|通知)|(?<!\p{L})(?:bot|robot|system|automation)(?!\p{L})/iu

/** The side that a word of a column names; null: it names none. */
export function sideOf(word: string): Side | null {
  const text = word.trim()
  if (MACHINE.test(text)) return 'machine'
  if (AGENT.test(text)) return 'agent'
  return CUSTOMER.test(text) ? 'customer' : null
}

/** What a row tells of who wrote it; '' where it tells nothing. */
export interface Signs { role: string; sender: string; customer: string; agent: string }

/** Who wrote, by what is sure first: the word, then equal names, then the form of the name. null: it cannot be told. */
export function whoWrote({ role, sender, customer, agent }: Signs, agents: ReadonlySet<string>): Side | null {
  const named = role === '' ? null : sideOf(role)
  if (named) return named
  const name = sender || role
  if (name === '') return null
  if (MACHINE_NAME.test(name)) return 'machine'
  if (agents.has(name) || (agent !== '' && name === agent)) return 'agent'
  if (customer !== '' && name === customer) return 'customer'
  const bySide = sideOf(name)
  if (bySide) return bySide
  if (SHOP_NAME.test(name)) return 'agent'
  // Where the file knows its agents, or names whom a talk was with, whoever is left is the other side.
  if (customer !== '') return 'agent'
  return agent !== '' || agents.size > 0 || /\p{L}|\d/u.test(name) ? 'customer' : null
}
