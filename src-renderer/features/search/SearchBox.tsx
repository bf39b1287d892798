import { useRef, useState, type KeyboardEvent } from 'react'
import { Search } from 'lucide-react'
import type { SearchHit } from '../../../src-shared/contract/desk.ts'
import { report } from '../../app/do.ts'
import { back, FOCUS, focusComposer } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { KEYS } from '../../app/keymap.ts'
import { moveOn, patchScreen } from '../../app/screen.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Hits } from './Hits.tsx'
import { findNow, useHits } from './use-hits.ts'
import './search.css'

/** Finds words in all conversations; Enter opens the one that is marked and shows the message. */
export function SearchBox() {
  const { t } = useWords()
  const desk = useDesk()
  /** Words for which Enter was pressed before their hits were there. */
  const entered = useRef<string | null>(null)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const { hits, busy } = useHits(query)
  const show = open && query.trim() !== ''
  const chosen = Math.min(at, Math.max(0, (hits?.length ?? 0) - 1))
  const openHit = (hit: SearchHit) => {
    moveOn(hit.conversationId)
    patchScreen({ found: { conversationId: hit.conversationId, messageId: hit.messageId, query: query.trim() } })
    setOpen(false)
    focusComposer()
  }
  /** Opens a hit of the words that stand in the box, never one of those before. */
  const enter = async () => {
    const words = query.trim()
    if (!busy) return hits?.[chosen] && openHit(hits[chosen])
    entered.current = words
    const [first] = await findNow(desk, words)
    if (first && entered.current === words) openHit(first)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    entered.current = null
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt(Math.max(0, Math.min(chosen + step, (hits?.length ?? 1) - 1)))
    else if (event.key === 'Enter') enter().catch(report)
    else if (event.key === 'Escape') {
      setOpen(false)
      if (query === '' || !show) back()
      if (!show) setQuery('')
    } else return
    event.preventDefault()
  }
  return (
    <search
      className="search" onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        entered.current = null
        setOpen(false)
      }}
    >
      <Search size={14} aria-hidden />
      <input
        type="search" className="search-input" data-testid="search" data-focus={FOCUS.search} value={query} placeholder={t('search.placeholder')}
        aria-label={t('search.name')} title={`${t('search.name')}  ${KEYS.search}`} role="combobox" aria-expanded={show} aria-controls="search-hits" aria-autocomplete="list"
        aria-activedescendant={show && hits?.length ? `hit-${chosen}` : undefined} autoComplete="off" spellCheck={false}
        onChange={(event) => { setQuery(event.target.value); setAt(0); setOpen(true) }} onFocus={() => setOpen(true)} onKeyDown={onKeyDown}
      />
      {query === '' && <kbd>{KEYS.search}</kbd>}
      {show && <Hits hits={hits} busy={busy} query={query.trim()} chosen={chosen} onOpen={openHit} onPoint={setAt} />}
    </search>
  )
}
