import { z } from 'zod'
import { ACTION_KINDS, type ActionKind } from '../../../src-shared/domain/commerce.ts'
import { EffectRefusal } from '../../../src-shared/domain/effect.ts'
import type { Json } from './template.ts'

const JsonValue = z.json() as z.ZodType<Json>

/** A call of the shop's API. Templates see `{action, expects, id, by}` or, for reads, what is looked for. */
const Call = z.object({
  operationId: z.string(),
  /** By the names of the path's, query's and header's parameters. */
  params: z.record(z.string(), JsonValue).default({}),
  body: JsonValue.optional(),
})
/** A read: where the result stands in the answer, and how one of it becomes ours. */
const Read = Call.extend({ result: z.string().default(''), to: JsonValue })
/** What changed between two times, a page after the other where `paged`; templates see `{from, to, page}`. `customer`: who an order is of, out of the order's own entry. */
const Changes = Read.extend({ paged: z.boolean().default(false), customer: JsonValue.optional() })
const Write = Call.extend({ /** Where the shop's own number of it stands. */ reference: z.string().optional() })

/** docs/commerce.md tells how to write one. */
export const Mapping = z.object({
  /** Header that carries the id of a write. */
  idempotencyHeader: z.string().default('Idempotency-Key'),
  /** Of one try, in milliseconds, and how many tries there are in all. */
  timeoutMs: z.number().int().positive().default(5_000),
  tries: z.number().int().min(1).max(10).default(4),
  reads: z.object({ customer: Read.optional(), orders: Read.optional(), order: Read.optional(), products: Read.optional(), changes: Changes.optional() }).default({}),
  actions: z.partialRecord(z.enum(ACTION_KINDS as readonly [ActionKind, ...ActionKind[]]), Write),
  /** What a refusal is called by us: by the API's own code, which stands at `code`, else by the HTTP status. */
  errors: z.object({ code: z.string().default('/code'), codes: z.record(z.string(), EffectRefusal).default({}), statuses: z.record(z.string(), EffectRefusal).default({}) }).default({ code: '/code', codes: {}, statuses: {} }),
})
export type Mapping = z.infer<typeof Mapping>
export type MappedCall = z.infer<typeof Call>
export type MappedRead = z.infer<typeof Read>
