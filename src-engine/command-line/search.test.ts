import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startModelServer } from '../../tests/support/model-server.ts'
import { openResources } from '../adapters/resources.ts'
import { COMMANDS } from './commands.ts'
import { openSearch } from './search.ts'

let folder = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-kb-'))
  fs.mkdirSync(path.join(folder, 'sub', 'deep'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'a.md'), '# 退款多久到账\n\n😀原路退回,三到五天。\n')
  fs.writeFileSync(path.join(folder, 'sub', 'deep', 'wool.MD'), '# Shrinking\n\nWool gets smaller at sixty degrees.')
  fs.writeFileSync(path.join(folder, 'empty.md'), '\n')
  fs.writeFileSync(path.join(folder, 'bad.md'), Buffer.from([0xff, 0xfe, 0x00]))
  fs.writeFileSync(path.join(folder, 'notes.txt'), 'no Markdown')
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

const open = (...args: string[]) => COMMANDS['search']?.open(args).work ?? (() => null)

test('KN-6 deskmate search: files at any depth, hits best first with code points of the raw text; bad files are named and left out', () => {
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const work = open('--kb', folder, '--k', '1')
  expect(said.join('')).toMatch(/bad\.md .*not UTF-8[\s\S]*empty\.md .*empty/)
  expect(work({ id: '7', query: 'my jumper shrank in the wash' })).toMatchObject({ id: '7', hits: [{ doc: 'sub/deep/wool.MD', title: 'Shrinking', passage: 'Wool gets smaller at sixty degrees.', start: 13, end: 48 }] })
  expect(work({ id: '8', query: '钱什么时候回到卡里' })).toMatchObject({ hits: [{ doc: 'a.md', passage: '😀原路退回,三到五天。', start: 10, end: 21, score: expect.any(Number) as number }] })
})

test('KN-6 no folder, a folder that is none and a k that is no count are wrong usage; a line without a query is refused by name', () => {
  expect(() => open()).toThrow('--kb DIR is missing')
  expect(() => open('--kb', path.join(folder, 'gone'))).toThrow('is no folder')
  expect(() => open('--kb', folder, '--k', '0')).toThrow('--k')
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(() => open('--kb', folder)({ id: '1' })).toThrow('query')
})

test('EM-10 deskmate search: an endpoint of the environment finds by meaning, and one that fails is told once (a run that ends in the middle of a file)', async () => {
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const server = await startModelServer([], { vectors: [{ do: 'vectors' }, { do: 'vectors' }, { do: 'status', status: 500 }] })
  try {
    const { work } = openSearch(['--kb', folder, '--k', '1'], openResources(new URL('../../resources', import.meta.url).pathname), { DESKMATE_MODEL_BASE_URL: server.url, DESKMATE_EMBEDDING_MODEL: 'made-up' })
    expect(await work({ id: '1', query: 'Geld zurück' })).toMatchObject({ hits: [{ doc: 'a.md' }] })
    expect(await work({ id: '2', query: 'my jumper shrank in the wash' })).toMatchObject({ hits: [{ doc: 'sub/deep/wool.MD' }] })
    expect(await work({ id: '3', query: '钱什么时候回到卡里' })).toMatchObject({ hits: [{ doc: 'a.md' }] })
    expect(server.requests.map(({ body }) => body['model'])).toEqual(['made-up', 'made-up', 'made-up'])
    expect(said.filter((line) => line.includes('by words alone'))).toHaveLength(1)
  } finally {
    await server.close()
  }
})
