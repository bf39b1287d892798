import i18next from 'i18next'
import type { DeskState } from '../../../src-shared/contract/desk.ts'
import { toast } from '../../app/screen.ts'
import { keys } from '../../bridge/cache.ts'
import type { Desk } from '../../bridge/desk.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { createStore } from '../../ui/store.ts'
import { isForeign } from './foreign.ts'

/** What is shown with its translation: whole conversations, and single messages otherwise than their conversation. */
export const shown = createStore<{ conversations: ReadonlySet<string>; messages: ReadonlyMap<string, boolean> }>({ conversations: new Set(), messages: new Map() })

/** Without an endpoint nothing is translated, and the person hears it. */
function canTranslate(desk: Desk): boolean {
  const can = (desk.cache.getQueryData<DeskState>(keys.desk)?.model.name ?? null) !== null
  if (!can) toast('said.translate-no-model')
  return can
}

function hasForeign(desk: Desk, conversationId: string): boolean {
  const language = i18next.language === 'zh' ? 'zh' : 'en'
  return desk.cache.getQueryData<ThreadView>(keys.thread(conversationId))?.messages.some((message) => isForeign(message, language)) ?? false
}

/** A whole conversation with translations, or without. */
export function toggleTranslation(desk: Desk, conversationId: string): void {
  const on = !shown.get().conversations.has(conversationId)
  if (on && !hasForeign(desk, conversationId)) return void toast('said.translate-none')
  if (on && !canTranslate(desk)) return
  shown.set(({ conversations }) => ({ conversations: new Set([...conversations].filter((id) => id !== conversationId).concat(on ? [conversationId] : [])), messages: new Map() }))
}

/** One message, whatever holds for its conversation. */
export function toggleMessage(desk: Desk, messageId: string, on: boolean): void {
  if (on && !canTranslate(desk)) return
  shown.set((now) => ({ ...now, messages: new Map(now.messages).set(messageId, on) }))
}
