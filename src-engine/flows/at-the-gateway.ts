import { AppError, toAppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'

const offline = (cause?: unknown): AppError =>
  new AppError({ code: 'needs-line', retryable: true, say: { zh: '现在连不上网关，没有保存；填写的内容还在，连上后再保存。', en: 'No connection, so nothing was saved. What you wrote is still here; save it once the line is back.' } }, { cause })

/** Asks for what every desk has to know at once, or not at all: nothing is kept for later. @throws AppError `needs-line`, or as the gateway refuses it */
export async function atTheGateway<T>(engine: Engine, ask: () => Promise<T>): Promise<T> {
  if (!engine.live.caughtUp) throw offline()
  return ask().catch((thrown: unknown) => {
    const error = toAppError(thrown)
    throw error.code === 'offline' ? offline(thrown) : error
  })
}

/** A colleague changed it meanwhile. */
export const changedMeanwhile = (): AppError =>
  new AppError({ code: 'changed-meanwhile', retryable: false, say: { zh: '同事刚刚改过，请看一下新的内容再改。', en: 'A colleague has just changed it. Look at what it says now and change it again.' } })
