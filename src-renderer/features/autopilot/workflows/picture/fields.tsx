import { useId, useState } from 'react'
import type { KnownValue } from '../../../../../src-shared/contract/workflow-picture.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'

/** A choice among some; what stands there stays on the list, also where it does not fit any more. */
export function Pick<Value extends string>({ label, value, options, onPick, none }: { label: string; value: Value; options: readonly (readonly [Value, string])[]; onPick: (value: Value) => void; none?: string }) {
  return (
    <label className="picture-field">
      <span className="small quiet">{label}</span>
      <select className="field" value={value} onChange={(event) => { const one = options.find(([name]) => name === event.target.value); onPick(one ? one[0] : value) }}>
        {none !== undefined && value === '' && <option value="">{none}</option>}
        {value !== '' && !options.some(([name]) => name === value) && <option value={value}>{value}</option>}
        {options.map(([name, words]) => <option key={name} value={name}>{words}</option>)}
      </select>
    </label>
  )
}

/** A value that is known when the step is reached. `types`: only those of these kinds. */
export function PickValue({ label, value, known, types, onPick }: { label: string; value: string; known: readonly KnownValue[]; types?: readonly string[]; onPick: (path: string) => void }) {
  const { t } = useWords()
  const fitting = known.filter(({ type }) => !types || types.includes(type)).map(({ path }) => [path, path] as const)
  return <Pick label={label} value={value} options={fitting} none={t('picture.pick')} onPick={onPick} />
}

export function Line({ label, value, hint, most = 300, lang, onChange }: { label: string; value: string; hint?: string; most?: number; lang?: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <label className="picture-field">
      <span className="small quiet">{label}</span>
      <input className="field" value={value} maxLength={most} lang={lang} aria-describedby={hint ? id : undefined} onChange={(event) => onChange(event.target.value)} />
      {hint && <span id={id} className="small quiet">{hint}</span>}
    </label>
  )
}

const split = (typed: string): string[] => typed.split(/[,，、;；]/u).map((one) => one.trim()).filter((one) => one !== '')

/** Several words with commas between them; a comma just typed stays until more comes. */
export function Several({ label, values, hint, onChange }: { label: string; values: readonly string[]; hint?: string; onChange: (values: string[]) => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const shown = JSON.stringify(split(typed)) === JSON.stringify(values.filter((one) => one !== '')) ? typed : values.join(t('picture.or'))
  return <Line label={label} value={shown} {...(hint === undefined ? {} : { hint })} onChange={(next) => { setTyped(next); onChange(split(next)) }} />
}
