import { useEffect, useState, type KeyboardEvent } from 'react'
import type { CallResult } from '../../../src-shared/contract/calls.ts'
import { snooze } from '../../app/do-work.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import type { Menu } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useShopZone } from '../../bridge/hooks.ts'
import { readSnoozeTimes } from '../../bridge/work.ts'
import { dateTime } from '../../ui/format.ts'
import { closeMenu, useFloating } from './use-floating.ts'

const NONE: CallResult<'snooze.times'> = { choices: [], typed: null }

/** What the engine offers for the words typed so far. An older answer never replaces a newer one. */
function useTimes(typed: string): CallResult<'snooze.times'> {
  const desk = useDesk()
  const [times, setTimes] = useState(NONE)
  useEffect(() => {
    let current = true
    readSnoozeTimes(desk, typed).then((answer) => current && setTimes(answer), report)
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
  const { choices, typed: understood } = useTimes(typed)
  const floating = useFloating()
  const usual = choices.map(({ kind, until }) => ({ name: t(`snooze.${kind}`), until, key: kind === 'tomorrow' ? keys['snooze-tomorrow'] : '' }))
  const offers = typed.trim() === '' ? usual : understood === null ? [] : [{ name: t('snooze.typed'), until: understood, key: '' }]
  const chosen = Math.min(at, offers.length - 1)
  const take = (until: number) => {
    closeMenu()
    snooze(desk, menu.conversationId, until)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const offer = offers[chosen]
    if (step === 0 && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== 0) setAt((chosen + step + offers.length) % Math.max(1, offers.length))
    else if (offer && !event.repeat) take(offer.until)
  }
  return (
    <div className="menu menu-snooze" role="dialog" aria-label={`${t('snooze.title')}: ${menu.name}`} data-testid="snooze-menu" {...floating}>
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
      <p className="small quiet" role="status">{typed.trim() !== '' && understood === null ? t('snooze.unclear') : ''}</p>
    </div>
  )
}
