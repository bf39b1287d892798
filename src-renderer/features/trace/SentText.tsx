import { useMemo } from 'react'
import { Copy } from 'lucide-react'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { toast } from '../../app/screen.ts'
import { Button } from '../../ui/Button.tsx'
import { laidOut, piecesOf } from './bars.ts'

type Marks = readonly { mark: string; value: string }[]

/** A text in which placeholders stand out and tell what they stand for. */
export function Marked({ text, marks }: { text: string; marks: Marks }) {
  const pieces = useMemo(() => piecesOf(text, marks), [text, marks])
  return pieces.map((piece, n) => (piece.value === null ? piece.text : <mark key={n} className="trace-mark" title={piece.value}>{piece.text}</mark>))
}

/** The request as it left, folded away until somebody wants to know. */
export function SentText({ sent, marks, n }: { sent: string; marks: Marks; n: number }) {
  const { t } = useWords()
  const text = useMemo(() => laidOut(sent), [sent])
  const copy = () => void navigator.clipboard.writeText(sent).then(() => toast('said.trace-copied'), report)
  return (
    <details className="trace-sent" data-testid={`trace-sent-${n}`}>
      <summary>{t('trace.sent')}</summary>
      <div className="trace-sent-head">
        <p className="small quiet">{t('trace.sent.help')}</p>
        <Button icon={<Copy size={13} aria-hidden />} data-testid={`trace-copy-${n}`} onClick={copy}>{t('trace.sent.copy')}</Button>
      </div>
      <pre className="copyable" tabIndex={0} aria-label={t('trace.sent')}><Marked text={text} marks={marks} /></pre>
    </details>
  )
}
