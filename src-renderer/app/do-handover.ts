import i18next from 'i18next'
import { v7 as newId } from 'uuid'
import type { Desk } from '../bridge/desk.ts'
import { readHandover } from '../bridge/handover-lines.ts'
import { report } from './do.ts'
import { toast } from './screen.ts'

/** Keeps the hand-over of a conversation as an internal note: the key and the button. One more press is one more note; each can be undone. */
export function noteHandover(desk: Desk, conversationId: string): void {
  const id = newId()
  const keep = async (): Promise<void> => {
    const { lines } = await readHandover(desk, conversationId)
    if (lines.length === 0) return void toast('said.handover-none')
    const text = lines.map(({ kind, words }) => `${i18next.t(`handover.${kind}`)} ${words}`).join('\n')
    await desk.client.call('note.save', { id, conversationId, text })
    toast('said.handover-noted', { undo: () => void desk.client.call('note.delete', { id }).catch(report) })
  }
  keep().catch(report)
}
