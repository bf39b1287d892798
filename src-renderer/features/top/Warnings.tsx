import { TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'

/** Standing warnings: what is the matter, and what to do about it. Opens by click or key, closes by either or by leaving it. */
export function Warnings() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const id = useId()
  const warnings = useDeskState()?.warnings ?? []
  if (warnings.length === 0) return null
  return (
    <span
      className="warnings" data-testid="warnings"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        setOpen(false)
      }}
    >
      <Button kind="bare" icon={<TriangleAlert size={16} aria-hidden />} name={t('warnings.name', { count: warnings.length })} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} />
      <ul id={id} className="warnings-list" hidden={!open}>
        {warnings.map((code) => (
          <li key={code}>
            <p>{code === 'key-file' ? t('warning.key-file') : t('warning.other', { code })}</p>
            {code === 'key-file' && <p className="quiet">{t('warnings.keyFile.do')}</p>}
          </li>
        ))}
      </ul>
    </span>
  )
}
