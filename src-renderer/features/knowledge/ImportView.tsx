import { useId, useState, type DragEvent, type InputHTMLAttributes } from 'react'
import { FolderUp, Upload } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { report } from '../../app/do.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { bringIn, bringing, bringText, filesDropped, filesOf } from './bring-in.ts'
import { Outcomes } from './Outcomes.tsx'
import { knowledgeView } from './view.ts'

/** Chromium's way to choose a folder; React's types do not know it. */
const WHOLE_FOLDER = { webkitdirectory: '' } as InputHTMLAttributes<HTMLInputElement>

/** Brings articles in: files or folders that are chosen or dropped, or words that are pasted. */
export function ImportView() {
  const { t } = useWords()
  const desk = useDesk()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const running = useStore(bringing, (now) => now.running)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void filesDropped(event.dataTransfer).then((files) => bringIn(desk, files)).catch(report)
  }
  const choose = (input: HTMLInputElement) => {
    const files = filesOf(input.files)
    // The same file once more must be a change again.
    input.value = ''
    void bringIn(desk, files).catch(report)
  }
  return (
    <div className="knowledge-form" onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <div className="knowledge-drop" data-over={isOver ? '' : undefined}>
        <p>{t('knowledge.import.drop')}</p>
        <p className="knowledge-choose">
          <input id={`${id}-files`} className="hidden-text" type="file" multiple accept=".md,.markdown,.txt,.html,.htm,.pdf,.docx,.xlsx,.csv,.tsv" data-testid="knowledge-files" autoFocus disabled={running} aria-describedby={`${id}-help`} onChange={(event) => choose(event.target)} />
          <label className="button" htmlFor={`${id}-files`}><Upload size={14} aria-hidden /> {t('knowledge.import.files')}</label>
          <input id={`${id}-folder`} className="hidden-text" type="file" {...WHOLE_FOLDER} data-testid="knowledge-folder" disabled={running} aria-describedby={`${id}-help`} onChange={(event) => choose(event.target)} />
          <label className="button" htmlFor={`${id}-folder`}><FolderUp size={14} aria-hidden /> {t('knowledge.import.folder')}</label>
        </p>
        <p id={`${id}-help`} className="quiet small">{t('knowledge.import.help')}</p>
      </div>
      <Outcomes />
      <Paste disabled={running} />
      <div className="knowledge-foot"><Button onClick={() => knowledgeView.set({ at: 'list' })}>{t('knowledge.back')}</Button></div>
    </div>
  )
}

function Paste({ disabled }: { disabled: boolean }) {
  const { t } = useWords()
  const desk = useDesk()
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const isReady = name.trim() !== '' && text.trim() !== '' && !disabled
  const bring = () => {
    void bringText(desk, name.trim(), text).then(() => {
      const [outcome] = bringing.get().outcomes
      if (outcome && 'did' in outcome) setText('')
    }).catch(report)
  }
  return (
    <fieldset className="setting knowledge-paste">
      <legend>{t('knowledge.paste')}</legend>
      <input className="field" maxLength={120} value={name} aria-label={t('knowledge.paste.name')} placeholder={t('knowledge.paste.name')} onChange={(event) => setName(event.target.value)} />
      <textarea className="field" rows={4} value={text} aria-label={t('knowledge.paste.text')} placeholder={t('knowledge.paste.text')} onChange={(event) => setText(event.target.value)} />
      <Button disabled={!isReady} onClick={bring}>{t('knowledge.paste.do')}</Button>
    </fieldset>
  )
}
