import { z } from 'zod'
import { API_SCOPES } from '../../src-shared/domain/integration.ts'
import { ToldEvent } from '../webhooks/told-events.ts'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'
import { ROUTES } from './routes/index.ts'
import { ArticleView, AuditView, ConversationView, CustomerView, MessageView, OrderView, ReviewView, SeatView, TicketView } from './views.ts'

export const API_PATH = '/api/v1'
const SHARED = { Conversation: ConversationView, Message: MessageView, Customer: CustomerView, Order: OrderView, Ticket: TicketView, Review: ReviewView, Article: ArticleView, AuditEntry: AuditView, Seat: SeatView, Event: ToldEvent, Problem }
const ABOUT = `For the shop's other systems. Every request carries \`Authorization: Bearer <key>\`; an admin makes keys under Team › Integrations.
Times are milliseconds since the Unix epoch, amounts are in minor units (fen, cents). Lists go on with \`cursor\`. A write needs an \`Idempotency-Key\`:
sent again with the same one it is answered as the first time (for 24 hours), with another body it is refused. Unknown fields of a request are refused;
fields that you do not know in an answer are to be ignored.`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ 'application/json': { schema: ref(name) } })

/** The description of the API (OpenAPI 3.1.1), made of the schemas that it is served by. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of ROUTES) (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(route)
  return {
    openapi: '3.1.1',
    info: { title: 'Deskmate gateway', version: '1.0.0', summary: 'Conversations, tickets and events of the after-sales desk', description: ABOUT },
    servers: [{ url: API_PATH }],
    security: [{ key: [] }],
    paths,
    webhooks: { event: { post: { operationId: 'tellEvent', summary: 'What a webhook posts', description: 'Signed by the Standard Webhooks scheme: `webhook-id`, `webhook-timestamp`, `webhook-signature`.', requestBody: { required: true, content: json('Event') }, responses: { '2XX': { description: 'Taken.' } } } } },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: `Scopes: ${API_SCOPES.map((scope) => `\`${scope}\``).join(', ')}.` } },
      responses: { Problem: { description: 'What was wrong (RFC 9457), in both languages.', content: { 'application/problem+json': { schema: ref('Problem') } } } },
      schemas: schemas(),
    },
  }
}

/** Bodies and answers get a name each, after their call. */
function schemas(): Record<string, unknown> {
  const results = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SHARED)) results.add(schema, { id })
  for (const { id, result } of ROUTES) if (!results.has(result)) results.add(result, { id: `${capital(id)}Result` })
  const bodies = z.registry<{ id: string }>()
  for (const route of ROUTES) if (route.method !== 'GET') bodies.add(route.body, { id: `${capital(route.id)}Body` })
  const uri = (id: string): string => `#/components/schemas/${id}`
  // Answers may get further fields, so that none is shut to them.
  const made = { ...z.toJSONSchema(results, { uri, io: 'input' }).schemas, ...z.toJSONSchema(bodies, { uri, io: 'input' }).schemas }
  return Object.fromEntries(Object.entries(made).map(([name, { $id: _id, $schema: _dialect, ...schema }]) => [name, schema]))
}

function resultName({ result, id }: Route): string {
  // Calls that answer with the same share the first one's name.
  return `${capital(ROUTES.find((other) => other.result === result)?.id ?? id)}Result`
}

function operationOf(route: Route): Record<string, unknown> {
  const write = route.method !== 'GET'
  return {
    operationId: route.id, tags: [route.path.split('/')[1] ?? ''], summary: route.summary,
    description: [route.about, route.scope === null ? 'Any key.' : `Scope: \`${route.scope}\`.`].filter(Boolean).join('\n\n'),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...(write ? [{ name: 'Idempotency-Key', in: 'header', required: true, description: 'The same for the same request.', schema: { type: 'string', minLength: 1, maxLength: 200 } }] : parametersOf(route.query, 'query')),
    ],
    ...(write ? { requestBody: { required: true, content: json(`${capital(route.id)}Body`) } } : {}),
    responses: { [write && route.method === 'POST' ? '201' : '200']: { description: 'Done.', content: json(resultName(route)) }, default: { $ref: '#/components/responses/Problem' } },
  }
}

function parametersOf(shape: z.ZodObject, where: 'path' | 'query'): unknown[] {
  return Object.entries(shape.shape).map(([name, field]) => {
    const { $schema: _dialect, description, ...schema } = z.toJSONSchema(field as z.ZodType, { io: 'input' })
    return { name, in: where, required: where === 'path' || !(field as z.ZodType).safeParse(undefined).success, ...(description === undefined ? {} : { description }), schema }
  })
}
