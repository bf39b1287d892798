import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { useDesk, useRow } from '../../bridge/hooks.ts'
import { clock, dayName } from '../../ui/format.ts'
import { EvidenceLegend } from '../evidence/EvidenceLegend.tsx'
import { walkEvidence } from '../evidence/walk.ts'
import { EffectLine } from '../actions/EffectLine.tsx'
import { EndLine } from '../wrap-up/EndLine.tsx'
import { NoteBubble } from '../wrap-up/NoteBubble.tsx'
import { threadEntries, type ThreadEntry } from '../wrap-up/thread-entries.ts'
import { Bubble } from './Bubble.tsx'
import { timeline } from './timeline.ts'
import { TypingNote } from './TypingNote.tsx'
import { useFound } from './use-found.ts'
import { useStayAtEnd } from './use-stay-at-end.ts'

/** So near to its end, in pixels, a thread follows new messages. */
const AT_END_PX = 48
/** So near to its beginning older messages are loaded. */
const NEAR_TOP_PX = 400

/** Height of a message before it was measured, in pixels. */
const estimateSize = () => 64

type List = Virtualizer<HTMLDivElement, HTMLDivElement>

/** Loads the page before when the top comes near; one at a time. */
function useOlder(id: string, more: boolean) {
  const desk = useDesk()
  const [loading, setLoading] = useState(false)
  const load = () => {
    if (loading || !more) return
    setLoading(true)
    // A page that does not come leaves the thread as it is; scrolling on asks again.
    void desk.readOlder(id).catch(() => undefined).finally(() => setLoading(false))
  }
  const lastTop = useRef(0)
  return {
    loading,
    // Upwards only: going to the end from far up must not load more on its way.
    onScroll(top: number) {
      if (top < lastTop.current && top < NEAR_TOP_PX) load()
      lastTop.current = top
    },
    /** At the very top the wheel turns without scrolling. */
    onWheel(deltaY: number) {
      if (deltaY < 0 && lastTop.current < NEAR_TOP_PX) load()
    },
  }
}

/** Counts what came below while the person reads further up. */
function useBelow(virtual: List, lastId: string | undefined, fromCustomer: boolean) {
  const [atEnd, setAtEnd] = useState(true)
  const [seen, setSeen] = useState({ lastId, below: 0 })
  if (seen.lastId !== lastId) setSeen({ lastId, below: atEnd || !fromCustomer ? 0 : seen.below + 1 })
  return {
    below: atEnd ? 0 : seen.below,
    onScroll: () => {
      const end = virtual.isAtEnd(AT_END_PX)
      setAtEnd(end)
      if (end) setSeen((now) => (now.below === 0 ? now : { ...now, below: 0 }))
    },
  }
}

export function MessageList({ id, view }: { id: string; view: ThreadView }) {
  const { t } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const { messages, notes, resolutions, effects, more } = view
  const entries = useMemo(() => threadEntries(timeline(messages), { notes, resolutions, effects, more }), [messages, notes, resolutions, effects, more])
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: entries.length, getScrollElement: () => scroller.current, estimateSize, overscan: 10, paddingStart: 16, paddingEnd: 12,
    getItemKey: useCallback((at: number) => entries[at]?.key ?? at, [entries]), anchorTo: 'end', followOnAppend: true, scrollEndThreshold: AT_END_PX,
  })
  useLayoutEffect(() => virtual.scrollToEnd(), [virtual])
  const last = view.messages.at(-1)
  const own = last !== undefined && last.author.kind === 'agent'
  // The person's own reply is always shown, wherever the thread was scrolled to.
  useEffect(() => {
    if (own) virtual.scrollToEnd()
  }, [own, last?.id, virtual])
  useStayAtEnd(scroller, AT_END_PX, () => virtual.scrollToEnd())
  const older = useOlder(id, view.more)
  const { below, onScroll } = useBelow(virtual, last?.id, last?.author.kind === 'customer')
  const found = useFound(id, view, (messageId) => virtual.scrollToIndex(entries.findIndex((e) => e.key === messageId), { align: 'center' }))
  const moods = useRow(id)?.flagDismissed !== true
  const lastOwn = view.messages.findLast((m) => m.delivery === 'sent' && m.recalledAt === undefined)?.id
  return (
    <div className="messages" data-testid="thread" data-id={id}>
      <div
        className="messages-scroll" ref={scroller} tabIndex={0} role="log" aria-label={t('thread.messages')} aria-live="off" onKeyDown={walkEvidence}
        onScroll={(event) => {
          onScroll()
          older.onScroll(event.currentTarget.scrollTop)
        }}
        onWheel={(event) => older.onWheel(event.deltaY)}
      >
        {older.loading && <p className="older-note quiet small">{t('thread.older')}</p>}
        <div className="messages-inner" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((place) => (
            <div key={place.key} ref={virtual.measureElement} data-index={place.index} className="message-place" style={{ transform: `translateY(${place.start}px)` }}>
              <Item entry={entries[place.index]} found={found} lastOwn={lastOwn} moods={moods} />
            </div>
          ))}
        </div>
        <TypingNote id={id} />
      </div>
      <EvidenceLegend container={scroller} />
      {below > 0 && (
        <button type="button" className="below-pill" onClick={() => virtual.scrollToEnd()}>
          <ArrowDown size={12} aria-hidden /> {t('thread.below', { count: below })}
        </button>
      )}
    </div>
  )
}

interface ItemProps {
  entry: ThreadEntry | undefined
  found: { messageId: string; query: string } | null
  lastOwn: string | undefined
  moods: boolean
}

function Item({ entry, found, lastOwn, moods }: ItemProps) {
  const { language } = useWords()
  if (!entry) return null
  if (entry.kind === 'effect') return <EffectLine effect={entry.effect} />
  if (entry.kind === 'end') return <EndLine end={entry.end} />
  if (entry.kind === 'note') return <NoteBubble note={entry.note} query={found?.messageId === entry.key ? found.query : null} />
  const { message, above, joined, turned } = entry.item
  const query = found?.messageId === message.id ? found.query : null
  return (
    <>
      {above && <p className="day tabular">{above === 'day' && dayName(message.at, language)} {clock(message.at, language)}</p>}
      <Bubble message={message} joined={joined} turned={turned} query={query} newestSent={message.id === lastOwn} moods={moods} />
    </>
  )
}
