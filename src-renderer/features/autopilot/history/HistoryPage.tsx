import { useId, useState, type DragEvent } from 'react'
import { Upload } from 'lucide-react'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { useStore } from '../../../ui/store.ts'
import { FileList } from './FileList.tsx'
import { breakOff, importing, takeFiles } from './importing.ts'
import { MappingForm } from './MappingForm.tsx'
import { Outcomes } from './Outcomes.tsx'
import './history.css'

/** Past chats: brought in from exports, listed and forgotten. */
export function HistoryPage() {
  const step = useStore(importing, (now) => now.step)
  const hasOutcomes = useStore(importing, (now) => now.outcomes.length > 0)
  return (
    <div className="chats">
      {step.at === 'mapping' ? <MappingForm key={step.file.name} step={step} /> : step.at === 'running' ? <Running {...step} /> : <Drop looking={step.at === 'looking' ? step.name : null} isNext={hasOutcomes} />}
      <Outcomes />
      {step.at !== 'mapping' && <FileList />}
    </div>
  )
}

/** @param isNext an import has just ended: the next file would be chosen here */
function Drop({ looking, isNext }: { looking: string | null; isNext: boolean }) {
  const { t } = useWords()
  const desk = useDesk()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void takeFiles(desk, [...event.dataTransfer.files]).catch(report)
  }
  const choose = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    // The same file once more must be a change again.
    input.value = ''
    void takeFiles(desk, files).catch(report)
  }
  return (
    <div className="chats-drop" data-over={isOver ? '' : undefined} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p>{looking === null ? t('chats.drop') : t('chats.looking', { name: looking })}</p>
      <p className="chats-choose">
        <input id={id} className="hidden-text" type="file" multiple accept=".csv,.tsv,.txt,.log,.xlsx,.html,.htm,.json,.jsonl" data-testid="chats-files" autoFocus={isNext} disabled={looking !== null} aria-describedby={`${id}-help`} onChange={(event) => choose(event.target)} />
        <label className="button" htmlFor={id}><Upload size={14} aria-hidden /> {t('chats.choose')}</label>
      </p>
      <p id={`${id}-help`} className="small quiet">{t('chats.help')}</p>
    </div>
  )
}

function Running({ name, done, total, turns }: { name: string; done: number; total: number; turns: number }) {
  const { t } = useWords()
  const desk = useDesk()
  return (
    <div className="chats-running" role="status">
      <p>{t('chats.importing', { name })}</p>
      <progress max={total} value={done} aria-label={t('chats.importing', { name })} />
      <p className="small quiet tabular">{done < total ? t('chats.importing.so-far', { turns }) : t('chats.importing.masking')}</p>
      <Button autoFocus onClick={() => void breakOff(desk).catch(report)}>{t('cancel')}</Button>
    </div>
  )
}
