import { useEffect, type KeyboardEvent } from 'react'
import { Eraser, Search } from 'lucide-react'
import { isDone, report } from '../../app/do.ts'
import { FOCUS } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { screen, toast } from '../../app/screen.ts'
import { clear, readTurnsAgain, useTurns } from '../../bridge/copilot.ts'
import { useDesk, useRow } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { QUESTION_MAX } from '../../../src-shared/domain/copilot-text.ts'
import { Answer } from './Answer.tsx'
import { Results } from './Results.tsx'
import { useBox } from './use-box.ts'
import './copilot.css'

/** The copilot of the conversation on the screen. */
export function CopilotPanel() {
  const { t } = useWords()
  const selected = useStore(screen, (s) => s.selected)
  return <section className="copilot" aria-label={t('copilot.name')} data-place={FOCUS.copilot} data-testid="copilot">{selected && <Of key={selected} id={selected} />}</section>
}

function Of({ id }: { id: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const turns = useTurns(id)
  const box = useBox(id, turns)
  const done = isDone(useRow(id)?.section)
  useEffect(() => readTurnsAgain(desk, id), [desk, id, done])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    box.escape()
  }
  const shows = box.typed.trim() !== ''
  return (
    <div className="copilot-in" onKeyDown={onKeyDown}>
      <div className="copilot-box">
        <Search size={14} aria-hidden />
        <input
          className="copilot-input" data-testid="copilot-box" data-focus={FOCUS.copilot} value={box.typed} placeholder={t('copilot.placeholder')} aria-label={t('copilot.box')} dir="auto"
          role="combobox" aria-haspopup="grid" aria-expanded={shows} aria-controls={shows ? 'copilot-lines' : undefined} aria-activedescendant={shows && box.chosen ? `copilot-${box.chosen.id}` : undefined}
          autoComplete="off" spellCheck={false} maxLength={QUESTION_MAX} onChange={(event) => box.type(event.target.value)} onKeyDown={box.onKeyDown}
        />
      </div>
      <div className="copilot-scroll">
        {shows
          ? <Results groups={box.groups} chosen={box.chosen} question={box.typed.trim()} busy={box.busy} failed={box.failed} onPoint={box.point} onOpen={box.enter} onInsert={box.insert} />
          : turns.length === 0 ? <Empty onAsk={box.askWords} /> : <>
            {turns.toReversed().map((turn) => <Answer key={turn.id} turn={turn} />)}
            <Button kind="bare" className="copilot-clear" icon={<Eraser size={14} aria-hidden />} onClick={() => { clear(desk, id).catch(report); toast('said.copilot-cleared') }}>{t('copilot.clear')}</Button>
          </>}
      </div>
      <Keys shows={shows} />
    </div>
  )
}

/** Nothing asked yet: three questions to begin with. */
function Empty({ onAsk }: { onAsk: (question: string) => void }) {
  const { t } = useWords()
  const examples = [t('copilot.example.1'), t('copilot.example.2'), t('copilot.example.3')]
  return (
    <div className="copilot-empty">
      <h3>{t('copilot.empty.title')}</h3>
      <p className="quiet">{t('copilot.empty.text')}</p>
      {examples.map((question) => <Button key={question} onClick={() => onAsk(question)}>{question}</Button>)}
    </div>
  )
}

function Keys({ shows }: { shows: boolean }) {
  const { t } = useWords()
  return (
    <footer className="copilot-foot small quiet">
      {shows && <><span><kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> {t('copilot.keys.open')}</span><span><kbd>Ctrl Enter</kbd> {t('copilot.keys.ask')}</span></>}
      <span><kbd>Shift Enter</kbd> {t('copilot.keys.insert')}</span>
      <span><kbd>Esc</kbd> {t('copilot.keys.back')}</span>
    </footer>
  )
}
