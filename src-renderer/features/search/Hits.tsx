import { useEffect } from 'react'
import type { SearchHit } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { dateTime } from '../../ui/format.ts'
import { segments } from '../conversation/segments.ts'

interface Props {
  hits: SearchHit[] | undefined
  busy: boolean
  query: string
  chosen: number
  onOpen: (hit: SearchHit) => void
  onPoint: (at: number) => void
}

export function Hits({ hits, busy, query, chosen, onOpen, onPoint }: Props) {
  const { t, language } = useWords()
  useEffect(() => {
    document.getElementById(`hit-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  if (!hits || hits.length === 0) {
    return <div className="hits" id="search-hits" role="status"><p className="hits-none quiet">{busy || !hits ? t('search.busy') : t('search.none', { query })}</p></div>
  }
  return (
    <ul className="hits" id="search-hits" role="listbox" aria-label={t('search.hits')}>
      {hits.map((hit, at) => (
        <li
          key={hit.messageId} id={`hit-${at}`} role="option" aria-selected={at === chosen} data-testid="search-hit" data-id={hit.conversationId}
          onPointerMove={() => at !== chosen && onPoint(at)} onMouseDown={(event) => event.preventDefault()} onClick={() => onOpen(hit)}
        >
          <span className="hit-head"><b className="one-line"><bdi>{hit.displayName}</bdi></b> <span className="quiet small tabular">{dateTime(hit.at, language)}</span></span>
          <span className="hit-text small" dir={hit.by === 'customer' ? 'auto' : undefined}>
            {hit.by === 'desk' && t('line.ours')}
            {hit.by === 'note' && t('line.note')}
            {segments(hit.text, hit.spans.map((s) => ({ ...s, kind: 'hit' as const, note: '' }))).map((piece, n) => (piece.marks.length > 0 ? <mark key={n}>{piece.text}</mark> : piece.text))}
          </span>
        </li>
      ))}
    </ul>
  )
}
