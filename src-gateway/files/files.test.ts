import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { encryptedFileStore } from './file-store.ts'
import { readPicture } from './picture.ts'

let dir: string
beforeEach(async () => { dir = await mkdtemp(join(tmpdir(), 'gateway-files-')) })
afterEach(() => rm(dir, { recursive: true }))

const onlyFile = async (): Promise<string> => {
  const entries = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(entries).toHaveLength(1)
  return join(entries[0]?.parentPath ?? '', entries[0]?.name ?? '')
}

test('G-13 what is put comes back, once, by the hash of its plain bytes: a file kept twice or under another name', async () => {
  const files = encryptedFileStore(dir, 'ab'.repeat(32))
  const sha256 = await files.put(Buffer.from('hello'))
  expect(await files.put(Buffer.from('hello'))).toBe(sha256)
  expect(sha256).toBe('2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824')
  expect((await files.get(sha256))?.toString()).toBe('hello')
  expect(await readFile(await onlyFile())).not.toContain('hello')
  expect([await files.get('f'.repeat(64)), await files.get('../../etc/passwd')]).toEqual([null, null])
})

test('G-13 an altered, cut or swapped file is refused, and so is another key: a picture exchanged on the disk', async () => {
  const files = encryptedFileStore(dir, 'ab'.repeat(32))
  const sha256 = await files.put(Buffer.from('hello'))
  const path = await onlyFile()
  const stored = await readFile(path)
  await expect(encryptedFileStore(dir, 'cd'.repeat(32)).get(sha256)).rejects.toThrow()
  for (const at of [0, 5, 17, stored.length - 1]) {
    const altered = Buffer.from(stored)
    altered[at] = (altered[at] ?? 0) ^ 1
    await writeFile(path, altered)
    await expect(files.get(sha256), `byte ${at}`).rejects.toThrow()
  }
  await writeFile(path, stored.subarray(0, 20))
  await expect(files.get(sha256)).rejects.toThrow()
  await rm(path)
  const other = await files.put(Buffer.from('other'))
  await writeFile(await onlyFile(), stored)
  await expect(files.get(other)).rejects.toThrow()
})

const header = (...parts: (string | number[])[]): Buffer => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const pad = Array.from({ length: 24 }, () => 0)

test('G-13 type and size are read from the bytes of each format: a picture whose size the desk learns too late', () => {
  expect(readPicture(header('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 2, 128, 0, 0, 1, 224], pad))).toEqual({ type: 'image/png', width: 640, height: 480 })
  expect(readPicture(header('GIF89a', [128, 2, 224, 1], pad))).toEqual({ type: 'image/gif', width: 640, height: 480 })
  expect(readPicture(header([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 1, 224, 2, 128], pad))).toEqual({ type: 'image/jpeg', width: 640, height: 480 })
  expect(readPicture(header('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 127, 2, 0, 223, 1, 0], pad))).toEqual({ type: 'image/webp', width: 640, height: 480 })
  expect(readPicture(header('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [10, 0, 0, 0, 0x2f, 127, 194, 119, 0], pad))).toEqual({ type: 'image/webp', width: 640, height: 480 })
  expect(readPicture(header('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [10, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 128, 2, 224, 1], pad))).toEqual({ type: 'image/webp', width: 640, height: 480 })
})

test('G-13 what is cut off, empty in size or something else is no picture: a header that makes a reader run past the end', () => {
  for (const bytes of [header(), header([0xff, 0xd8]), header([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0]), header([0xff, 0xd8, 0xff, 0xd9], pad), header([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0xff], pad), header('GIF89a', [0, 0, 0, 0], pad), header('RIFF', pad, 'WEBP'), header('<svg width="5">', pad), header('BM', pad)]) {
    expect(readPicture(bytes)).toBeNull()
  }
})
