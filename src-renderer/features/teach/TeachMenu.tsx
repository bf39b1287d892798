import { useMemo, useState, type KeyboardEvent } from 'react'
import { teach } from '../../app/do-teach.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import type { Menu } from '../../app/screen.ts'
import { useDesk, useThread } from '../../bridge/hooks.ts'
import { usePinyin } from '../palette/pinyin.ts'
import { closeMenu, useFloating } from '../wrap-up/use-floating.ts'
import { ranked, type Named } from './choices.ts'
import { Understood } from './Understood.tsx'
import { useNamed } from './use-named.ts'
import './teach.css'

/** What the desk understood of a message and why, and what it really is: a digit, or some letters and Enter. */
export function TeachMenu({ menu }: { menu: Menu }) {
  const { t } = useWords()
  const desk = useDesk()
  const { view } = useThread(menu.conversationId)
  const message = view?.messages.find(({ id }) => id === menu.messageId)
  const { likely, others } = useNamed(message?.verdict)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const toPinyin = usePinyin()
  const floating = useFloating()
  const all = useMemo(() => ranked([...likely, ...others], typed, toPinyin), [likely, others, typed, toPinyin])
  const chosen = Math.min(at, all.length - 1)
  const digits = typed === '' ? likely.length : 0
  const take = (choice: Named | undefined) => {
    if (!choice || !message) return
    closeMenu()
    teach(desk, message, choice.told, choice.name)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    const byDigit = /^[1-9]$/.test(event.key) && Number(event.key) <= digits ? all[Number(event.key) - 1] : undefined
    if (step === 0 && event.key !== 'Enter' && !byDigit) return
    event.preventDefault()
    if (step !== 0) setAt((chosen + step + all.length) % Math.max(1, all.length))
    else if (!event.repeat) take(byDigit ?? all[chosen])
  }
  return (
    <div className="menu menu-teach" role="dialog" aria-label={t('teach.title')} data-testid="teach-menu" {...floating}>
      <h2>{t('teach.title')}</h2>
      {message && <Understood message={message} />}
      <input
        className="field" data-first="" role="combobox" aria-expanded={all.length > 0} aria-controls="teach-choices" aria-activedescendant={all.length > 0 ? `teach-${chosen}` : undefined}
        aria-label={t('teach.search')} placeholder={t('teach.search')} maxLength={60} value={typed} data-testid="teach-typed"
        onChange={(event) => { setTyped(event.target.value); setAt(0) }} onKeyDown={onKey}
      />
      <ul id="teach-choices" className="teach-choices" role="listbox" aria-label={t('teach.choices')}>
        {all.map((choice, n) => (
          <li
            key={choice.id} id={`teach-${n}`} role="option" aria-selected={n === chosen} data-testid={`teach-${choice.id}`} ref={n === chosen ? showIt : undefined}
            onMouseDown={(event) => event.preventDefault()} onClick={() => take(choice)}
          >
            <span>{choice.name}</span> {n < digits ? <kbd>{n + 1}</kbd> : <span className="quiet small">{t(`teach.kind.${choice.layer}`)}</span>}
          </li>
        ))}
      </ul>
      <p className="small quiet" role="status">{all.length === 0 ? t('teach.none') : t('teach.keys')}</p>
    </div>
  )
}

/** Stable: only another line is scrolled to. */
const showIt = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'nearest' })
