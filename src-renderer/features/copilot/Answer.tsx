import { useState } from 'react'
import { CornerDownLeft, Square, TriangleAlert } from 'lucide-react'
import type { CopilotTurn, Extract } from '../../../src-shared/domain/copilot.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { stop } from '../../bridge/copilot.ts'
import { report } from '../../app/do.ts'
import { Button } from '../../ui/Button.tsx'
import { Marked } from '../palette/Marked.tsx'
import { SentButton } from '../trace/SentButton.tsx'
import { AnswerText } from './AnswerText.tsx'
import { insertable, insertInto } from './insert.ts'
import { SourceList } from './SourceList.tsx'

/** A question with its answer: the words with the numbers of their sources, quoted passages, the sources. */
export function Answer({ turn }: { turn: CopilotTurn }) {
  const { t } = useWords()
  const desk = useDesk()
  const [open, setOpen] = useState<number | null>(null)
  const toggle = (n: number) => setOpen((now) => (now === n ? null : n))
  const isWriting = turn.state === 'streaming'
  return (
    <article className="copilot-turn" data-testid="copilot-turn" data-state={turn.state} data-by={turn.by === 'local' ? 'local' : 'model'} aria-busy={isWriting}>
      <h3>{turn.question}</h3>
      {turn.problem && <p className="copilot-note small" data-testid="copilot-instead"><TriangleAlert size={12} aria-hidden /> {t('copilot.instead')}</p>}
      {turn.text !== '' && <AnswerText turn={turn} open={open} onNumber={toggle} />}
      {turn.extracts.map((extract) => <Passage key={extract.n} turn={turn} extract={extract} onNumber={toggle} />)}
      {turn.state === 'none' && <p className="copilot-said">{t('copilot.none')}</p>}
      {turn.state === 'stopped' && <p className="small quiet">{t('copilot.stopped')}</p>}
      <Warning turn={turn} />
      <footer>
        <span className="small quiet one-line">{isWriting ? t('copilot.writing') : turn.by === 'local' ? t('copilot.by.local') : t('copilot.by.model', { name: turn.by })}</span>
        {isWriting && <Button kind="bare" icon={<Square size={12} aria-hidden />} shortcut="Esc" onClick={() => void stop(desk, turn.conversationId).catch(report)}>{t('copilot.stop')}</Button>}
        {!isWriting && <SentButton id={turn.id} by={turn.by} problem={turn.problem} />}
        {!isWriting && turn.text !== '' && (
          <Button icon={<CornerDownLeft size={12} aria-hidden />} shortcut="Shift Enter" data-testid="copilot-insert-answer" onClick={() => insertInto({ conversationId: turn.conversationId, id: turn.id, ...insertable(turn) })}>{t('copilot.insert')}</Button>
        )}
      </footer>
      <SourceList turn={turn} open={open} onOpen={toggle} />
    </article>
  )
}

/** What to look at before the words are used. */
function Warning({ turn }: { turn: CopilotTurn }) {
  const { t } = useWords()
  if (turn.by === 'local' || turn.state === 'streaming' || turn.text === '') return null
  const count = turn.findings.filter(({ severity }) => severity !== 'info').length
  if (count === 0 && turn.sources.length > 0) return null
  return <p className="copilot-note small" data-testid="copilot-warning"><TriangleAlert size={12} aria-hidden /> {count > 0 ? t('copilot.unsourced', { count }) : t('copilot.uncited')}</p>
}

/** A passage word by word, the sentence that answers marked. What goes into a reply is that sentence, or the whole. */
function Passage({ turn, extract, onNumber }: { turn: CopilotTurn; extract: Extract; onNumber: (n: number) => void }) {
  const { t, local } = useWords()
  const source = turn.sources.find(({ n }) => n === extract.n)
  const [span] = extract.spans
  const words = span ? [...extract.text].slice(span.start, span.end).join('') : extract.text
  const internal = source?.internal ?? false
  return (
    <figure className="copilot-passage">
      <figcaption className="small">
        <button type="button" className="copilot-number" onClick={() => onNumber(extract.n)} aria-label={t('copilot.source', { n: extract.n, title: source ? local(source.title) : '' })}>{extract.n}</button>
        <span className="one-line">{source ? local(source.title) : ''}</span>
        {internal && <span className="chip" data-tone="warning" title={t('copilot.internal.title')}>{t('copilot.internal')}</span>}
        <Button kind="bare" icon={<CornerDownLeft size={14} aria-hidden />} name={t(internal ? 'copilot.insert.internal' : 'copilot.insert')} disabled={internal} onClick={() => insertInto({ conversationId: turn.conversationId, id: turn.id, text: words, findings: [] })} />
      </figcaption>
      <blockquote dir="auto"><Marked text={extract.text} spans={extract.spans} /></blockquote>
    </figure>
  )
}
