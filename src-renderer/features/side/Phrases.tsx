import { useEffect, useState, type KeyboardEvent } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SideLoose } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { keys } from '../../bridge/cache.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { GapText } from '../phrases/GapText.tsx'
import { insertPhrase } from './do-side.ts'
import '../phrases/phrases.css'

const LIMIT = 8
const LIST = 'side-phrase-list'

/** The desk's phrases, filled for whom the panel shows; the one that is taken stands in the reply, to be changed or copied. */
export function Phrases({ loose }: { loose: SideLoose }) {
  const { t } = useWords()
  const desk = useDesk()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const { data } = useQuery({
    queryKey: [...keys.phrases, 'side', loose.id, query], gcTime: 0, staleTime: 0, placeholderData: keepPreviousData,
    queryFn: () => desk.client.call('side.phrases', { looseId: loose.id, query, limit: LIMIT }),
  })
  const hits = data?.hits ?? []
  const at = Math.min(chosen, Math.max(0, hits.length - 1))
  useEffect(() => {
    document.getElementById(`${LIST}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const hit = hits[at]
    if (step && hits.length > 0) setChosen((at + step + hits.length) % hits.length)
    else if (event.key === 'Enter' && hit) insertPhrase(desk, loose, hit)
    else return
    event.preventDefault()
  }
  return (
    <section className="side-phrases" aria-label={t('phrases')}>
      <input
        className="field" autoFocus type="search" role="combobox" aria-expanded={hits.length > 0} aria-controls={LIST} aria-activedescendant={hits.length > 0 ? `${LIST}-${at}` : undefined}
        value={query} maxLength={100} placeholder={t('side.phrases.find')} aria-label={t('side.phrases.find')} data-testid="side-phrase-find"
        onChange={(event) => { setQuery(event.target.value); setChosen(0) }} onKeyDown={onKey}
      />
      {data && hits.length === 0 && <p className="small quiet" role="status">{query === '' ? t('phrases.none.yet') : t('phrases.none', { query })}</p>}
      <ul id={LIST} role="listbox" aria-label={t('phrases.list')}>
        {hits.map((hit, n) => (
          <li key={hit.id} id={`${LIST}-${n}`} role="option" aria-selected={n === at} data-testid="side-phrase" onPointerMove={() => n !== at && setChosen(n)} onClick={() => insertPhrase(desk, loose, hit)}>
            <span className="phrase-head">{hit.title !== '' && <b className="one-line">{hit.title}</b>}{hit.code !== '' && <span className="phrase-code">/{hit.code}</span>}</span>
            <span className="phrase-text small"><GapText text={hit.text} /></span>
          </li>
        ))}
      </ul>
    </section>
  )
}
