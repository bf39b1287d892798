import { useState } from 'react'
import { StickyNote } from 'lucide-react'
import type { HandoverLine } from '../../../src-shared/contract/drafting.ts'
import { noteHandover } from '../../app/do-handover.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useHandover } from '../../bridge/handover-lines.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { Button } from '../../ui/Button.tsx'
import { CopiedReply } from '../promises/CopiedReply.tsx'
import './hand-over.css'

/** Leads to its message; of a reply that was copied elsewhere there is none, so it stands here. */
function Line({ id, line: { kind, words, messageId, outside } }: { id: string; line: HandoverLine }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const go = () => (outside ? setOpen(!open) : patchScreen({ found: { conversationId: id, messageId, query: '' } }))
  return (
    <>
      <button type="button" title={t(outside ? 'handover.copied' : 'handover.go')} aria-expanded={outside && open} onClick={go}>
        <span className="hand-over-kind">{t(`handover.${kind}`)}</span> <span dir="auto">{words}</span>
      </button>
      {outside && open && <CopiedReply outside={outside} />}
    </>
  )
}

/** Where a long conversation stands, for whoever goes on with it: a line a fact, each leads to where it was said. */
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
        {handover.lines.map((line) => <li key={`${line.kind} ${line.messageId} ${line.words}`}><Line id={id} line={line} /></li>)}
      </ul>
    </section>
  )
}
