import type { AppErrorShape } from '../../src-shared/errors.ts'

/**
 * What the engine answered instead of a result. A class of the window's own: `src-shared/errors.ts` would bring zod
 * into the bundle, and the window parses nothing.
 */
export class CallError extends Error {
  readonly shape: AppErrorShape

  constructor(shape: AppErrorShape) {
    super(shape.code)
    this.name = 'CallError'
    this.shape = shape
  }
}

/** The sentence for the person, whatever was thrown. */
export function sayOf(thrown: unknown, language: 'zh' | 'en'): string | null {
  return thrown instanceof CallError ? thrown.shape.say[language] : null
}
