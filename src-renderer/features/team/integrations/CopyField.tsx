import { useState } from 'react'
import { Copy } from 'lucide-react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { Line } from '../../settings/fields.tsx'

/** Something to be given to another system, with one key to copy it. `isFirst`: its button takes the focus when it appears. */
export function CopyField({ id, label, value, help, isFirst = false }: { id: string; label: string; value: string; help: string; isFirst?: boolean }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  return (
    <Line label={label} htmlFor={id} help={help}>
      <span className="copy-field">
        <input id={id} className="field" dir="ltr" readOnly spellCheck={false} value={value} aria-describedby={`${id}-help`} onFocus={(event) => event.target.select()} />
        <Button kind={isFirst ? 'primary' : 'plain'} icon={<Copy size={16} aria-hidden />} autoFocus={isFirst} data-testid={`${id}-copy`} onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}>{t('integrations.copy')}</Button>
        <span role="status" className="small quiet copied">{copied && t('integrations.copied')}</span>
      </span>
    </Line>
  )
}
