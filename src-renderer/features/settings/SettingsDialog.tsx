import { useRef, type KeyboardEvent } from 'react'
import { bindingsOf } from '../../app/bindings.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { actionOf } from '../../app/keymap.ts'
import { openSettings, patchScreen, screen } from '../../app/screen.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useSettings } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, FIRST } from '../../ui/Dialog.tsx'
import { useStore } from '../../ui/store.ts'
import { TaughtPage } from '../teach/TaughtPage.tsx'
import { About } from './About.tsx'
import { Appearance } from './Appearance.tsx'
import { AutopilotLimits } from './AutopilotLimits.tsx'
import { Connection } from './Connection.tsx'
import { General } from './General.tsx'
import { ModelFields } from './ModelFields.tsx'
import { NotificationFields } from './NotificationFields.tsx'
import { SECTIONS, type Section } from './sections.ts'
import { SideFields } from './SideFields.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { SoundFields } from './SoundFields.tsx'
import { useChange, type SectionProps } from './use-change.ts'
import './settings.css'

const PAGES: Readonly<Record<Section, (props: SectionProps) => React.ReactNode>> = {
  general: General, appearance: Appearance, model: ModelFields, autopilot: AutopilotLimits, taught: TaughtPage, shortcuts: Shortcuts, sounds: SoundFields,
  notifications: NotificationFields, side: SideFields, connection: Connection, about: About,
}

/** All settings, a section at a time. Changes take effect at once; there is nothing to save, and the last one can be taken back. */
export function SettingsDialog() {
  const { t } = useWords()
  const keys = useKeys()
  const settings = useSettings()
  const section = useStore(screen, (s) => s.section)
  const { change, last, undo } = useChange()
  if (!settings) return null
  const Page = PAGES[section]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !last || actionOf(event.nativeEvent, 'typing', bindingsOf(settings.shortcuts)) !== 'undo') return
    event.preventDefault()
    undo()
  }
  return (
    <Dialog look="settings" title={t('settings')} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <div className="settings" onKeyDown={onKeyDown}>
        <Tabs section={section} />
        {/* A page of its own for each, so that none begins where the last one was scrolled to. */}
        <div key={section} className="settings-page" role="tabpanel" id="settings-page" aria-labelledby={`settings-tab-${section}`} tabIndex={0}>
          <h3>{t(`settings.section.${section}`)}</h3>
          <Page settings={settings} change={change} />
        </div>
        <p className="settings-changed small" role="status">
          {last && <>{t('settings.changed', { name: last })} <Button data-testid="settings-undo" shortcut={keys.undo} onClick={undo}>{t('undo')} {keys.undo && <kbd>{keys.undo}</kbd>}</Button></>}
        </p>
      </div>
    </Dialog>
  )
}

function Tabs({ section }: { section: Section }) {
  const { t } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = SECTIONS.findIndex(({ id }) => id === section)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: SECTIONS.length - 1 }[event.key]
    const next = to === undefined ? undefined : SECTIONS.at(to % SECTIONS.length)
    if (!next) return
    event.preventDefault()
    openSettings(next.id)
    list.current?.querySelector<HTMLElement>(`#settings-tab-${next.id}`)?.focus()
  }
  return (
    <div ref={list} className="settings-tabs" role="tablist" aria-orientation="vertical" aria-label={t('settings.sections')} onKeyDown={onKeyDown}>
      {SECTIONS.map(({ id }) => (
        <button
          key={id} id={`settings-tab-${id}`} type="button" role="tab" className="settings-tab" aria-selected={id === section} aria-controls="settings-page"
          tabIndex={id === section ? 0 : -1} {...(id === section ? FIRST : {})} onClick={() => openSettings(id)}
        >
          {t(`settings.section.${id}`)}
        </button>
      ))}
    </div>
  )
}
