import { useRef, type KeyboardEvent } from 'react'
import { FIRST } from './Dialog.tsx'

export interface Tab<Name extends string> {
  name: Name
  title: string
  /** A number behind the title; 0 and absent show none. */
  count?: number | undefined
}

interface Props<Name extends string> {
  tabs: readonly Tab<Name>[]
  chosen: Name
  /** What the row of tabs is called for those who cannot see it. */
  label: string
  /** Id of the element that they change. */
  panel: string
  /** Does the dialog that opens on it begin at the chosen tab? Else something of the page has the focus first. */
  isFirst: boolean
  onChoose: (name: Name) => void
}

/** Pages beside each other; the arrow keys go from one to the next. */
export function Tabs<Name extends string>({ tabs, chosen, label, panel, isFirst, onChoose }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = tabs.findIndex((tab) => tab.name === chosen)
    const next = tabs[(at + by + tabs.length) % tabs.length]
    if (by === 0 || !next) return
    event.preventDefault()
    onChoose(next.name)
    list.current?.querySelector<HTMLElement>(`[data-page='${next.name}']`)?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className="page-tabs" onKeyDown={onKeyDown}>
      {tabs.map(({ name, title, count }) => (
        <button key={name} type="button" role="tab" className="scope" data-page={name} aria-selected={name === chosen} aria-controls={panel} tabIndex={name === chosen ? 0 : -1} {...(isFirst && name === chosen ? FIRST : {})} onClick={() => onChoose(name)}>
          {title} {(count ?? 0) > 0 && <span className="quiet tabular">{count}</span>}
        </button>
      ))}
    </div>
  )
}
