import type { ReactNode } from 'react'
import { BookOpen, CornerDownLeft, CornerDownRight, History, MessageSquareQuote, Package, Sparkles } from 'lucide-react'
import type { NeighbourPassage, PastCase } from '../../../src-shared/contract/copilot.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { money } from '../../ui/format.ts'
import { Marked } from '../palette/Marked.tsx'
import { whyRelated } from '../palette/why-related.ts'
import { GapText } from '../phrases/GapText.tsx'
import { insertOf, type Line } from './lines.ts'
import { useLasted } from './use-lasted.ts'

interface Props {
  line: Line
  chosen: boolean
  question: string
  onPoint: () => void
  onOpen: () => void
  onInsert: () => void
}

/** One line under the box: what it is, the words that answer, and the way into the reply. */
export function ResultLine({ line, chosen, question, onPoint, onOpen, onInsert }: Props) {
  const { t } = useWords()
  const refused = line.kind === 'article' || line.kind === 'beside' ? t('copilot.insert.internal') : t('copilot.insert.stranger')
  const insert = insertOf(line)
  return (
    <div role="row" id={`copilot-${line.id}`} className="copilot-line" aria-selected={chosen} data-testid="copilot-line" data-kind={line.kind} onPointerMove={() => !chosen && onPoint()} onMouseDown={(event) => event.preventDefault()}>
      <div role="gridcell" className="copilot-what" onClick={onOpen}><What line={line} question={question} /></div>
      {line.kind !== 'ask' && !(line.kind === 'case' && insert === null) && (
        <div role="gridcell" className="copilot-into">
          <Button kind="bare" tabIndex={-1} icon={<CornerDownLeft size={14} aria-hidden />} name={insert === null ? refused : t('copilot.insert')} shortcut={insert === null ? '' : 'Shift Enter'} disabled={insert === null} onClick={onInsert} data-testid="copilot-insert" />
        </div>
      )}
    </div>
  )
}

function What({ line, question }: { line: Line; question: string }) {
  const { t, local, language } = useWords()
  switch (line.kind) {
    case 'ask': return <Ask question={question} />
    case 'article': return (
      <Lines icon={<BookOpen size={14} />} head={<><b><Marked text={local(line.passage.article.title)} spans={line.passage.article.titleSpans[language]} /></b>{line.passage.article.audience === 'internal' && <Chip tone="warning" title={t('copilot.internal.title')}>{t('copilot.internal')}</Chip>}</>}>
        <Marked text={line.passage.text} spans={line.passage.spans} />
      </Lines>
    )
    case 'beside': return <Beside passage={line.passage} />
    case 'case': return <Case past={line.past} />
    case 'phrase': return (
      <Lines icon={<MessageSquareQuote size={14} />} head={<>{line.phrase.code && <kbd>/{line.phrase.code}</kbd>}<span className="quiet">{line.phrase.title}</span></>}>
        {line.phrase.spans.length > 0 ? <Marked text={line.phrase.text} spans={line.phrase.spans} /> : <GapText text={line.phrase.text} />}
      </Lines>
    )
    case 'order': return (
      <Lines icon={<Package size={14} />} head={<><span className="tabular"><Marked text={line.order.no} spans={line.order.noSpans} /></span><Chip>{t(`order.${line.order.status}`)}</Chip></>}>
        {!line.order.own && <><bdi>{line.order.displayName}</bdi> · </>}<Marked text={local(line.order.title)} spans={line.order.titleSpans[language]} /> · {money(line.order.total, language)}
      </Lines>
    )
  }
}

/** An article that belongs to the one above, with why. */
function Beside({ passage: { article, text, spans, reasons } }: { passage: NeighbourPassage }) {
  const words = useWords()
  const { t, local, language } = words
  return (
    <>
      <Lines icon={<CornerDownRight size={14} />} head={<><b><Marked text={local(article.title)} spans={article.titleSpans[language]} /></b>{article.audience === 'internal' && <Chip tone="warning" title={t('copilot.internal.title')}>{t('copilot.internal')}</Chip>}</>}>
        <Marked text={text} spans={spans} />
      </Lines>
      <span className="copilot-facts small quiet" data-testid="copilot-why">{t('related.beside', { why: whyRelated(reasons, words) })}</span>
    </>
  )
}

function Lines({ icon, head, children }: { icon: ReactNode; head: ReactNode; children: ReactNode }) {
  return (
    <>
      <span className="copilot-icon" aria-hidden>{icon}</span>
      <span className="copilot-head">{head}</span>
      <span className="copilot-text small" dir="auto">{children}</span>
    </>
  )
}

function Ask({ question }: { question: string }) {
  const { t } = useWords()
  const model = useDeskState()?.model.name ?? null
  return (
    <Lines icon={<Sparkles size={14} />} head={<b className="copilot-asked">{t('copilot.ask', { question })}</b>}>
      <span className="quiet">{model ? t('copilot.ask.model', { name: model }) : t('copilot.ask.local')}</span>
    </Lines>
  )
}

function Case({ past }: { past: PastCase }) {
  const { t, local } = useWords()
  const lasted = useLasted()
  return (
    <>
      <span className="copilot-icon" aria-hidden><History size={14} /></span>
      <span className="copilot-head"><span className="copilot-matter"><Marked text={past.matter} spans={past.matterSpans} /></span></span>
      <span className="copilot-text small" dir="auto">{past.done === '' ? <span className="quiet">{t('copilot.done.none')}</span> : <Marked text={past.done} spans={past.doneSpans} />}</span>
      <span className="copilot-facts small quiet">
        {past.own && <Chip tone="accent">{t('copilot.own')}</Chip>}
        {past.disposition && <span>{t(`disposition.${past.disposition}`)}</span>}
        <span className="tabular">{lasted(past.minutes)}</span>
        {past.product && <span className="one-line">{local(past.product)}</span>}
      </span>
    </>
  )
}
