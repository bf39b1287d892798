import type { OutsidePromise, ThreadPromise } from '../../src-shared/contract/promises.ts'
import type { FollowUpChange, Owner } from '../../src-shared/domain/follow-up.ts'
import { EMPTY_ROWS, keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { Rows } from '../bridge/patches.ts'
import { changePromise, openPromises } from '../bridge/promises.ts'
import { report, resolve } from './do.ts'
import { inComposer } from './focus.ts'
import { patchScreen, screen, toast } from './screen.ts'

/** `go`: to the promises; `drop`: the first in the composer is none; `outside`: to those of other chat programs. Whoever has one says so with `preventDefault`. */
export const promiseWishes = new EventTarget()

const wish = (type: 'go' | 'drop' | 'list' | 'outside'): boolean => !promiseWishes.dispatchEvent(new Event(type, { cancelable: true }))

/** To what is being promised in the composer, else to what was promised before: this customer, else in other chat programs. */
export function goToPromises(): void {
  if (wish('go')) return
  patchScreen({ drawer: true })
  if (!wish('list') && !wish('outside')) toast('said.promise-none')
}

/** A notification told of a promise that was made in another chat program: its list is shown. @returns false: it was about a conversation */
export const showOutside = (desk: Desk, id: string): boolean =>
  (desk.cache.getQueryData<OutsidePromise[]>(keys.outside) ?? []).some(({ conversationId }) => conversationId === id) && wish('outside')

/** In the side panel, where one key means the words that stand there. @returns false: they promise nothing */
export const wishPromise = (type: 'go' | 'drop'): boolean => wish(type)

/** The first promise that was read in the composer is none. */
export function dropSeenPromise(): void {
  if (!wish('drop')) toast('said.promise-none')
}

function change(desk: Desk, promise: ThreadPromise, to: FollowUpChange): void {
  void changePromise(desk, promise, to).catch(report)
}

/** @param what the promise in words */
export function closePromise(desk: Desk, promise: ThreadPromise, state: 'done' | 'dropped', what: string): void {
  change(desk, promise, { state })
  toast(state === 'done' ? 'said.promise-done' : 'said.promise-dropped', { name: what, undo: () => change(desk, { ...promise, state }, { state: 'open' }) })
}

export const reopenPromise = (desk: Desk, promise: ThreadPromise): void => change(desk, promise, { state: 'open' })

/** @param dueAt gateway time */
export function movePromise(desk: Desk, promise: ThreadPromise, dueAt: number, what: string): void {
  change(desk, promise, { dueAt })
  toast('said.promise-moved', { name: what, values: { time: dueAt }, undo: () => change(desk, { ...promise, dueAt }, { dueAt: promise.dueAt }) })
}

export function givePromise(desk: Desk, promise: ThreadPromise, owner: Owner): void {
  change(desk, promise, { owner })
  toast('said.promise-given', { name: owner.name, undo: () => change(desk, { ...promise, owner }, { owner: promise.owner }) })
}

/** Resolves the conversation on the screen; where something promised is still open it asks first what has become of it. */
export function resolveOrAsk(desk: Desk): void {
  const id = screen.get().selected
  if (!id || openPromises(desk, id).length === 0) return resolve(desk)
  const row = (desk.cache.getQueryData<Rows>(keys.rows) ?? EMPTY_ROWS).get(id)
  patchScreen({ menu: { kind: 'promises', conversationId: id, name: row?.displayName ?? '', wrote: inComposer() } })
}

/** Says what became of the open promises and resolves; the undo of the resolve brings them back as they were. null: they stay open. */
export function resolveWith(desk: Desk, conversationId: string, state: 'done' | 'dropped' | null, wrote: boolean): void {
  const open = state === null ? [] : openPromises(desk, conversationId)
  if (state !== null) for (const promise of open) change(desk, promise, { state })
  resolve(desk, { wrote, alsoBack: () => { for (const promise of open) if (state !== null) change(desk, { ...promise, state }, { state: 'open' }) } })
}
