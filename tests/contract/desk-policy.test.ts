import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepPolicy } from '../../src-engine/flows/keep-policy.ts'
import { policyVersions } from '../../src-engine/flows/policy-versions.ts'
import { putPolicy } from '../../src-engine/flows/put-policy.ts'
import { policyInForce, readPolicy } from '../../src-engine/flows/read-policy.ts'
import { tryPolicy } from '../../src-engine/flows/try-policy.ts'
import { weighPolicy } from '../../src-engine/flows/weigh-policy.ts'
import type { PolicyDraft, TriedCase } from '../../src-shared/contract/policies.ts'
import { Policy } from '../../src-shared/domain/policy.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

const shipped = Policy.parse(JSON.parse(readFileSync(new URL('../../resources/policies/default.json', import.meta.url), 'utf8')))

let gateway: MemoryGateway
let desk: Desk
beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: shipped })
  desk = openDesk(gateway)
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

/** The shipped policy with one field of one row set. */
const set = (part: 'intents' | 'actions', name: string, change: Record<string, unknown>): PolicyDraft =>
  ({ ...shipped, [part]: { ...shipped[part], [name]: { ...shipped[part]?.[name], ...change } } })
const problemsOf = (draft: PolicyDraft) => weighPolicy(desk.engine, draft).problems
const asked: TriedCase = { message: '我的物流到哪了', orderStatus: 'shipped', daysSinceDelivery: null, customerLevel: 'regular', risk: 0, evidence: [], confirmed: true, action: null, amount: null }

test('PP-1 every row and rule comes as a sentence in both languages, and the sentence follows the form before anything is saved (a supervisor would sign what they cannot read)', () => {
  const read = weighPolicy(desk.engine, shipped)
  const rows = [...Object.keys(shipped.intents).map((name) => `intents.${name}`), ...Object.keys(shipped.actions ?? {}).map((name) => `actions.${name}`)]
  expect(read.sentences.map(({ at }) => at)).toEqual(expect.arrayContaining(rows))
  for (const { say } of read.sentences) expect(say.length > 0 && say.every(({ zh, en }) => zh.length > 0 && en.length > 0)).toBe(true)
  expect(read).toMatchObject({ problems: [], changes: [] })

  const after = weighPolicy(desk.engine, set('actions', 'refund', { caps: { ...shipped.actions?.['refund']?.caps, perCase: { amount: 1234 } } }))
  const inEnglish = (say: readonly LocalText[] | null | undefined): string => (say ?? []).map(({ en }) => en).join(' ')
  expect(inEnglish(after.sentences.find(({ at }) => at === 'actions.refund')?.say)).toContain('12.34')
  expect(after.changes).toMatchObject([{ at: 'actions.refund' }])
  expect(inEnglish(after.changes[0]?.before)).toContain('20.00')
  expect(policyInForce(desk.engine)).toEqual(shipped)
})

test('PP-2 a wrong value is named at its field in both languages, in the units of the screen (a mistyped limit would limit nothing)', () => {
  const [cap] = problemsOf(set('actions', 'refund', { caps: { currency: 'CNY', perCase: { amount: 'twenty' } } }))
  expect(cap).toMatchObject({ field: 'actions.refund.caps.perCase.amount', say: { zh: '请填数字。', en: 'Enter a number.' }, law: null })
  expect(problemsOf(set('intents', 'damaged', { confidenceFloor: 3 }))).toMatchObject([{ field: 'intents.damaged.confidenceFloor', say: { en: 'Must be at most 100.' } }])
  expect(problemsOf(set('intents', 'damaged', { undoSeconds: 1 }))).toMatchObject([{ field: 'intents.damaged.undoSeconds', say: { zh: '不能小于 3。' } }])
  expect(problemsOf(set('intents', 'damaged', { hours: { from: '9', to: '18:00' } }))).toMatchObject([{ field: 'intents.damaged.hours.from', say: { zh: '请写成 09:30 这样的时间。' } }])
  expect(problemsOf(set('intents', 'damaged', { maxRisks: 1 }))).toMatchObject([{ field: 'intents.damaged.maxRisks', say: { en: 'There is no such field; check its spelling.' } }])
  const rule = { id: 'late', when: { path: 'daysSinceDelivery', above: 'seven' }, outcome: 'ask', say: { zh: '晚', en: 'late' }, need: { zh: '早', en: 'early' } }
  expect(problemsOf({ ...shipped, rules: [rule] })).toMatchObject([{ field: 'rules.late.when' }])
})

