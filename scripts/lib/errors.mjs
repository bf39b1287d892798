import { stripVTControlCharacters } from 'node:util'

/** A failure that a person can act on: its message is one sentence saying what happened and what to do. */
export class SetUpError extends Error {
  /**
   * @param {string} message
   * @param {{ log?: string, cause?: unknown }} [more] `log` is shown under the sentence: the output of what failed
   */
  constructor(message, { log, cause } = {}) {
    super(message, { cause })
    this.name = 'SetUpError'
    this.log = log
  }
}

/**
 * Shows an error as one sentence (with the failed command's output under it, where there is one).
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof SetUpError) {
    const log = error.log?.trim()
    if (!log) return error.message
    // Some tools colour their output without asking whether a screen will show it.
    return `${error.message}\n${process.stderr.isTTY ? log : stripVTControlCharacters(log)}`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
