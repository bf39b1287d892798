import { useEffect } from 'react'
import { sayRefused } from '../../app/do-teach.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { screen } from '../../app/screen.ts'
import { useDesk } from '../../bridge/hooks.ts'

/** Says when a correction was noted and not learned; a window of one conversation only of its own. */
export function useRefusals(): void {
  const { label } = useWords()
  const desk = useDesk()
  useEffect(() => desk.hearRefusals((lesson) => {
    const { alone, selected } = screen.get()
    if (alone && selected !== lesson.conversationId) return
    const code = lesson.refusal?.label ?? ''
    sayRefused(desk, lesson, label(code) ?? code)
  }), [desk, label])
}
