import { setTimeout as sleep } from 'node:timers/promises'
import { preparedDesk } from './desk/prepared.ts'
import { momentOf, startDesk, startEmptyWindow, type App } from './electron/app.ts'
import { memoryOf } from './electron/processes.ts'
import { ensure, type Measure } from './measure.ts'
import { interleave, median } from './stats.ts'

const RUNS = 3
/** After the window stands: what only the start needed is given back by then. */
const SETTLE_MS = 12_000
const LOOKS = 5

async function settled(start: () => Promise<App>, entry: string): Promise<{ mib: number; processes: number }> {
  const app = await start()
  try {
    await momentOf(app, entry)
    await sleep(SETTLE_MS)
    const looks: number[] = []
    for (let look = 0; look < LOOKS; look++) {
      looks.push(memoryOf(app.pid).mib)
      await sleep(200)
    }
    return { mib: median(looks), processes: memoryOf(app.pid).processes }
  } finally {
    await app.close()
  }
}

export const memory: Measure = {
  name: 'memory', title: 'memory of all processes (PSS), inbox of 5,000 conversations shown', baseline: 'an empty sandboxed window', unit: 'MiB', compare: 'ratio',
  async run() {
    const desk = await preparedDesk()
    const processes = { empty: 0, desk: 0 }
    try {
      const samples = await interleave(RUNS, 0, async () => {
        const seen = await settled(startEmptyWindow, 'first-contentful-paint')
        processes.empty = seen.processes
        return seen.mib
      }, async () => {
        const seen = await settled(() => startDesk(desk.userData), 'deskmate:inbox')
        processes.desk = seen.processes
        return seen.mib
      })
      ensure(processes.desk >= processes.empty + 2, 'engine and gateway run beside the window')
      return { ...samples, notes: [`${RUNS} pairs; processes: ${processes.empty} of the empty window, ${processes.desk} of the desk, its engine and its gateway included`] }
    } finally {
      desk.remove()
    }
  },
}
