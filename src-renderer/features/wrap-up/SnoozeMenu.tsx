import { useEffect, useState, type KeyboardEvent } from 'react'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { snooze } from '../../app/do-work.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { screen, type Menu } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useShopZone } from '../../bridge/hooks.ts'
import { readSnoozeTimes } from '../../bridge/work.ts'
import { dateTime } from '../../ui/format.ts'
import { closeMenu, useFloating } from './use-floating.ts'

type Times = CallResult<'snooze.times'>
const NONE: Times = { choices: [], typed: null }

/** What the engine offers for the words typed so far; `asked`: the words that it answers. An older answer never replaces a newer one. */
function useTimes(typed: string): Times & { asked: string | null } {
  const desk = useDesk()
  const [times, setTimes] = useState<Times & { asked: string | null }>({ ...NONE, asked: null })
  useEffect(() => {
    let current = true
    readSnoozeTimes(desk, typed).then((answer) => current && setTimes({ ...answer, asked: typed }), report)
    return () => { current = false }
  }, [desk, typed])
  return times
}

/** Until when to put the conversation away: one of the usual times, or one that is typed. */
export function SnoozeMenu({ menu }: { menu: Menu }) {
  const { t, language } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const zone = useShopZone()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { asked, ...times } = useTimes(typed)
  const floating = useFloating()
  const offersOf = ({ choices, typed: understood }: Times) =>
    (typed.trim() === '' ? choices.map(({ kind, until }) => ({ name: t(`snooze.${kind}`), until, key: kind === 'tomorrow' ? keys['snooze-tomorrow'] : '' })) : understood === null ? [] : [{ name: t('snooze.typed'), until: understood, key: '' }])
  const offers = offersOf(times)
  const chosen = Math.min(at, offers.length - 1)
  const take = (until: number) => {
    closeMenu()
    snooze(desk, menu.conversationId, until, menu.wrote)
  }
  /** Enter is often faster than the answer: what counts is the time in the field, never the one before its last key. */
  const enter = async () => {
    const offer = asked === typed ? offers[chosen] : offersOf(await readSnoozeTimes(desk, typed))[0]
    if (offer && screen.get().menu === menu) take(offer.until)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== 0) setAt((chosen + step + offers.length) % Math.max(1, offers.length))
    else if (!event.repeat) enter().catch(report)
  }
  return (
    <div className="menu menu-snooze" role="dialog" aria-label={t('snooze.title.of', { name: menu.name })} data-testid="snooze-menu" {...floating}>
      <h2>{t('snooze.title')}</h2>
      <ul id="snooze-times" role="listbox" aria-label={t('snooze.title')}>
        {offers.map((offer, n) => (
          <li
            key={offer.until} id={`snooze-${n}`} role="option" aria-selected={n === chosen} data-testid="snooze-time"
            onMouseDown={(event) => event.preventDefault()} onPointerMove={() => n !== chosen && setAt(n)} onClick={() => take(offer.until)}
          >
            <span>{offer.name} {offer.key && <kbd>{offer.key}</kbd>}</span> <span className="quiet tabular">{dateTime(offer.until, language, zone)}</span>
          </li>
        ))}
      </ul>
      <input
        className="field" data-first="" role="combobox" aria-expanded={offers.length > 0} aria-controls="snooze-times" aria-activedescendant={offers.length > 0 ? `snooze-${chosen}` : undefined}
        aria-label={t('snooze.typed')} placeholder={t('snooze.placeholder')} maxLength={60} value={typed} data-testid="snooze-typed"
        onChange={(event) => { setTyped(event.target.value); setAt(0) }} onKeyDown={onKey}
      />
      <p className="small quiet" role="status">{typed.trim() !== '' && asked === typed && offers.length === 0 ? t('snooze.unclear') : ''}</p>
    </div>
  )
}
