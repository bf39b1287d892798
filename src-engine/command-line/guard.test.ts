import { expect, test } from 'vitest'
import { COMMANDS } from './commands.ts'

const work = () => COMMANDS['guard']?.open([]).work ?? (() => null)

test('GU-11 deskmate guard: any record with a type, passages with an audience, a policy; offsets in code points, the id unchanged', () => {
  const line = {
    id: '7', draft: '😀给您补偿50元,实付128元,加我微信', facts: [{ type: 'order', total: '129.00', currency: 'CNY' }], passages: [{ id: 'p', text: '内部口径', audience: 'internal' }],
    policy: { compensationCap: 20, currency: 'CNY' }, language: 'zh', now: '2026-11-24T10:00:00+08:00',
  }
  expect(work()(line)).toMatchObject({
    id: '7', ok: false,
    findings: [
      { kind: 'over-cap', severity: 'error', text: '50元', start: 5, end: 8, expected: '20元', source: 'policy.compensationCap' },
      { kind: 'amount', severity: 'error', text: '128元', expected: '129元', source: 'order.total' }, { kind: 'rule', severity: 'warning', source: 'OP-01' },
    ],
  })
  expect(work()({ ...line, draft: '实付129元' })).toEqual({ id: '7', ok: true, findings: [] })
})

test('GU-11 a line without facts or passages is read; one without a draft, or with a time that has no offset, is refused by name', () => {
  expect(work()({ id: 'a', draft: '您好' })).toEqual({ id: 'a', ok: true, findings: [] })
  expect(() => work()({ id: 'a', facts: [] })).toThrow('draft')
  expect(() => work()({ id: 'a', draft: '', now: '2026-11-24 10:00' })).toThrow('now')
})
