import { StickyNote } from 'lucide-react'
import { noteHandover } from '../../app/do-handover.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useHandover } from '../../bridge/handover-lines.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { Button } from '../../ui/Button.tsx'
import './hand-over.css'

/** Where a long conversation stands, for whoever goes on with it: a line a fact, each leads to its message. */
export function HandOver({ id, view }: { id: string; view: ThreadView }) {
  const { t } = useWords()
  const desk = useDesk()
  const keys = useKeys()
  const handover = useHandover(id, view)
  if (!handover || handover.lines.length === 0) return null
  return (
    <section className="context-section hand-over" data-testid="hand-over" data-taken={handover.takenOver ? '' : undefined}>
      <header>
        <h2>{t(handover.takenOver ? 'handover.taken' : 'handover.title')}</h2>
        <Button kind="bare" icon={<StickyNote size={13} aria-hidden />} name={t('handover.note')} shortcut={keys['hand-over']} data-testid="hand-over-note" onClick={() => noteHandover(desk, id)} />
      </header>
      <ul>
        {handover.lines.map(({ kind, words, messageId }) => (
          <li key={`${kind} ${messageId} ${words}`}>
            <button type="button" title={t('handover.go')} onClick={() => patchScreen({ found: { conversationId: id, messageId, query: '' } })}>
              <span className="hand-over-kind">{t(`handover.${kind}`)}</span> <span dir="auto">{words}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
