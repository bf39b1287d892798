import { useEffect, useState, type KeyboardEvent } from 'react'
import type { SeatPresence } from '../../../../src-shared/domain/presence.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { readHandover } from '../../../bridge/handover-lines.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { handOn, withdrawTransfer } from '../../../bridge/routing.ts'
import { usePeople } from '../../../bridge/team.ts'
import { Button } from '../../../ui/Button.tsx'
import { focusOnceDrawn } from '../../../ui/focus-first.ts'

/** The way of an option back to what the engine asks for: `seat:…`, `team:…` or `queue`. */
function targetOf(choice: string) {
  if (choice.startsWith('seat:')) return { kind: 'seat' as const, seatId: choice.slice(5) }
  return choice.startsWith('team:') ? { kind: 'team' as const, team: choice.slice(5) } : { kind: 'queue' as const }
}

/** To whom, and where it stands: the summary is there already. Ctrl+Enter hands it on, Esc leaves. */
export function HandOnForm({ id, others, onDone }: { id: string; others: readonly SeatPresence[]; onDone: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const teams = [...new Set((usePeople() ?? []).flatMap((account) => account.teams))].sort()
  const [choice, setChoice] = useState(() => (others[0] ? `seat:${others[0].seatId}` : 'queue'))
  const [text, setText] = useState('')
  useEffect(() => {
    readHandover(desk, id).then(({ lines }) => {
      const summary = lines.map(({ kind, words }) => `${t(`handover.${kind}`)} ${words}`).join('\n')
      setText((now) => (now === '' ? summary : now))
    }).catch(report)
  }, [desk, id, t])
  const go = () => {
    if (text.trim() === '') return
    handOn(desk, id, targetOf(choice), text.trim()).then(() => {
      onDone()
      toast('said.handed-on', { undo: () => void undo().catch(report) })
    }, report)
  }
  const undo = async () => {
    const { routings } = await desk.client.call('team.routing', {})
    const transfer = routings.find(({ conversationId }) => conversationId === id)?.transfer
    if (transfer) await withdrawTransfer(desk, id, transfer.id)
  }
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey)))) return
    event.preventDefault()
    if (event.key === 'Escape') onDone()
    else if (!event.repeat) go()
  }
  return (
    <div className="route-form route-hand-on" onKeyDown={onKey} data-testid="hand-on-form">
      <select ref={focusOnceDrawn} className="field" value={choice} aria-label={t('route.to')} data-testid="hand-on-to" onChange={(event) => setChoice(event.target.value)}>
        {others.map(({ seatId, name, state, held, capacity }) => <option key={seatId} value={`seat:${seatId}`}>{t('route.to.seat', { name, state: t(`route.state.${state}`), held, capacity })}</option>)}
        {teams.map((team) => <option key={team} value={`team:${team}`}>{t('route.to.team', { team })}</option>)}
        <option value="queue">{t('route.to.queue')}</option>
      </select>
      <textarea rows={3} value={text} dir="auto" aria-label={t('route.summary')} placeholder={t('route.summary')} data-testid="hand-on-text" onChange={(event) => setText(event.target.value)} />
      <Button kind="primary" disabled={text.trim() === ''} shortcut="Ctrl Enter" data-testid="hand-on-go" onClick={go}>{t('route.handon')}</Button>
    </div>
  )
}
