import { useEffect } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { Entry, Group } from './entries.ts'
import { EntryLine } from './EntryLine.tsx'
import { openEntry } from './open-entry.ts'
import type { PaletteQuery } from './query.ts'

interface Props {
  groups: readonly Group[]
  chosen: string | null
  query: PaletteQuery
  busy: boolean
  failed: boolean
  onPoint: (id: string) => void
}

/** The lines, in groups; or why there is none. */
export function PaletteLines({ groups, chosen, query, busy, failed, onPoint }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  useEffect(() => {
    if (chosen) document.getElementById(`palette-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const trouble = failed ? t('palette.failed') : groups.length > 0 || query.words === '' ? null : busy ? t('palette.busy') : t('palette.none', { query: query.words })
  const open = (entry: Entry) => openEntry(desk, entry, query.words)
  return (
    <>
      {trouble && <p className="palette-none quiet" role="status">{trouble}</p>}
      <div className="palette-scroll" id="palette-lines" role="listbox" aria-label={t('palette.results')}>
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={t(`palette.${group.name}`)} data-group={group.name}>
            <p className="palette-group small quiet" aria-hidden>{t(`palette.${group.name}`)}</p>
            {group.entries.map((entry) => (
              <div
                key={entry.id} id={`palette-${entry.id}`} role="option" className="palette-line" aria-selected={entry.id === chosen} aria-disabled={entry.off || undefined}
                data-testid={entry.kind === 'message' ? 'search-hit' : 'palette-line'} data-kind={entry.kind} title={entry.off ? t('palette.notNow') : undefined}
                onPointerMove={() => !entry.off && entry.id !== chosen && onPoint(entry.id)} onMouseDown={(event) => event.preventDefault()} onClick={() => open(entry)}
              >
                <EntryLine entry={entry} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  )
}
