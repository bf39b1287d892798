import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { InboxRow } from '../../../../src-shared/contract/desk.ts'
import type { Routing } from '../../../../src-shared/domain/routing.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen, select, toast } from '../../../app/screen.ts'
import { useDesk, useDeskState, useRows } from '../../../bridge/hooks.ts'
import { useMay } from '../../../bridge/people.ts'
import { takeOver, useOwnSeat, usePresence, useRoutings, whisperTo } from '../../../bridge/routing.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { useNow } from '../../../ui/now.ts'
import { RisingBars } from '../../../ui/RisingBars.tsx'
import { waitedSeconds, waitText, waitTone } from '../../inbox/waiting.ts'
import { LineForm } from '../routing/LineForm.tsx'
import { whyWords } from '../routing/why-words.ts'
import { OpenShifts } from '../shift/OpenShifts.tsx'
import { SeatLoads } from './SeatLoads.tsx'
import { inWallOrder, keptOrder, routingOf } from './wall-rows.ts'
import './wall.css'

/** Lines that are shown; more than a person can watch. */
const SHOWN = 200

/** Words of the emotion levels. */
const MOODS = ['wall.mood.0', 'wall.mood.1', 'wall.mood.2', 'wall.mood.3'] as const

/** Who handles what, and how it stands. Lines keep their places until they are asked to be put in order. */
export function Wall() {
  const { t } = useWords()
  const rows = useRows()
  const routings = useRoutings()
  const mayLead = useMay('lead')
  const sorted = inWallOrder(rows?.values() ?? [])
  const [order, setOrder] = useState<readonly string[]>([])
  const kept = keptOrder(order, sorted)
  if (kept.join() !== order.join()) setOrder(kept)
  const [asking, setAsking] = useState<{ id: string; what: 'whisper' | 'take-over' } | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const current = at !== null && kept.includes(at) ? at : (kept[0] ?? null)
  const focus = (id: string | undefined) => { if (id !== undefined) { setAt(id); list.current?.querySelector<HTMLElement>(`[data-wall="${id}"]`)?.focus() } }
  const onKey = (event: KeyboardEvent) => {
    if (current === null || asking !== null || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const index = kept.indexOf(current)
    const key = event.key.toLowerCase()
    if (key === 'arrowdown' || key === 'j') focus(kept[index + 1])
    else if (key === 'arrowup' || key === 'k') focus(kept[index - 1])
    else if (key === 'enter') open(current)
    else if (mayLead && key === 'w') setAsking({ id: current, what: 'whisper' })
    else if (mayLead && key === 't') setAsking({ id: current, what: 'take-over' })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const back = () => { const id = asking?.id; flushSync(() => setAsking(null)); focus(id) }
  const isMoved = sorted.map(({ id }) => id).join() !== kept.join()
  return (
    <>
      <SeatLoads />
      {mayLead && <OpenShifts />}
      <p className="wall-head small">
        <span className="quiet">{t(mayLead ? 'wall.keys' : 'wall.keys.see')}</span>
        <Button disabled={!isMoved} data-testid="wall-sort" onClick={() => setOrder(sorted.map(({ id }) => id))}>{t('wall.sort')}</Button>
      </p>
      {kept.length === 0 && <div className="empty" data-testid="wall-empty"><p className="quiet">{t('wall.empty')}</p></div>}
      <ul className="wall" ref={list} onKeyDown={onKey} data-testid="wall">
        {kept.slice(0, SHOWN).map((id) => {
          const row = rows?.get(id)
          return row && (
            <li key={id}>
              <WallLine row={row} routing={routingOf(routings, id)} isCurrent={id === current} onFocus={() => setAt(id)} />
              {asking?.id === id && <Ask id={id} what={asking.what} routing={routingOf(routings, id)} onDone={back} />}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function open(id: string): void {
  patchScreen({ dialog: null })
  select(id)
}

/** One conversation: whose, whom, how long, how they feel, what autopilot does. */
function WallLine({ row, routing, isCurrent, onFocus }: { row: InboxRow; routing: Routing | null; isCurrent: boolean; onFocus: () => void }) {
  const words = useWords()
  const { t, language } = words
  const offset = useDeskState()?.clockOffset ?? 0
  const since = row.waitingSince ?? row.clock?.startedAt ?? null
  const seconds = useNow((now) => (since === null ? null : waitedSeconds(since, now + offset)))
  const tone = useNow((now) => waitTone(row.clock, now + offset))
  const whose = routing === null ? t('wall.nobody') : t(`wall.${routing.state === 'done' ? 'queued' : routing.state}`, { name: routing.to?.name ?? routing.team ?? '' })
  return (
    <button type="button" className="wall-line" data-wall={row.id} data-testid="wall-line" tabIndex={isCurrent ? 0 : -1} onFocus={onFocus} onClick={() => open(row.id)}>
      <b className="one-line"><bdi>{row.displayName}</bdi></b>
      <span className="one-line" title={routing ? whyWords(words, routing.why) : undefined}>{whose}</span>
      <span className="wall-mood">{row.flagged || row.emotionLevel > 0 ? <><RisingBars level={Math.max(row.emotionLevel, 1)} /> {t(MOODS[row.emotionLevel] ?? MOODS[0])}</> : <span className="quiet">{t('wall.mood.0')}</span>}</span>
      <span className="row-clock tabular" data-tone={seconds === null ? 'none' : tone}>{seconds === null ? t('wall.answered') : waitText(seconds, language)}</span>
      <span>{row.chip === 'autopilot' || row.section === 'autopilot' ? <Chip tone="autopilot">{t('chip.autopilot')}</Chip> : null}</span>
      <span className="one-line quiet" dir="auto">{row.lastLine}</span>
    </button>
  )
}

/** Words for the agent alone, or the reason of a take-over. */
function Ask({ id, what, routing, onDone }: { id: string; what: 'whisper' | 'take-over'; routing: Routing | null; onDone: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const own = useOwnSeat()
  const seats = usePresence()
  const looking = seats.find(({ conversationId, seatId }) => conversationId === id && seatId !== own)
  const to = routing?.to && routing.to.id !== own ? routing.to : looking ? { id: looking.seatId, name: looking.name } : null
  const isMute = what === 'whisper' && to === null
  useEffect(() => {
    if (!isMute) return
    toast('said.nobody-to-whisper')
    onDone()
  }, [isMute, onDone])
  if (isMute) return null
  const go = (words: string) => {
    if (what === 'take-over') takeOver(desk, id, words).then(() => { toast('said.taken-over'); open(id) }, report)
    else if (to) whisperTo(desk, id, to, words).then(() => { toast('said.whispered', { name: to.name }); onDone() }, report)
  }
  return <LineForm label={what === 'whisper' ? t('wall.whisper.to', { name: to?.name ?? '' }) : t('route.takeover.why')} go={t(what === 'whisper' ? 'wall.whisper' : 'route.takeover')} testId={`wall-${what}`} onGo={go} onBack={onDone} />
}
