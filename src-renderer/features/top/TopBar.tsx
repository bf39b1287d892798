import { Settings, TriangleAlert } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { KEYS } from '../../app/keymap.ts'
import { patchScreen } from '../../app/screen.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { DemoControl } from '../demo/DemoControl.tsx'
import { SearchBox } from '../search/SearchBox.tsx'
import { Autopilot } from './Autopilot.tsx'
import { ModelHealth } from './ModelHealth.tsx'
import { Truth } from './Truth.tsx'
import './top.css'

/** The one line of truth, and what is reached from everywhere. */
export function TopBar() {
  const { t } = useWords()
  return (
    <header className="top">
      <h1 className="hidden-text">Deskmate</h1>
      <SearchBox />
      <Truth />
      <div className="top-right">
        <DemoControl />
        <ModelHealth />
        <Autopilot />
        <Warnings />
        <Button kind="bare" icon={<Settings size={16} aria-hidden />} name={t('settings')} shortcut={KEYS.settings} data-testid="settings" onClick={() => patchScreen({ dialog: 'settings' })} />
      </div>
    </header>
  )
}

/** Standing warnings: a small sign that tells them on hover and on focus. */
function Warnings() {
  const { t } = useWords()
  const warnings = useDeskState()?.warnings ?? []
  if (warnings.length === 0) return null
  const text = warnings.map((code) => (code === 'key-file' ? t('warning.key-file') : t('warning.other', { code }))).join('\n')
  return <span className="warnings" role="img" tabIndex={0} aria-label={text} title={text} data-testid="warnings"><TriangleAlert size={16} aria-hidden /></span>
}
