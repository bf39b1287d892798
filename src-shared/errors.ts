import { z } from 'zod'
import { LocalText } from './domain/text.ts'

/**
 * Every failure that crosses a boundary. `code` is stable and for programs, `retryable` says whether the same call may
 * succeed later, `say` is a sentence for the person at the desk: what happened, what is safe, what to do.
 */
export const AppErrorShape = z.object({ code: z.string(), retryable: z.boolean(), say: LocalText })
export type AppErrorShape = z.infer<typeof AppErrorShape>

export class AppError extends Error {
  readonly code: string
  readonly retryable: boolean
  readonly say: LocalText

  constructor(shape: AppErrorShape, options?: { cause?: unknown }) {
    super(`${shape.code}: ${shape.say.en}`, options)
    this.name = 'AppError'
    this.code = shape.code
    this.retryable = shape.retryable
    this.say = shape.say
  }

  toShape(): AppErrorShape {
    return { code: this.code, retryable: this.retryable, say: this.say }
  }
}

/** Turns whatever was thrown into an AppError; the unknown becomes `internal` without its text, which may hold a customer's words. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError(
    { code: 'internal', retryable: false, say: { zh: '内部错误，已记录；您的内容还在。', en: 'Something went wrong inside; it was logged and your text is safe.' } },
    { cause: thrown },
  )
}

/** Answer of a remote call: a result or an error, never an exception across the wire. */
export type Answer<T> = { ok: true; result: T } | { ok: false; error: AppErrorShape }

/** What may be written to a log of something thrown: codes and places, never its text, which can hold a person's words. */
export function describeError(thrown: unknown): Record<string, unknown> {
  if (thrown instanceof AppError) return { code: thrown.code, cause: thrown.cause === undefined ? undefined : describeError(thrown.cause) }
  if (!(thrown instanceof Error)) return { code: 'unknown' }
  const { code } = thrown as { code?: unknown }
  return { name: thrown.name, code: typeof code === 'string' ? code : undefined, at: framesOf(thrown.stack ?? '') }
}

/** The first places of a stack. Before them stands the text, of any number of lines, one of which may begin with "at" too. */
function framesOf(stack: string): string[] {
  return stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)).slice(0, 3).map((line) => line.trim())
}
