import { useState, type FormEvent, type ReactNode } from 'react'
import type { SetUpForm, SetUpValue, SetUpValues } from '../../../../src-shared/domain/set-up.ts'
import type { LocalText } from '../../../../src-shared/domain/text.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { Button } from '../../../ui/Button.tsx'
import { SetUpFields } from './SetUpFields.tsx'

/** A connection that is there already: its secrets are not told, only which ones it has. */
export interface KnownConnection { name: string; values: SetUpValues; secretsSet: readonly string[] }

interface Props {
  form: SetUpForm
  /** null: a new one. */
  known: KnownConnection | null
  /** Where the other side calls, and what to do with that address; null: not known yet, or it does not call. */
  hook: { address: string; help: string } | null
  /** Tries what is filled in and keeps nothing. @returns what is wrong; null: nothing */
  onTest: (values: SetUpValues) => Promise<LocalText | null>
  onSave: (name: string, values: SetUpValues) => Promise<unknown>
  onClose: () => void
  /** Has it a name of its own? It has, unless it is something of a shop's. */
  named?: boolean
  /** What else is to be said, below the fields. */
  children?: ReactNode
  /** Further buttons. */
  more?: ReactNode
}
interface Note { text: string; tone: 'plain' | 'danger' | 'success' }

/** Connects a channel or a shop, or changes one: Enter saves, and nothing is changed before. */
export function ConnectionForm({ form, known, hook, onTest, onSave, onClose, named = true, children, more }: Props) {
  const { t, local, language } = useWords()
  const [name, setName] = useState(known?.name ?? local(form.title))
  const [values, setValues] = useState<SetUpValues>(() => known?.values ?? initial(form))
  const [note, setNote] = useState<Note | null>(null)
  const [hint, setHint] = useState<string | null>(null)
  const set = (field: string, value: SetUpValue) => setValues((before) => ({ ...before, [field]: value }))
  const secrets = form.fields.filter(({ type }) => type === 'secret').map((field) => field.name)
  // A secret that was left empty stays as it is kept.
  const told = () => without(values, (field, value) => secrets.includes(field) && value === '')
  const run = async (work: () => Promise<Note>) => {
    setNote({ text: t('setup.busy'), tone: 'plain' })
    setNote(await work().catch((error: unknown): Note => ({ text: sayOf(error, language) ?? t('said.failed'), tone: 'danger' })))
  }
  const test = () => run(async () => {
    const trouble = await onTest(told())
    return trouble === null ? { text: t('setup.test.well'), tone: 'success' } : { text: local(trouble), tone: 'danger' }
  })
  const save = () => run(async () => {
    await onSave(name.trim(), told())
    setValues((before) => without(before, (field) => secrets.includes(field)))
    // The address for the other side is shown once it is saved.
    if (!form.hook) onClose()
    return { text: t('setup.saved'), tone: 'success' }
  })
  const fields = (rare: boolean) => <SetUpFields isFirst={!named && !rare} fields={form.fields.filter((field) => field.rare === rare)} values={values} secretsSet={known?.secretsSet ?? []} onChange={set} />
  return (
    <form
      className="connection-form" aria-label={local(form.title)} data-testid="connection-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3>{local(form.title)}</h3>
      <p className="quiet">{local(form.about)}</p>
      {form.steps.length > 0 && <ol className="small">{form.steps.map((step) => <li key={step.en}>{local(step)}</li>)}</ol>}
      {hook !== null && (
        <div className="setting">
          <label htmlFor="connection-hook">{t('setup.hook')}</label>
          <input id="connection-hook" className="field" readOnly value={hook.address} onFocus={(event) => event.target.select()} />
          <p className="quiet small">{hook.help}</p>
        </div>
      )}
      {form.presets.length > 0 && (
        <div className="presets" role="group" aria-label={t('setup.presets')}>
          <span className="small quiet">{t('setup.presets')}</span>
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
      {named && (
        <div className="setting">
          <label htmlFor="connection-name">{t('setup.name')}</label>
          <input id="connection-name" className="field" required maxLength={60} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </div>
      )}
      {fields(false)}
      {form.fields.some(({ rare }) => rare) && <details className="connection-rare"><summary>{t('setup.more')}</summary>{fields(true)}</details>}
      {children}
      {note !== null && <p role={note.tone === 'danger' ? 'alert' : 'status'} className="connection-note" data-tone={note.tone} data-testid="connection-note">{note.text}</p>}
      <div className="connection-buttons">
        <Button kind="primary" type="submit">{t('setup.save')}</Button>
        <Button onClick={() => void test()} data-testid="connection-test">{t('setup.test')}</Button>
        <Button onClick={onClose}>{t('setup.back')}</Button>
        {more}
      </div>
    </form>
  )
}

const initial = (form: SetUpForm): SetUpValues => Object.fromEntries(form.fields.flatMap((field) => field.initial === undefined ? [] : [[field.name, field.initial]]))
const without = (values: SetUpValues, isOut: (field: string, value: SetUpValue) => boolean): SetUpValues => Object.fromEntries(Object.entries(values).filter(([field, value]) => !isOut(field, value)))
