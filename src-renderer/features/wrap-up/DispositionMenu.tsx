import type { KeyboardEvent } from 'react'
import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import { setDisposition } from '../../app/do-work.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { screen, type Menu } from '../../app/screen.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { useStore } from '../../ui/store.ts'
import { DISPOSITIONS } from './lists.ts'
import { closeMenu, useFloating } from './use-floating.ts'

/** How a resolved conversation ended: one key of 1 to 7. */
export function DispositionMenu({ menu }: { menu: Menu }) {
  const { t } = useWords()
  const desk = useDesk()
  const floating = useFloating()
  const now = useStore(screen, (s) => s.toasts.find((toast) => toast.end?.conversationId === menu.conversationId)?.end?.disposition ?? null)
  const take = (disposition: Disposition) => {
    closeMenu()
    setDisposition(desk, menu.conversationId, disposition, t(`disposition.${disposition}`))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    floating.onKeyDown(event)
    const byNumber = DISPOSITIONS[Number(event.key) - 1]
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!byNumber && step === 0) return
    event.preventDefault()
    if (byNumber) return take(byNumber)
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    buttons[(buttons.findIndex((button) => button === document.activeElement) + step + buttons.length) % buttons.length]?.focus()
  }
  const title = t('disposition.title', { name: menu.name })
  return (
    <div className="menu menu-disposition" role="dialog" aria-label={title} data-testid="disposition-menu" {...floating} onKeyDown={onKeyDown}>
      <h2 className="one-line"><bdi>{title}</bdi></h2>
      {DISPOSITIONS.map((disposition, n) => (
        <button
          key={disposition} type="button" className="menu-choice" aria-pressed={disposition === now} data-testid={`disposition-${disposition}`}
          data-first={disposition === (now ?? DISPOSITIONS[0]) ? '' : undefined} onClick={() => take(disposition)}
        >
          <span>{t(`disposition.${disposition}`)}</span> <kbd>{n + 1}</kbd>
        </button>
      ))}
    </div>
  )
}
