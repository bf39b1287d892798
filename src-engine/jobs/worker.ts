/**
 * A worker that does one pass at a time. `wake` during a pass makes another pass follow, so nothing that arrived meanwhile
 * is overlooked; an error in a pass is reported and does not end the worker.
 */
export function createWorker(pass: () => Promise<void>, onError: (thrown: unknown) => void): { wake(): void; idle(): Promise<void> } {
  let running: Promise<void> | null = null
  let again = false
  async function loop(): Promise<void> {
    do {
      again = false
      try {
        await pass()
      } catch (thrown) {
        onError(thrown)
      }
      // A long backlog must leave the line, the windows and the timers their turn.
      await new Promise<void>((resolve) => setImmediate(resolve))
    } while (again)
    running = null
  }
  return {
    wake(): void {
      if (running) again = true
      // Not in the caller's stack: a wake inside a transaction or a publish must not start work there.
      else running = Promise.resolve().then(loop)
    },
    idle: async () => {
      while (running) await running
    },
  }
}
export type Worker = ReturnType<typeof createWorker>
