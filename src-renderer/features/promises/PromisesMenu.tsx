import type { KeyboardEvent } from 'react'
import { resolveWith } from '../../app/do-promises.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import type { Menu } from '../../app/screen.ts'
import { gatewayNow } from '../../bridge/actions.ts'
import { useDesk, useShopZone, useThread } from '../../bridge/hooks.ts'
import { closeMenu, useFloating } from '../wrap-up/use-floating.ts'
import { dueWords, promiseWords } from './words.ts'
import './promises.css'

const CHOICES = [{ word: 'promises.ask.done', state: 'done' }, { word: 'promises.ask.dropped', state: 'dropped' }, { word: 'promises.ask.keep', state: null }] as const

/** A conversation is to be resolved while something promised in it is open: one key of 1 to 3. */
export function PromisesMenu({ menu }: { menu: Menu }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const floating = useFloating()
  const open = (useThread(menu.conversationId).view?.promises ?? []).filter(({ state }) => state === 'open')
  const take = (state: (typeof CHOICES)[number]['state']) => {
    closeMenu()
    resolveWith(desk, menu.conversationId, state, menu.wrote)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    floating.onKeyDown(event)
    const byNumber = CHOICES[Number(event.key) - 1]
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!byNumber && step === 0) return
    event.preventDefault()
    if (event.repeat) return
    if (byNumber) return take(byNumber.state)
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    buttons[(buttons.findIndex((button) => button === document.activeElement) + step + buttons.length) % buttons.length]?.focus()
  }
  const title = t('promises.ask.title', { name: menu.name, count: open.length })
  return (
    <div className="menu menu-snooze" role="dialog" aria-label={title} data-testid="promises-menu" {...floating} onKeyDown={onKeyDown}>
      <h2><bdi>{title}</bdi></h2>
      <ul className="small promise-asked">
        {open.map((one) => <li key={one.id}>{promiseWords(t, one, language)} <span className="quiet tabular">{dueWords(t, one.dueAt, gatewayNow(desk), language, zone)}</span></li>)}
      </ul>
      {CHOICES.map(({ word, state }, n) => (
        <button key={word} type="button" className="menu-choice" data-testid={`promises-${state ?? 'keep'}`} data-first={n === 0 ? '' : undefined} onClick={() => take(state)}>
          <span>{t(word)}</span> <kbd>{n + 1}</kbd>
        </button>
      ))}
    </div>
  )
}
