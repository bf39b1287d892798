import { describe, expect, test } from 'vitest'
import { draft, message, row } from './made-up.ts'
import { rejoined, withDelta, withMessage, withOlder, withRows, withTurn, withTurnDelta } from './patches.ts'

const ids = (messages: readonly { id: string }[]) => messages.map((m) => m.id).join(' ')

describe('rows', () => {
  test('W-2 a changed row leaves the others as they are (else every row of the queue is drawn again)', () => {
    const before = new Map([['a', row('a')], ['b', row('b')]])
    const after = withRows(before, [row('a', { lastLine: 'x' })])
    expect(after.get('b')).toBe(before.get('b'))
    expect(after.get('a')?.lastLine).toBe('x')
    expect(before.get('a')?.lastLine).toBe('')
  })
})

describe('messages', () => {
  test('W-3 messages stand by their number whatever order they come in', () => {
    const all = [3, 1, 4, 2].reduce<ReturnType<typeof message>[]>((list, n) => withMessage(list, message(`m${n}`, n), false), [])
    expect(ids(all)).toBe('m1 m2 m3 m4')
  })

  test('W-3 a reply that waits stands after everything logged, also after a customer message that comes later', () => {
    const waiting = message('r1', null, { at: 1500 })
    expect(ids(withMessage([message('m1', 1), waiting], message('m2', 2), false))).toBe('m1 m2 r1')
  })

  test('W-3 a reply that was sent is the same bubble at its logged place, not a second one', () => {
    const list = [message('m1', 1), message('r1', null), message('r2', null, { at: 200_000 })]
    const after = withMessage(list, message('r1', 2, { delivery: 'sent' }), false)
    expect(ids(after)).toBe('m1 r1 r2')
    expect(after[1]?.delivery).toBe('sent')
  })

  test('W-3 a message older than the loaded pages is left to its page (else a hole looks like the whole story)', () => {
    expect(ids(withMessage([message('m8', 8)], message('m2', 2), true))).toBe('m8')
    expect(ids(withMessage([message('m8', 8)], message('m7', 7), false))).toBe('m7 m8')
  })

  test('W-3 an older page goes before what is there, without doubles', () => {
    expect(ids(withOlder([message('m3', 3), message('m4', 4)], [message('m2', 2), message('m3', 3)]))).toBe('m2 m3 m4')
  })
})

describe('a thread asked again', () => {
  const page = { messages: [message('m5', 5), message('m6', 6)], more: true }

  test('W-4 keeps the older pages that join on to it', () => {
    const known = { messages: [message('m3', 3), message('m4', 4), message('m5', 5)], more: true }
    expect(ids(rejoined(known, page).messages)).toBe('m3 m4 m5 m6')
  })

  test('W-4 drops older pages when something between is missing (else the hole would never be filled)', () => {
    const known = { messages: [message('m2', 2), message('m3', 3)], more: false }
    expect(rejoined(known, page)).toEqual({ messages: page.messages, more: true })
  })

  test('W-4 a waiting reply that is gone at the engine does not stay on the screen', () => {
    const known = { messages: [message('m5', 5), message('r1', null)], more: true }
    expect(ids(rejoined(known, page).messages)).toBe('m5 m6')
  })
})

describe('streamed draft', () => {
  test('W-5 a delta appends to its own draft', () => {
    expect(withDelta(draft('d1', '您'), 'd1', '好')?.text).toBe('您好')
  })

  test('W-5 a delta of another draft is refused, so that two drafts never mix in one text', () => {
    expect(withDelta(draft('d1', '您'), 'd2', '好')).toBeUndefined()
    expect(withDelta(null, 'd2', '好')).toBeUndefined()
  })
})

describe('answers of the copilot', () => {
  const turn = { id: 'a', conversationId: 'c', question: '?', state: 'streaming' as const, by: 'm', promptVersion: '', text: '', extracts: [], sources: [], findings: [], problem: null, askedAt: 0, finishedAt: null }

  test('CO-7 words are added to the answer that is being written and to no other; a late word does not change one that is done', () => {
    const two = [turn, { ...turn, id: 'b', state: 'ready' as const, text: '好' }]
    expect(withTurnDelta(two, 'a', '在').map(({ text }) => text)).toEqual(['在', '好'])
    expect(withTurnDelta(two, 'b', '在')).toBe(two)
    expect(withTurnDelta(two, 'c', '在')).toBe(two)
  })

  test('CO-12 an answer stands where it was asked, once', () => {
    expect(withTurn([turn, { ...turn, id: 'b' }], { ...turn, text: '好' }).map(({ id, text }) => [id, text])).toEqual([['a', '好'], ['b', '']])
    expect(withTurn([turn], { ...turn, id: 'b' }).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})
