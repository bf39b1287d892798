import type { CallResult } from '../../src-shared/contract/calls.ts'
import { raises } from '../domain/quality/mood.ts'
import { toJsonLines } from '../domain/understanding/export.ts'
import { measure } from '../domain/understanding/measure.ts'
import { sinceWhen, weeksOf, type Alarm } from '../domain/understanding/weeks.ts'
import type { Engine } from './context.ts'
import { labelledCases } from './labelled-cases.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

/** Messages looked at before windows and line get their turn, some 10 ms. */
const SLICE = 500

const turn = (): Promise<void> => new Promise((go) => setImmediate(go))

/** How many messages of customers there are, and those of the last weeks that raise an alarm as they are told now; counted in slices, so that nobody waits for it. */
async function countMessages(engine: Engine, since: number): Promise<{ messages: number; raised: Alarm[] }> {
  const raised: Alarm[] = []
  let messages = 0
  for (let after: number | null = 0; after !== null; await turn()) {
    const slice = engine.store.checked.slice(since, after, SLICE)
    messages += slice.count
    raised.push(...slice.alarming.filter(raises))
    after = slice.next
  }
  return { messages, raised }
}

/** How well this shop's customers are understood, from what people have said of their messages. */
export async function understanding(engine: Engine): Promise<CallResult<'understanding.report'>> {
  const now = engine.clock.now()
  const { messages, raised } = await countMessages(engine, sinceWhen(now, SHOP_TIME_ZONE))
  // Read after the counting, in one go, so that what is said meanwhile is in all of it.
  const cases = labelledCases(engine)
  const { checked, ...rest } = measure(cases)
  const unsure = engine.store.checked.all().filter(({ answer }) => answer === 'unsure').length
  return { messages, checked: { ...checked, unsure }, ...rest, ...weeksOf(cases, raised, now, SHOP_TIME_ZONE) }
}

/** The labelled messages as lines for `deskmate evaluate`. @param sampled only those that were drawn by chance */
export function exportCases(engine: Engine, sampled: boolean): CallResult<'understanding.export'> {
  const cases = labelledCases(engine).filter((one) => one.sampled || !sampled)
  return { jsonl: toJsonLines(cases), lines: cases.length }
}
