import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathIn } from './app-files.ts'
import { answerRequests } from './app-protocol.ts'
import type { Attachment } from './engine-process.ts'

let base: string
let root: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'deskmate-page-'))
  root = join(base, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
  writeFileSync(join(root, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(root, 'notes.exe'), 'no type of ours')
  writeFileSync(join(base, 'secret.json'), '{}')
  symlinkSync(join(base, 'secret.json'), join(root, 'link.json'))
  symlinkSync(base, join(root, 'up'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const engine = (change: Partial<Attachment>) => async (): Promise<Attachment> =>
  ({ kind: 'attachment', id: 1, found: true, type: 'image/png', bytes: new Uint8Array([137, 80]), ...change })
const get = (url: string, attachment: () => Promise<Attachment | null> = engine({}), init?: RequestInit) => answerRequests(root, attachment)(new Request(url, init))
const PICTURE = `app://desk/attachment/${'a'.repeat(64)}`

describe('app protocol: the page', () => {
  test('S-9 serves the built page with its types', async () => {
    const page = await get('app://desk/')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect((await get('app://desk/assets/main.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })
  test.each([
    '/../secret.json', '/..%2fsecret.json', '/%2e%2e%2fsecret.json', '/assets/..%2f..%2fsecret.json', '/..%5csecret.json', '/%2fetc%2fpasswd', '/C:%5cWindows', '/index.html%00.js', '/%',
  ])('S-9 names no file outside the page: %s', (path) => {
    const named = pathIn('/app/renderer', path)
    expect(named === null || named.startsWith('/app/renderer/')).toBe(true)
    if (path.includes('%2e') || path.includes('..')) expect(named).toBeNull()
  })
  test.each(['link.json', 'up/secret.json', '..%2fsecret.json', 'notes.exe', 'assets', 'none.js'])('S-9 does not serve %s (links out, unknown types, folders, nothing)', async (path) => {
    expect((await get(`app://desk/${path}`)).status).toBe(404)
  })
  test('S-9 other hosts and methods are refused', async () => {
    expect((await get('app://other/index.html')).status).toBe(404)
    expect((await get('app://desk/index.html', engine({}), { method: 'POST' })).status).toBe(405)
  })
  test('S-10 every answer has the content policy without unsafe-inline, and nosniff', async () => {
    for (const url of ['app://desk/index.html', 'app://desk/none.js', 'app://desk/assets/main.js']) {
      const { headers } = await get(url)
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('app protocol: attachments', () => {
  test('S-11 come from the engine, in a sandbox', async () => {
    const answer = await get(PICTURE)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([137, 80]))
  })
  test.each(['text/html', 'image/svg+xml', null])('S-11 of the type %s, which could carry scripts, are not served', async (type) => {
    expect((await get(PICTURE, engine({ type }))).status).toBe(404)
  })
  test('S-11 that are not found, or not answered, are errors and not empty pictures', async () => {
    expect((await get(PICTURE, engine({ found: false, bytes: null }))).status).toBe(404)
    expect((await get(PICTURE, async () => null)).status).toBe(503)
    expect((await get('app://desk/attachment/xyz')).status).toBe(404)
  })
})
