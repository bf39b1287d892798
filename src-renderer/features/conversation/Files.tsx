import { useState } from 'react'
import { Download, FileWarning } from 'lucide-react'
import type { AttachedFile } from '../../../src-shared/domain/attached-file.ts'
import { fileSize, isRiskyName } from '../../../src-shared/domain/file-names.ts'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { report } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { toast } from '../../app/screen.ts'
import './files.css'

/** What came with a message and is no picture: each saved by a button, none opened here. */
export function Files({ message }: { message: ThreadMessage }) {
  const { t } = useWords()
  const { files = [] } = message
  if (files.length === 0) return null
  return <ul className="message-files" aria-label={t('files.name')}>{files.map((file, at) => <li key={`${at} ${file.sha256}`}><File messageId={message.id} file={file} /></li>)}</ul>
}

function File({ messageId, file: { sha256, name, bytes } }: { messageId: string; file: AttachedFile }) {
  const { t } = useWords()
  const [busy, setBusy] = useState(false)
  const risky = isRiskyName(name)
  const save = (): void => {
    if (busy || !window.deskmate) return
    setBusy(true)
    window.deskmate.saveFile(messageId, sha256)
      .then((outcome) => {
        if (outcome === 'saved') toast('said.file.saved', { name })
        else if (outcome !== 'cancelled') toast(`said.file.${outcome}`, { tone: 'danger' })
      })
      .catch(report)
      .finally(() => setBusy(false))
  }
  const Icon = risky ? FileWarning : Download
  return (
    <button type="button" className="message-file" data-testid="message-file" data-risky={risky ? '' : undefined} aria-busy={busy} aria-label={t(risky ? 'files.save.risky' : 'files.save', { name, size: fileSize(bytes) })} title={t(risky ? 'files.risky.hint' : 'files.hint')} onClick={save}>
      <Icon size={16} aria-hidden />
      <span className="message-file-name" dir="auto">{name}</span>
      <span className="message-file-size small">{busy ? t('files.busy') : fileSize(bytes)}</span>
      {risky && <span className="message-file-risk small">{t('files.risky')}</span>}
    </button>
  )
}
