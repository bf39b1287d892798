import { v7 as newId } from 'uuid'
import type { SideLoose, SideView } from '../../../src-shared/contract/side.ts'
import type { Draft } from '../../../src-shared/domain/draft.ts'
import { blocking } from '../../../src-shared/domain/protects.ts'
import { CallError } from '../../bridge/call-error.ts'
import { keys, writeSide } from '../../bridge/cache.ts'
import type { Desk } from '../../bridge/desk.ts'
import { noteSent, noteTyped, writingOf } from '../composer/writing.ts'
import { takeAdjustments } from '../promises/adjustments.ts'
import { panel, patchPanel, say, setEdit, setMode, standingEdit } from './panel.ts'

const shownNow = (desk: Desk): SideView | undefined => desk.cache.getQueryData<SideView>(keys.side)

function failed(error: unknown): void {
  say(error instanceof CallError ? error.shape.say : 'said.failed', {}, 'danger')
}

/** The key was pressed: these words are a customer's. Until the engine says whose, nothing of the customer before is shown. */
export async function takeWords(desk: Desk, { text, cut }: { text: string; cut: boolean }): Promise<void> {
  patchPanel({ mode: 'look', capturing: true, said: null, asking: null })
  try {
    const { view } = await desk.client.call('side.capture', { id: newId(), text })
    // Words of one's own for what the customer said before are laid aside: the next reply begins from nothing.
    if (view.loose) {
      noteTyped(desk, view.loose.id, '', false)
      takeAdjustments(desk, view.loose.id)
    }
    writeSide(desk.cache, view)
    if (cut) say('side.words.cut')
  } catch (error) {
    failed(error)
  } finally {
    patchPanel({ capturing: false })
  }
}

/** The agent pressed the digit of an option; the first is 0 here. */
export async function chooseOption(desk: Desk, option: number): Promise<void> {
  const view = shownNow(desk)
  const turn = view?.loose?.turns.at(-1)
  if (!view?.loose || !turn || !view.options[option]) return
  patchPanel({ said: null, asking: null })
  await desk.client.call('side.choose', { looseId: view.loose.id, turnId: turn.id, option }).then((answer) => writeSide(desk.cache, answer.view), failed)
}

export async function openEarlier(desk: Desk, looseId: string): Promise<void> {
  setMode('look')
  await desk.client.call('side.open', { looseId }).then((answer) => writeSide(desk.cache, answer.view), failed)
}

/** What would be copied now; null: nothing yet. */
export function replyOf(view: SideView | undefined, draft: Draft | null): { text: string; draftId: string | null } | null {
  const loose = view?.loose
  if (!loose || !view.settled) return null
  const edit = standingEdit(panel.get().edits, loose)
  if (edit) return edit.text.trim() === '' ? null : { text: edit.text.trim(), draftId: edit.draftId }
  const last = loose.turns.at(-1)
  if (last?.role === 'agent') return { text: last.text, draftId: null }
  return draft?.state === 'ready' && draft.text.trim() !== '' ? { text: draft.text.trim(), draftId: draft.id } : null
}

const customerOf = (view: SideView | undefined): string | null => view?.loose?.customer?.id ?? null

/** The same customer and the same words of theirs as when the agent pressed the key; one who was found only meanwhile is another. */
export const sameAs = (before: SideView, now: SideView | undefined): boolean =>
  now?.loose?.id === before.loose?.id && customerOf(now) === customerOf(before) && now?.loose?.turns.at(-1)?.id === before.loose?.turns.at(-1)?.id

/**
 * Puts the reply on the clipboard, if the guard has no objection or the agent insists, says for whom it is, and gives the
 * focus back to the other program. @param insists `true` over what is asked about; a reason over what is stopped
 */
export async function copyReply(desk: Desk, insists: boolean | { reason: string }): Promise<void> {
  const view = shownNow(desk)
  const draft = view?.loose ? (desk.cache.getQueryData<Draft | null>(keys.draft(view.loose.id)) ?? null) : null
  const reply = replyOf(view, draft)
  if (panel.get().capturing || !view?.loose) return
  if (!reply) return void (draft?.state === 'streaming' && say('side.said.writing'))
  const { loose } = view
  try {
    const { findings } = await desk.client.call('side.check', { looseId: loose.id, text: reply.text })
    const errors = findings.filter(({ severity }) => severity === 'error')
    if (!sameAs(view, shownNow(desk)) || panel.get().capturing) return say('side.said.moved', {}, 'danger')
    const reason = typeof insists === 'object' ? insists.reason : null
    if (blocking(errors).length > 0 && reason === null) return patchPanel({ said: null, asking: { looseId: loose.id, customerId: customerOf(view), text: reply.text, findings: blocking(errors) } })
    if (errors.length > 0 && insists === false) return patchPanel({ said: null, asking: { looseId: loose.id, customerId: customerOf(view), text: reply.text, findings: errors } })
    if (blocking(errors).length > 0 && reason !== null) await desk.client.call('side.override', { looseId: loose.id, text: reply.text, reason })
    await navigator.clipboard.writeText(reply.text).catch(() => { throw new ClipboardError() })
    writeSide(desk.cache, (await desk.client.call('side.copied', { id: newId(), looseId: loose.id, ...reply, writing: writingOf(desk, loose.id), promises: takeAdjustments(desk, loose.id) })).view)
    noteSent(desk, loose.id)
    setEdit(loose, null)
    setMode('look')
    tellCopied(view)
    window.deskmate?.side('done')
  } catch (error) {
    if (error instanceof ClipboardError) say('side.said.clipboard', {}, 'danger')
    else failed(error)
  }
}

class ClipboardError extends Error {}

function tellCopied({ loose }: SideView): void {
  const name = loose?.customer?.name
  const tail = loose?.order?.no.slice(-4)
  if (name === undefined) say('side.said.copied.nobody')
  else if (tail === undefined) say('side.said.copied', { name })
  else say('side.said.copied.order', { name, tail })
}

export function draftAgain(desk: Desk, loose: SideLoose): void {
  setEdit(loose, null)
  desk.client.call('side.again', { looseId: loose.id }).catch(failed)
}

export function keepMemo(desk: Desk, looseId: string, text: string): void {
  desk.client.call('side.keepMemo', { looseId, text }).catch(failed)
}

export async function shareMemo(desk: Desk, looseId: string, text: string): Promise<boolean> {
  try {
    await desk.client.call('side.keepMemo', { looseId, text })
    const { where } = await desk.client.call('side.shareMemo', { id: newId(), looseId })
    say(`side.memo.shared.${where}`)
    return true
  } catch (error) {
    failed(error)
    return false
  }
}

export function forgetAll(desk: Desk): void {
  desk.client.call('side.forget', {}).then((answer) => writeSide(desk.cache, answer.view), failed)
}

/** A phrase goes where the reply stands: in place of the draft, behind words of the agent's own. */
export function insertPhrase(desk: Desk, loose: SideLoose, hit: { id: string; text: string }): void {
  const own = standingEdit(panel.get().edits, loose)
  noteTyped(desk, loose.id, hit.text, (own?.draftId ?? null) !== null)
  setEdit(loose, { text: own && own.text.trim() !== '' ? `${own.text.trimEnd()}\n${hit.text}` : hit.text, draftId: own?.draftId ?? null })
  setMode('edit')
  desk.client.call('phrase.used', { id: hit.id, at: Date.now() }).catch(failed)
}
