import type { ReactNode } from 'react'

/** A labelled field with its help below. */
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
  help?: string
  onChange: (value: V) => void
}

/** One of a few: radio buttons in a row. */
export function Choice<V extends string>({ legend, value, options, help, onChange }: ChoiceProps<V>) {
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
      {help && <p className="quiet small">{help}</p>}
    </fieldset>
  )
}

/** On or off. */
export function Toggle({ label, on, help, disabled, onChange }: { label: string; on: boolean; help?: string; disabled?: boolean; onChange: (on: boolean) => void }) {
  return (
    <div className="setting">
      <label className="choice">
        <input type="checkbox" checked={on} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
        <span>{label}</span>
      </label>
      {help && <p className="quiet small toggle-help">{help}</p>}
    </div>
  )
}
