import type { ThreadMessage } from '../../src-shared/contract/desk.ts'
import { keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { ThreadView } from '../bridge/patches.ts'
import { showsMood } from './i18n/label.ts'
import { firstStop, stopOf } from '../features/evidence/stops.ts'
import { focusComposer, focusRow, inComposer } from './focus.ts'
import { report } from './do.ts'
import { patchScreen, screen, toast } from './screen.ts'

/** Longest wait for the message to be drawn, in milliseconds. */
const WAIT_MS = 5000

/** The message to begin with: the one that raised the flag, else the last with a mood or a risk, else the last with anything to show. */
function whereToLook({ flag, messages }: ThreadView): string | null {
  if (flag) return flag.messageId
  const told = messages.filter(({ verdict, recalledAt }) => verdict !== null && recalledAt === undefined)
  const moody = told.findLast(({ verdict }) => verdict?.evidence.some(({ why }) => showsMood(why)))
  return (moody ?? told.findLast(({ verdict }) => verdict && verdict.evidence.length + verdict.entities.length > 0))?.id ?? null
}

/** Focuses the words once their message is drawn, unless another conversation was opened meanwhile. */
function focusWords(conversationId: string, messageId: string, until = performance.now() + WAIT_MS): void {
  if (screen.get().selected !== conversationId || screen.get().found?.messageId !== messageId) return
  const stop = firstStop(messageId)
  if (!stop && performance.now() < until) return void requestAnimationFrame(() => focusWords(conversationId, messageId, until))
  stop?.focus({ preventScroll: true })
  stop?.scrollIntoView({ block: 'nearest' })
}

/**
 * Shows in the customer's own words why the conversation is understood as it is, and goes there.
 * @param messageId the message to go to; otherwise the one that raised the flag, or the last that shows anything
 */
export async function showEvidence(desk: Desk, conversationId: string, messageId?: string): Promise<void> {
  const wrote = inComposer()
  const view = await desk.cache.fetchQuery<ThreadView>({ queryKey: keys.thread(conversationId), queryFn: () => desk.readThread(conversationId) })
  if (screen.get().selected !== conversationId) return
  const target = messageId ?? whereToLook(view)
  if (target === null) return void toast('said.evidence-none')
  patchScreen({ evidence: { wrote }, found: { conversationId, messageId: target, query: '' } })
  // After the words are drawn: what has the focus before may be other words then.
  requestAnimationFrame(() => focusWords(conversationId, target))
}

/** Back to how it was; the focus returns to where it came from. */
export function leaveEvidence(): void {
  const { evidence, found } = screen.get()
  patchScreen({ evidence: null, found: found?.query === '' ? null : found })
  if (evidence?.wrote) focusComposer()
  else focusRow()
}

/** The key: shows the evidence, and pressed again puts it away. */
export function toggleEvidence(desk: Desk): void {
  const { selected, evidence } = screen.get()
  if (evidence || stopOf(document.activeElement)) return leaveEvidence()
  if (selected) void showEvidence(desk, selected).catch(report)
}

/** The message in which some words have the focus: that one is meant by a key for a message. undefined: none. */
export function messageInFocus(desk: Desk): ThreadMessage | undefined {
  const id = stopOf(document.activeElement)?.closest<HTMLElement>('[data-testid="bubble"]')?.dataset['id']
  return desk.cache.getQueryData<ThreadView>(keys.thread(screen.get().selected ?? ''))?.messages.find((message) => message.id === id)
}

/** Puts a number on the clipboard. */
export function copyWords(words: string): void {
  navigator.clipboard.writeText(words).then(() => void toast('said.copied', { name: words }), report)
}

/** The order's card in the context; where the customer has no such order, its number is copied. */
export function openOrder(desk: Desk, conversationId: string, no: string): void {
  const orders = desk.cache.getQueryData<ThreadView>(keys.thread(conversationId))?.orders ?? []
  const known = orders.find((order) => order.no.toUpperCase() === no.toUpperCase())
  if (!known) {
    navigator.clipboard.writeText(no).then(() => void toast('said.order-unknown', { name: no }), report)
    return
  }
  patchScreen({ drawer: true })
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-order="${CSS.escape(known.no)}"]`)
    card?.scrollIntoView({ block: 'nearest' })
    card?.focus({ preventScroll: true })
  })
}
