import { WebSocket } from 'ws'
import type { Clock } from '../../clock.ts'

/** The server pings every 3 seconds; so long without a word means that the line is dead, in milliseconds. */
const SILENCE_MS = 15_000
/** The agent goes offline without it. */
const PRESENCE_MS = 20_000
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
const FRAME_MAX_BYTES = 2 * 1024 * 1024

export interface CableOptions {
  clock: Clock
  origin: string
  accountId: number
  /** Asked before each connection; null: not known (the profile could not be read), then it is tried later. */
  who: () => { pubsubToken: string; userId: number } | null
  /** The subscription stands: from now on events come, and what came before must be looked for. */
  onLive: () => void
  /** The line broke, or the server refused the subscription. */
  onDown: (isRefused: boolean) => void
  /** An event such as `message.created`, with its data as it came. */
  onEvent: (event: string, data: unknown) => void
}
export interface Cable { start(): void; stop(): void; readonly isLive: boolean }

/** Chatwoot's live line (ActionCable, RoomChannel). It replays nothing after a break. */
export function cableOf({ clock, origin, accountId, who, onLive, onDown, onEvent }: CableOptions): Cable {
  let socket: WebSocket | null = null
  let live = false
  let stopped = true
  let failures = 0
  let cancelRetry = () => {}

  function connect(): void {
    const me = who()
    if (me === null) return retryLater()
    const identifier = JSON.stringify({ channel: 'RoomChannel', pubsub_token: me.pubsubToken, account_id: accountId, user_id: me.userId })
    const current = new WebSocket(`${origin.replace(/^http/, 'ws')}/cable`, ['actioncable-v1-json', 'actioncable-unsupported'], { origin, maxPayload: FRAME_MAX_BYTES, handshakeTimeout: SILENCE_MS })
    socket = current
    let cancelSilence = () => {}
    let cancelPresence = () => {}
    let refused = false
    const hear = () => {
      cancelSilence()
      cancelSilence = clock.after(SILENCE_MS, () => { current.terminate() })
    }
    const say = (message: object) => { if (current.readyState === WebSocket.OPEN) current.send(JSON.stringify(message)) }
    const present = () => {
      say({ command: 'message', identifier, data: JSON.stringify({ action: 'update_presence' }) })
      cancelPresence = clock.after(PRESENCE_MS, present)
    }
    current.on('open', hear)
    current.on('message', (raw: Buffer) => {
      hear()
      const frame = frameOf(raw)
      if (frame === null) return
      if (frame.type === 'welcome') say({ command: 'subscribe', identifier })
      else if (frame.type === 'confirm_subscription') {
        live = true
        failures = 0
        present()
        onLive()
      } else if (frame.type === 'reject_subscription' || (frame.type === 'disconnect' && frame.reason === 'unauthorized')) {
        refused = true
        current.close()
      } else if (frame.type === 'disconnect') current.close()
      else if (frame.event !== null) onEvent(frame.event, frame.data)
    })
    current.on('error', () => { current.terminate() })
    current.on('close', () => {
      cancelSilence()
      cancelPresence()
      if (socket === current) socket = null
      live = false
      if (stopped) return
      onDown(refused)
      retryLater()
    })
  }
  function retryLater(): void {
    cancelRetry = clock.after(Math.min(FIRST_PAUSE_MS * 2 ** failures++, LONGEST_PAUSE_MS), () => { if (!stopped) connect() })
  }
  return {
    get isLive() { return live },
    start() {
      stopped = false
      connect()
    },
    stop() {
      stopped = true
      cancelRetry()
      socket?.terminate()
    },
  }
}

interface Frame { type: string | null; reason: string | null; event: string | null; data: unknown }

function frameOf(raw: Buffer): Frame | null {
  try {
    const frame = JSON.parse(raw.toString('utf8')) as { type?: unknown; reason?: unknown; message?: unknown }
    const message = typeof frame.message === 'object' && frame.message !== null ? frame.message as { event?: unknown; data?: unknown } : {}
    return {
      type: typeof frame.type === 'string' ? frame.type : null, reason: typeof frame.reason === 'string' ? frame.reason : null,
      event: typeof message.event === 'string' ? message.event : null, data: message.data,
    }
  } catch {
    return null
  }
}
