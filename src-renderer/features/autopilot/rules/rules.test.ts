import { expect, test } from 'vitest'
import type { PolicyDraft } from '../../../../src-shared/contract/policies.ts'
import type { Condition } from '../../../../src-shared/domain/policy-rule.ts'
import { readJson } from './files.ts'
import { rowGroups } from './list.ts'
import { shownNumber, typedNumber } from './number-text.ts'
import { filled, same, withValue } from './path.ts'
import { rebased } from './rebase.ts'
import { thresholdsOf, withThreshold } from './thresholds.ts'

const FEN = 100
const PERCENT = 0.01

test('PP-9 numbers are typed as people see them and stored as they are counted (19.99 yuan would become 19.98)', () => {
  expect(typedNumber('19.99', FEN)).toBe(1999)
  expect(typedNumber('0.29', FEN)).toBe(29)
  expect(typedNumber('７.5', FEN)).toBe(750)
  expect(typedNumber('80', PERCENT)).toBe(0.8)
  expect(shownNumber(0.07, PERCENT)).toBe('7')
  expect(shownNumber(1999, FEN)).toBe('19.99')
  // Half of a fen is the schema's to refuse, not ours to round.
  expect(typedNumber('1.005', FEN)).toBe(100.5)
})

test('PP-9 what is no number stays as it was typed and is not taken for one; an empty field is no limit of zero', () => {
  for (const text of ['twenty', '1,5', '1e9', '0x10', '--1']) expect(typedNumber(text, FEN)).toBe(text)
  expect(shownNumber('twenty', FEN)).toBe('twenty')
  expect(typedNumber(' ', FEN)).toBeUndefined()
})

test('PP-10 a field that is emptied leaves nothing behind, and a row that is set back is no change (a mark that never goes)', () => {
  const row = { level: 'off', caps: { currency: 'CNY', perCase: { amount: 100 } } }
  expect(filled(withValue(row.caps, ['perCase', 'amount'], undefined))).toEqual({ currency: 'CNY' })
  expect(same(withValue(withValue(row, ['level'], 'act'), ['level'], 'off'), row)).toBe(true)
  expect(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true)
  expect(same({ a: undefined }, {})).toBe(true)
  expect(same([1, 2], [2, 1])).toBe(false)
})

const base: PolicyDraft = { id: 'p', version: 1, intents: { a: { level: 'off' }, b: { level: 'off' } }, rules: [{ id: 'one', n: 1 }, { id: 'two', n: 1 }], alwaysPerson: { topics: [], marks: [], acts: [] } }

test('PP-11 my changes go onto a colleague’s version: theirs stay where I changed nothing, mine where both did, and nothing is lost', () => {
  const mine: PolicyDraft = { ...base, intents: { a: { level: 'act' } }, rules: [{ id: 'one', n: 2 }, { id: 'two', n: 1 }, { id: 'mine', n: 1 }] }
  const theirs: PolicyDraft = { ...base, version: 2, intents: { a: { level: 'undo' }, b: { level: 'off' }, c: { level: 'act' } }, rules: [{ id: 'two', n: 5 }, { id: 'one', n: 1 }], zone: 'Europe/Berlin' }
  expect(rebased(base, mine, theirs)).toEqual({
    ...base, version: 2, zone: 'Europe/Berlin', intents: { a: { level: 'act' }, c: { level: 'act' } }, rules: [{ id: 'two', n: 5 }, { id: 'one', n: 2 }, { id: 'mine', n: 1 }],
  })
  expect(rebased(base, base, theirs)).toEqual(theirs)
})

test('PP-12 the numbers of a rule can be changed one by one, however deep they stand, and nothing else of it', () => {
  const when: Condition = { all: [{ path: 'risk', above: 0.5 }, { not: { path: 'channel', is: 'web' } }, { some: 'items', where: { any: [{ path: 'item.price', atLeast: 100 }, { path: 'item.age', below: 7 }] } }] }
  expect(thresholdsOf(when)).toEqual([
    { at: 0, path: 'risk', bound: 'above', value: 0.5 }, { at: 1, path: 'item.price', bound: 'atLeast', value: 100 }, { at: 2, path: 'item.age', bound: 'below', value: 7 },
  ])
  const changed = withThreshold(when, 1, 200)
  expect(thresholdsOf(changed).map(({ value }) => value)).toEqual([0.5, 200, 7])
  expect(withThreshold(changed, 1, 100)).toEqual(when)
})

test('PP-13 a file that is no JSON is named with line and column, one that is no policy as such (a supervisor would look through 400 lines)', () => {
  expect(readJson('{"id": "p"}')).toEqual({ draft: { id: 'p' } })
  expect(readJson('{\n  "id": "p",\n  "version": 1,,\n}')).toEqual({ line: 3, column: 16 })
  expect(readJson('{\n  "id":')).toEqual({ line: 2, column: 8 })
  expect(readJson('[1]')).toEqual({ line: null })
})

test('PP-14 the list groups rows by topic, keeps what is taken out in sight until it is saved, and marks what is wrong', () => {
  const say = { zh: '话', en: 'words' }
  const groups = rowGroups({
    draft: { ...base, intents: { where_is_order: { level: 'undo' }, damaged: { level: 'off' } }, actions: { refund: { level: 'act' } }, rules: [] },
    choices: { topics: [{ group: 'received', code: 'damaged', person: false }, { group: 'logistics', code: 'where_is_order', person: false }], actions: [], marks: [], customerLevels: [], channels: [], evidence: [], orderStates: [], currencies: [], fresh: { intents: {}, actions: {} } as never },
    sentences: [{ at: 'intents.damaged', title: say, say: [say] }], problems: [{ field: 'actions.refund.caps' }],
    changes: [{ at: 'rules.one', title: say, before: [say], after: null }, { at: 'alwaysPerson.marks.sarcasm', title: say, before: null, after: [say] }],
  })
  expect(groups.map(({ group, rows }) => [group, rows.map(({ place }) => place)])).toEqual([
    ['always', ['alwaysPerson']], ['rules', ['rules.one']], ['logistics', ['intents.where_is_order']], ['received', ['intents.damaged']], ['actions', ['actions.refund']],
  ])
  const row = (place: string) => groups.flatMap(({ rows }) => rows).find((one) => one.place === place)
  expect(row('rules.one')).toMatchObject({ isGone: true, isChanged: true, say: [say] })
  expect(row('alwaysPerson')).toMatchObject({ isGone: false, isChanged: true })
  expect(row('actions.refund')).toMatchObject({ hasProblem: true, level: 'act' })
})
