import { useState, type FormEvent } from 'react'
import type { ConnectorSettings } from '../../../../src-shared/domain/channel-line.ts'
import type { SetUpForm, SetUpValue, SetUpValues } from '../../../../src-shared/domain/set-up.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { changeLine } from '../../../bridge/channels.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { SetUpFields } from './SetUpFields.tsx'

interface Props { id: string; form: SetUpForm; known: ConnectorSettings | null; onClose: () => void }
interface Note { text: string; tone: 'plain' | 'danger' | 'success' }

/** Connects a channel or changes one. Nothing is changed before it is saved. */
export function LineForm({ id, form, known, onClose }: Props) {
  const { t, local, language } = useWords()
  const desk = useDesk()
  const [name, setName] = useState(known?.state.name ?? local(form.title))
  const [values, setValues] = useState<SetUpValues>(() => known?.values ?? initial(form))
  const [note, setNote] = useState<Note | null>(null)
  const [hint, setHint] = useState<string | null>(null)
  const set = (field: string, value: SetUpValue) => setValues((before) => ({ ...before, [field]: value }))
  const run = async (work: () => Promise<Note>) => {
    setNote({ text: t('channels.busy'), tone: 'plain' })
    setNote(await work().catch((error: unknown): Note => ({ text: sayOf(error, language) ?? t('said.failed'), tone: 'danger' })))
  }
  const test = () => run(async () => {
    const { trouble } = await desk.client.call('channels.test', { id, kind: form.kind, values })
    return trouble === null ? { text: t('channels.test.well'), tone: 'success' } : { text: local(trouble), tone: 'danger' }
  })
  const save = () => run(async () => {
    await changeLine(desk, 'channels.save', { id, kind: form.kind, name: name.trim(), values, enabled: known?.state.enabled ?? true })
    setValues((before) => Object.fromEntries(Object.entries(before).filter(([field]) => form.fields.find((one) => one.name === field)?.type !== 'secret')))
    if (!form.hook) onClose()
    return { text: t('channels.saved'), tone: 'success' }
  })
  return (
    <form
      className="line-form" aria-label={local(form.title)} data-testid="line-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3>{local(form.title)}</h3>
      <p className="quiet">{local(form.about)}</p>
      {form.steps.length > 0 && <ol className="small">{form.steps.map((step) => <li key={step.en}>{local(step)}</li>)}</ol>}
      {known !== null && known.hookUrl !== null && (
        <div className="setting">
          <label htmlFor="line-hook">{t('channels.hook')}</label>
          <input id="line-hook" className="field" readOnly value={known.hookUrl} onFocus={(event) => event.target.select()} />
          <p className="quiet small">{t('channels.hook.help')}</p>
        </div>
      )}
      {form.presets.length > 0 && (
        <div className="presets" role="group" aria-label={t('channels.presets')}>
          <span className="small quiet">{t('channels.presets')}</span>
          {form.presets.map((preset) => (
            <button
              key={preset.name} type="button" className="scope"
              onClick={() => {
                setValues((before) => ({ ...before, ...preset.values }))
                setHint(preset.hint === undefined ? null : local(preset.hint))
              }}
            >{local(preset.label)}</button>
          ))}
        </div>
      )}
      {hint !== null && <p className="small" role="status">{hint}</p>}
      <div className="setting">
        <label htmlFor="line-name">{t('channels.name')}</label>
        <input id="line-name" className="field" required maxLength={80} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <SetUpFields fields={form.fields.filter(({ rare }) => !rare)} values={values} secretsSet={known?.secretsSet ?? []} onChange={set} />
      {form.fields.some(({ rare }) => rare) && (
        <details>
          <summary>{t('channels.more')}</summary>
          <SetUpFields fields={form.fields.filter(({ rare }) => rare)} values={values} secretsSet={known?.secretsSet ?? []} onChange={set} />
        </details>
      )}
      {note !== null && <p role={note.tone === 'danger' ? 'alert' : 'status'} className="line-note" data-tone={note.tone} data-testid="line-note">{note.text}</p>}
      <div className="line-buttons">
        <Button kind="primary" type="submit">{t('channels.save')}</Button>
        <Button onClick={() => void test()} data-testid="line-test">{t('channels.test')}</Button>
        <Button onClick={onClose}>{t('channels.back')}</Button>
      </div>
    </form>
  )
}

const initial = (form: SetUpForm): SetUpValues => Object.fromEntries(form.fields.flatMap(({ name, initial }) => initial === undefined ? [] : [[name, initial]]))
