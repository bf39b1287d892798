import { beforeEach, expect, test } from 'vitest'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import type { Desk } from '../../../bridge/desk.ts'
import { change, changeRule, openRules, placeValue, save, settle, takeBackPlace, takeWhole } from './do-rules.ts'
import { patchRules, rules } from './state.ts'

const row = { level: 'off', undoSeconds: 10, confidenceFloor: 0.8, maxEmotionLevel: 1, orderStates: [] } as const
const policy: Policy = { id: 'default', version: 4, intents: { damaged: { ...row, orderStates: [] } }, alwaysPerson: { topics: [], marks: [], acts: [] } }
const weighed = { sentences: [{ at: 'intents.damaged', title: { zh: '', en: '' }, say: [] }], problems: [], reach: [], findings: [], changes: [] }

interface Asked { call: string; params: Record<string, unknown>; answer: (result: unknown) => void; refuse: (error: unknown) => void }
let asked: Asked[]
const desk = { client: { call: (call: string, params: Record<string, unknown>) => new Promise((answer, refuse) => void asked.push({ call, params, answer, refuse })) } } as unknown as Desk
/** The newest unanswered question of that kind. */
const last = (call: string): Asked => {
  const found = asked.findLast((one) => one.call === call)
  if (!found) throw new Error(`nobody asked ${call}`)
  return found
}
/** Everything that waits for an answer has had its turn. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}
const level = (value: string) => change(desk, ['intents', 'damaged', 'level'], value)
const draftLevel = () => placeValue(rules.get().draft, 'intents.damaged') as { level: string }

beforeEach(async () => {
  asked = []
  patchRules({ base: null, draft: null, weighed: null, readable: null, panel: { at: 'findings' }, notice: null, saving: false })
  void openRules(desk)
  last('policy.read').answer({ policy, choices: null, kept: null })
  await settled()
  last('policy.check').answer(weighed)
  await settled()
})

test('PP-1 an answer about an older draft is dropped (the sentence would say what the form no longer does)', async () => {
  level('shadow')
  const older = last('policy.check')
  level('suggest')
  last('policy.check').answer({ ...weighed, changes: [{ at: 'newer' }] })
  older.answer({ ...weighed, changes: [{ at: 'older' }] })
  await settled()
  expect(rules.get().weighed?.changes).toEqual([{ at: 'newer' }])
})

test('PP-6 the same draft is saved under one id however often it is tried, another draft under another (a lost answer would become two versions)', async () => {
  level('shadow')
  const failed: unknown[] = []
  const tried = save(desk, (error) => failed.push(error))
  void save(desk, () => undefined)
  const first = last('policy.save')
  first.refuse('cut')
  await tried
  expect(failed).toEqual(['cut'])
  expect(draftLevel().level).toBe('shadow')
  void save(desk, () => undefined)
  expect(last('policy.save').params).toEqual(first.params)
  expect(asked.filter(({ call }) => call === 'policy.save')).toHaveLength(2)
  last('policy.save').refuse('cut')
  await settled()
  level('suggest')
  void save(desk, () => undefined)
  expect(last('policy.save').params['id']).not.toBe(first.params['id'])
})

test('PP-8 what is typed while it is being saved stays, as a change to the new version', async () => {
  level('shadow')
  const saving = save(desk, () => undefined)
  const sent = last('policy.save')
  level('suggest')
  sent.answer({ status: 'saved', policy: { ...policy, version: 5, intents: { damaged: { ...row, level: 'shadow' } } } })
  await saving
  expect(rules.get()).toMatchObject({ base: { version: 5 }, draft: { version: 5 } })
  expect(draftLevel().level).toBe('suggest')
  expect(last('policy.keep').params['kept']).toMatchObject({ base: { version: 5 } })
})

test('PP-7 after a colleague’s version the next save is made from it, with my changes or without', async () => {
  const theirs: Policy = { ...policy, version: 5, zone: 'Europe/Berlin' }
  level('shadow')
  const saving = save(desk, () => undefined)
  last('policy.save').answer({ status: 'conflict', theirs, changes: [] })
  await saving
  expect(rules.get().panel).toMatchObject({ at: 'conflict' })
  expect(draftLevel().level).toBe('shadow')
  settle(desk, theirs, true)
  void save(desk, () => undefined)
  expect(last('policy.save').params).toMatchObject({ basedOn: 5, draft: { version: 5, zone: 'Europe/Berlin', intents: { damaged: { level: 'shadow' } } } })
  settle(desk, theirs, false)
  expect(rules.get().draft).toEqual(theirs)
  expect(last('policy.keep').params).toEqual({ kept: null })
})

test('PP-13 a file follows the version that holds, whatever number it has, and can be taken back place by place', () => {
  takeWhole(desk, { ...policy, version: 99, id: 'elsewhere', intents: { damaged: { ...row, level: 'act' } } })
  expect(rules.get().draft).toMatchObject({ id: 'default', version: 4 })
  takeBackPlace(desk, 'intents.damaged')
  expect(rules.get().draft).toEqual(policy)
})

test('PP-12 a rule that is taken out and brought back stands where it stood', () => {
  const rule = (id: string) => ({ id, when: { path: 'risk', above: 0.5 }, outcome: 'review' as const, say: { zh: id, en: id }, need: { zh: id, en: id } })
  const withRules: Policy = { ...policy, rules: [rule('one'), rule('two')] }
  patchRules({ base: withRules, draft: withRules })
  changeRule(desk, 'one', null)
  expect(placeValue(rules.get().draft, 'rules.one')).toBeUndefined()
  takeBackPlace(desk, 'rules.one')
  expect(rules.get().draft).toEqual(withRules)
})
