import { memo } from 'react'
import { AlarmClock, Globe, Hourglass, Mail, Megaphone, MessageCircle, MessagesSquare, PlayCircle, Webhook } from 'lucide-react'
import type { InboxRow } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { FOCUS } from '../../app/focus.ts'
import { useDeskState, useShopZone } from '../../bridge/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { clock, dateTime, isToday, shortDate } from '../../ui/format.ts'
import { useNow } from '../../ui/now.ts'
import { RisingBars } from '../../ui/RisingBars.tsx'
import { RowPromise } from '../promises/RowPromise.tsx'
import { flagKind, risksIn } from '../context/flag-kind.ts'
import { OfferChip } from './OfferChip.tsx'
import type { Place } from './order.ts'
import { waitedSeconds, waitText, waitTone } from './waiting.ts'

const TONES: Record<NonNullable<InboxRow['chip']>, Tone> = { angry: 'danger', held: 'warning', review: 'accent', queued: 'plain', autopilot: 'autopilot', incident: 'accent' }

/** Why the row is raised, as a sentence; null when it is not. */
function useFlagWords(row: InboxRow): string | null {
  const { t, label } = useWords()
  if (!row.flagged && row.chip !== 'angry') return null
  const codes = [...row.marks, ...row.topics]
  if (flagKind({ level: row.emotionLevel, codes }) === 'angry') return t('chip.angry.title')
  const words = risksIn(codes).flatMap((code) => label(code) ?? [])
  return words.length > 0 ? t('flag.risk.of', { words: words.join(t('list.comma')) }) : t('flag.risk')
}

/** The one thing that matters most about a conversation. A raised one is a shape and a word, not only a colour. */
export function RowChip({ row, reason }: { row: InboxRow; /** In words why it is raised, where there is room. */ reason?: string | null }) {
  const { t } = useWords()
  const raised = useFlagWords(row)
  if (!row.chip || row.chip === 'incident') return <TimeChip row={row} />
  const risk = row.chip === 'angry' && flagKind({ level: row.emotionLevel, codes: [...row.marks, ...row.topics] }) === 'risk'
  const name = [row.chip === 'angry' ? null : t(`chip.${row.chip}.title`), reason ?? raised].filter(Boolean).join(t('list.comma'))
  return (
    <Chip tone={TONES[row.chip]} name={name} testId={row.chip === 'angry' ? 'chip-angry' : undefined}>
      {raised !== null && <RisingBars level={Math.max(row.emotionLevel, 1)} />}
      {row.chip === 'angry' && reason ? reason : t(risk ? 'chip.risk' : `chip.${row.chip}`)}
    </Chip>
  )
}

/** Where nothing matters more: the answer is overdue, an incident touches the customer, or the conversation has come back, and why. */
function TimeChip({ row }: { row: InboxRow }) {
  const { t } = useWords()
  const offset = useDeskState()?.clockOffset ?? 0
  const late = useNow((now) => waitTone(row.clock, now + offset) === 'late')
  if (late) return <Chip tone="danger" name={t('chip.overdue.title')} testId="chip-overdue"><Hourglass size={10} aria-hidden />{t('chip.overdue')}</Chip>
  // Nothing is late: what this customer has to be told.
  if (row.chip === 'incident') return <Chip tone="accent" name={t('chip.incident.title')} testId="chip-incident"><Megaphone size={10} aria-hidden />{t('chip.incident')}</Chip>
  const woke = row.snooze?.woke
  return woke ? <Chip tone="accent" name={t(`chip.woke.${woke}.title`)} testId="chip-woke"><AlarmClock size={10} aria-hidden />{t(`chip.woke.${woke}`)}</Chip> : null
}

/** Seconds that the customer has waited; without anybody waiting, when the last word fell. */
function RowClock({ row }: { row: InboxRow }) {
  const { t, local, language } = useWords()
  const offset = useDeskState()?.clockOffset ?? 0
  const since = row.waitingSince ?? row.clock?.startedAt ?? null
  const seconds = useNow((now) => (since === null ? null : waitedSeconds(since, now + offset)))
  const tone = useNow((now) => waitTone(row.clock, now + offset))
  const today = useNow((now) => isToday(row.lastAt, now + offset))
  if (row.section === 'snoozed' && row.snooze) return <SnoozedUntil until={row.snooze.until} />
  if (seconds === null) {
    const text = today ? clock(row.lastAt, language) : shortDate(row.lastAt, language)
    return <span className="row-clock tabular" data-tone="none">{text}</span>
  }
  const text = waitText(seconds, language)
  const title = [t(`wait.${tone}`, { time: text }), row.clock && local(row.clock.rule.say)].filter(Boolean).join('\n')
  return <span className="row-clock tabular" data-tone={tone} data-testid="row-clock" title={title}>{text}</span>
}

/** When a conversation that was put away comes back, in the shop's zone. */
function SnoozedUntil({ until }: { until: number }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const time = dateTime(until, language, zone)
  return <span className="row-clock tabular" data-tone="none" data-testid="row-snoozed" title={t('snooze.until', { time })}><AlarmClock size={11} aria-hidden /> {time}</span>
}

const MARKS = { web: Globe, demo: PlayCircle, email: Mail, chatwoot: MessagesSquare, wecom: MessageCircle, hook: Webhook }

export function ChannelMark({ channel, size = 11 }: { channel: InboxRow['channel']; size?: number }) {
  const Mark = MARKS[channel]
  return <Mark size={size} aria-hidden />
}

interface Props {
  row: InboxRow
  section: Place
  top: number
  /** Pixels. */
  height: number
  place: number
  of: number
  chosen: boolean
  tabStop: boolean
  /** @param words the chip was meant: on to the words that raised it */
  onChoose: (id: string, words: boolean) => void
}

/** One conversation of the queue. Draws itself anew only when its own row changes. */
export const Row = memo(function Row({ row, section, top, height, place, of, chosen, tabStop, onChoose }: Props) {
  const { t } = useWords()
  const ours = row.lastBy === 'desk'
  return (
    <div
      role="option" id={`row-${row.id}`} className="row" style={{ height, transform: `translateY(${top}px)` }}
      aria-selected={chosen} aria-posinset={place} aria-setsize={of} tabIndex={tabStop ? 0 : -1}
      data-testid="row" data-id={row.id} data-chip={row.chip ?? ''} data-section={section} data-focus={tabStop ? FOCUS.queue : undefined}
      title={row.lastLine} onClick={(event) => onChoose(row.id, event.target instanceof Element && event.target.closest('[data-testid=chip-angry]') !== null)}
    >
      <Avatar name={row.displayName} mark={<ChannelMark channel={row.channel} />} />
      <span className="row-lines">
        <span className="row-name one-line" dir="auto">{row.displayName}</span>
        <RowClock row={row} />
      </span>
      <span className="row-lines">
        <span className="row-line one-line" dir={ours ? undefined : 'auto'}>{ours ? <>{t('line.ours')}<bdi>{row.lastLine}</bdi></> : row.lastLine}</span>
        {row.promise && <RowPromise promise={row.promise} />}
        {row.offer && <OfferChip until={row.offer.until} />}
        <RowChip row={row} />
      </span>
    </div>
  )
})
