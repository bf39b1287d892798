import { useState, type ReactNode } from 'react'
import { useField, type FieldState } from './form.ts'
import { shownNumber, typedNumber } from './number-text.ts'

function Problem({ field }: { field: FieldState }) {
  return field.problem === null ? null : <p id={field.problemId} className="rule-problem small">{field.problem}</p>
}

/** What a field says of itself beside its name. */
const about = (field: FieldState) => ({ 'aria-invalid': field.problem === null ? undefined : true, 'aria-describedby': field.problem === null ? undefined : field.problemId })

interface NumberProps {
  path: readonly string[]
  label: string
  unit?: string
  /** Shown is what is stored divided by this. */
  scale?: number
  width?: 'small' | 'wide'
  /** Takes the place of the row's own `set`, for fields that live together. */
  onType?: (value: number | string | undefined) => void
}

/** A number as text: what is no number stays as it was typed and is named beside the field. */
export function NumberField({ path, label, unit, scale = 1, width = 'small', onType }: NumberProps) {
  const field = useField(path)
  const [typed, setTyped] = useState<string | null>(null)
  // What was typed stays as it looks ("2." on the way to "2.5") for as long as it means what is stored.
  const text = typed !== null && typedNumber(typed, scale) === field.value ? typed : shownNumber(field.value, scale)
  const onChange = (next: string) => {
    setTyped(next)
    const value = typedNumber(next, scale)
    if (onType) onType(value)
    else field.set(value)
  }
  return (
    <div className="rule-field" data-changed={field.isChanged || undefined}>
      <label htmlFor={field.id}>{label}</label>
      <span className="rule-number"><input id={field.id} className="field tabular" data-width={width} inputMode="decimal" autoComplete="off" value={text} {...about(field)} onChange={(event) => onChange(event.target.value)} />{unit && <span className="quiet">{unit}</span>}</span>
      <Problem field={field} />
    </div>
  )
}

/** Text that has to look like something, such as a time of day. */
export function TextField({ path, label }: { path: readonly string[]; label: string }) {
  const field = useField(path)
  return (
    <div className="rule-field" data-changed={field.isChanged || undefined}>
      <label htmlFor={field.id}>{label}</label>
      <input id={field.id} className="field tabular" data-width="small" autoComplete="off" spellCheck={false} value={typeof field.value === 'string' ? field.value : ''} {...about(field)} onChange={(event) => field.set(event.target.value)} />
      <Problem field={field} />
    </div>
  )
}

interface ChoiceProps<V extends string | number> {
  path: readonly string[]
  legend: string
  options: readonly { value: V; name: string }[]
  /** What may be chosen; the others stand there and say why not. */
  allowed?: readonly V[] | undefined
  why?: ReactNode
  isFirst?: boolean
}

/** One of a few. What nobody may choose is shown, cannot be chosen, and says why. */
export function ChoiceField<V extends string | number>({ path, legend, options, allowed, why, isFirst }: ChoiceProps<V>) {
  const field = useField(path)
  const isBarred = (value: V) => allowed !== undefined && !allowed.includes(value)
  // Where what stands is no choice, the first that may be chosen takes the focus.
  const chosen = options.some(({ value }) => value === field.value) ? field.value : options.find(({ value }) => !isBarred(value))?.value
  return (
    <fieldset className="rule-field" data-changed={field.isChanged || undefined} {...about(field)}>
      <legend>{legend}</legend>
      <div className="choices">
        {options.map(({ value, name }) => (
          <label key={value} className="choice">
            <input type="radio" name={field.id} checked={field.value === value} disabled={isBarred(value) && field.value !== value} {...(isFirst && value === chosen ? { 'data-rule-first': '' } : {})} onChange={() => field.set(value)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
      {options.some(({ value }) => isBarred(value)) && why && <p className="quiet small">{why}</p>}
      <Problem field={field} />
    </fieldset>
  )
}

interface ChecksProps {
  path: readonly string[]
  legend: string
  options: readonly { value: string; name: string }[]
  help?: string
  /** Nothing chosen means the limit is not there at all, rather than a limit that lets nothing through. */
  isOptional?: boolean
}

/** Any of a few. What the row has and this screen does not know is kept and shown as it is. */
export function ChecksField({ path, legend, options, help, isOptional }: ChecksProps) {
  const field = useField(path, true)
  const chosen = Array.isArray(field.value) ? field.value.map(String) : []
  const known = new Set(options.map(({ value }) => value))
  const all = [...options, ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, name: value }))]
  const toggle = (value: string, on: boolean) => {
    const next = all.map((one) => one.value).filter((one) => (one === value ? on : chosen.includes(one)))
    field.set(next.length === 0 && isOptional ? undefined : next)
  }
  return (
    <fieldset className="rule-field" data-changed={field.isChanged || undefined} {...about(field)}>
      <legend>{legend}</legend>
      <div className="choices">
        {all.map(({ value, name }) => (
          <label key={value} className="choice"><input type="checkbox" checked={chosen.includes(value)} onChange={(event) => toggle(value, event.target.checked)} /><span>{name}</span></label>
        ))}
      </div>
      {help && <p className="quiet small">{help}</p>}
      <Problem field={field} />
    </fieldset>
  )
}
