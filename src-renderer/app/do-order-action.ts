import type { ActionKind } from '../../src-shared/domain/commerce.ts'
import { keys } from '../bridge/cache.ts'
import type { Desk } from '../bridge/desk.ts'
import type { ThreadView } from '../bridge/patches.ts'
import { createStore } from '../ui/store.ts'
import { leaveField } from './focus.ts'
import { patchScreen, screen, toast } from './screen.ts'

/** The order that the dialog is about; null: none was chosen yet. */
export const actionOrder = createStore<string | null>(null)
/** What was proposed for it; null: the list is shown first. */
export const actionWanted = createStore<ActionKind | null>(null)

/** Asks what is to be done to an order: the one given, or the one that the conversation on the screen is about. */
export function openOrderAction(desk: Desk, orderNo: string | null = null, wanted: ActionKind | null = null): void {
  const { selected } = screen.get()
  const view = selected ? desk.cache.getQueryData<ThreadView>(keys.thread(selected)) : undefined
  const no = orderNo ?? view?.aboutOrder ?? view?.orders[0]?.no ?? null
  if (no === null) {
    toast('said.no-order', { tone: 'danger' })
    // Whoever goes on by habit would type an amount into the reply.
    return leaveField()
  }
  actionOrder.set(no)
  actionWanted.set(wanted)
  patchScreen({ dialog: 'order-action' })
}
