import type { ReadTx, WriteTx } from '../../store/store.ts'

/** What is kept of the demo's time over restarts; seconds after the day's beginning. */
export interface DayClock {
  at: number
  /** Where the last jump led: whoever's time lies before it does not come. */
  since: number
  /** Goes up when the day is set back, so that customers come again. */
  round: number
}

const NAME = 'demoDay'

/** null: this demo was never played. */
export async function readDayClock(tx: ReadTx): Promise<DayClock | null> {
  const stored = await tx.meta(NAME)
  return stored === null ? null : JSON.parse(stored) as DayClock
}

export async function saveDayClock(tx: WriteTx, clock: DayClock): Promise<void> {
  await tx.setMeta(NAME, JSON.stringify(clock))
}

/** The day's clock after a jump; a jump back begins a new round. */
export function jumped(clock: DayClock, to: number): DayClock {
  return { at: to, since: to, round: to < clock.at ? clock.round + 1 : clock.round }
}
