import { useEffect, useState, type KeyboardEvent } from 'react'
import { SIDE_PLATFORMS } from '../../../src-shared/domain/side-platforms.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sideState } from '../../app/side-state.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { acceleratorOf, isMac, keyName } from '../side/key-name.ts'
import { Choice, Toggle } from './fields.tsx'
import type { SectionProps } from './use-change.ts'

/** The side panel: its key, the program beside it, and whether screen shares show it. */
export function SideFields({ settings, change }: SectionProps) {
  const { t } = useWords()
  const { side } = settings
  const set = (fields: Partial<typeof side>, name: string) => change({ side: { ...side, ...fields } }, name)
  useEffect(() => window.deskmate?.side('state'), [])
  return (
    <>
      <p className="small quiet">{t('settings.side.help')}</p>
      <KeyField shortcut={side.shortcut} onChange={(shortcut) => set({ shortcut }, t('settings.side.key'))} />
      <Choice
        legend={t('settings.side.platform')} help={t('settings.side.platform.help')} value={side.platform} onChange={(platform) => set({ platform }, t('settings.side.platform'))}
        options={SIDE_PLATFORMS.map((platform) => [platform, t(`side.platform.${platform}`)])}
      />
      <Toggle label={t('settings.side.hidden')} help={t('settings.side.hidden.help')} on={side.hidden} onChange={(hidden) => set({ hidden }, t('settings.side.hidden'))} />
      <div><Button data-testid="side-open" onClick={() => window.deskmate?.side('open')}>{t('settings.side.open')}</Button></div>
    </>
  )
}

/** A key that is pressed, not typed. What the system says of it stands below, in words. */
function KeyField({ shortcut, onChange }: { shortcut: string; onChange: (shortcut: string) => void }) {
  const { t } = useWords()
  const [recording, setRecording] = useState(false)
  const [weak, setWeak] = useState(false)
  const state = useStore(sideState, (s) => s?.key)
  const key = keyName(shortcut, isMac())
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setRecording(false)
    const pressed = acceleratorOf(event.nativeEvent)
    setWeak(pressed === 'weak')
    if (pressed === null || pressed === 'weak') return
    setRecording(false)
    onChange(pressed)
  }
  return (
    <fieldset className="setting">
      <legend>{t('settings.side.key')}</legend>
      <div className="presets">
        <Button className="shortcut-key" aria-pressed={recording} hint={t('settings.side.key.change')} data-testid="side-key" onKeyDown={onKeyDown} onClick={() => { setWeak(false); setRecording(!recording) }}>
          {recording ? t('settings.side.key.press') : shortcut === '' ? <span className="quiet">{t('settings.side.key.none')}</span> : <kbd>{key}</kbd>}
        </Button>
        <Button kind="bare" disabled={shortcut === ''} onClick={() => onChange('')}>{t('settings.side.key.clear')}</Button>
      </div>
      <p className="small" role="status" data-testid="side-key-state" data-tone={weak || state === 'taken' || state === 'wrong' ? 'warning' : undefined}>
        {weak ? t('settings.side.key.weak') : state === 'taken' || state === 'wrong' || state === 'ok' ? t(`settings.side.key.${state}`, { key }) : ''}
      </p>
    </fieldset>
  )
}
