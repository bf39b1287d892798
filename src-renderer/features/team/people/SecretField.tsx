import { useState } from 'react'
import { Eye, EyeOff } from 'lucide-react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { Line } from '../../settings/fields.tsx'

interface Props { id: string; label: string; help?: string; value: string; autoComplete: 'current-password' | 'new-password'; onChange: (value: string) => void }

/** A secret that is typed: dots, until its owner wants to see it. */
export function SecretField({ id, label, help, value, autoComplete, onChange }: Props) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  return (
    <Line label={label} htmlFor={id} {...(help === undefined ? {} : { help })}>
      <span className="secret-field">
        <input id={id} className="field" type={shown ? 'text' : 'password'} dir="ltr" autoComplete={autoComplete} spellCheck={false} maxLength={200} required value={value} aria-describedby={help === undefined ? undefined : `${id}-help`} onChange={(event) => onChange(event.target.value)} />
        <Button kind="bare" name={t(shown ? 'people.password.hide' : 'people.password.show')} aria-pressed={shown} icon={shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />} onClick={() => setShown(!shown)} />
      </span>
    </Line>
  )
}
