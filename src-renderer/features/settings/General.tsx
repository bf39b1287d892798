import { useWords } from '../../app/i18n/use-words.ts'
import { remember } from '../../app/memory.ts'
import { Choice, Line, Toggle } from './fields.tsx'
import { plainName } from './plain-name.ts'
import { ShopVoice } from './ShopVoice.tsx'
import type { SectionProps } from './use-change.ts'

/** Language, the name that customers see, the key that sends, whether paragraphs go out apart, and the voice that drafts take on. */
export function General({ settings, change }: SectionProps) {
  const { t } = useWords()
  return (
    <>
      <Choice
        legend={t('settings.language')} value={settings.language} onChange={(language) => change({ language }, t('settings.language'))}
        options={[['system', t('settings.system')], ['zh', '中文'], ['en', 'English']]}
      />
      <Line label={t('settings.agentName')} help={t('settings.agentName.help')} htmlFor="agent-name">
        <input
          key={settings.agentName} id="agent-name" className="field" defaultValue={settings.agentName} maxLength={40} aria-describedby="agent-name-help"
          onBlur={(event) => {
            const agentName = plainName(event.target.value)
            if (agentName !== '' && agentName !== settings.agentName) change({ agentName }, t('settings.agentName'))
          }}
        />
      </Line>
      <Choice
        legend={t('settings.sendWith')} value={settings.sendWith} help={t('settings.sendWith.help')}
        onChange={(sendWith) => {
          remember('send-key-asked', 'yes')
          change({ sendWith }, t('settings.sendWith'))
        }}
        options={[['enter', 'Enter'], ['ctrl-enter', 'Ctrl + Enter']]}
      />
      <Toggle label={t('settings.apart')} help={t('settings.apart.help')} on={settings.apart} onChange={(apart) => change({ apart }, t('settings.apart'))} />
      <ShopVoice />
    </>
  )
}
