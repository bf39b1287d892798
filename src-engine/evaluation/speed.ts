import type { TriageInput } from '../domain/triage/index.ts'
import { quantile } from '../domain/evaluation/quantile.ts'
import type { Context, Row, Task, Triage } from './task.ts'

const TURNS = 10
const MINUTE = 60_000
const ROUNDS = 12
/** Rounds in which the compiler still learns the code; they are not counted. */
const WARM_UP = 4
const COMMON = new Set(['zh', 'en'])

/** What opening triage took: milliseconds, and megabytes that the process has more of. */
export interface Opening {
  ms: number
  megabytes: number
}

/** Each message after ten turns of a conversation, customer and agent in turn. */
function inputsOf(texts: readonly string[]): TriageInput[] {
  return texts.map((text, i) => ({
    text, at: TURNS * MINUTE, attachments: 0,
    history: Array.from({ length: TURNS }, (_, turn) => ({ role: turn % 2 === 0 ? 'customer' as const : 'agent' as const, text: texts[(i + turn + 1) % texts.length] ?? '', at: turn * MINUTE })),
  }))
}

/**
 * Milliseconds of each message: the median of its rounds, so that what else runs on the machine is not counted as ours.
 * What is slow each time, as a long message is, stays slow.
 */
function timesOf(inputs: readonly TriageInput[], triage: Triage): number[] {
  const rounds = Array.from({ length: ROUNDS }, () => inputs.map((input) => {
    const began = performance.now()
    triage(input)
    return performance.now() - began
  })).slice(WARM_UP)
  return inputs.map((_, i) => quantile(rounds.map((times) => times[i] ?? 0), 0.5) ?? 0)
}

/** Speed and memory of triage in this process, over the demo shop's messages. @param messages of any language */
export function speedTask(messages: readonly string[], opening: Opening): Task {
  return {
    name: 'speed',
    run({ triage }: Context) {
      const inputs = inputsOf(messages)
      const isCommon = inputs.map((input) => COMMON.has(triage(input).language.code))
      const common = timesOf(inputs.filter((_, i) => isCommon[i]), triage)
      const others = timesOf(inputs.filter((_, i) => !isCommon[i]), triage)
      const row = (figure: string, value: number | null, unit: 'ms' | 'MB', atMost: number): Row => ({ task: 'speed', data: 'demo shop', split: 'this machine', figure, unit, value, baseline: null, best: '', target: { atMost }, note: 'a message’s time is the median of eight rounds, after four to warm up' })
      return [
        row('a message with ten turns before it, median', quantile(common, 0.5), 'ms', 0.3),
        row('the same where the language is asked of the model, median', quantile(others, 0.5), 'ms', 0.8),
        row('99 of 100 messages are faster than', quantile([...common, ...others], 0.99), 'ms', 3),
        row('opening all models', opening.ms, 'ms', 150),
        row('memory of all models', opening.megabytes, 'MB', 60),
      ]
    },
  }
}
