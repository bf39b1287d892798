import { createHash } from 'node:crypto'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SignedIn } from '../../src-shared/wire/seat-people.ts'
import { auditCommand } from '../../src-gateway/audit-command.ts'
import { KEY, openSite, type Seat, type Site } from '../contract/gateway-harness.ts'

const PASSWORD = 'correct horse battery'
const DAY_MS = 24 * 3_600_000
const sqliteBinding = process.env.DESKMATE_SQLITE_BINDING ?? null
let site: Site
let boss: Seat
beforeEach(async () => {
  site = await openSite()
  boss = await site.seat({ seatId: 'boss' })
})
afterEach(() => site.remove())

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> => fetch(site.ready.seatUrl + path, { method: 'POST', body, headers })
const errorOf = async (response: Response): Promise<string> => ((await response.json()) as { error: { code: string } }).error.code
const signIn = (name: string, password: string, address = '192.0.2.1'): Promise<Response> => post('/session', JSON.stringify({ name, password, seatId: 'x', label: '' }), { 'x-forwarded-for': address })
async function amy(): Promise<SignedIn> {
  const { code } = await boss.call('people.invite', { name: 'Amy', role: 'agent', teams: [] })
  return SignedIn.parse(await (await post('/invitation', JSON.stringify({ code, name: 'Amy', password: PASSWORD, seatId: 'amy', label: '' }))).json())
}

/** The gateway's database in the hands of somebody who has its key. */
function edit(sql: string): void {
  const db = new SqliteDatabase(join(site.dataDir, 'gateway.db'), sqliteBinding === null ? {} : { nativeBinding: sqliteBinding })
  db.pragma(`key = "x'${KEY}'"`)
  db.exec(sql)
  db.close()
}

test('AC-10 tries that fail make the next ones wait, by name and by address, a hundred at once included; the right password waits too, and then works (a password that is tried out)', async () => {
  await amy()
  const first = await Promise.all(Array.from({ length: 12 }, (_, index) => signIn('Amy', `wrong ${index}`, `192.0.2.${index}`)))
  const codes = await Promise.all(first.map(errorOf))
  expect([codes.filter((each) => each === 'sign-in').length, codes.filter((each) => each === 'try-later').length]).toEqual([5, 7])
  expect(await errorOf(await signIn('amy', PASSWORD, '192.0.2.99'))).toBe('try-later')
  // A clock that is set back neither lets in at once nor shuts out for long.
  site.clock.advance(-DAY_MS)
  expect(await errorOf(await signIn('amy', PASSWORD, '192.0.2.99'))).toBe('try-later')
  site.clock.advance(16 * 60_000)
  expect((await signIn('Amy', PASSWORD, '192.0.2.99')).status).toBe(200)
  // One address that goes through codes.
  const guesses = await Promise.all(Array.from({ length: 40 }, (_, index) => post('/invitation', JSON.stringify({ code: `code ${index}`, name: 'x', password: 'x', seatId: 'x', label: '' }), { 'x-forwarded-for': '198.51.100.7' })))
  expect((await Promise.all(guesses.map(errorOf))).filter((each) => each === 'try-later').length).toBe(10)
  expect(await errorOf(await signIn('Somebody', 'x', '198.51.100.7'))).toBe('try-later')
})

test('AC-11 a session works at its own seat only, ends when it was not used, and does not come back with a clock that is set back (a stolen or an old token)', async () => {
  const { token } = await amy()
  await expect(site.seat({ seatId: 'thief', token })).rejects.toThrow('session-ended')
  await expect(site.seat({ seatId: 'amy', token })).rejects.toThrow('session-ended')
  expect((await boss.call('audit.page', { before: null, limit: 1, accountId: null, what: null })).entries[0]).toMatchObject({ what: 'token-elsewhere' })
  const back = SignedIn.parse(await (await post('/session', JSON.stringify({ name: 'Amy', password: PASSWORD, seatId: 'amy', label: '' }))).json())
  const seat = await site.seat({ seatId: 'amy', token: back.token })
  site.clock.advance(13 * DAY_MS)
  await seat.call('hello', { logId: null, cursor: 0 })
  site.clock.advance(13 * DAY_MS)
  expect((await seat.ask('people.list', {})).ok).toBe(true)
  site.clock.advance(2 * DAY_MS)
  expect(await seat.ask('people.list', {})).toMatchObject({ ok: false, error: { code: 'session-ended' } })
  await expect(site.seat({ seatId: 'amy', token: back.token })).rejects.toThrow('session-ended')
  site.clock.advance(-20 * DAY_MS)
  await expect(site.seat({ seatId: 'amy', token: back.token })).rejects.toThrow('session-ended')
  await expect(site.seat({ seatId: 'amy', token: `dms_${'x'.repeat(43)}` })).rejects.toThrow('session-ended')
  expect((await fetch(`${site.ready.seatUrl}/attachments/${'0'.repeat(64)}`, { headers: { authorization: `Bearer ${back.token}` } })).status).toBe(401)
})

