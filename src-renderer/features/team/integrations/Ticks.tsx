/** Any of a list, in the order of the list. */
export function Ticks<V extends string>({ legend, options, chosen, onChange }: { legend: string; options: readonly (readonly [value: V, label: string])[]; chosen: readonly V[]; onChange: (chosen: V[]) => void }) {
  return (
    <fieldset className="setting">
      <legend>{legend}</legend>
      <div className="ticks">
        {options.map(([value, label]) => (
          <label key={value} className="choice">
            <input type="checkbox" value={value} checked={chosen.includes(value)} onChange={(event) => onChange(options.map(([each]) => each).filter((each) => (each === value ? event.target.checked : chosen.includes(each))))} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
