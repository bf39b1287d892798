import { CALLS, type Call, type CallParams, type CallResult } from '../src-shared/contract/calls.ts'
import type { PortReply, PortRequest } from '../src-shared/contract/port.ts'
import { AppError, toAppError } from '../src-shared/errors.ts'

/** What the engine knows of one window. */
export interface Session {
  focused: string | null
}

/** One handler a call: a missing or an extra one does not compile. Handlers see parsed parameters only. */
export type Handlers = { [C in Call]: (params: CallParams<C>, session: Session) => CallResult<C> | Promise<CallResult<C>> }

function badRequest(): AppError {
  return new AppError({ code: 'bad-request', retryable: false, say: { zh: '这个请求的内容不对，没有执行。', en: 'That request was not understood; nothing was done.' } })
}

function isCall(name: string): name is Call {
  return Object.hasOwn(CALLS, name)
}

async function dispatch<C extends Call>(handlers: Handlers, call: C, raw: unknown, session: Session): Promise<CallResult<C>> {
  const parsed = CALLS[call].params.safeParse(raw)
  if (!parsed.success) throw badRequest()
  return handlers[call](parsed.data as CallParams<C>, session)
}

/** Parses and answers one request of a window; every failure becomes an AppError's shape. */
export async function answer(handlers: Handlers, request: PortRequest, session: Session, onError: (thrown: unknown) => void): Promise<PortReply> {
  try {
    if (!isCall(request.call)) throw badRequest()
    return { t: 'answer', id: request.id, ok: true, result: await dispatch(handlers, request.call, request.params, session) }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) onError(thrown)
    return { t: 'answer', id: request.id, ok: false, error: toAppError(thrown).toShape() }
  }
}
