import { z } from 'zod'
import type { CopilotSource } from '../../../src-shared/domain/copilot.ts'
import { ToolArgumentsError, type ModelTool } from '../drafting/model-port.ts'
import type { KnowledgeHit } from '../knowledge/index.ts'
import { quoted } from './prompt.ts'
import { caseSource, customerSource, messageSource, orderSource } from './record-sources.ts'
import type { CustomerRecords, ShownCase, Telling } from './records.ts'
import type { SourceList } from './sources.ts'

/** Where the tools look. They only read, and only of the customer whose conversation is open. */
export interface ToolPlace {
  records: CustomerRecords
  telling: Telling
  sources: SourceList
  knowledge: (query: string) => readonly KnowledgeHit[]
  cases: (query: string) => readonly ShownCase[]
}

const Nothing = z.object({})
const Query = z.object({ query: z.string().min(1).max(200) })

const schema = (properties: Record<string, unknown>): Record<string, unknown> => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false })
const QUERY = { query: { type: 'string', description: 'A few words, Chinese or English' } }

/** None takes a customer or a conversation: whatever a text asks for, nobody else's records are reached. */
export const COPILOT_TOOLS: ModelTool[] = [
  { name: 'get_orders', description: 'Orders of the customer in this conversation with parcels and after-sales cases, newest first.', parameters: schema({}) },
  { name: 'get_customer_history', description: 'The customer’s card, counts, last contact before this matter, and what we promised.', parameters: schema({}) },
  { name: 'search_knowledge', description: 'Passages of the shop’s articles; some are internal.', parameters: schema(QUERY) },
  { name: 'similar_cases', description: 'Resolved conversations like these words: what was asked, what was done, how it ended, how long it took. Names and numbers are hidden.', parameters: schema(QUERY) },
]

/** Runs one tool. Throws ToolArgumentsError on arguments that do not fit or a tool that does not exist. */
export function runCopilotTool(name: string, args: unknown, place: ToolPlace): unknown {
  const { records, telling } = place
  switch (name) {
    case 'get_orders':
      parse(Nothing, args)
      return records.customer === null ? { error: 'the customer is not verified' } : { sources: records.orders.map((order) => cited(place, orderSource(order, telling))) }
    case 'get_customer_history':
      parse(Nothing, args)
      return { sources: historySources(records, telling).map((source) => cited(place, source)) }
    case 'search_knowledge':
      return { sources: place.knowledge(parse(Query, args).query).map((hit) => cited(place, passageSource(hit))) }
    case 'similar_cases':
      return { sources: place.cases(parse(Query, args).query).map((one) => cited(place, caseSource(one, telling))) }
    default:
      throw new ToolArgumentsError(`there is no tool named ${name.slice(0, 40)}`)
  }
}

/** As the model reads a source of a tool's. */
function cited({ sources, telling }: ToolPlace, source: Omit<CopilotSource, 'n'>): Record<string, unknown> {
  return { number: sources.add(source), title: quoted(source.title[telling.language]), text: quoted(source.text), ...(source.internal ? { internal: true } : {}) }
}

export const passageSource = ({ article, passage }: KnowledgeHit): Omit<CopilotSource, 'n'> =>
  ({ kind: 'article', id: article.id, title: article.title, text: passage, internal: article.audience === 'internal', messageId: null })

/** Card, last contact, promises. */
export function historySources(records: CustomerRecords, telling: Telling): Omit<CopilotSource, 'n'>[] {
  return [
    ...(records.customer ? [customerSource(records, records.customer, telling)] : []),
    ...(records.lastContact ? [messageSource(records.lastContact, telling, 'contact')] : []),
    ...records.promises.slice(0, 3).map((promise) => messageSource(promise, telling, 'promise')),
  ]
}

function parse<T>(shape: z.ZodType<T>, args: unknown): T {
  const parsed = shape.safeParse(args)
  if (!parsed.success) throw new ToolArgumentsError(`the arguments do not fit: ${parsed.error.issues.map((issue) => issue.path.join('.') || issue.code).join(', ')}`)
  return parsed.data
}
