import { useId, useState } from 'react'
import type { ImportPreview, OnConflict } from '../../../src-shared/contract/phrases.ts'
import type { PhraseScope } from '../../../src-shared/domain/phrase.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { managerView } from './manager.ts'
import { PreviewOf } from './PreviewOf.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'

interface Chosen {
  fileName: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Brings phrases in from a file: first what it would do, then the doing. Nothing changes before the last button. */
export function ImportView() {
  const { t, language } = useWords()
  const desk = useDesk()
  const id = useId()
  const [scope, setScope] = useState<PhraseScope>('personal')
  const [file, setFile] = useState<Chosen | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [onConflict, setOnConflict] = useState<OnConflict>('keep-both')
  const [note, setNote] = useState<string | null>(null)
  const failed = (error: unknown) => setNote(sayOf(error, language) ?? t('said.failed'))
  const look = async (chosen: Chosen, into: PhraseScope) => {
    setFile(chosen)
    setScope(into)
    setPreview(null)
    setNote(t('phrases.import.reading', { name: chosen.fileName }))
    try {
      setPreview(await desk.client.call('phrase.previewImport', { ...chosen, scope: into }))
      setNote(null)
    } catch (error) {
      failed(error)
    }
  }
  const choose = async (picked: File | undefined) => {
    if (picked) await look({ fileName: picked.name, bytes: new Uint8Array(await picked.arrayBuffer()) }, scope)
  }
  const bring = async () => {
    if (!file) return
    try {
      const done = await desk.client.call('phrase.import', { ...file, scope, onConflict })
      managerView.set({ at: 'list', imported: done })
    } catch (error) {
      failed(error)
    }
  }
  const changes = preview ? preview.added + preview.updated + (onConflict === 'skip' ? 0 : preview.conflicts.length) : 0
  return (
    <div className="import">
      <ScopeChoice value={scope} shared={false} onChange={(into) => (file ? void look(file, into) : setScope(into))} />
      <div className="setting">
        <span className="form-label">{t('phrases.import.file')}</span>
        <span className="import-file">
          <input id={id} className="hidden-text" type="file" accept=".csv,.xlsx,.txt,.tsv" data-testid="import-file" autoFocus aria-describedby={`${id}-help`} onChange={(event) => void choose(event.target.files?.[0]).catch(failed)} />
          <label className="button" htmlFor={id}>{t('phrases.import.choose')}</label> {file && <bdi>{file.fileName}</bdi>}
        </span>
        <p id={`${id}-help`} className="quiet small">{t('phrases.import.help')}</p>
      </div>
      <p className="small" role="status">{note}</p>
      {preview && <PreviewOf preview={preview} onConflict={onConflict} onChoose={setOnConflict} />}
      <div className="form-foot">
        <Button onClick={() => managerView.set({ at: 'list' })}>{t('phrases.back')}</Button>
        <Button kind="primary" data-testid="import-do" disabled={changes === 0} onClick={() => void bring()}>{t('phrases.import.do')}</Button>
      </div>
    </div>
  )
}
