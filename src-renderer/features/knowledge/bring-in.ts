import type { ImportedFile } from '../../../src-shared/contract/knowledge.ts'
import { DOCUMENT_MAX_BYTES } from '../../../src-shared/contract/knowledge.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { CallError } from '../../bridge/call-error.ts'
import type { Desk } from '../../bridge/desk.ts'
import { createStore } from '../../ui/store.ts'

/** A file with its path within what was chosen. */
export interface Chosen { path: string; file: Blob }

/** What became of one file; `problem`: why it was skipped, `large` and `failed` in the screen's own words. */
export type Outcome = { path: string; did: ImportedFile } | { path: string; problem: LocalText | 'large' | 'failed' }

/** Goes on while the page is closed. */
export const bringing = createStore<{ running: boolean; total: number; current: string; outcomes: readonly Outcome[] }>({ running: false, total: 0, current: '', outcomes: [] })

/** Files that no person put there: hidden ones, and those by which Office marks an open file. */
const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.') || part.startsWith('~$'))

/** Brings files in one after the other; one that cannot be read is skipped and named. */
export async function bringIn(desk: Desk, chosen: readonly Chosen[]): Promise<void> {
  const files = chosen.filter(({ path }) => !isHidden(path))
  if (bringing.get().running || files.length === 0) return
  bringing.set({ running: true, total: files.length, current: '', outcomes: [] })
  for (const { path, file } of files) {
    bringing.set((now) => ({ ...now, current: path }))
    const outcome = await bringOne(desk, path, file)
    bringing.set((now) => ({ ...now, outcomes: [...now.outcomes, outcome] }))
  }
  bringing.set((now) => ({ ...now, running: false, current: '' }))
}

async function bringOne(desk: Desk, path: string, file: Blob): Promise<Outcome> {
  if (file.size > DOCUMENT_MAX_BYTES) return { path, problem: 'large' }
  try {
    return { path, did: await desk.client.call('article.importFile', { path, bytes: new Uint8Array(await file.arrayBuffer()) }) }
  } catch (error) {
    return { path, problem: problemOf(error) }
  }
}

/** Words that were pasted, under a name that the person gave. */
export async function bringText(desk: Desk, name: string, text: string): Promise<void> {
  if (bringing.get().running) return
  bringing.set({ running: true, total: 1, current: name, outcomes: [] })
  const outcome = await desk.client.call('article.importText', { name, text }).then((did): Outcome => ({ path: name, did }), (error: unknown): Outcome => ({ path: name, problem: problemOf(error) }))
  bringing.set((now) => ({ ...now, running: false, current: '', outcomes: [outcome] }))
}

const problemOf = (error: unknown): LocalText | 'failed' => (error instanceof CallError ? error.shape.say : 'failed')

/** Files of the chooser; a chosen folder tells each one's path in it. */
export const filesOf = (list: FileList | null): Chosen[] => [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))

/** What was dropped, folders with all that is in them. */
export async function filesDropped(data: DataTransfer): Promise<Chosen[]> {
  // All entries are taken before the first wait: the drop forgets them after it.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return (await Promise.all(entries.map(filesBelow))).flat().sort((a, b) => a.path.localeCompare(b.path))
}

async function filesBelow(entry: FileSystemEntry): Promise<Chosen[]> {
  if (isFile(entry)) return [{ path: entry.fullPath.replace(/^\//, ''), file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }]
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const found: FileSystemEntry[] = []
  // Told in portions, until one is empty.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) break
    found.push(...portion)
  }
  return (await Promise.all(found.map(filesBelow))).flat()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
