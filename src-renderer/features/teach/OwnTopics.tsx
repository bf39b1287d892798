import { useId, useState, type DragEvent } from 'react'
import type { OwnTopicsPreview } from '../../../src-shared/contract/teaching.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk, useShopZone } from '../../bridge/hooks.ts'
import { useOwnTopics } from '../../bridge/teach.ts'
import { Button } from '../../ui/Button.tsx'
import { dateTime } from '../../ui/format.ts'
import { saveCsv } from '../phrases/save-csv.ts'
import { ReportOf, TriedTopics } from './TriedTopics.tsx'

/** Topics that a shop teaches by a table: choose it, see how well it went, use it; replace, export, remove. */
export function OwnTopics() {
  const { t, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const id = useId()
  const topics = useOwnTopics()
  const [tried, setTried] = useState<OwnTopicsPreview | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  /** Does one thing and says how it ended. */
  const tell = (work: Promise<string | null>) => void work.then(setNote, (error: unknown) => setNote(sayOf(error, language) ?? t('said.failed')))
  const learn = async (file: File): Promise<null> => {
    setTried(null)
    setNote(t('topics.learning', { name: file.name }))
    setTried(await desk.client.call('topics.learn', { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
    return null
  }
  const use = async ({ token }: OwnTopicsPreview): Promise<string> => {
    await desk.client.call('topics.use', { token })
    setTried(null)
    return t('topics.used')
  }
  const remove = async (): Promise<string> => {
    await desk.client.call('topics.remove', {})
    return t('topics.removed')
  }
  const save = async (): Promise<null> => {
    saveCsv((await desk.client.call('topics.export', {})).csv, 'topics.csv')
    return null
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) tell(learn(file))
  }
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
      <div
        className="taught-drop taught-actions" data-over={over ? '' : undefined} onDrop={drop} onDragLeave={() => setOver(false)}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }}
      >
        <input
          id={id} className="hidden-text" type="file" accept=".csv,.xlsx,.tsv,.txt,.jsonl,.ndjson" data-testid="topics-file" aria-describedby={`${id}-help`}
          onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) tell(learn(file)) }}
        />
        <label className="button" htmlFor={id}>{t(topics ? 'topics.replace' : 'topics.choose')}</label>
        <span id={`${id}-help`} className="small quiet">{t('topics.file')}</span>
      </div>
      {topics && !tried && (
        <div className="taught-actions">
          <Button onClick={() => tell(save())} data-testid="topics-export">{t('topics.export')}</Button>
          <Button onClick={() => tell(remove())} data-testid="topics-remove">{t('topics.remove')}</Button>
        </div>
      )}
      <p className="small" role="status" data-testid="topics-note">{note}</p>
      {tried && <TriedTopics tried={tried} onUse={() => tell(use(tried))} onLeave={() => setTried(null)} />}
    </section>
  )
}