test('AC-2 an invitation is over after seven days and stays so when the clock is set back; of two who use it at once one is let in (a code that works twice)', async () => {
  const use = async (code: string, name: string): Promise<Response> => post('/invitation', JSON.stringify({ code, name, password: PASSWORD, seatId: name, label: '' }))
  const { code } = await boss.call('people.invite', { name: 'A', role: 'admin', teams: [] })
  site.clock.advance(7 * DAY_MS)
  expect(await errorOf(await use(code, 'A'))).toBe('invitation')
  site.clock.advance(-2 * DAY_MS)
  expect(await errorOf(await use(code, 'A'))).toBe('invitation')
  const next = await boss.call('people.invite', { name: 'B', role: 'agent', teams: [] })
  const both = await Promise.all([use(next.code, 'B one'), use(next.code, 'B two')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
})

test('AC-12 what is no sign-in is refused in words, whatever its size and shape, and nothing of it is repeated (a body that stops the gateway, a password in an answer)', async () => {
  for (const [body, status] of [['', 400], ['{', 400], ['[]', 400], ['null', 400], [JSON.stringify({ name: 'x', password: 'the secret' }), 400], [JSON.stringify({ name: 'x'.repeat(81), password: 'the secret', seatId: 's', label: '' }), 400], ['x'.repeat(5000), 413]] as const) {
    const answer = await post('/session', body)
    const text = await answer.text()
    expect([body.slice(0, 20), answer.status]).toEqual([body.slice(0, 20), status])
    expect(text).not.toContain('the secret')
  }
  expect((await post('/session', '{}', { origin: 'http://evil.example' })).status).toBe(403)
  expect((await fetch(`${site.ready.seatUrl}/session`, { method: 'DELETE' })).status).toBe(401)
  expect((await boss.ask('people.list', {})).ok).toBe(true)
})

test('AC-5 a line of the record that is changed, taken out or cut off is found by number, also on the command line (a record that can be tidied up)', async () => {
  for (let n = 0; n < 4; n += 1) await boss.call('people.invite', { name: `N ${n}`, role: 'agent', teams: [] })
  const verified = async (): Promise<[number, string[]]> => {
    const lines: string[] = []
    return [await auditCommand('verify', { dataDir: site.dataDir, key: KEY, sqliteBinding }, (line) => { lines.push(line) }), lines]
  }
  await site.gateway.close()
  const lines: string[] = []
  expect(await auditCommand('export', { dataDir: site.dataDir, key: KEY, sqliteBinding }, (line) => { lines.push(line) })).toBe(0)
  expect(lines.map((line) => (JSON.parse(line) as { n: number }).n)).toEqual([1, 2, 3, 4])
  // What is documented is enough to check the export without this program.
  let before = '0'.repeat(64)
  const canonical = (value: unknown): string => (typeof value === 'object' && value !== null ? `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}` : JSON.stringify(value))
  for (const line of lines) {
    const { hash, ...rest } = JSON.parse(line) as { hash: string }
    expect(createHash('sha256').update(`${before}\n${canonical(rest)}`).digest('hex')).toBe(hash)
    before = hash
  }
  expect(await verified()).toEqual([0, [expect.stringContaining('whole: 4 lines')]])
  edit(`UPDATE audit SET body = replace(body, 'agent', 'admin') WHERE n = 2`)
  expect(await verified()).toEqual([1, [expect.stringContaining('line 2')]])
  edit(`UPDATE audit SET body = replace(body, 'admin', 'agent') WHERE n = 2; DELETE FROM audit WHERE n = 3`)
  expect(await verified()).toEqual([1, [expect.stringContaining('line 3')]])
  edit(`DELETE FROM audit WHERE n = 4`)
  expect(await verified()).toEqual([1, [expect.stringContaining('line 3')]])
  await expect(auditCommand('verify', { dataDir: join(site.dataDir, 'nothing'), key: KEY, sqliteBinding }, () => undefined)).rejects.toThrow('no-data')
  await expect(auditCommand(v7(), { dataDir: site.dataDir, key: KEY, sqliteBinding }, () => undefined)).rejects.toThrow('usage')
})