test('PP-3 what lies beyond a ceiling is offered to nobody and refused with the rule that keeps it (one click would let a machine speak to the angry)', async () => {
  const { reach } = weighPolicy(desk.engine, { ...shipped, intents: { ...shipped.intents, parcel_lost: shipped.intents['where_is_order'] } })
  expect(reach.find(({ at }) => at === 'intents.parcel_lost')).toMatchObject({ levels: ['off', 'shadow', 'suggest'], law: 'AI-08' })
  expect(reach.find(({ at }) => at === 'intents.where_is_order')).toMatchObject({ levels: ['off', 'shadow', 'suggest', 'undo', 'act'], moods: [0, 1, 2] })
  const angry = set('intents', 'where_is_order', { maxEmotionLevel: 3 })
  expect(problemsOf(angry)).toMatchObject([{ field: 'intents.where_is_order.maxEmotionLevel', law: 'AI-03' }])
  expect(problemsOf(set('actions', 'refund', { level: 'act', caps: undefined }))).toMatchObject([{ field: 'actions.refund.caps', law: 'AI-08' }, { field: 'actions.refund.level' }])
  await expect(putPolicy(desk.engine, { id: v7(), basedOn: 1, draft: angry }, '小雅')).rejects.toMatchObject({ code: 'policy-refused' })
  expect(policyInForce(desk.engine)).toEqual(shipped)
})

test('PP-4 conflicts and rules without effect lead to their row (nobody reads a policy from end to end)', () => {
  const { findings } = weighPolicy(desk.engine, { ...set('intents', 'damaged', { level: 'undo' }), alwaysPerson: { ...shipped.alwaysPerson, topics: ['damaged'] } })
  expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'conflict', at: 'intents.damaged' })]))
  expect(findings.some(({ kind }) => kind === 'gap')).toBe(true)
})

test('PP-5 a made-up case is decided by the draft, not by what is saved, with the rules that spoke; nothing of it is kept', () => {
  expect(tryPolicy(desk.engine, { draft: shipped, tried: asked }).decision).toMatchObject({ decision: 'auto', rules: ['level:undo'] })
  const stricter = set('intents', 'where_is_order', { level: 'suggest' })
  expect(tryPolicy(desk.engine, { draft: stricter, tried: asked }).decision).toMatchObject({ decision: 'draft', rules: ['level:suggest'] })
  expect(tryPolicy(desk.engine, { draft: shipped, tried: { ...asked, message: '快递到哪了!!!' } }).decision.decision).toBe('escalate')

  const acting = set('actions', 'refund', { level: 'act', evidence: undefined })
  const refund = { ...asked, message: '坏了', action: 'refund', orderStatus: 'delivered', daysSinceDelivery: 2 }
  const spoke = (amount: number) => tryPolicy(desk.engine, { draft: acting, tried: { ...refund, amount: { amount, currency: 'CNY' } } }).decision.rules
  expect(spoke(2001)).toContain('cap-case')
  expect(spoke(2000)).not.toContain('cap-case')
  const rule = { id: 'web-only', when: { path: 'channel', is: 'web' }, outcome: 'review', say: { zh: '网页', en: 'web' }, need: { zh: '别的渠道', en: 'another channel' } }
  expect(tryPolicy(desk.engine, { draft: { ...shipped, rules: [rule] }, tried: asked }).needs).toEqual({ 'web-only': { zh: '别的渠道', en: 'another channel' } })
  expect(() => tryPolicy(desk.engine, { draft: {}, tried: asked })).toThrow(expect.objectContaining({ code: 'policy-refused' }))
})

