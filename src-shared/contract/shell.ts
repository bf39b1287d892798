import { z } from 'zod'
import { AppErrorShape } from '../errors.ts'
import { Notifications } from './desk.ts'
import { Id } from '../domain/message.ts'
import { RouteReason } from '../domain/routing.ts'
import { Millis } from '../domain/text.ts'

/** What the shell tells an engine that it forked, before anything else. Keys travel by message, never on a command line. */
export const EngineStart = z.object({
  kind: z.literal('start'),
  dataDir: z.string(),
  /** Database key, 64 hex digits. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  resourcesDir: z.string(),
  sqliteBinding: z.string().nullable(),
  gateway: z.object({ url: z.url(), token: z.string() }).nullable(),
  seatId: z.string(),
  /** Does the shell run the gateway itself? */
  embeddedGateway: z.boolean().default(true),
  appVersion: z.string().default(''),
  /** Standing warnings to show, such as `key-file`. */
  warnings: z.array(z.string()),
  /** Locale of the system, BCP 47. */
  locale: z.string(),
  /** From the environment; settings fill it where null. */
  model: z.object({ baseUrl: z.string(), name: z.string(), key: z.string().nullable(), embeddings: z.string().default('') }).nullable(),
  /** Works the queue by itself (`npm start -- --demo N`): sends each ready draft of the local drafter. */
  selfWork: z.boolean(),
  /** Keeps the desk at night, without a window: docs/night-desk.md. */
  night: z.object({ /** How the seat is called in notes. */ name: z.string().min(1).max(40) }).optional(),
})
export type EngineStart = z.infer<typeof EngineStart>

/** Shell -> engine over process.parentPort. A window's port comes with `port` as the transferred port. */
export const ToEngine = z.discriminatedUnion('kind', [
  EngineStart,
  z.object({ kind: z.literal('port') }),
  /** The embedded gateway listens (again), maybe elsewhere. */
  z.object({ kind: z.literal('gateway'), url: z.url(), token: z.string() }),
  /** For the app protocol: answer with `attachment`. */
  z.object({ kind: z.literal('attachment'), id: z.number().int(), sha256: z.string() }),
  /** A file that a person saves: answer with `file`. */
  z.object({ kind: z.literal('file'), id: z.number().int(), messageId: Id, sha256: z.string() }),
  z.object({ kind: z.literal('report'), id: z.number().int() }),
  /** The person used the tray: only what is given changes. */
  z.object({ kind: z.literal('seat'), away: z.boolean().optional(), autopilotPaused: z.boolean().optional() }),
  z.object({ kind: z.literal('stop') }),
])
export type ToEngine = z.infer<typeof ToEngine>

/** Counts of the seat's own log, for the demo's summary. */
export const EngineReport = z.object({
  received: z.number().int(), flagged: z.number().int(), drafted: z.number().int(), answered: z.number().int(),
  automatic: z.number().int(), held: z.number().int(), waiting: z.number().int(),
  /** Ids of the messages this seat knows: customers' and own sent ones, to be compared with the gateway's. */
  customerMessageIds: z.array(z.string()), sentMessageIds: z.array(z.string()),
})
export type EngineReport = z.infer<typeof EngineReport>

/** Whose a conversation is has changed, or may: what the shell tells of only where the person wants it. */
export const HAND_OVERS = ['offer', 'transfer', 'shift', 'taken-over'] as const

/** A customer who waits for a person, as the shell may tell of them: by name, never by words. */
export const Waiting = z.object({
  conversationId: Id,
  name: z.string(),
  /** promise: nobody waits to be answered, but something we promised is due soon · ticket: a ticket is · review: a colleague's words or an action wait for a supervisor · offer: the customer is offered to this desk for a moment · transfer: a colleague hands them on to this desk · shift: a hand-over of a shift waits to be accepted; named is its first customer · taken-over: a supervisor took them from this desk */
  why: z.enum(['angry', 'risk', 'waits', 'promise', 'ticket', 'review', ...HAND_OVERS]),
  /** When the rule for an answer ran or runs out, or the promise is due, by this machine's clock; null: no rule speaks. */
  overdueAt: Millis.nullable(),
  /** Of a hand-over alone. */
  handOver: z.object({
    /** Which one: another of the same conversation has another. */
    id: z.string(),
    /** The colleague it comes from; empty: the gateway offers it. */
    by: z.string(),
    /** Why it comes to this desk; null: no reason was given. */
    reason: RouteReason.shape.code.nullable(),
  }).optional(),
})
export type Waiting = z.infer<typeof Waiting>

/** Engine -> shell. */
export const FromEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), error: AppErrorShape }),
  /** One line for a headless run: no customer text, ids and codes only. */
  z.object({ kind: z.literal('trace'), event: z.enum(['message-in', 'flag', 'draft', 'reply', 'held', 'autopilot', 'link', 'lesson']), conversationId: z.string().nullable(), detail: z.string() }),
  /** `waiting`: the most urgent of those counted, first those raised, then by the longest wait. */
  z.object({ kind: z.literal('attention'), needsYou: z.number().int(), angry: z.number().int(), waiting: z.array(Waiting) }),
  z.object({
    kind: z.literal('seat'), notifications: Notifications, away: z.boolean(), autopilotPaused: z.boolean(),
  }),
  z.object({ kind: z.literal('attachment'), id: z.number().int(), found: z.boolean(), type: z.string().nullable(), bytes: z.instanceof(Uint8Array).nullable() }),
  z.object({ kind: z.literal('file'), id: z.number().int(), state: z.enum(['ready', 'unreachable', 'gone']), name: z.string(), bytes: z.instanceof(Uint8Array).nullable() }),
  z.object({ kind: z.literal('report'), id: z.number().int(), report: EngineReport }),
  z.object({ kind: z.literal('appearance'), theme: z.enum(['light', 'dark', 'system']), language: z.enum(['zh', 'en']) }),
  /** How the side panel is set, see SideSettings. */
  z.object({ kind: z.literal('side'), shortcut: z.string(), hidden: z.boolean() }),
  /** Does this desk work with the gateway of a team? Then its own one has nothing to do. */
  z.object({ kind: z.literal('elsewhere'), elsewhere: z.boolean() }),
  z.object({ kind: z.literal('stopped') }),
])
export type FromEngine = z.infer<typeof FromEngine>
