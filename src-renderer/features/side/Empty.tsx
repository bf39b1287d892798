import { Clipboard } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { sideState } from '../../app/side-state.ts'
import { useSettings } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { isMac, keyName } from './key-name.ts'

/** Nothing was taken yet: what to do, and what if the key does nothing. */
export function Empty() {
  const { t } = useWords()
  const shortcut = useSettings()?.side.shortcut ?? ''
  const state = useStore(sideState, (s) => s?.key)
  const key = keyName(shortcut, isMac())
  const words = state === 'taken' || state === 'wrong' ? t('side.key.taken', { key }) : shortcut === '' ? t('side.empty.nokey') : t('side.empty', { key })
  return (
    <div className="side-empty" data-testid="side-empty">
      <p>{words}</p>
      <Button icon={<Clipboard size={15} aria-hidden />} onClick={() => window.deskmate?.side('take')}>{t('side.take')}</Button>
    </div>
  )
}
