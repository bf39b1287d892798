import { useEffect, useEffectEvent, useState } from 'react'
import { screen } from '../../app/screen.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { useStore } from '../../ui/store.ts'

/** Messages of a page while looking for one. */
const SEARCH_PAGE = 200

/** Is the message, or the note, in the loaded part? */
function isThere({ messages, notes, more }: ThreadView, id: string): boolean {
  const first = messages[0]?.at ?? 0
  return messages.some((m) => m.id === id) || notes.some((note) => note.id === id && (!more || note.at >= first))
}

/** The message that a search led to: older pages are loaded until it is there, then it is brought into sight. */
export function useFound(id: string, view: ThreadView, reveal: (messageId: string) => void): { messageId: string; query: string } | null {
  const desk = useDesk()
  const wanted = useStore(screen, (s) => (s.found?.conversationId === id ? s.found : null))
  const [shown, setShown] = useState<object | null>(null)
  const there = wanted !== null && isThere(view, wanted.messageId)
  const firstId = view.messages[0]?.id
  const onThere = useEffectEvent(reveal)
  useEffect(() => {
    if (!wanted || shown === wanted) return
    if (!there) {
      void desk.readOlder(id, SEARCH_PAGE).catch(() => undefined)
      return
    }
    // After the list has been placed with the pages that were just loaded.
    const frame = requestAnimationFrame(() => {
      onThere(wanted.messageId)
      setShown(wanted)
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted, shown, there, firstId, desk, id])
  return wanted
}
