import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { ADDABLE, type Addable } from './fresh.ts'
import { ICONS } from './icons.ts'

/** The kinds of steps that can be added: arrows and Enter, or the mouse; Esc leaves it. */
export function AddList({ onAdd, onClose }: { onAdd: (type: Addable) => void; onClose: () => void }) {
  const { t } = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((one) => one === document.activeElement)
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) buttons[(at + by + buttons.length) % buttons.length]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={list} className="picture-list" role="menu" aria-label={t('picture.add.list')} data-testid="picture-list" onKeyDown={onKey} onBlur={({ relatedTarget, currentTarget }) => { if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) onClose() }}>
      {ADDABLE.map((type) => {
        const Icon = ICONS[type]
        return (
          <button key={type} type="button" role="menuitem" tabIndex={-1} data-type={type} onClick={() => onAdd(type)}>
            <Icon size={14} aria-hidden /> <b>{t(`picture.type.${type}`)}</b> <span className="small quiet">{t(`picture.about.${type}`)}</span>
          </button>
        )
      })}
    </div>
  )
}
