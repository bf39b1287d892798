import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { ArrowUp, ChevronRight } from 'lucide-react'
import { showEvidence } from '../../app/do-evidence.ts'
import { report } from '../../app/do.ts'
import { focusComposer, focusRow } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { reopenLast } from '../../app/last-open.ts'
import { fetchLateParts } from '../../app/late-parts.ts'
import { afterPaint, markPainted } from '../../app/marks.ts'
import { moveOn, screen, select } from '../../app/screen.ts'
import { queueSteps, type Step } from '../../app/shortcuts.ts'
import { gatewayNow } from '../../bridge/actions.ts'
import type { Rows } from '../../bridge/patches.ts'
import { useDesk, useRows, useSettings } from '../../bridge/hooks.ts'
import { useStore } from '../../ui/store.ts'
import { MorningCard } from '../morning/MorningCard.tsx'
import { OutsidePromises } from '../promises/OutsidePromises.tsx'
import { CaseList } from '../cases/CaseList.tsx'
import { QueueSwitch } from '../cases/QueueSwitch.tsx'
import { useCasesShown } from '../cases/view.ts'
import { toggleSection, useCollapsed } from './collapsed.ts'
import { stepFrom } from './next.ts'
import { QueueEmpty, QueueSkeleton } from './QueueEmpty.tsx'
import type { QueueLine } from './order.ts'
import { Row } from './Row.tsx'
import { useQueue } from './use-queue.ts'
import './inbox.css'

const ROW_PX = { comfortable: 64, compact: 48 } as const
const HEADER_PX = 32

/** Heights of a row and a header in pixels; they grow with the text that they hold. */
function useHeights() {
  const settings = useSettings()
  const scale = (settings?.textSize ?? 100) / 100
  return { rowPx: Math.round(ROW_PX[settings?.density ?? 'comfortable'] * scale), headerPx: Math.round(HEADER_PX * scale) }
}

/** The conversations, in the order in which they need somebody. */
export function Queue() {
  const { t } = useWords()
  const rows = useRows()
  const known = rows !== undefined
  const cases = useCasesShown()
  useEffect(() => {
    if (known) afterPaint(() => void fetchLateParts())
  }, [known])
  return (
    <nav className="queue" aria-label={t('queue.name')}>
      <QueueSwitch />
      {!cases && <MorningCard />}
      {!cases && <OutsidePromises />}
      {cases ? <CaseList /> : !rows ? <QueueSkeleton /> : rows.size === 0 ? <QueueEmpty /> : <QueueList rows={rows} />}
    </nav>
  )
}

/** Tells whether pointer or focus is inside, as two reasons that end separately. A ref, because both may come in one frame. */
function useInUse(onStart: () => void, onEnd: () => void) {
  const use = useRef({ pointer: false, focus: false })
  const change = (part: Partial<typeof use.current>) => {
    use.current = { ...use.current, ...part }
    if (use.current.pointer || use.current.focus) onStart()
    else onEnd()
  }
  return {
    onPointerEnter: () => change({ pointer: true }),
    onPointerLeave: () => change({ pointer: false }),
    // Focus that nobody sees, put here after a click elsewhere, is no use of the list.
    onFocus: (event: React.FocusEvent) => change({ focus: event.target.matches(':focus-visible') }),
    onBlur: (event: React.FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) change({ focus: false })
    },
  }
}

/** J and K walk the list, with Alt they lead on to the composer of the next one. */
function useSteps(lines: readonly QueueLine[], rows: Rows, selected: string | null, reveal: (id: string) => void): void {
  const desk = useDesk()
  /** The row that needed a person while it was open. */
  const needed = useRef<string | null>(null)
  const needsYou = rows.get(selected ?? '')?.section === 'needs-you'
  useEffect(() => {
    if (needsYou) needed.current = selected
  }, [needsYou, selected])
  const onStep = useEffectEvent(({ detail: { by, write } }: CustomEvent<Step>) => {
    const ids = lines.flatMap((line) => (line.kind === 'row' ? [line.id] : []))
    const id = stepFrom(ids, rows, { id: selected, settled: !needsYou && needed.current === selected }, by, gatewayNow(desk))
    if (!id) return
    if (write) moveOn(id)
    else select(id)
    reveal(id)
    if (write) focusComposer()
    else focusRow()
  })
  useEffect(() => {
    const listen = (event: Event) => onStep(event as CustomEvent<Step>)
    queueSteps.addEventListener('step', listen)
    return () => queueSteps.removeEventListener('step', listen)
  }, [])
}

