import type { Call, CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { Patch, PortReply, PortRequest } from '../../src-shared/contract/port.ts'
import { CallError } from './call-error.ts'

/** The part of a MessagePort that the client needs. */
export interface EnginePort {
  postMessage(message: unknown): void
  addEventListener(type: 'message' | 'close', listener: (event: Event) => void): void
  start(): void
  close(): void
}

interface Pending {
  request: PortRequest
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/** An engine that is silent for so long, in milliseconds, is told to the person; the call still waits. */
const SILENT_MS = 3000

/** Calls that are not worth repeating on another port. */
const LOSSY: ReadonlySet<Call> = new Set<Call>(['typing'])

/**
 * Typed calls over whichever port is the newest. A call that got no answer is asked again on the next port: calls are
 * idempotent by the ids that they carry, so asking twice does no harm.
 */
export class EngineClient {
  #port: EnginePort | null = null
  #nextId = 1
  readonly #pending = new Map<number, Pending>()
  readonly #onPatches: (n: number, patches: Patch[]) => void
  readonly #onAnswer: () => void
  readonly #onLink: (up: boolean) => void

  /** `onAnswer` runs just before an answer is given out, so that patches sent before it can be applied first. */
  constructor(on: { patches: (n: number, patches: Patch[]) => void; answer: () => void; link: (up: boolean) => void }) {
    this.#onPatches = on.patches
    this.#onAnswer = on.answer
    this.#onLink = on.link
  }

  attach(port: EnginePort): void {
    this.#port?.close()
    this.#port = port
    port.addEventListener('message', (event) => {
      if (this.#port === port) this.#receive((event as MessageEvent<PortReply>).data)
    })
    port.addEventListener('close', () => {
      if (this.#port !== port) return
      this.#port = null
      this.#onLink(false)
    })
    port.start()
    this.#onLink(true)
    for (const { request } of this.#pending.values()) this.#ask(port, request)
  }

  #ask(port: EnginePort, request: PortRequest): void {
    port.postMessage(request)
    setTimeout(() => {
      if (this.#port === port && this.#pending.has(request.id)) this.#onLink(false)
    }, SILENT_MS)
  }

  /** Answers with the result, or throws a CallError. Without a port it waits for the next one. */
  call<C extends Call>(call: C, params: CallParams<C>): Promise<CallResult<C>> {
    const request: PortRequest = { t: 'call', id: this.#nextId++, call, params }
    if (LOSSY.has(call) && !this.#port) return Promise.resolve({} as CallResult<C>)
    return new Promise<CallResult<C>>((resolve, reject) => {
      // The engine's handler map is typed by the same contract: what comes back under this id is this call's result.
      this.#pending.set(request.id, { request, resolve: (result) => resolve(result as CallResult<C>), reject })
      if (this.#port) this.#ask(this.#port, request)
    })
  }

  #receive(reply: PortReply): void {
    this.#onLink(true)
    if (reply.t === 'patches') return this.#onPatches(reply.n, reply.patches)
    const pending = this.#pending.get(reply.id)
    if (!pending) return
    this.#pending.delete(reply.id)
    this.#onAnswer()
    if (reply.ok) pending.resolve(reply.result)
    else pending.reject(new CallError(reply.error))
  }
}
