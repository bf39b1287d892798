import fs from 'node:fs'
import path from 'node:path'
import { Policy } from '../../../src-shared/domain/policy.ts'
import type { HistoryConversation } from '../../../src-shared/domain/history.ts'
import { createBacktester } from '../../backtester.ts'
import type { Context, Row, RowHead, Task } from '../task.ts'
import { madeUpHistory } from './made-up.ts'

const CONVERSATIONS = 10_000
const TURNS = 10
const BATCH = 200
/** Messages for the baseline; its time is told for as many as the conversations hold. */
const BASELINE = 5_000
const HALF = 2

function batched(conversations: readonly HistoryConversation[]): HistoryConversation[][] {
  return Array.from({ length: Math.ceil(conversations.length / BATCH) }, (_, at) => conversations.slice(at * BATCH, (at + 1) * BATCH))
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Triage of the customers' messages alone, one after the other in this thread, as long as all of them would take. */
function baseline({ triage }: Context, history: readonly HistoryConversation[]): number {
  const texts = history.flatMap(({ turns }) => turns.filter(({ role }) => role === 'customer').map(({ text }) => text))
  const began = performance.now()
  for (const text of texts.slice(0, BASELINE)) triage({ text, at: 0, attachments: 0, history: [] })
  return ((performance.now() - began) / Math.min(BASELINE, texts.length)) * texts.length
}

/** How long a back-test takes on this machine, and whether the same policy gives the same report again. @param project its folder, absolute @param messages what customers write */
export function backtestTask(project: string, messages: readonly string[]): Task {
  return {
    name: 'backtest',
    async run(context): Promise<Row[]> {
      const head = { task: 'backtest', data: 'made up', split: `${CONVERSATIONS} conversations of ${TURNS} turns, this machine`, best: '' } satisfies Partial<RowHead>
      const history = [...madeUpHistory(messages, CONVERSATIONS, TURNS)]
      const policy = Policy.parse(JSON.parse(fs.readFileSync(path.join(project, 'resources/policies/default.json'), 'utf8')))
      const alone = baseline(context, history)
      const desk = createBacktester(new URL(`file://${path.join(project, 'out/engine/backtest-thread.js')}`), path.join(project, 'resources'), 'Asia/Shanghai')
      try {
        const reading = await timed(() => desk.read(batched(history), () => undefined))
        const first = await desk.judge(policy)
        const again = { report: first, ms: 0 }
        again.ms = await timed(async () => { again.report = await desk.judge(policy) })
        const note = `baseline: the ${(CONVERSATIONS * TURNS) / HALF} customer messages through triage alone, one thread, no conversation`
        return [
          { ...head, figure: 'reading all conversations in two threads', unit: 'ms', value: reading, baseline: alone, target: { atMost: 60_000 }, note },
          { ...head, figure: 'holding another policy against them', unit: 'ms', value: again.ms, baseline: null, target: { atMost: 2_000 } },
          { ...head, figure: 'reports that are the same the second time', unit: 'share', value: JSON.stringify(again.report) === JSON.stringify(first) ? 1 : 0, baseline: null, target: { atLeast: 1 } },
        ]
      } finally {
        desk.stop()
      }
    },
  }
}
