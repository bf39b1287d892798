import { expect, test } from 'vitest'
import { createRecorder } from './recorder.ts'

const about = { draftId: 'd', conversationId: 'c', basedOnSeq: 1, startedAt: 0 }

test('BE-20 what a step has to tell is worked out when its trace is asked for, once, and with the times of the work (products named for a trace, while somebody waits for the words)', () => {
  let now = 0
  let told = 0
  const recorder = createRecorder(about, () => now)
  const work = () => {
    now += 3
    return 'read'
  }
  const result = recorder.step('present', work, (text) => {
    told += 1
    return { state: 'ready' as const, text, citations: 0, reason: null }
  })
  expect([result, told]).toEqual(['read', 0])
  now += 40
  const [step] = recorder.trace('ready').steps
  expect(step).toMatchObject({ name: 'present', at: 0, ms: 3, text: 'read' })
  recorder.trace('ready')
  expect(told).toBe(1)
})

test('BE-20 a step of which nothing came is not told, and all others stand in the order of the work', () => {
  const recorder = createRecorder(about, () => 0)
  recorder.step('understand', () => null, () => null)
  recorder.compose('local')
  recorder.composed({ by: 'local', why: 'no-model', problem: null, until: null })
  recorder.step('guard', () => [], (findings) => ({ findings }))
  expect(recorder.trace('ready').steps.map(({ name }) => name)).toEqual(['compose', 'guard'])
})
