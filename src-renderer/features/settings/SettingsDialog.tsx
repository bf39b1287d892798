import type { ReactNode } from 'react'
import type { CallParams } from '../../../src-shared/contract/calls.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen } from '../../app/screen.ts'
import { changeSettings } from '../../bridge/actions.ts'
import { useDesk, useSettings } from '../../bridge/hooks.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { remember } from '../../app/memory.ts'
import { ModelFields } from './ModelFields.tsx'
import { plainName } from './plain-name.ts'
import './settings.css'

/** Changes take effect at once; there is nothing to save. */
export function SettingsDialog() {
  const { t } = useWords()
  const desk = useDesk()
  const settings = useSettings()
  if (!settings) return null
  const change = (fields: CallParams<'settings.set'>) => void changeSettings(desk, fields).catch(report)
  return (
    <Dialog title={t('settings')} closeName={t('close')} onClose={() => patchScreen({ dialog: null })}>
      <div className="settings">
        <Choice
          legend={t('settings.language')} value={settings.language} onChange={(language) => change({ language })}
          options={[['system', t('settings.system')], ['zh', '中文'], ['en', 'English']]}
        />
        <Choice
          legend={t('settings.theme')} value={settings.theme} onChange={(theme) => change({ theme })}
          options={[['system', t('settings.system')], ['light', t('settings.light')], ['dark', t('settings.dark')]]}
        />
        <Line label={t('settings.agentName')} help={t('settings.agentName.help')} htmlFor="agent-name">
          <input
            id="agent-name" className="field" defaultValue={settings.agentName} maxLength={40} aria-describedby="agent-name-help"
            onBlur={(event) => {
              const agentName = plainName(event.target.value)
              if (agentName !== '' && agentName !== settings.agentName) change({ agentName })
            }}
          />
        </Line>
        <Choice
          legend={t('settings.sendWith')} value={settings.sendWith}
          onChange={(sendWith) => {
            remember('send-key-asked', 'yes')
            change({ sendWith })
          }}
          options={[['enter', 'Enter'], ['ctrl-enter', 'Ctrl + Enter']]}
        />
        <ModelFields model={settings.model} onSave={(model) => changeSettings(desk, { model })} />
      </div>
    </Dialog>
  )
}

export function Line({ label, help, htmlFor, children }: { label: string; help?: string; htmlFor: string; children: ReactNode }) {
  return (
    <div className="setting">
      <label htmlFor={htmlFor}>{label}</label>
      {children}
      {help && <p id={`${htmlFor}-help`} className="quiet small">{help}</p>}
    </div>
  )
}

interface ChoiceProps<V extends string> {
  legend: string
  value: V
  options: [value: V, label: string][]
  onChange: (value: V) => void
}

function Choice<V extends string>({ legend, value, options, onChange }: ChoiceProps<V>) {
  return (
    <fieldset className="setting">
      <legend>{legend}</legend>
      <div className="choices">
        {options.map(([option, label]) => (
          <label key={option} className="choice">
            <input type="radio" name={legend} checked={option === value} onChange={() => onChange(option)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
