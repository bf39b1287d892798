import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../src-gateway/backup/make-backup.ts'
import { checkBackup, restoreBackup } from '../../src-gateway/backup/restore.ts'
import { commandOf } from '../../src-gateway/commands.ts'
import { startGateway } from '../../src-gateway/server.ts'
import { apiCaller, makeKey } from './api-caller.ts'
import { connectSeat, KEY, openSite, PIXEL, type Site, TOKEN } from './gateway-harness.ts'

const SECRETS = { key: KEY, sqliteBinding: process.env.DESKMATE_SQLITE_BINDING ?? null }
let site: Site
let root: string
beforeEach(async () => {
  site = await openSite()
  root = dirname(site.dataDir)
})
afterEach(() => site.remove())

const pictureOf = (url: string, sha256: string) => fetch(`${url}/attachments/${sha256}`, { headers: { authorization: `Bearer ${TOKEN}` } })

/** A command as it is typed behind `gateway`, and what it prints. */
async function commandWith(env: NodeJS.ProcessEnv, ...argv: string[]): Promise<{ code: number; output: string }> {
  const lines: string[] = []
  const run = commandOf({ argv, env: { ...env, ...(SECRETS.sqliteBinding === null ? {} : { DESKMATE_SQLITE_BINDING: SECRETS.sqliteBinding }) }, resourcesDir: '', webChatDir: '', warn: () => undefined }, (line) => { lines.push(line) })
  if (run === null) throw new Error('no command')
  return { code: await run(), output: lines.join('\n') }
}
const command = (...argv: string[]) => commandWith({ DESKMATE_KEY: KEY, DESKMATE_SEAT_TOKEN: TOKEN }, ...argv)

test('HA-19 a backup of a running gateway is whole, opens under its key alone, and restored serves what was there, keys and pictures too, as a log that desks load anew; a changed one is refused (a backup that nobody ever tried)', async () => {
  const { dataDir: data, ready } = site
  const folder = join(root, 'backup')
  const seat = await site.seat()
  await seat.call('live', {})
  const visitor = await site.visitor()
  const attachment = await (await visitor.upload(PIXEL)).json() as { sha256: string }
  await visitor.say('with a picture', { attachments: [attachment] as never })
  const { conversationId } = await seat.heard('with a picture')
  const key = await makeKey(seat, 'CRM', ['conversations:read'])
  const { logId } = await seat.call('hello', { logId: null, cursor: 0 })
  expect(await fetch(`${ready.seatUrl}/backup`, { method: 'POST', headers: { authorization: 'Bearer wrong' } }).then(({ status }) => status)).toBe(401)

  expect(await command('backup', '--data', data, '--to', folder)).toEqual({ code: 0, output: expect.stringContaining('2 files') })
  await visitor.say('after the backup')
  await expect(restoreBackup(folder, data, SECRETS, 0)).rejects.toMatchObject({ code: 'data-there' })
  await expect(makeBackup({ copyTo: async () => undefined }, data, folder, 0)).rejects.toMatchObject({ code: 'folder-taken' })
  expect(await readdir(join(data, 'backups'))).toEqual([])
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  for (const file of files) expect((await readFile(join(file.parentPath, file.name))).includes('with a picture')).toBe(false)

  const restored = join(root, 'restored')
  const verify = (from: string, key = KEY) => checkBackup(from, { ...SECRETS, key }, restored)
  expect(await command('verify-backup', '--data', restored, '--from', folder)).toEqual({ code: 0, output: expect.stringContaining('whole: 2 files') })
  await expect(verify(folder, '00'.repeat(32))).rejects.toMatchObject({ code: 'wrong-key' })
  const changed = join(root, 'changed')
  await cp(folder, changed, { recursive: true })
  await writeFile(join(changed, 'gateway.db'), Buffer.alloc(8192))
  await expect(verify(changed)).rejects.toMatchObject({ code: 'backup-damaged', say: { en: expect.stringContaining('gateway.db') } })
  await expect(restoreBackup(changed, restored, SECRETS, 0)).rejects.toMatchObject({ code: 'backup-damaged' })
  await expect(verify(join(root, 'nowhere'))).rejects.toMatchObject({ code: 'no-data' })
  await expect(commandWith({}, 'restore', '--data', join(root, 'keyless'), '--from', folder)).rejects.toMatchObject({ code: 'missing-key' })

  await mkdir(restored, { recursive: true })
  expect(await command('restore', '--data', restored, '--from', folder)).toEqual({ code: 0, output: expect.stringContaining('restored: 2 files') })
  const second = await startGateway({ dataDir: restored, ...SECRETS, seatToken: TOKEN, seatPort: 0, chatPort: 0, resourcesDir: join(root, 'resources'), webChatDir: join(root, 'webchat'), demo: null, clock: site.clock })
  const desk = await connectSeat(second.ready)
  const hello = await desk.call('hello', { logId, cursor: 3 })
  expect(hello.mode).toBe('snapshot')
  expect(hello.logId).not.toBe(logId)
  const { body } = await apiCaller(second, key).get(`/conversations/${conversationId}`)
  expect(body).toMatchObject({ messages: [{ text: 'with a picture', attachments: [{ sha256: attachment.sha256 }] }] })
  expect(Buffer.from(await (await pictureOf(second.ready.seatUrl, attachment.sha256)).arrayBuffer())).toEqual(PIXEL)
  expect((await desk.call('audit.verify', {})).brokenAt).toBeNull()
  const { entries } = await desk.call('audit.page', { before: null, limit: 20, accountId: null, what: null })
  expect(entries.map(({ what }) => what)).toContain('restore')
  desk.close()
  await second.close()
  const again = join(root, 'stopped')
  expect(await command('backup', '--data', restored, '--to', again)).toMatchObject({ code: 0 })
  await expect(command('backup', '--data', restored)).rejects.toMatchObject({ code: 'usage' })
  expect((await verify(again)).head).toBeGreaterThan(0)
})

test('HA-1 the document can be had without a gateway', async () => {
  const { code, output } = await commandWith({}, 'openapi')
  expect(code).toBe(0)
  expect(await new Validator().validate(JSON.parse(output) as Record<string, unknown>)).toMatchObject({ valid: true })
})