function QueueList({ rows }: { rows: Rows }) {
  const { t } = useWords()
  const desk = useDesk()
  const selected = useStore(screen, (s) => s.selected)
  const scroller = useRef<HTMLDivElement>(null)
  const { lines, pending, hold, letGo, apply } = useQueue(rows)
  const inUse = useInUse(hold, letGo)
  const indexOf = (id: string | null) => lines.findIndex((line) => line.kind === 'row' && line.id === id)
  const tabStop = Math.max(indexOf(selected), lines.findIndex((line) => line.kind === 'row'))
  const { rowPx, headerPx } = useHeights()
  const virtual = useVirtualizer({
    count: lines.length, getScrollElement: () => scroller.current, overscan: 6,
    // The same functions as long as the lines are the same, or all sizes would be worked out again.
    estimateSize: useCallback((at: number) => (lines[at]?.kind === 'header' ? headerPx : rowPx), [lines, rowPx, headerPx]),
    getItemKey: useCallback((at: number) => keyOf(lines[at]), [lines]),
    // The tab stop is always drawn, wherever the list is scrolled to.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), tabStop])].filter((at) => at >= 0 && at < range.count).sort((a, b) => a - b),
  })
  // The sizes that were worked out are kept until somebody says that they are no longer true.
  useLayoutEffect(() => virtual.measure(), [virtual, rowPx, headerPx])
  const reveal = useCallback((id: string) => virtual.scrollToIndex(lines.findIndex((l) => l.kind === 'row' && l.id === id)), [virtual, lines])
  useSteps(lines, rows, selected, reveal)
  const onKnown = useEffectEvent(() => {
    reopenLast(rows)
    markPainted('inbox')
  })
  useEffect(() => onKnown(), [])
  const of = rows.size
  const choose = useCallback((id: string, words: boolean) => {
    select(id)
    if (words) void showEvidence(desk, id).catch(report)
    else focusComposer()
  }, [desk])
  return (
    <div className="queue-list" {...inUse}>
      {pending.changed && (
        <button type="button" className="moved-pill" onClick={apply}>
          <ArrowUp size={12} aria-hidden />
          {pending.up > 0 ? t('queue.moved', { count: pending.up }) : t('queue.changed')}
        </button>
      )}
      <div className="queue-scroll" ref={scroller} tabIndex={-1}>
        {/* Headers are buttons and rows are options: two layers, as a list of options may hold nothing else. */}
        <div className="queue-layers" style={{ height: virtual.getTotalSize() }}>
          <div className="queue-headers">
            {virtual.getVirtualItems().map((item) => {
              const line = lines[item.index]
              return line?.kind === 'header' && <Header key={item.key} line={line} top={item.start} />
            })}
          </div>
          <div className="queue-rows" role="listbox" aria-label={t('queue.name')}>
            {virtual.getVirtualItems().map((item) => {
              const line = lines[item.index]
              const row = line?.kind === 'row' && rows.get(line.id)
              return line && row && (
                <Row
                  key={item.key} row={row} section={line.section} top={item.start} height={rowPx} place={item.index} of={of}
                  chosen={row.id === selected} tabStop={item.index === tabStop} onChoose={choose}
                />
              )
            })}
          </div>
        </div>
      </div>
    </div>
  )
}

function keyOf(line: QueueLine | undefined): string {
  if (!line) return ''
  return line.kind === 'header' ? `section-${line.section}` : line.id
}

function Header({ line, top }: { line: Extract<QueueLine, { kind: 'header' }>; top: number }) {
  const { t } = useWords()
  const open = !useCollapsed().has(line.section)
  return (
    <button
      type="button" className="queue-header" style={{ transform: `translateY(${top}px)` }} aria-expanded={open} data-testid={`section-${line.section}`}
      title={t(open ? 'section.collapse' : 'section.expand')} onClick={() => toggleSection(line.section)}
    >
      <ChevronRight size={12} aria-hidden /> {t(`section.${line.section}`)} <span className="tabular">{line.count}</span>
    </button>
  )
}
