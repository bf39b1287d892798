import { useState, type FormEvent } from 'react'
import type { Settings } from '../../../src-shared/contract/desk.ts'
import type { CallParams } from '../../../src-shared/contract/calls.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { Button } from '../../ui/Button.tsx'
import { Line } from './SettingsDialog.tsx'

type Model = NonNullable<CallParams<'settings.set'>['model']>

function isAddress(text: string): boolean {
  return text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))
}

interface Props {
  model: Settings['model']
  onSave: (model: Model) => Promise<void>
}

/** A model is optional: any OpenAI-compatible address, or none. The key goes in and never comes back. */
export function ModelFields({ model, onSave }: Props) {
  const { t, language } = useWords()
  const [baseUrl, setBaseUrl] = useState(model.baseUrl)
  const [name, setName] = useState(model.name)
  const [key, setKey] = useState('')
  const [note, setNote] = useState<string | null>(null)
  const valid = isAddress(baseUrl.trim())
  const save = async (fields: Model) => {
    try {
      await onSave(fields)
      setKey('')
      setNote(t('model.saved'))
    } catch (error) {
      setNote(sayOf(error, language) ?? t('said.failed'))
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (valid) void save({ baseUrl: baseUrl.trim(), name: name.trim(), ...(key === '' ? {} : { key }) })
  }
  return (
    <form className="setting model-fields" onSubmit={onSubmit} aria-label={t('settings.model')}>
      <h3>{t('settings.model')}</h3>
      <p className="quiet small">{t('settings.model.help')}</p>
      {model.fromEnvironment && <p className="small">{t('settings.model.environment')}</p>}
      <Line label={t('settings.model.url')} htmlFor="model-url" help={valid ? undefined : t('settings.model.url.wrong')}>
        <input id="model-url" className="field" inputMode="url" dir="ltr" spellCheck={false} placeholder="https://api.example.com/v1" value={baseUrl} aria-invalid={!valid} onChange={(e) => setBaseUrl(e.target.value)} />
      </Line>
      <Line label={t('settings.model.name')} htmlFor="model-name">
        <input id="model-name" className="field" dir="ltr" spellCheck={false} maxLength={200} value={name} onChange={(e) => setName(e.target.value)} />
      </Line>
      <Line label={t('settings.model.key')} htmlFor="model-key" help={t(model.hasKey ? 'settings.model.key.kept' : 'settings.model.key.help')}>
        <input id="model-key" className="field" type="password" dir="ltr" autoComplete="off" maxLength={500} value={key} aria-describedby="model-key-help" onChange={(e) => setKey(e.target.value)} />
      </Line>
      <div className="model-save">
        <Button kind="primary" type="submit" disabled={!valid}>{t('save')}</Button>
        {model.hasKey && <Button onClick={() => void save({ baseUrl: baseUrl.trim(), name: name.trim(), key: '' })}>{t('settings.model.key.forget')}</Button>}
        <span role="status" className="small quiet">{note}</span>
      </div>
    </form>
  )
}
