import { useState } from 'react'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { Button } from '../../../../ui/Button.tsx'

/** Something to be copied, whole and readable. */
export function CopyLine({ text, label, testId }: { text: string; label: string; testId: string }) {
  const { t } = useWords()
  const [copied, setCopied] = useState(false)
  return (
    <div className="copy-line">
      <pre className="copyable" tabIndex={0} aria-label={label} data-testid={testId}>{text}</pre>
      <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{t('people.invite.copy')}</Button>
      <span role="status" className="small quiet">{copied && t('people.invite.copied')}</span>
    </div>
  )
}
