import { vi } from 'vitest'

/** How long a test waits for what has to come, in milliseconds: a busy machine is slow, and only what never comes is wrong. */
const PATIENCE_MS = 20_000

type Options = number | { timeout?: number; interval?: number } | undefined
const patient = (options: Options): Exclude<Options, undefined> => (typeof options === 'number' ? options : { timeout: PATIENCE_MS, ...options })

// Vitest's own second is over quickly on a busy machine. Set up once for all files that share a process.
if (vi.waitFor.name !== 'patientWaitFor') {
  const { waitFor, waitUntil } = vi
  vi.waitFor = function patientWaitFor(ask, options) { return waitFor(ask, patient(options)) }
  vi.waitUntil = function patientWaitUntil(ask, options) { return waitUntil(ask, patient(options)) }
}
