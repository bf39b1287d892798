import { z } from 'zod'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Circumstances } from '../knowledge/applies.ts'
import type { Knowledge } from '../knowledge/index.ts'
import { ToolArgumentsError, type ModelTool } from './model-port.ts'
import { logisticsFacts, orderFacts } from './order-facts.ts'
import { TIME_ZONE } from './plan.ts'

/** A passage that the model may cite by its place in the list, from 1. */
export type CitablePassage = { id: string; title: string; text: string; /** `reply`: an approved reply · `incident`: what holds for this customer now. */ kind?: 'article' | 'reply' | 'incident' }

export type ToolContext = {
  /** null: not verified, then no order fact leaves. */
  customer: Customer | null
  orders: readonly Order[]
  knowledge: Knowledge
  /** Articles that do not hold in these are not found. */
  circumstances: Circumstances
  language: 'zh' | 'en'
  timeZone?: string
  /** What may be cited so far; a search adds to it. */
  passages: CitablePassage[]
}

const NoArguments = z.object({})
const OrderArguments = z.object({ orderNo: z.string().min(1).max(40) })
const SearchArguments = z.object({ query: z.string().min(1).max(200) })

/** Tools take no customer id: they are bound to this conversation's customer, so that no text can reach another's order. */
export const TOOLS: ModelTool[] = [
  { name: 'get_orders', description: "The orders of this conversation's verified customer, newest first.", parameters: schema({}) },
  { name: 'get_logistics', description: 'Parcel of one order of this customer, with its latest scans.', parameters: schema({ orderNo: { type: 'string', description: 'Order number as in get_orders' } }) },
  { name: 'search_knowledge', description: 'Passages of the shop that may be quoted; cite them by their number.', parameters: schema({ query: { type: 'string', description: 'A few words, Chinese or English' } }) },
]

function schema(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** Runs one tool for the model. Throws ToolArgumentsError on arguments that do not fit or a tool that does not exist. */
export function runTool(name: string, args: unknown, context: ToolContext): unknown {
  const place = { language: context.language, timeZone: context.timeZone ?? TIME_ZONE }
  switch (name) {
    case 'get_orders': {
      parse(NoArguments, args)
      if (context.customer === null) return { error: 'the customer is not verified' }
      return { orders: own(context).map((order) => orderFacts(order, place)) }
    }
    case 'get_logistics': {
      const { orderNo } = parse(OrderArguments, args)
      if (context.customer === null) return { error: 'the customer is not verified' }
      const order = own(context).find((candidate) => candidate.no === orderNo.replace(/\s/g, ''))
      return order ? { orderNo: order.no, status: order.status, logistics: logisticsFacts(order, place) } : { error: 'not found' }
    }
    case 'search_knowledge':
      return { passages: search(parse(SearchArguments, args).query, context) }
    default:
      throw new ToolArgumentsError(`there is no tool named ${name.slice(0, 40)}`)
  }
}

/** Orders of exactly this customer, whatever was handed in. */
const own = (context: ToolContext): Order[] =>
  context.orders.filter((order) => order.customerId === context.customer?.id).sort((a, b) => b.placedAt - a.placedAt)

function search(query: string, context: ToolContext): Array<{ number: number; title: string; text: string }> {
  return context.knowledge.search(query, { ...context.circumstances, language: context.language, audience: 'customer', k: 3 }).map((hit) => {
    const passage = { id: hit.article.id, title: hit.article.title[context.language], text: hit.passage }
    let at = context.passages.findIndex((known) => known.id === passage.id && known.text === passage.text)
    if (at < 0) at = context.passages.push(passage) - 1
    return { number: at + 1, title: passage.title, text: passage.text }
  })
}

function parse<T>(shape: z.ZodType<T>, args: unknown): T {
  const parsed = shape.safeParse(args)
  if (!parsed.success) throw new ToolArgumentsError(`the arguments do not fit: ${parsed.error.issues.map((issue) => issue.path.join('.') || issue.code).join(', ')}`)
  return parsed.data
}
