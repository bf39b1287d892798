import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Mood, MoodPoint } from '../../../src-shared/contract/mood.ts'
import { showEvidence } from '../../app/do-evidence.ts'
import { report } from '../../app/do.ts'
import { useWords, type ScreenWords } from '../../app/i18n/use-words.ts'
import { useMood } from '../../bridge/mood.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { clock } from '../../ui/format.ts'
import { nearest, placePoints, placeReplies, SIZE, stepTo, worstOf, type Placed } from './curve.ts'
import './mood.css'

/** Reasons that the line under the curve has room for. */
const REASONS = 3
const LEVELS = ['mood.level.0', 'mood.level.1', 'mood.level.2', 'mood.level.3'] as const

const levelName = ({ t }: ScreenWords, level: number): string => t(LEVELS[level] ?? LEVELS[0])

/** What a point says in words: when, how, what was written, and why it is so. */
function tell(words: ScreenWords, point: MoodPoint, messages: ThreadView['messages']): string {
  const { t, label, language } = words
  const message = messages.find(({ id }) => id === point.messageId)
  const said = message ? message.text || t('mood.picture') : '…'
  const reasons = [...new Set(point.why.flatMap((code) => label(code) ?? []))].slice(0, REASONS).join(t('list.comma'))
  const values = { time: clock(point.at, language), level: levelName(words, point.level), words: said, reasons }
  return t(reasons === '' ? 'mood.point' : 'mood.point.why', values)
}

function summary(words: ScreenWords, points: readonly MoodPoint[]): string {
  const [worst, last] = [worstOf(points), points.at(-1)]
  if (!worst || !last) return ''
  const now = levelName(words, last.level)
  if (worst.level === 0 || points.every(({ level }) => level === last.level)) return words.t('mood.summary.steady', { count: points.length, now: now.toLowerCase() })
  return words.t('mood.summary', { count: points.length, time: clock(worst.at, words.language), worst: levelName(words, worst.level).toLowerCase(), now: now.toLowerCase() })
}

/** How the customer's mood went, as a small line: the worse the higher. Nothing of it is drawn for a single message. */
export function MoodCurve({ id, messages }: { id: string; messages: ThreadView['messages'] }) {
  const mood = useMood(id, messages)
  // Its room is kept as soon as there will be a curve, so that what stands below does not move.
  const coming = messages.filter(({ verdict }) => verdict !== null).length > 1
  if (mood ? mood.points.length < 2 : !coming) return null
  return <section className="context-section mood" data-testid="mood">{mood && <Curve id={id} mood={mood} messages={messages} />}</section>
}

function Curve({ id, mood, messages }: { id: string; mood: Mood; messages: ThreadView['messages'] }) {
  const words = useWords()
  const { t } = words
  const desk = useDesk()
  const { points } = mood
  const placed = useMemo(() => placePoints(points), [points])
  const ticks = useMemo(() => placeReplies(mood), [mood])
  /** Point that is looked at; null: none, the line below sums up. */
  const [looked, setLooked] = useState<number | null>(null)
  const at = Math.min(looked ?? points.length - 1, points.length - 1)
  const go = (to: number) => {
    const point = points[to]
    if (point) void showEvidence(desk, id, point.messageId).catch(report)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const to = stepTo(event.key, at, points.length)
    if (to === null && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (to === null) go(at)
    else setLooked(to)
  }
  const under = ({ clientX, currentTarget }: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>): number => {
    const box = currentTarget.getBoundingClientRect()
    return nearest(placed, ((clientX - box.left) / box.width) * SIZE.width)
  }
  const point = looked === null ? undefined : points[at]
  return (
    <>
      <h2>{t('mood.title')}</h2>
      <div
        className="mood-curve" role="listbox" tabIndex={0} aria-label={`${t('mood.list')}. ${summary(words, points)}`} aria-activedescendant={`mood-${at}`} data-testid="mood-curve"
        onKeyDown={onKeyDown} onFocus={() => setLooked((now) => now ?? points.length - 1)} onBlur={() => setLooked(null)}
        onPointerMove={(event) => setLooked(under(event))} onPointerLeave={(event) => setLooked(document.activeElement === event.currentTarget ? at : null)} onClick={(event) => go(under(event))}
      >
        <Drawing placed={placed} ticks={ticks} looked={looked === null ? null : at} />
        {points.map((one, n) => <span key={one.messageId} id={`mood-${n}`} className="hidden-text" role="option" aria-selected={n === at}>{tell(words, one, messages)}</span>)}
      </div>
      <p className="small mood-words" data-testid="mood-words" data-level={point?.level}>{point ? tell(words, point, messages) : summary(words, points)}</p>
      {mood.more && <p className="small quiet">{t('mood.more')}</p>}
    </>
  )
}

function Drawing({ placed, ticks, looked }: { placed: readonly Placed[]; ticks: readonly number[]; looked: number | null }) {
  const line = placed.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
  const [first, last] = [placed[0], placed.at(-1)]
  const point = looked === null ? undefined : placed[looked]
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden>
      <line className="mood-base" x1={SIZE.side} x2={SIZE.width - SIZE.side} y1={SIZE.base + 0.5} y2={SIZE.base + 0.5} />
      {first && last && <path className="mood-area" d={`${line}L${last.x.toFixed(1)} ${SIZE.base}L${first.x.toFixed(1)} ${SIZE.base}Z`} />}
      <path className="mood-line" d={line} />
      {ticks.map((x) => <line key={x} className="mood-reply" x1={x} x2={x} y1={SIZE.base + 5} y2={SIZE.base + 11} />)}
      {point && <line className="mood-looked" x1={point.x} x2={point.x} y1={2} y2={SIZE.base} />}
      {placed.map((one, at) => (one.marked || at === looked) && <Mark key={at} {...one} large={at === looked} />)}
    </svg>
  )
}

/** A shape for each level, beside its colour. */
function Mark({ x, y, level, large }: Placed & { large: boolean }) {
  const r = large ? 5 : level >= 2 ? 4 : 2.6
  const shape = level >= 3 ? `M${x} ${y - r}L${x + r} ${y + r * 0.8}L${x - r} ${y + r * 0.8}Z` : `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`
  return level >= 2 ? <path className="mood-mark" data-level={level} d={shape} /> : <circle className="mood-mark" data-level={level} cx={x} cy={y} r={r} />
}
