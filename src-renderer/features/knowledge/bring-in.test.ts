import { expect, test, vi } from 'vitest'
import { CallError } from '../../bridge/call-error.ts'
import { Desk } from '../../bridge/desk.ts'
import { bringIn, bringing, filesDropped } from './bring-in.ts'
import { firstDay, firstInstant, lastDay, pastDay } from './days.ts'

const file = (path: string) => ({ isFile: true, isDirectory: false, fullPath: path, file: (take: (file: File) => void) => take(new File(['words'], path)) })
const folder = (path: string, portions: unknown[][]) => ({ isFile: false, isDirectory: true, fullPath: path, createReader: () => ({ readEntries: (take: (entries: unknown[]) => void) => take(portions.shift() ?? []) }) })
const dropped = (...entries: unknown[]) => ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) }) as unknown as DataTransfer

test('KI-5 a dropped folder gives all its files with their paths, however many portions it tells them in (only the first hundred would come)', async () => {
  const found = await filesDropped(dropped(folder('/手册', [[file('/手册/b.md')], [folder('/手册/内部', [[file('/手册/内部/c.md')]])]]), file('/a.md')))
  expect(found.map(({ path }) => path)).toEqual(['a.md', '手册/b.md', '手册/内部/c.md'])
})

test('KI-6 a file that is refused is named with the reason and the others go in; files that nobody put there are not asked for', async () => {
  const desk = new Desk()
  const asked: string[] = []
  const say = { zh: '读不出来', en: 'cannot be read' }
  vi.spyOn(desk.client, 'call').mockImplementation((_name, params) => {
    const { path } = params as { path: string }
    asked.push(path)
    return path === 'bad.docx' ? Promise.reject(new CallError({ code: 'document-unreadable', retryable: false, say })) : Promise.resolve({ added: 1, updated: 0, same: 0, removed: 0 } as never)
  })
  await bringIn(desk, ['a.md', 'bad.docx', 'x/.DS_Store', 'x/~$open.docx', 'z.md'].map((path) => ({ path, file: new Blob(['words']) })))
  expect(asked).toEqual(['a.md', 'bad.docx', 'z.md'])
  expect(bringing.get()).toMatchObject({ running: false, total: 3, outcomes: [{ path: 'a.md', did: { added: 1 } }, { path: 'bad.docx', problem: say }, { path: 'z.md' }] })
})

test('KI-9 an article holds through its last day (it would end as that day begins)', () => {
  const until = pastDay('2026-02-28') ?? 0
  expect(until - (firstInstant('2026-02-28') ?? 0)).toBe(24 * 3600 * 1000)
  expect([lastDay(until), firstDay(firstInstant('2026-02-28')), lastDay(undefined), pastDay('')]).toEqual(['2026-02-28', '2026-02-28', '', undefined])
})
