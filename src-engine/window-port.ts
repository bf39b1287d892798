import type { PortReply } from '../src-shared/contract/port.ts'
import type { Publisher } from './adapters/publisher.ts'
import { answer, type Handlers, type Session } from './door.ts'
import type { Engine } from './flows/context.ts'
import { focusConversation } from './flows/lease.ts'

export interface Port {
  post(reply: PortReply): void
}
/** A window as the engine sees it: what to do with its requests, and how to end it. */
export interface WindowPort { request(data: unknown): void; close(): void }

/** Adds a window: it is sent every patch from now on, and each of its requests is answered. */
export function connectWindow(port: Port, engine: Engine, publisher: Publisher, handlers: Handlers, onError: (thrown: unknown) => void): WindowPort {
  const session: Session = { focused: null }
  const remove = publisher.add((reply) => port.post(reply))
  return {
    request: (data) => {
      const request = data as { t?: unknown; id?: unknown; call?: unknown; params?: unknown } | null
      if (request?.t !== 'call' || typeof request.id !== 'number' || typeof request.call !== 'string') return
      // What waits leaves first: a full answer must not be followed by a delta that it includes already.
      publisher.current()
      void answer(handlers, { t: 'call', id: request.id, call: request.call, params: request.params }, session, onError).then((reply) => port.post(reply))
    },
    close: () => {
      remove()
      focusConversation(engine, session.focused, null)
    },
  }
}
