import { Bot } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useRow } from '../../bridge/hooks.ts'
import { dateTime } from '../../ui/format.ts'

/** Whether the conversation was handed back to autopilot, and when; nothing where nobody asked. */
export function AnswersLine({ id }: { id: string }) {
  const { t, language } = useWords()
  const { askedAt = null, agreedAt = null } = useRow(id)?.answers ?? {}
  if (askedAt === null) return null
  const said = agreedAt === null ? t('hand-back.asked', { time: dateTime(askedAt, language) }) : t('hand-back.agreed', { time: dateTime(agreedAt, language) })
  return <p className="answers-line quiet small" role="note" data-testid="answers"><Bot size={14} aria-hidden />{said}</p>
}