test('PP-6 saving makes the next version under who saved it; an answer that was lost is no second version, and each tells what it changed', async () => {
  const draft = set('intents', 'damaged', { level: 'shadow' })
  const id = v7()
  let lost = true
  gateway.fault = () => (lost ? 'lost-answer' : 'none')
  await expect(putPolicy(desk.engine, { id, basedOn: 1, draft }, '小雅')).rejects.toMatchObject({ code: 'policy-offline' })
  lost = false
  expect(await putPolicy(desk.engine, { id, basedOn: 1, draft }, '小雅')).toMatchObject({ status: 'saved', policy: { version: 2 } })
  await desk.idle()
  expect(policyInForce(desk.engine)?.intents['damaged']?.level).toBe('shadow')
  const { versions } = await policyVersions(desk.engine)
  expect(versions).toMatchObject([{ version: 2, name: '小雅', changes: [{ at: 'intents.damaged' }] }, { version: 1, by: 'gateway', changes: [] }])
})

test('PP-7 who saved first is not overwritten: the second is shown both versions, and keeps their own', async () => {
  await putPolicy(desk.engine, { id: v7(), basedOn: 1, draft: set('intents', 'damaged', { level: 'shadow' }) }, '小林')
  const mine = set('intents', 'invoice_request', { level: 'off' })
  const answer = await putPolicy(desk.engine, { id: v7(), basedOn: 1, draft: mine }, '小雅')
  expect(answer).toMatchObject({ status: 'conflict', theirs: { version: 2 }, changes: [{ at: 'intents.damaged' }, { at: 'intents.invoice_request' }] })
})

test('PP-8 without the line nothing is saved and everything is kept, over a restart too', async () => {
  const draft = set('intents', 'damaged', { level: 'shadow' })
  keepPolicy(desk.engine, { draft, base: shipped })
  desk.cut()
  await expect(putPolicy(desk.engine, { id: v7(), basedOn: 1, draft }, '小雅')).rejects.toMatchObject({ code: 'policy-offline' })
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  expect(readPolicy(desk.engine)).toMatchObject({ policy: { version: 1 }, kept: { draft: { intents: { damaged: { level: 'shadow' } } }, base: { version: 1 } } })
  await desk.connect()
  await putPolicy(desk.engine, { id: v7(), basedOn: 1, draft }, '小雅')
  expect(readPolicy(desk.engine).kept).toBeNull()
})

test('WB-9 the rules form asks for the same evidence as the levels: a level that is not earned is named at its field and not put; down is free, and so is the way back from it (a supervisor could skip the ladder by another page)', async () => {
  const raised = set('actions', 'cancel', { level: 'undo' })
  expect(problemsOf(raised)).toMatchObject([{ field: 'actions.cancel.level', say: { zh: '证据还不够，不能升到这一级：还差 73 次与人工做法一致。' } }])
  expect(problemsOf(set('intents', 'damaged', { level: 'undo' }))).toMatchObject([{ field: 'intents.damaged.level', say: { en: 'One step up at a time; take the next one first.' } }])
  await expect(putPolicy(desk.engine, { id: v7(), basedOn: 1, draft: raised }, '小雅')).rejects.toMatchObject({ code: 'policy-refused' })
  expect(policyInForce(desk.engine)).toEqual(shipped)

  expect(problemsOf(set('intents', 'damaged', { level: 'shadow' }))).toEqual([])
  await putPolicy(desk.engine, { id: v7(), basedOn: 1, draft: set('actions', 'cancel', { level: 'shadow' }) }, '小雅')
  expect(policyInForce(desk.engine)?.actions?.['cancel']?.level).toBe('shadow')
  expect(problemsOf(shipped)).toEqual([])
  expect(problemsOf(raised)).toMatchObject([{ field: 'actions.cancel.level' }])
})
