import type { SetUpField, SetUpValue, SetUpValues } from '../../../../src-shared/domain/set-up.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

interface Props {
  /** The first of them has the focus. */
  isFirst: boolean
  fields: readonly SetUpField[]
  values: SetUpValues
  /** Secrets that are there already; an empty field leaves them. */
  secretsSet: readonly string[]
  onChange: (name: string, value: SetUpValue) => void
}

/** The fields of a set-up form, drawn from their description. */
export function SetUpFields({ isFirst, fields, values, secretsSet, onChange }: Props) {
  const { t, local } = useWords()
  return fields.map((field, n) => {
    const id = `setup-${field.name}`
    const hint = [field.hint ? local(field.hint) : '', secretsSet.includes(field.name) ? t('setup.secret.set') : ''].filter((one) => one !== '').join(' ')
    return (
      <div key={field.name} className="setting">
        {field.type !== 'yes-no' && <label htmlFor={id}>{local(field.label)}{field.required ? '' : ` ${t('setup.optional')}`}</label>}
        <Field id={id} autoFocus={isFirst && n === 0} field={field} value={values[field.name]} isSet={secretsSet.includes(field.name)} describedBy={hint === '' ? undefined : `${id}-hint`} onChange={(value) => onChange(field.name, value)} />
        {hint !== '' && <p id={`${id}-hint`} className="quiet small">{hint}</p>}
      </div>
    )
  })
}

interface FieldProps { id: string; autoFocus: boolean; field: SetUpField; value: SetUpValue | undefined; isSet: boolean; describedBy: string | undefined; onChange: (value: SetUpValue) => void }

function Field({ id, autoFocus, field, value, isSet, describedBy, onChange }: FieldProps) {
  const { local } = useWords()
  const common = { id, autoFocus, className: 'field', 'aria-describedby': describedBy, required: field.required && !isSet }
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '')
  switch (field.type) {
    case 'yes-no': return <label className="choice"><input id={id} type="checkbox" aria-describedby={describedBy} checked={value === true} onChange={(event) => onChange(event.target.checked)} /><span>{local(field.label)}</span></label>
    case 'choice': return <select {...common} value={text} onChange={(event) => onChange(event.target.value)}>{field.options.map((option) => <option key={option.value} value={option.value}>{local(option.label)}</option>)}</select>
    case 'area': return <textarea {...common} rows={4} value={text} onChange={(event) => onChange(event.target.value)} />
    case 'lines': return <textarea {...common} rows={4} value={text} onChange={(event) => onChange(event.target.value.split('\n'))} />
    case 'number': return <input {...common} type="number" value={text} onChange={(event) => onChange(event.target.value === '' ? '' : Number(event.target.value))} />
    case 'secret': return <input {...common} type="password" autoComplete="off" placeholder={isSet ? '••••••••' : ''} value={text} onChange={(event) => onChange(event.target.value)} />
    case 'text': return <input {...common} type="text" placeholder={field.example ?? ''} spellCheck={false} value={text} onChange={(event) => onChange(event.target.value)} />
  }
}
