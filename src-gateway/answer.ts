import type { z } from 'zod'
import { AppError, type Answer } from '../src-shared/errors.ts'
import { refusalShape, refuse } from './refusals.ts'

/** Hears of failures that nobody foresaw; gets the call's name and the error, never its arguments. */
export type OnFailure = (call: string, thrown: unknown) => void

/** What a call may be answered with: the acknowledgement of socket.io, of which we expect a function and believe nothing. */
type Acknowledge = (answer: Answer<unknown>) => void

function isAcknowledge(value: unknown): value is Acknowledge {
  return typeof value === 'function'
}

/** The part of a socket that `serveCalls` needs. */
export interface CallSocket { on(event: string, listener: (argument: unknown, acknowledge: unknown) => void): unknown }

type Schemas = Record<string, { params: z.ZodType; result: z.ZodType }>
/** One handler per call: a missing or an extra one does not compile. */
export type Handlers<S extends Schemas> = { [C in keyof S]: (params: z.infer<S[C]['params']>) => Promise<z.infer<S[C]['result']>> }

/**
 * Serves the calls of one socket: parses each argument, and answers with a result or an AppError, so that a bad payload
 * never costs the connection. Unknown calls are answered `bad-request` too.
 */
export function serveCalls<S extends Schemas>(socket: CallSocket & { onAny(listener: (event: string, ...rest: unknown[]) => void): unknown }, schemas: S, handlers: Handlers<S>, onFailure: OnFailure): void {
  for (const call of Object.keys(schemas)) {
    socket.on(call, (argument, acknowledge) => {
      void answerTo(schemas, handlers, call, argument, onFailure).then((answer) => {
        if (isAcknowledge(acknowledge)) acknowledge(answer)
        else if (isAcknowledge(argument)) argument(answer)
      })
    })
  }
  socket.onAny((event, ...rest) => {
    const last = rest.at(-1)
    if (!Object.hasOwn(schemas, event) && isAcknowledge(last)) last({ ok: false, error: refusalShape('bad-request') })
  })
}

async function answerTo<S extends Schemas>(schemas: S, handlers: Handlers<S>, call: keyof S & string, argument: unknown, onFailure: OnFailure): Promise<Answer<unknown>> {
  try {
    const parsed = schemas[call]?.params.safeParse(argument)
    if (parsed === undefined || !parsed.success) throw refuse('bad-request', parsed?.error)
    const handle = handlers[call] as (params: unknown) => Promise<unknown>
    return { ok: true, result: await handle(parsed.data) }
  } catch (thrown) {
    if (thrown instanceof AppError) return { ok: false, error: thrown.toShape() }
    onFailure(call, thrown)
    return { ok: false, error: refusalShape('internal') }
  }
}
