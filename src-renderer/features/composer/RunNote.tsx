import { Bot } from 'lucide-react'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useRun } from '../../bridge/hooks.ts'
import { runNote } from './run-note.ts'

/** Autopilot gave the case to the person: said where the person goes on. */
export function RunNote({ id, messages }: { id: string; messages: readonly ThreadMessage[] }) {
  const { t } = useWords()
  const run = useRun(id)
  const note = runNote(run, messages)
  if (!note) return null
  return (
    <p className="run-note small" title={run?.decision.rules.join(', ')} data-reason={run?.reason}>
      <Bot size={14} aria-hidden /> {t(note)}
    </p>
  )
}
