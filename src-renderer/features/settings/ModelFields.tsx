import { useState, type FormEvent } from 'react'
import type { CallParams } from '../../../src-shared/contract/calls.ts'
import { maskingFor, type Masking } from '../../../src-shared/domain/masking.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { changeSettings } from '../../bridge/actions.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { BudgetFields } from './BudgetFields.tsx'
import { checkWords } from './check-words.ts'
import { Line } from './fields.tsx'
import { MaskingChoice } from './MaskingChoice.tsx'
import { isAddress, OTHER_URL, PRESETS } from './presets.ts'
import type { SectionProps } from './use-change.ts'
import './budget.css'

type Model = NonNullable<CallParams<'settings.set'>['model']>

/** The model of drafts, and what it may cost. */
export function ModelFields(props: SectionProps) {
  return (
    <>
      <Endpoint {...props} />
      <BudgetFields {...props} />
    </>
  )
}

/** A model is optional: any OpenAI-compatible address, or none. The key goes in and never comes back. Nothing changes before it is saved. */
function Endpoint({ settings: { model } }: SectionProps) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [baseUrl, setBaseUrl] = useState(model.baseUrl)
  const [name, setName] = useState(model.name)
  const [embeddings, setEmbeddings] = useState(model.embeddings)
  const [key, setKey] = useState('')
  /** What was chosen for this address; null: nothing yet. */
  const [chosen, setChosen] = useState<Masking | null>(null)
  const [note, setNote] = useState<{ text: string; tone: 'plain' | 'danger' | 'success' } | null>(null)
  const address = baseUrl.trim()
  const valid = isAddress(address)
  const masking = chosen ?? (address === model.baseUrl ? model.masking : maskingFor(address))
  const fields = { baseUrl: address, name: name.trim(), ...(key === '' ? {} : { key }) }
  const fail = (error: unknown) => setNote({ text: sayOf(error, language) ?? t('said.failed'), tone: 'danger' })
  const save = async (what: Model) => {
    try {
      await changeSettings(desk, { model: { ...what, masking, embeddings: embeddings.trim() } })
      setKey('')
      setNote({ text: t(what.baseUrl === '' ? 'model.none' : 'model.saved'), tone: 'plain' })
    } catch (error) {
      fail(error)
    }
  }
  const test = async () => {
    setNote({ text: t('settings.model.testing'), tone: 'plain' })
    try {
      const result = await desk.client.call('model.check', { ...fields, ...(embeddings.trim() === '' ? {} : { embeddings: embeddings.trim() }) })
      setNote({ text: checkWords(result, t), tone: result.outcome === 'ok' && result.meaning !== false ? 'success' : 'danger' })
    } catch (error) {
      fail(error)
    }
  }
  const fill = (url: string, model = '') => {
    setBaseUrl(url)
    setName(model)
    setEmbeddings('')
    setKey('')
    setChosen(null)
    setNote(null)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (valid) void save(fields)
  }
  return (
    <form className="model-fields" onSubmit={onSubmit} aria-label={t('settings.model')}>
      <p className="quiet small">{t('settings.model.help')}</p>
      {model.fromEnvironment && <p className="small">{t('settings.model.environment')}</p>}
      <div className="presets" role="group" aria-label={t('settings.model.presets')}>
        <span className="small quiet">{t('settings.model.presets')}</span>
        {PRESETS.map((preset) => <Button key={preset.name} aria-pressed={address === preset.baseUrl} onClick={() => fill(preset.baseUrl)}>{preset.name}</Button>)}
        <Button onClick={() => fill(OTHER_URL)}>{t('settings.model.preset.other')}</Button>
        <Button aria-pressed={address === ''} onClick={() => fill('')}>{t('settings.model.none')}</Button>
      </div>
      <Line label={t('settings.model.url')} htmlFor="model-url" help={valid ? undefined : t('settings.model.url.wrong')}>
        <input id="model-url" className="field" inputMode="url" dir="ltr" spellCheck={false} placeholder="https://api.example.com/v1" value={baseUrl} aria-invalid={!valid} onChange={(e) => { setBaseUrl(e.target.value); setChosen(null) }} />
      </Line>
      <Line label={t('settings.model.name')} htmlFor="model-name">
        <input id="model-name" className="field" dir="ltr" spellCheck={false} maxLength={200} value={name} onChange={(e) => setName(e.target.value)} />
      </Line>
      <Line label={t('settings.model.embeddings')} htmlFor="model-embeddings" help={t('settings.model.embeddings.help')}>
        <input id="model-embeddings" className="field" dir="ltr" spellCheck={false} maxLength={200} value={embeddings} aria-describedby="model-embeddings-help" onChange={(e) => setEmbeddings(e.target.value)} />
      </Line>
      <Line label={t('settings.model.key')} htmlFor="model-key" help={t(model.hasKey ? 'settings.model.key.kept' : 'settings.model.key.help')}>
        <input id="model-key" className="field" type="password" dir="ltr" autoComplete="off" maxLength={500} value={key} aria-describedby="model-key-help" onChange={(e) => setKey(e.target.value)} />
      </Line>
      {address !== '' && <MaskingChoice address={address} value={masking} onChange={setChosen} />}
      <div className="model-save">
        <Button kind="primary" type="submit" disabled={!valid}>{t('save')}</Button>
        <Button disabled={!valid || address === ''} data-testid="model-test" onClick={() => void test()}>{t('settings.model.test')}</Button>
        {model.hasKey && <Button onClick={() => void save({ baseUrl: model.baseUrl, name: model.name, key: '' })}>{t('settings.model.key.forget')}</Button>}
      </div>
      <p role="status" className="small model-note" data-tone={note?.tone}>{note?.text}</p>
    </form>
  )
}
