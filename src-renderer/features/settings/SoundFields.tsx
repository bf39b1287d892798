import { Volume2 } from 'lucide-react'
import { chime } from '../../app/sound/chime.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Line, Toggle } from './fields.tsx'
import type { SectionProps } from './use-change.ts'

/** The one soft sound: whether, how loud, and when not. */
export function SoundFields({ settings, change }: SectionProps) {
  const { t } = useWords()
  const { sound } = settings
  const set = (fields: Partial<typeof sound>, name: string) => change({ sound: { ...sound, ...fields } }, name)
  const time = (end: 'from' | 'to') => (
    <Line label={t(`settings.sound.${end}`)} htmlFor={`sound-${end}`}>
      <input
        id={`sound-${end}`} className="field clock-field" type="time" required value={sound[end]} disabled={!sound.enabled || !sound.quiet}
        onChange={(event) => event.target.value !== '' && set({ [end]: event.target.value.slice(0, 5) }, t('settings.sound.quiet'))}
      />
    </Line>
  )
  return (
    <>
      {settings.presence === 'away' && <p className="small settings-note" role="note">{t('settings.notifications.away')}</p>}
      <Toggle label={t('settings.sound.enabled')} help={t('settings.sound.help')} on={sound.enabled} onChange={(enabled) => set({ enabled }, t('settings.section.sounds'))} />
      <Line label={t('settings.sound.volume')} htmlFor="sound-volume">
        <div className="volume">
          <input
            id="sound-volume" type="range" min={0} max={100} step={5} value={sound.volume} disabled={!sound.enabled}
            onChange={(event) => set({ volume: Number(event.target.value) }, t('settings.sound.volume'))}
          />
          <span className="tabular small quiet">{sound.volume} %</span>
          <Button icon={<Volume2 size={14} aria-hidden />} onClick={() => chime(sound.volume)}>{t('settings.sound.test')}</Button>
        </div>
      </Line>
      <Toggle label={t('settings.sound.quiet')} on={sound.quiet} disabled={!sound.enabled} onChange={(quiet) => set({ quiet }, t('settings.sound.quiet'))} />
      <div className="clock-fields">{time('from')}{time('to')}</div>
    </>
  )
}
