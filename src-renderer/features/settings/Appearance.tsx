import { useWords } from '../../app/i18n/use-words.ts'
import { Choice } from './fields.tsx'
import type { SectionProps } from './use-change.ts'

/** Text sizes offered, in percent of the usual one. */
const SIZES = ['100', '110', '125', '150'] as const

/** Colours, density and size of the text. */
export function Appearance({ settings, change }: SectionProps) {
  const { t } = useWords()
  return (
    <>
      <Choice
        legend={t('settings.theme')} value={settings.theme} onChange={(theme) => change({ theme }, t('settings.theme'))}
        options={[['system', t('settings.system')], ['light', t('settings.light')], ['dark', t('settings.dark')]]}
      />
      <Choice
        legend={t('settings.density')} value={settings.density} help={t('settings.density.help')} onChange={(density) => change({ density }, t('settings.density'))}
        options={[['comfortable', t('settings.density.comfortable')], ['compact', t('settings.density.compact')]]}
      />
      <Choice
        legend={t('settings.textSize')} value={String(settings.textSize)} onChange={(size) => change({ textSize: Number(size) }, t('settings.textSize'))}
        options={SIZES.map((size) => [size, `${size} %`])}
      />
    </>
  )
}
