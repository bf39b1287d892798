import { useId, useState, type DragEvent } from 'react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { useOwnTopics } from '../../bridge/teach.ts'
import { Button } from '../../ui/Button.tsx'
import { dateTime } from '../../ui/format.ts'
import { ReportOf, TriedTopics } from './TriedTopics.tsx'
import { useTopicWork } from './use-topic-work.ts'

/** Topics that a shop teaches by a table: choose it, see how well it went, use it; replace, export, remove. */
export function OwnTopics() {
  const { t, language } = useWords()
  const zone = useShopZone()
  const topics = useOwnTopics()
  const { tried, note, learning, learn, cancel, use, leave, remove, save } = useTopicWork()
  return (
    <section className="setting taught" data-testid="own-topics">
      <h4>{t('topics.title')}</h4>
      {topics?.broken && <p className="settings-note">{t('topics.broken')}</p>}
      {topics && !topics.broken && (
        <>
          <p className="small quiet">{t('topics.since', { name: topics.fileName, time: dateTime(topics.usedSince, language, zone) })}</p>
          <ReportOf report={topics.report} />
        </>
      )}
      {topics === null && <p className="small quiet">{t('topics.what')}</p>}
      <TableChoice name={t(topics ? 'topics.replace' : 'topics.choose')} onFile={learn} />
      {topics && !tried && (
        <div className="taught-actions">
          <Button onClick={save} data-testid="topics-export">{t('topics.export')}</Button>
          <Button onClick={remove} data-testid="topics-remove">{t('topics.remove')}</Button>
        </div>
      )}
      <p className="small" role="status" data-testid="topics-note">{note} {learning && <Button onClick={cancel}>{t('cancel')}</Button>}</p>
      {tried && <TriedTopics tried={tried} onUse={use} onLeave={leave} />}
    </section>
  )
}

/** A table from a dialog, or dropped. */
function TableChoice({ name, onFile }: { name: string; onFile: (file: File) => void }) {
  const { t } = useWords()
  const id = useId()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => { if (files?.[0]) onFile(files[0]) }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div className="taught-drop taught-actions" data-over={over ? '' : undefined} onDrop={onDrop} onDragOver={onDragOver} onDragLeave={() => setOver(false)}>
      <input
        id={id} className="hidden-text" type="file" accept=".csv,.xlsx,.tsv,.txt,.jsonl,.ndjson" data-testid="topics-file" aria-describedby={`${id}-help`}
        // The same file again is asked about again: it may have changed.
        onClick={(event) => { event.currentTarget.value = '' }} onChange={(event) => take(event.target.files)}
      />
      <label className="button" htmlFor={id}>{name}</label>
      <span id={`${id}-help`} className="small quiet">{t('topics.file')}</span>
    </div>
  )
}
