import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Search } from 'lucide-react'
import type { Disposition } from '../../../src-shared/domain/disposition.ts'
import { bindingsOf } from '../../app/bindings.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { actionOf } from '../../app/keymap.ts'
import { patchScreen } from '../../app/screen.ts'
import { OWN_KEYS } from '../../app/use-keys.ts'
import { useDesk, useSettings } from '../../bridge/hooks.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { stepIn, type Entry, type Found, type Group } from './entries.ts'
import { openEntry } from './open-entry.ts'
import { PaletteLines } from './PaletteLines.tsx'
import { parseQuery, type PaletteQuery } from './query.ts'
import { useEnds } from './use-ends.ts'
import { findNow, useFound } from './use-found.ts'
import { useGroups } from './use-groups.ts'
import './palette.css'

const close = () => patchScreen({ dialog: null })

const entryOf = (groups: readonly Group[], id: string | null): Entry | undefined => groups.flatMap((group) => group.entries).find((entry) => entry.id === id)

/** One box for everything: whom, which order, which words, which action. Enter opens what is marked. */
export function Palette() {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState<string | null>(null)
  const query = parseQuery(typed)
  const endsOf = useEnds()
  const { found, busy, failed } = useFound(typed, endsOf)
  const toGroups = useGroups()
  const groups = toGroups(query, found)
  const chosen = entryOf(groups, at) ? at : stepIn(groups, null, { by: 1, group: false })
  const { onKeyDown, forget } = usePaletteKeys({ query, groups, toGroups, endsOf, chosen, busy: busy || failed, onStep: setAt })
  return (
    <Dialog bare look="palette" title={t('palette.name')} closeName={t('close')} onClose={close}>
      <div className="palette-box">
        <Search size={16} aria-hidden />
        <input
          className="palette-input" data-testid="search" value={typed} placeholder={t('palette.placeholder')} aria-label={t('palette.name')}
          role="combobox" aria-expanded aria-controls="palette-lines" aria-autocomplete="list" aria-activedescendant={chosen ? `palette-${chosen}` : undefined}
          autoComplete="off" spellCheck={false} maxLength={200} onChange={(event) => { forget(); setTyped(event.target.value); setAt(null) }} onKeyDown={onKeyDown}
        />
        <Count groups={groups} silent={query.words === ''} />
      </div>
      <PaletteLines groups={groups} chosen={chosen} query={query} busy={busy} failed={failed} onPoint={setAt} />
      <Foot />
    </Dialog>
  )
}

interface Keys {
  query: PaletteQuery
  groups: readonly Group[]
  toGroups: (query: PaletteQuery, found: Found) => Group[]
  endsOf: (query: PaletteQuery) => Disposition[]
  chosen: string | null
  /** What is shown may answer other words than those in the box. */
  busy: boolean
  onStep: (id: string | null) => void
}

function usePaletteKeys({ query, groups, toGroups, endsOf, chosen, busy, onStep }: Keys) {
  const desk = useDesk()
  const shortcuts = useSettings()?.shortcuts ?? OWN_KEYS
  /** Words for which Enter was pressed before what answers them was there. */
  const entered = useRef<string | null>(null)
  const forget = () => { entered.current = null }
  useEffect(() => forget, [])
  /** Opens what answers the words that stand in the box, never those before. */
  const enter = async () => {
    const marked = entryOf(groups, chosen)
    if (!busy) return marked && openEntry(desk, marked, query.words)
    entered.current = query.words
    const fresh = toGroups(query, await findNow(desk, query, endsOf(query)))
    const first = entryOf(fresh, stepIn(fresh, null, { by: 1, group: false }))
    if (first && entered.current === query.words) openEntry(desk, first, query.words)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    forget()
    const line = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    const group = { PageDown: 1, PageUp: -1 }[event.key] as 1 | -1 | undefined
    if (line) onStep(stepIn(groups, chosen, { by: line, group: false }))
    else if (group) onStep(stepIn(groups, chosen, { by: group, group: true }))
    else if (event.key === 'Enter') enter().catch(report)
    else if (actionOf(event.nativeEvent, 'typing', bindingsOf(shortcuts)) === 'search') close()
    else return
    event.preventDefault()
  }
  return { onKeyDown, forget }
}

function Count({ groups, silent }: { groups: readonly Group[]; silent: boolean }) {
  const { t } = useWords()
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0)
  return <span className="hidden-text" role="status">{silent ? '' : t('palette.count', { count })}</span>
}

function Foot() {
  const { t } = useWords()
  return (
    <footer className="palette-foot small quiet">
      <span><kbd>↑</kbd> <kbd>↓</kbd> {t('palette.keys.choose')}</span>
      <span><kbd>PgDn</kbd> {t('palette.keys.group')}</span>
      <span><kbd>Enter</kbd> {t('palette.keys.open')}</span>
      <span className="palette-signs"><kbd>#</kbd> {t('palette.only.orders')} <kbd>@</kbd> {t('palette.only.people')} <kbd>&gt;</kbd> {t('palette.only.actions')}</span>
    </footer>
  )
}
