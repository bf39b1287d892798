import { CircleHelp, Settings, Users } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { Button } from '../../ui/Button.tsx'
import { DemoControl } from '../demo/DemoControl.tsx'
import { PaletteButton } from '../palette/PaletteButton.tsx'
import { Autopilot } from './Autopilot.tsx'
import { ModelHealth } from './ModelHealth.tsx'
import { Presence } from './Presence.tsx'
import { Truth } from './Truth.tsx'
import { Warnings } from './Warnings.tsx'
import './top.css'

/** The one line of truth, and what is reached from everywhere. */
export function TopBar() {
  const { t } = useWords()
  const keys = useKeys()
  return (
    <header className="top">
      <h1 className="hidden-text">Deskmate</h1>
      <PaletteButton />
      <Truth />
      <div className="top-right">
        <DemoControl />
        <ModelHealth />
        <Autopilot />
        <Presence />
        <Warnings />
        <Button kind="bare" icon={<Users size={16} aria-hidden />} name={t('team')} shortcut={keys.team} data-testid="team" onClick={() => patchScreen({ dialog: 'team' })} />
        <Button kind="bare" icon={<CircleHelp size={16} aria-hidden />} name={t('help.help')} shortcut={keys.help} data-testid="help" onClick={() => patchScreen({ dialog: 'help' })} />
        <Button kind="bare" icon={<Settings size={16} aria-hidden />} name={t('settings')} shortcut={keys.settings} data-testid="settings" onClick={() => patchScreen({ dialog: 'settings' })} />
      </div>
    </header>
  )
}
