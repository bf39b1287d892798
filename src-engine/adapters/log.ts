import { pino } from 'pino'
import { AppError } from '../../src-shared/errors.ts'

/** What may be written of an error: codes and the place, never its text, which can hold a person's words. */
export function describe(thrown: unknown): Record<string, unknown> {
  if (thrown instanceof AppError) return { code: thrown.code, cause: thrown.cause === undefined ? undefined : describe(thrown.cause) }
  if (!(thrown instanceof Error)) return { code: 'unknown' }
  const { code } = thrown as { code?: unknown }
  return { name: thrown.name, code: typeof code === 'string' ? code : undefined, at: framesOf(thrown.stack ?? '') }
}

/** The first places of a stack. Before them stands the text, of any number of lines, one of which may begin with "at" too. */
function framesOf(stack: string): string[] {
  return stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)).slice(0, 3).map((line) => line.trim())
}

/** JSON lines on standard error: the shell keeps them, standard output belongs to the command line's results. */
export const log = pino({ base: { part: 'engine' }, level: process.env['DESKMATE_LOG'] ?? 'info' }, pino.destination({ dest: 2, sync: true }))
