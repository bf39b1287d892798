import { setTimeout as sleep } from 'node:timers/promises'
import { countOpen, preparedDesk } from './desk/prepared.ts'
import { momentOf, startDesk, startEmptyWindow, type App } from './electron/app.ts'
import { ensure, type Measure } from './measure.ts'
import { interleave } from './stats.ts'

const RUNS = 7
const WARM_UPS = 1
/** The app is left alone for so long: whoever connects to it while it starts slows it down. */
const LEFT_ALONE_MS = 3_500

async function timed(start: () => Promise<App>, entry: string, check: (app: App) => Promise<void> = async () => undefined): Promise<number> {
  const app = await start()
  try {
    await sleep(LEFT_ALONE_MS)
    const took = await momentOf(app, entry)
    await check(app)
    return took
  } finally {
    await app.close()
  }
}

/** The queue really holds what is open; what was resolved on another day is not in it. */
async function checkInbox(app: App, open: number): Promise<void> {
  const page = await app.page()
  const row = page.getByTestId('row').first()
  await row.waitFor()
  ensure(await row.getAttribute('aria-setsize') === String(open), `${open} conversations in the queue`)
}

export const coldStart: Measure = {
  name: 'cold-start', title: 'cold start to usable inbox, 100,000 cached messages', baseline: 'first paint of an empty sandboxed window', unit: 'ms', compare: 'ratio',
  async run() {
    const desk = await preparedDesk()
    const open = countOpen(desk.userData, desk.keys.desk)
    try {
      const samples = await interleave(RUNS, WARM_UPS,
        () => timed(startEmptyWindow, 'first-contentful-paint'),
        () => timed(() => startDesk(desk.userData), 'deskmate:inbox', (app) => checkInbox(app, open)))
      return { ...samples, notes: [`${RUNS} pairs after ${WARM_UPS} that warms the disk cache; ${open} conversations are open; the embedded gateway with the same log starts beside it`] }
    } finally {
      desk.remove()
    }
  },
}
