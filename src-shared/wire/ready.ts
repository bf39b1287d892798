import { z } from 'zod'

/** The one line `ready {...}` that the gateway prints on standard output when it listens. */
export const GatewayReady = z.object({
  /** Where seats connect (socket.io, loopback unless opened by a person). */
  seatUrl: z.url(),
  /** The customers' web chat. */
  chatUrl: z.url(),
  /** Where other systems call: webhooks. */
  openUrl: z.url(),
  pid: z.number().int(),
})
export type GatewayReady = z.infer<typeof GatewayReady>

/**
 * What the shell sends to a gateway that it forked (process.parentPort), before anything else; a gateway started alone
 * reads the same from its environment and folder. Keys travel by message, never on a command line.
 */
export const GatewayStart = z.object({
  kind: z.literal('start'),
  dataDir: z.string(),
  /** Database key, 64 hex digits. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  seatToken: z.string().min(32),
  /** 0 = any free port. */
  seatPort: z.number().int(), chatPort: z.number().int(), openPort: z.number().int(),
  resourcesDir: z.string(), webChatDir: z.string(),
  sqliteBinding: z.string().nullable(),
  /**
   * null: the recorded day is not played. `speed` at the start, 1 = as recorded; `from`: where a demo that was never played begins;
   * `until`: nobody begins from then on (null: the end of the day). Both in seconds after the day's beginning.
   */
  demo: z.object({ speed: z.number().positive(), from: z.number().nonnegative(), until: z.number().positive().nullable() }).nullable(),
})
export type GatewayStart = z.infer<typeof GatewayStart>

/** Counts of the gateway's own log, asked for by the shell (`{kind:'report'}` over parentPort) for the demo's summary. */
export const GatewayReport = z.object({
  customerMessageIds: z.array(z.string()), deskMessageIds: z.array(z.string()),
  /** Scripted customers: how many are meant to be raised as angry (conversation ids), and messages that the players sent, by id. */
  demoSentIds: z.array(z.string()), demoAngry: z.array(z.string()), demoDone: z.boolean(),
})
export type GatewayReport = z.infer<typeof GatewayReport>

/** Shell -> gateway after `start`, and the answers. */
export const ToGateway = z.discriminatedUnion('kind', [
  GatewayStart, z.object({ kind: z.literal('report'), id: z.number().int() }), z.object({ kind: z.literal('stop') }),
])
export type ToGateway = z.infer<typeof ToGateway>
export const FromGateway = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), ready: GatewayReady }),
  z.object({ kind: z.literal('failed'), say: z.object({ zh: z.string(), en: z.string() }) }),
  z.object({ kind: z.literal('report'), id: z.number().int(), report: GatewayReport }),
  z.object({ kind: z.literal('stopped') }),
])
export type FromGateway = z.infer<typeof FromGateway>
