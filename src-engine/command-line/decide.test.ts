import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { madeUpRetail } from '../evaluation/forbidden/made-up-shops.ts'
import { openDecide } from './decide.ts'
import { runLines } from './lines.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'decide-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const write = (name: string, content: string): string => {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  return file
}
const shipped = (name: string): string => new URL(`../../resources/policies/${name}.json`, import.meta.url).pathname

async function decided(policy: string, lines: readonly unknown[]): Promise<{ status: number; out: unknown[] }> {
  const [input, output] = [write('in.jsonl', lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')), path.join(folder, 'out.jsonl')]
  const { work, options } = openDecide(['--policy', policy, '--in', input, '--out', output])
  const status = await runLines(work, options)
  return { status, out: fs.readFileSync(output, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown) }
}

test('PO-14 `decide` answers each line with decision, rules and what they would need, a bad line with its error, and goes on (a scorer that gets half a file)', async () => {
  const records = { ...madeUpRetail() }
  const ask = (change: object) => ({ id: 'x', facts: { customerId: 'ann', confirmed: true, records, ...change }, request: { name: 'cancel_pending_order', kwargs: { order_id: '#W00', reason: 'no longer needed' } } })
  const { status, out } = await decided(shipped('tau-retail'), [
    ask({}), ask({ confirmed: false }), 'not json', { id: 1, facts: {} }, { id: 'y', facts: { emotionLevel: 'high' }, request: { name: 'think' } }, ask({ customerId: 'bob' }), { id: 'z', facts: {}, request: null },
  ])
  expect(status).toBe(1)
  expect(out[0]).toEqual({ id: 'x', decision: 'auto', rules: ['level:act'], wouldNeed: [] })
  expect(out[1]).toEqual({ id: 'x', decision: 'ask', rules: ['confirmation'], wouldNeed: ['the customer agrees to exactly this'] })
  expect(out.slice(2, 5)).toEqual([{ line: 3, error: expect.any(String) }, { line: 4, error: expect.stringContaining('id') }, { line: 5, error: expect.stringContaining('emotionLevel') }])
  expect(out[5]).toMatchObject({ decision: 'escalate', rules: ['own-order'] })
  expect(out[6]).toMatchObject({ id: 'z', decision: 'escalate' })
})

test('PO-14 wrong usage is one sentence: no policy, or the field of it that is wrong', () => {
  expect(() => openDecide([])).toThrow('--policy FILE is missing')
  const wrong = write('wrong.json', JSON.stringify({ ...JSON.parse(fs.readFileSync(shipped('default'), 'utf8')) as object, actions: { refund: { level: 'acts' } } }))
  expect(() => openDecide(['--policy', wrong])).toThrow('actions.refund.level')
})

test('PO-15 records are read only where the policy says whose they are: a shop\'s own policy never takes a customer for calm unasked', async () => {
  const line = { id: 'x', facts: { customerId: 'ann', records: { ...madeUpRetail() } }, request: { name: 'cancel', kwargs: {} } }
  expect((await decided(shipped('default'), [line])).out[0]).toMatchObject({ decision: 'escalate', rules: expect.arrayContaining(['kill-switch', 'anger-limit', 'verified-only']) })
})
