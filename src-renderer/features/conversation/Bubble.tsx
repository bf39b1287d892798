import { memo, useMemo } from 'react'
import { Bot } from 'lucide-react'
import { withoutFileLines } from '../../../src-shared/domain/file-names.ts'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { showsMood } from '../../app/i18n/label.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { screen } from '../../app/screen.ts'
import { dateTime } from '../../ui/format.ts'
import { RisingBars } from '../../ui/RisingBars.tsx'
import { useStore } from '../../ui/store.ts'
import { QuotedLine } from '../composer/quote/QuotedLine.tsx'
import { entityMarks, evidenceMarks, speaksUp } from '../evidence/marks.ts'
import { SpokenEvidence } from '../evidence/SpokenEvidence.tsx'
import { Translated } from '../translation/Translated.tsx'
import { MessageTopics } from '../teach/MessageTopics.tsx'
import { BubbleActions } from './BubbleActions.tsx'
import { Delivery } from './Delivery.tsx'
import { Files } from './Files.tsx'
import { Picture } from './Picture.tsx'
import { shownPieces } from './pieces.ts'
import { Recalled } from './Recalled.tsx'
import { RichText } from './RichText.tsx'
import { hitsIn, type Mark } from './segments.ts'
import './bubble-parts.css'

function useMarks(message: ThreadMessage, query: string | null, moods: boolean): Mark[] {
  const { t, label } = useWords()
  const { verdict, text } = message
  const all = useStore(screen, (s) => s.evidence !== null)
  return useMemo(() => {
    const hits = query ? hitsIn(text, query) : []
    if (!verdict) return hits
    const shown = all ? 'all' : moods && speaksUp(verdict) ? 'moods' : 'none'
    return [...hits, ...evidenceMarks(verdict, shown, (why) => label(why) ?? t('evidence.other')), ...entityMarks(verdict)]
  }, [verdict, text, query, moods, all, label, t])
}

interface Props {
  message: ThreadMessage
  joined: boolean
  turned: boolean
  /** Words that a search looked for; null: this is not the message it found. */
  query: string | null
  newestSent: boolean
  /** Are anger and risk shown, or did a person say that there is none? */
  moods: boolean
}

/** One message. Customer left and neutral, agent right and tinted, autopilot apart from both. */
export const Bubble = memo(function Bubble({ message, joined, turned, query, newestSent, moods }: Props) {
  const { t, label, language } = useWords()
  const all = useMarks(message, query, moods)
  // The files stand below by themselves.
  const words = withoutFileLines(message.text, message.files ?? [])
  const marks = useMemo(() => (words === message.text ? all : all.filter(({ end }) => end <= words.length)), [all, words, message.text])
  const pieces = useMemo(() => shownPieces(words, marks, message.apart === true), [words, marks, message.apart])
  const { kind, name } = message.author
  if (kind === 'system') return <p className="system-line quiet small">{message.text}</p>
  const reasons = [...new Set((message.verdict?.evidence ?? []).filter(({ why }) => showsMood(why)).map(({ why }) => label(why)).filter(Boolean))]
  const turnedWhy = reasons.length > 0 ? t('thread.turned.why', { reasons: reasons.join(t('list.comma')) }) : undefined
  if (message.recalledAt !== undefined) return <Recalled message={message} />
  return (
    <article
      className="bubble-row" data-author={kind} data-joined={joined ? '' : undefined} data-found={query !== null ? '' : undefined}
      aria-label={t(`author.${kind}`, { name })}
    >
      {kind === 'autopilot' && !joined && <p className="bubble-by small"><Bot size={12} aria-hidden /> {t('autopilot.by')}</p>}
      <div className="bubble-line">
        <div className="bubble" data-testid="bubble" data-author={kind} data-delivery={message.delivery} data-id={message.id} data-apart={pieces.length > 1 ? '' : undefined} title={dateTime(message.at, language)}>
          {pieces.map((piece, at) => (
            <div key={at} className="bubble-piece">
              {at === 0 && message.quote && <QuotedLine conversationId={message.conversationId} quote={message.quote} />}
              {at === pieces.length - 1 && <Pictures message={message} />}
              {piece.text !== '' && <RichText text={piece.text} marks={piece.marks} conversationId={message.conversationId} />}
              {at === pieces.length - 1 && <><Files message={message} /><Translated message={message} /></>}
            </div>
          ))}
        </div>
        <BubbleActions message={message} />
      </div>
      {turned && moods && <p className="turned small" title={turnedWhy}><RisingBars level={3} /> {t('thread.turned')}</p>}
      <SpokenEvidence text={words} marks={marks} />
      <MessageTopics message={message} />
      <Delivery message={message} newestSent={newestSent} />
    </article>
  )
})

function Pictures({ message: { attachments, author } }: { message: ThreadMessage }) {
  const all = attachments.map((a, at) => <Picture key={`${at} ${a.sha256}`} attachment={a} by={author.name} />)
  return all.length > 1 ? <div className="bubble-pictures" data-count={all.length}>{all}</div> : <>{all}</>
}
