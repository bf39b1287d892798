import type { EngineReport } from '../src-shared/contract/shell.ts'
import type { GatewayReport } from '../src-shared/wire/ready.ts'
import { passed, summarize, summaryLines } from './summary.ts'

export interface DemoWorld {
  /** How long the whole recording takes. */
  seconds: number
  askEngine: () => Promise<EngineReport | null>
  askGateway: () => Promise<GatewayReport | null>
  /** Takes a picture of the window; @returns where it lies */
  picture: (name: 'start' | 'middle' | 'end') => Promise<string>
  /** Ids of the conversations that the desk has flagged so far. */
  raised: ReadonlySet<string>
  print: (line: string) => void
  now: () => number
  sleep: (ms: number) => Promise<void>
}

/** After the recording's end the desk may take so long to finish what it has. */
const GRACE_SECONDS = 60
const POLL_MS = 1000
/** When the first picture is taken. */
const START_MS = 2000
/** The counts have to stand still for so many looks in a row. */
const STILL = 3

/** Lets the recorded half-hour play and prints what became of it. Call it when the gateway listens. @returns the exit status */
export async function runDemo(world: DemoWorld): Promise<0 | 1> {
  const began = world.now()
  world.print(`demo: plays half an hour in ${world.seconds} s; the desk works by itself and sends every ready draft of the local drafter`)
  await world.sleep(Math.min(START_MS, world.seconds * 100)) // an empty window says nothing
  await photograph(world, 'start')
  await world.sleep(Math.max(0, began + (world.seconds * 1000) / 2 - world.now()))
  await photograph(world, 'middle')
  const settled = await waitUntilSettled(world, began + (world.seconds + GRACE_SECONDS) * 1000)
  if (!settled) world.print(`demo: not everything was done ${GRACE_SECONDS} s after the end of the recording`)
  await photograph(world, 'end')
  const [engine, gateway] = await Promise.all([world.askEngine(), world.askGateway()])
  if (!engine || !gateway) {
    world.print(`demo: the ${engine ? 'gateway' : 'engine'} does not answer, so there is no summary`)
    return 1
  }
  const summary = summarize(engine, gateway, world.raised)
  for (const line of summaryLines(summary)) world.print(line)
  return passed(summary) ? 0 : 1
}

async function waitUntilSettled(world: DemoWorld, deadline: number): Promise<boolean> {
  let before = ''
  let still = 0
  while (world.now() < deadline) {
    await world.sleep(POLL_MS)
    const [engine, gateway] = await Promise.all([world.askEngine(), world.askGateway()])
    if (!engine || !gateway?.demoDone || engine.waiting > 0) {
      before = ''
      continue
    }
    const counts = JSON.stringify([engine.received, engine.flagged, engine.drafted, engine.answered, engine.held, gateway.customerMessageIds.length, gateway.deskMessageIds.length])
    still = counts === before ? still + 1 : 1
    before = counts
    if (still >= STILL) return true
  }
  return false
}

async function photograph(world: DemoWorld, name: 'start' | 'middle' | 'end'): Promise<void> {
  try {
    world.print(`picture ${await world.picture(name)}`)
  } catch {
    world.print(`demo: no picture could be taken at the ${name}`)
  }
}
