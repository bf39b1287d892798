import { Search } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'

/** Stands where people look for a search box, and opens the palette. */
export function PaletteButton() {
  const { t } = useWords()
  const keys = useKeys()
  return (
    <button
      type="button" className="search-open" data-testid="search-open" aria-haspopup="dialog" aria-label={t('palette.open')} title={`${t('palette.open')}  ${keys.search}`}
      onClick={() => patchScreen({ dialog: 'palette' })}
    >
      <Search size={14} aria-hidden />
      <span className="one-line">{t('palette.open')}</span>
      {keys.search && <kbd>{keys.search}</kbd>}
    </button>
  )
}
