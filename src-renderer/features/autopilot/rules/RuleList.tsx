import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { ListedRow, RowGroup } from './list.ts'
import { Sentences } from './Sentences.tsx'
import { rowTitle } from './title.ts'

interface Props {
  groups: readonly RowGroup[]
  chosen: string | null
  /** The row whose form is open. */
  open: string | null
  onChoose: (place: string) => void
  onOpen: (place: string) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5, Home: -1000, End: 1000 }

/** Every row in its own words. Arrows go from one to the next, Enter opens its form. */
export function RuleList({ groups, chosen, open, onChoose, onOpen }: Props) {
  const { t } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const rows = groups.flatMap((group) => group.rows)
  const at = Math.max(0, rows.findIndex(({ place }) => place === chosen))
  const stands = rows[at]?.place
  useEffect(() => {
    // Who walks the list by keys goes with it; who writes in the form or walks the tabs is left alone.
    if (list.current?.contains(document.activeElement)) list.current.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  }, [stands])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const step = STEPS[event.key]
    const next = step === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, at + step))]
    if (next) onChoose(next.place)
    else if (event.key === 'Enter' && stands) onOpen(stands)
    else return
    event.preventDefault()
  }
  return (
    <div ref={list} className="rule-list" role="listbox" aria-label={t('rules.list')} data-testid="rule-list" onKeyDown={onKeyDown}>
      {groups.map(({ group, rows: ofGroup }) => (
        <div key={group} role="group" aria-label={groupName(t, group)}>
          <p className="rule-group small" aria-hidden>{groupName(t, group)}</p>
          {ofGroup.map((row) => <Line key={row.place} row={row} isChosen={row.place === stands} isOpen={row.place === open} onOpen={() => onOpen(row.place)} />)}
        </div>
      ))}
    </div>
  )
}

type GroupWord = 'always' | 'rules' | 'actions' | 'order' | 'logistics' | 'received' | 'return' | 'refund' | 'price' | 'invoice' | 'service' | 'conflict' | 'other'
const groupName = (t: ReturnType<typeof useWords>['t'], group: string): string => t(`rules.group.${group as GroupWord}`)

function Line({ row, isChosen, isOpen, onOpen }: { row: ListedRow; isChosen: boolean; isOpen: boolean; onOpen: () => void }) {
  const words = useWords()
  const { t } = words
  return (
    <div
      role="option" aria-selected={isChosen} tabIndex={isChosen ? 0 : -1} className="rule-line" data-level={row.level ?? undefined} data-open={isOpen || undefined} data-gone={row.isGone || undefined}
      data-testid="rule-line" data-place={row.place} onClick={onOpen}
    >
      <p className="rule-line-head">
        <b>{rowTitle(words, row)}</b>
        {row.hasProblem && <Chip tone="danger">{t('rules.chip.problem')}</Chip>}
        {row.isGone ? <Chip tone="warning">{t('rules.chip.gone')}</Chip> : row.isChanged && <Chip tone="accent">{t('rules.chip.changed')}</Chip>}
      </p>
      <p className="small">{row.place === 'alwaysPerson' ? t('rules.always.say') : row.say ? <Sentences say={row.say} /> : t('rules.unreadable')}</p>
    </div>
  )
}
