import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sayOf } from '../../../bridge/call-error.ts'
import { useDesk, useDeskState } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { AddRow } from './AddRow.tsx'
import { Conflict } from './Conflict.tsx'
import { change, openRules, save } from './do-rules.ts'
import { FileButtons } from './FileButtons.tsx'
import { Findings } from './Findings.tsx'
import { rowGroups } from './list.ts'
import { RowPanel } from './RowPanel.tsx'
import { RuleList } from './RuleList.tsx'
import { SaveBar } from './SaveBar.tsx'
import { patchRules, type Panel } from './state.ts'
import { TryIt } from './TryIt.tsx'
import { useRules } from './use-rules.ts'
import { Versions } from './Versions.tsx'
import './rules.css'

const PANELS = ['findings', 'try', 'versions'] as const

/** What autopilot may do, in sentences; each opens as a form. Beside the list: what does not fit, a case to try, the versions. */
export function RulesPage() {
  const { t, language } = useWords()
  const desk = useDesk()
  const [choices, draft, panel, chosen] = [useRules((s) => s.choices), useRules((s) => s.draft), useRules((s) => s.panel), useRules((s) => s.chosen)]
  const [weighed, readable] = [useRules((s) => s.weighed), useRules((s) => s.readable)]
  const [failed, setFailed] = useState(false)
  const state = useDeskState()
  const page = useRef<HTMLDivElement>(null)
  const open = useCallback(() => openRules(desk).then(() => setFailed(false), () => setFailed(true)), [desk])
  // The desk tells that something of it changed; it may be a colleague's version of the rules.
  useEffect(() => void open(), [open, state])
  const groups = useMemo(
    () => (choices && draft && weighed ? rowGroups({ draft, choices, sentences: readable?.sentences ?? [], changes: weighed.sentences.length > 0 ? weighed.changes : (readable?.changes ?? []), problems: weighed.problems }) : null),
    [choices, draft, weighed, readable],
  )
  const focusSide = () => page.current?.querySelector<HTMLElement>('.rule-side [data-rule-first], .rule-side .rule-panel-acts button')?.focus()
  const show = (next: Panel) => {
    // Drawn at once: a focus that came a frame later would be taken from what the next key did.
    flushSync(() => patchRules({ panel: next, ...(next.at === 'place' ? { chosen: next.place } : {}) }))
    if (next.at !== 'findings') focusSide()
  }
  useEffect(() => {
    // A button that went with what it did leaves the focus nowhere; the list has it then.
    if (document.activeElement === document.body) page.current?.querySelector<HTMLElement>('.rule-list [aria-selected="true"]')?.focus()
  })
  const beside = panel.at
  useEffect(() => {
    // It comes as the answer to a save, wherever the focus was then.
    if (beside === 'conflict') focusSide()
  }, [beside])
  const back = () => {
    patchRules({ panel: { at: 'findings' } })
    page.current?.querySelector<HTMLElement>('.rule-list [aria-selected="true"]')?.focus()
  }
  const onSave = () => {
    const [first] = weighed?.problems ?? []
    if (!first) return void save(desk, (error) => patchRules({ notice: { kind: 'problem', text: sayOf(error, language) ?? t('said.failed') } }))
    const [part = '', name = ''] = first.field.split('.')
    patchRules({ notice: { kind: 'problem', text: t('rules.not-saved', { say: first.say[language] }) } })
    show(part === 'intents' || part === 'actions' || part === 'rules' ? { at: 'place', place: `${part}.${name}` } : { at: 'findings' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && event.ctrlKey && !event.repeat) onSave()
    // The way out goes over the list: Esc in a form closes the form.
    else if (event.key === 'Escape' && (panel.at !== 'findings' || page.current?.querySelector('.rule-side')?.contains(document.activeElement))) back()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  if (failed && !groups) return <p role="alert">{t('rules.failed')} <Button onClick={() => void open()}>{t('again')}</Button></p>
  if (!groups || !choices || !draft) return <p className="quiet" role="status">{t('rules.reading')}</p>
  const add = (place: string) => {
    const [part = '', name = ''] = place.split('.')
    change(desk, [part, name], part === 'intents' ? choices.fresh.intents : choices.fresh.actions)
    show({ at: 'place', place })
  }
  const conflicts = readable?.findings.filter(({ kind }) => kind !== 'gap').length ?? 0
  return (
    <div ref={page} className="rules" onKeyDown={onKeyDown}>
      <RuleList groups={groups} chosen={chosen} open={panel.at === 'place' ? panel.place : null} onChoose={(place) => patchRules({ chosen: place })} onOpen={(place) => show({ at: 'place', place })} />
      <AddRow choices={choices} draft={draft} onAdd={add} />
      <div className="rule-bar">
        {PANELS.map((at) => <Button key={at} aria-pressed={panel.at === at} data-testid={`rules-${at}`} onClick={() => show({ at })}>{t(`rules.${at}`)}{at === 'findings' && conflicts > 0 && <span className="tabular"> {conflicts}</span>}</Button>)}
        <FileButtons />
      </div>
      <div className="rule-side">
        {panel.at === 'findings' && <Findings onOpen={(place) => show({ at: 'place', place })} />}
        {panel.at === 'place' && <RowPanel key={panel.place} place={panel.place} choices={choices} onClose={back} />}
        {panel.at === 'try' && <TryIt choices={choices} />}
        {panel.at === 'versions' && <Versions />}
        {panel.at === 'conflict' && <Conflict theirs={panel.theirs} changes={panel.changes} />}
      </div>
      <SaveBar onSave={onSave} />
    </div>
  )
}
