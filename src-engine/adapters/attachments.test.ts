import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAttachments, sniff } from './attachments.ts'

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('a picture of a cracked mug')])
const NAME = createHash('sha256').update(PNG).digest('hex')
let served: Buffer = PNG
let asked: { url: string; authorization: string }[] = []
const server = http.createServer((request, response) => {
  asked.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '' })
  response.end(served)
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

function open(gateway: { url: string; token: string } | null, dir = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-att-'))) {
  return { dir, attachments: createAttachments({ dir, key: 'ab'.repeat(32), gateway: () => gateway }) }
}

test('A-1 a picture is fetched once, kept encrypted, and is there offline', async () => {
  asked = []
  const { dir, attachments } = open({ url, token: 't' })
  expect((await attachments.read(NAME))?.type).toBe('image/png')
  expect(asked).toEqual([{ url: `/attachments/${NAME}`, authorization: 'Bearer t' }])
  expect(fs.readFileSync(path.join(dir, NAME)).includes('cracked mug')).toBe(false)
  const offline = open(null, dir).attachments
  expect(Buffer.from((await offline.read(NAME))?.bytes ?? []).equals(PNG)).toBe(true)
})

test('A-2 bytes that are not what their name says are thrown away (a gateway or a line that lies)', async () => {
  served = Buffer.concat([PNG, Buffer.from('!')])
  const { dir, attachments } = open({ url, token: 't' })
  expect(await attachments.read(NAME)).toBeNull()
  expect(fs.readdirSync(dir)).toEqual([])
  served = PNG
})

test('A-3 a damaged file on disk is fetched again instead of shown or thrown about', async () => {
  const { dir, attachments } = open({ url, token: 't' })
  await attachments.read(NAME)
  fs.writeFileSync(path.join(dir, NAME), Buffer.from('garbage garbage garbage garbage garbage'))
  expect((await attachments.read(NAME))?.type).toBe('image/png')
})

test.each(['../desk.db', 'x', `${NAME}/..`, NAME.toUpperCase()])('A-4 %s is no picture (a path would leave the folder)', async (name) => {
  expect(await open({ url, token: 't' }).attachments.read(name)).toBeNull()
})

test('A-5 the type comes from the bytes: a page that calls itself a picture is none', () => {
  expect(sniff(Buffer.from('<svg onload=alert(1)>'))).toBeNull()
  expect(sniff(Buffer.from('\xff\xd8\xff\xe0', 'latin1'))).toBe('image/jpeg')
  expect(sniff(Buffer.from('RIFF____WEBPVP8 '))).toBe('image/webp')
})

test('A-6 a picture that only the gateway has needs no bringing, one that nobody has is lost, and without the line it waits: a colleague\'s picture called lost', async () => {
  const there = open({ url, token: 't' }).attachments
  await expect(there.upload(NAME)).resolves.toBeUndefined()
  await expect(there.upload('c'.repeat(64))).rejects.toMatchObject({ code: 'picture-lost' })
  await expect(open({ url: 'http://127.0.0.1:9', token: 't' }).attachments.upload(NAME)).rejects.toMatchObject({ code: 'offline' })
})

test('CN-32 a file is brought over once, kept encrypted, and saved without a line; what is not here says why (a silent button)', async () => {
  const paper = Buffer.from('%PDF-1.7 an invoice')
  const name = createHash('sha256').update(paper).digest('hex')
  served = paper
  const { dir, attachments } = open({ url, token: 't' })
  expect(Buffer.from(await attachments.file(name) as Uint8Array).equals(paper)).toBe(true)
  expect(fs.readFileSync(path.join(dir, name)).includes('invoice')).toBe(false)
  // It is no picture, whatever asks for one.
  expect(await attachments.read(name)).toBeNull()
  const offline = open(null, dir).attachments
  expect(Buffer.from(await offline.file(name) as Uint8Array).equals(paper)).toBe(true)
  expect(await open(null).attachments.file(name)).toBe('offline')
  expect(await open({ url: 'http://127.0.0.1:9', token: 't' }).attachments.file(name)).toBe('offline')
  served = Buffer.from('other bytes')
  expect([await open({ url, token: 't' }).attachments.file(name), await attachments.file('../desk.db')]).toEqual(['gone', 'gone'])
  served = PNG
})
