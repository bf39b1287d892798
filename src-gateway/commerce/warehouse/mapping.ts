import { z } from 'zod'
import { LocalText } from '../../../src-shared/domain/text.ts'
import type { Json } from '../rest/template.ts'

const JsonValue = z.json() as z.ZodType<Json>
const Template = z.record(z.string(), JsonValue)

/** What is asked of the warehouse before the platform. */
export const STOPPING_KINDS = ['cancel', 'change-address', 'intercept'] as const
export const StoppingKind = z.enum(STOPPING_KINDS)
export type StoppingKind = z.infer<typeof StoppingKind>

/**
 * How far an order is in the warehouse. `waiting`: nobody has touched it · `replaced`: other rows carry its goods ·
 * `merged`: it leaves together with other orders.
 */
export const WarehouseState = z.enum(['waiting', 'picked', 'packed', 'shipped', 'cancelled', 'replaced', 'merged'])
export type WarehouseState = z.infer<typeof WarehouseState>

/** By name of a path or of a method, whichever the system has. Templates (`rest/template.ts`) see `{orderNo, ids, id, address, settings}`. */
const Call = z.object({ path: z.string().default(''), method: z.string().default(''), body: Template })
const Write = Call.extend({
  /** From which states the system may be asked; its own answer has the last word. */
  from: z.array(WarehouseState).min(1),
  /** One call a row (`id`) in place of one for all (`ids`). */
  each: z.boolean().default(false),
})

/** A warehouse system as data: mappings/*.json; docs/warehouses.md tells how to write one. */
export const WarehouseMapping = z.strictObject({
  kind: z.string(), title: LocalText,
  /** Where the facts below are from, and which of them nobody has tried. */
  sources: z.array(z.string()).min(1), unverified: z.array(z.string()).min(1),
  base: z.url(),
  /** Fields of the set-up form beside the secret, and what the system calls them. */
  settings: z.record(z.string(), z.string()),
  signing: z.enum(['md5-secret-first', 'wdt-pack', 'hmac-sha256']),
  /** Of every request; sees `{settings, now, method}`. */
  common: Template,
  /** The field that takes the body as one JSON text; null: its fields stand beside the common ones. */
  biz: z.string().nullable(),
  answer: z.strictObject({
    ok: z.object({ at: z.string(), is: z.array(z.string()).min(1) }), code: z.string(),
    signature: z.array(z.string()), credentials: z.array(z.string()), permission: z.array(z.string()), busy: z.array(z.string()),
  }),
  order: Call.extend({
    /** The list in the answer; of a row the platform's number, the system's own and the state. A row may carry several numbers, with commas. */
    rows: z.string(), no: z.string(), id: z.string(),
    state: z.object({ at: z.string(), in: z.record(z.string(), WarehouseState) }),
    /** Bits of a number that say more than the state; the first that is set counts. */
    flags: z.array(z.object({ at: z.string(), bit: z.number().int().positive(), state: WarehouseState })),
    address: z.object({ name: z.string(), phone: z.string(), detail: z.string() }),
  }),
  writes: z.partialRecord(StoppingKind, Write),
  /** Where the system has no call: states in which it takes over what happens at the platform. */
  byPlatform: z.partialRecord(StoppingKind, z.array(WarehouseState)),
})
export type WarehouseMapping = z.infer<typeof WarehouseMapping>
export type MappedCall = z.infer<typeof Call>
