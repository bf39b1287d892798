import { v7 as newId } from 'uuid'
import { HISTORY_PIECE_BYTES, HISTORY_PREVIEW_BYTES, HISTORY_WHOLE_BYTES, type HistoryImported, type HistoryShape } from '../../../../src-shared/contract/history.ts'
import type { HistoryFormat, HistoryMapping } from '../../../../src-shared/domain/history.ts'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { CallError } from '../../../bridge/call-error.ts'
import type { Desk } from '../../../bridge/desk.ts'
import { historyChanged } from '../../../bridge/history.ts'
import { createStore } from '../../../ui/store.ts'

/** What became of one file; `problem`: `large` and `failed` in the screen's own words. */
export type Outcome = { name: string; imported: HistoryImported } | { name: string; problem: LocalText | 'large' | 'failed' }

export type Step =
  | { at: 'idle' }
  | { at: 'looking'; name: string }
  | { at: 'mapping'; file: File; shape: HistoryShape; format: HistoryFormat; mapping: HistoryMapping }
  /** Bytes done and all of them; `turns`: messages so far. */
  | { at: 'running'; id: string; name: string; done: number; total: number; turns: number }

/** Goes on while the page is closed. */
export const importing = createStore<{ step: Step; waiting: readonly File[]; outcomes: readonly Outcome[] }>({ step: { at: 'idle' }, waiting: [], outcomes: [] })

const isWhole = (name: string): boolean => /\.(?:xlsx|html?|json)$/iu.test(name)
const problemOf = (error: unknown): LocalText | 'failed' => (error instanceof CallError ? error.shape.say : 'failed')
const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer())
const told = (outcome: Outcome): void => importing.set((now) => ({ ...now, step: { at: 'idle' }, outcomes: [...now.outcomes, outcome] }))

/** Takes files in, one after the other. */
export async function takeFiles(desk: Desk, files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  importing.set((now) => ({ ...now, waiting: [...now.waiting, ...files], outcomes: now.step.at === 'idle' ? [] : now.outcomes }))
  if (importing.get().step.at === 'idle') await next(desk)
}

/** Looks into the next file; a person then says what is in it. */
async function next(desk: Desk): Promise<void> {
  const [file, ...waiting] = importing.get().waiting
  if (!file) return
  importing.set((now) => ({ ...now, waiting, step: { at: 'looking', name: file.name } }))
  if (isWhole(file.name) && file.size > HISTORY_WHOLE_BYTES) {
    told({ name: file.name, problem: 'large' })
    return next(desk)
  }
  try {
    const shape = await desk.client.call('history.preview', { name: file.name, bytes: await bytesOf(isWhole(file.name) ? file : file.slice(0, HISTORY_PREVIEW_BYTES)), format: null })
    importing.set((now) => ({ ...now, step: { at: 'mapping', file, shape, format: shape.format, mapping: shape.mapping } }))
  } catch (error) {
    told({ name: file.name, problem: problemOf(error) })
    await next(desk)
  }
}

/** Changes what is said of the file on the screen. */
export function say(change: { format?: HistoryFormat; mapping?: HistoryMapping }): void {
  importing.set((now) => (now.step.at === 'mapping' ? { ...now, step: { ...now.step, ...change } } : now))
}

/** Leaves the file on the screen out. */
export async function leaveOut(desk: Desk): Promise<void> {
  importing.set((now) => ({ ...now, step: { at: 'idle' } }))
  await next(desk)
}

/** Imports the file on the screen as it was said, piece by piece. */
export async function importIt(desk: Desk): Promise<void> {
  const { step } = importing.get()
  if (step.at !== 'mapping') return
  const { file, format, mapping } = step
  const id = newId()
  importing.set((now) => ({ ...now, step: { at: 'running', id, name: file.name, done: 0, total: file.size, turns: 0 } }))
  const isMine = (): boolean => {
    const { step: current } = importing.get()
    return current.at === 'running' && current.id === id
  }
  try {
    await desk.client.call('history.begin', { id, name: file.name, format, mapping })
    for (let at = 0; at < file.size && isMine(); at += HISTORY_PIECE_BYTES) {
      const { turns } = await desk.client.call('history.push', { id, bytes: await bytesOf(file.slice(at, at + HISTORY_PIECE_BYTES)) })
      importing.set((now) => (now.step.at === 'running' && now.step.id === id ? { ...now, step: { ...now.step, turns, done: Math.min(file.size, at + HISTORY_PIECE_BYTES) } } : now))
    }
    if (!isMine()) return
    const imported = await desk.client.call('history.finish', { id })
    if (isMine()) told({ name: file.name, imported })
    await historyChanged(desk)
  } catch (error) {
    if (!isMine()) return
    told({ name: file.name, problem: problemOf(error) })
  }
  await next(desk)
}

/** Breaks the running import off: nothing of it is kept. */
export async function breakOff(desk: Desk): Promise<void> {
  const { step } = importing.get()
  if (step.at !== 'running') return
  importing.set((now) => ({ ...now, step: { at: 'idle' } }))
  await desk.client.call('history.cancel', { id: step.id })
  await next(desk)
}
