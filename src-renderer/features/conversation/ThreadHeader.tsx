import { AlarmClock, AlarmClockOff, AppWindow, BadgeCheck, Bot, Check, CircleHelp, CornerDownLeft, PanelRight, RotateCcw, StickyNote } from 'lucide-react'
import type { Conversation } from '../../../src-shared/domain/conversation.ts'
import { goToOtherWindow, hasOtherWindows } from '../../app/alone.ts'
import { handBack, openNote, openSnooze, snooze } from '../../app/do-work.ts'
import { resolveOrAsk } from '../../app/do-promises.ts'
import { isDone, reopen } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { screen } from '../../app/screen.ts'
import { useDesk, useRow } from '../../bridge/hooks.ts'
import { useMayWrite } from '../../bridge/people.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { FlagButton } from '../evidence/FlagButton.tsx'
import { TranslateConversation } from '../translation/TranslateButton.tsx'
import { ChannelMark } from '../inbox/Row.tsx'

/** Who this is, certain enough to write to. */
export function ThreadHeader({ id, conversation }: { id: string; conversation: Conversation | null }) {
  const { t, label } = useWords()
  const row = useRow(id)
  const name = row?.displayName ?? conversation?.displayName ?? ''
  const channel = row?.channel ?? conversation?.channel
  const verified = (row?.verification ?? conversation?.verification ?? 'none') !== 'none'
  const topic = (row?.topics ?? []).flatMap((code) => label(code) ?? []).join(t('list.comma'))
  const facts = [channel && t(`channel.${channel}`), t(verified ? 'verified.yes' : 'verified.no'), topic].filter(Boolean)
  return (
    <header className="thread-header">
      <Avatar name={name} />
      <div className="thread-who">
        <h2 className="one-line" title={name}><bdi>{name}</bdi></h2>
        <p className="quiet small one-line thread-facts" title={facts.join(' · ')}>
          {channel && <span className="fact"><ChannelMark channel={channel} size={12} />{t(`channel.${channel}`)}</span>}
          <span className="dot">·</span>
          <span className="fact" data-verified={verified ? '' : undefined}>
            {verified ? <BadgeCheck size={12} aria-hidden /> : <CircleHelp size={12} aria-hidden />}{t(verified ? 'verified.yes' : 'verified.no')}
          </span>
          {topic && <><span className="dot">·</span>{topic}</>}
        </p>
      </div>
      {row && <FlagButton row={row} />}
    </header>
  )
}

/** What can be done with the conversation. Stands in the header's corner, and after the composer in the order of Tab. */
export function ThreadActions({ id }: { id: string }) {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const row = useRow(id)
  const section = row?.section
  const done = isDone(section)
  const drawer = useStore(screen, (s) => s.drawer)
  const disabled = !useMayWrite()
  return (
    <div className="thread-actions">
      <TranslateConversation id={id} />
      <Button kind="bare" icon={<StickyNote size={16} aria-hidden />} name={t('note.add')} shortcut={keys.note} disabled={disabled} onClick={() => openNote(id)} data-testid="note-add" />
      {!done && row?.answers?.by === 'person' && <Button kind="bare" icon={<Bot size={16} aria-hidden />} name={t('hand-back')} hint={t('hand-back.hint')} shortcut={keys['hand-back']} disabled={disabled} onClick={() => handBack(desk, id)} data-testid="hand-back" />}
      {!done && (section === 'snoozed'
        ? <Button kind="bare" icon={<AlarmClockOff size={16} aria-hidden />} name={t('snooze.wake')} disabled={disabled} onClick={() => snooze(desk, id, null)} data-testid="wake" />
        : <Button kind="bare" icon={<AlarmClock size={16} aria-hidden />} name={t('snooze')} hint={t('snooze.hint')} shortcut={keys.snooze} disabled={disabled} onClick={() => openSnooze(desk)} data-testid="snooze" />)}
      {done
        ? <Button icon={<RotateCcw size={14} aria-hidden />} disabled={disabled} onClick={() => reopen(desk, id)}>{t('reopen')}</Button>
        : <Button icon={<Check size={14} aria-hidden />} hint={t('resolve.hint')} shortcut={keys.resolve} disabled={disabled} onClick={() => resolveOrAsk(desk)} data-testid="resolve">{t('resolve')}</Button>}
      {hasOtherWindows() && <OtherWindow id={id} />}
      <Button
        className="drawer-toggle" kind="bare" icon={<PanelRight size={16} aria-hidden />} name={t('context.toggle')} shortcut={keys.context}
        aria-expanded={drawer} onClick={() => screen.set((now) => ({ ...now, drawer: !now.drawer }))}
      />
    </div>
  )
}

/** To the conversation's own window; there, back to the desk. */
function OtherWindow({ id }: { id: string }) {
  const { t } = useWords()
  const keys = useKeys()
  const alone = useStore(screen, (s) => s.alone)
  const icon = alone ? <CornerDownLeft size={16} aria-hidden /> : <AppWindow size={16} aria-hidden />
  return <Button kind="bare" icon={icon} name={t(alone ? 'window.desk' : 'window.own')} shortcut={keys['other-window']} data-testid="other-window" onClick={() => goToOtherWindow(id)} />
}
