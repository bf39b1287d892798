import { useId, useRef, type KeyboardEvent } from 'react'
import { FIRST } from './Dialog.tsx'

export interface Tab<Name extends string> {
  name: Name
  title: string
  /** A number behind the title; 0 and absent show none. */
  count?: number | undefined
  /** Tabs that follow each other under one heading, on lines of their own; where one has a group, all have. */
  group?: string
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

/** The keys that move, and how far. */
const STEPS: Partial<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** Pages beside each other; the arrow keys go from one to the next, over the groups too, Home and End to the ends. */
export function Tabs<Name extends string>({ tabs, chosen, label, panel, isFirst, onChoose }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const groups = [...new Set(tabs.map(({ group }) => group))]
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.name === chosen)
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : at + (STEPS[event.key] ?? 0)
    const next = tabs[(to + tabs.length) % tabs.length]
    if (to === at || !next) return
    event.preventDefault()
    onChoose(next.name)
    list.current?.querySelector<HTMLElement>(`[data-page='${next.name}']`)?.focus()
  }
  const tab = ({ name, title, count, group }: Tab<Name>) => (
    <button
      key={name} type="button" role="tab" className="scope" data-page={name} aria-selected={name === chosen} aria-controls={panel} aria-describedby={group === undefined ? undefined : `${id}-${groups.indexOf(group)}`}
      tabIndex={name === chosen ? 0 : -1} {...(isFirst && name === chosen ? FIRST : {})} onClick={() => onChoose(name)}
    >
      {title} {(count ?? 0) > 0 && <span className="quiet tabular">{count}</span>}
    </button>
  )
  return (
    <div ref={list} role="tablist" aria-label={label} className="page-tabs" onKeyDown={onKeyDown}>
      {groups.map((group, n) => group === undefined ? tabs.map(tab) : (
        <div key={group} className="tab-group" role="presentation">
          <span id={`${id}-${n}`} className="small quiet" aria-hidden>{group}</span>
          <div className="tab-line" role="presentation">{tabs.filter((one) => one.group === group).map(tab)}</div>
        </div>
      ))}
    </div>
  )
}
