import { useRef } from 'react'
import type { WorkflowLine, WorkflowStop } from '../../../../src-shared/contract/workflows.ts'
import { WORKFLOW_LEVELS } from '../../../../src-shared/domain/workflow-level.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { useMay } from '../../../bridge/people.ts'
import { useWorkflows, workflowsChanged } from '../../../bridge/workflows.ts'
import { Button } from '../../../ui/Button.tsx'
import { focusOnceDrawn } from '../../../ui/focus-first.ts'
import { useNames } from '../levels/use-names.ts'

/** What a workflow is opened as. */
export type OpenAs = 'form' | 'picture' | 'trial'

/** Every workflow with how far it may go. @param returnTo what was just left: the focus goes back to the button that opened it */
export function WorkflowList({ returnTo, onOpen }: { returnTo: { id: string; as: OpenAs } | null; onOpen: (id: string, as: OpenAs) => void }) {
  const { t } = useWords()
  const { data, failed, again } = useWorkflows()
  const mayLead = useMay('lead')
  if (failed) return <p role="alert">{t('workflows.failed')} <Button onClick={again}>{t('again')}</Button></p>
  if (data === undefined) return null
  return (
    <>
      <div className="workflows-head"><p className="small quiet">{t('workflows.intro')}{!mayLead && ` ${t('workflows.see')}`}</p>{mayLead && <Import onRead={(id) => onOpen(id, 'form')} />}</div>
      <ul className="workflows">{data.map((line) => <Line key={line.id} line={line} focus={line.id === returnTo?.id ? returnTo.as : null} onOpen={onOpen} />)}</ul>
    </>
  )
}

function Line({ line, focus, onOpen }: { line: WorkflowLine; focus: OpenAs | null; onOpen: (id: string, as: OpenAs) => void }) {
  const { t, local, label } = useWords()
  const names = useNames()
  const desk = useDesk()
  const mayLead = useMay('lead')
  const name = local(line.name)
  const stopWords = ({ action, why, topic, level }: WorkflowStop) => t(`workflows.stops.${why}`, { action: names('action', action), topic: topic === null ? '' : names('intent', topic), level: level === null ? '' : t(`level.${level}`) })
  const set = (level: WorkflowLine['level']) => desk.client.call('workflow.setLevel', { id: line.id, level }).then(() => workflowsChanged(desk))
  const change = (level: WorkflowLine['level']) => void set(level).then(() => toast('said.changed', { name, undo: () => void set(line.level).catch(report) }), report)
  return (
    <li data-on={line.level === 'off' ? undefined : ''}>
      <div className="workflow-what">
        <b>{name}</b>
        <span className="small quiet">{local(line.about)}</span>
        <span className="small quiet">{line.topics.map((topic) => label(topic) ?? topic).join(' · ')} · {line.own ? t('workflows.own', { version: line.version }) : t('workflows.shipped')}</span>
        {line.level !== 'off' && line.stops.map((stop) => <span key={stop.action} className="small workflow-stop" data-testid="workflow-stop">{stopWords(stop)}</span>)}
      </div>
      <select className="field" aria-label={t('workflows.level.of', { name })} data-testid={`workflow-level-${line.id}`} value={line.level} disabled={!mayLead} onChange={(event) => change(WORKFLOW_LEVELS.find((one) => one === event.target.value) ?? 'off')}>
        {WORKFLOW_LEVELS.map((level) => <option key={level} value={level}>{t(`workflows.level.${level}`)}</option>)}
      </select>
      <Button ref={focus === 'trial' ? focusOnceDrawn : undefined} aria-label={t('flow-trial.open.of', { name })} data-testid={`workflow-trial-${line.id}`} onClick={() => onOpen(line.id, 'trial')}>{t('flow-trial')}</Button>
      <Button ref={focus === 'picture' ? focusOnceDrawn : undefined} aria-label={t('workflows.picture.of', { name })} data-testid={`workflow-picture-${line.id}`} onClick={() => onOpen(line.id, 'picture')}>{t('workflows.picture')}</Button>
      <Button ref={focus === 'form' ? focusOnceDrawn : undefined} aria-label={t('workflows.edit.of', { name })} data-testid={`workflow-edit-${line.id}`} onClick={() => onOpen(line.id, 'form')}>{t('workflows.edit')}</Button>
    </li>
  )
}

/** Brings in a file; what cannot run is not taken, and it is said why. */
function Import({ onRead }: { onRead: (id: string) => void }) {
  const { t, local } = useWords()
  const desk = useDesk()
  const file = useRef<HTMLInputElement>(null)
  const read = async (chosen: File | undefined) => {
    if (!chosen) return
    const { workflow, problems } = await desk.client.call('workflow.read', { text: await chosen.text() })
    if (!workflow || problems.length > 0) return void toast('said.workflow-bad', { tone: 'danger', name: problems[0] ? local(problems[0].say) : '' })
    const saved = await desk.client.call('workflow.save', { workflow, basedOn: null })
    workflowsChanged(desk)
    onRead(saved.workflow.id)
  }
  return (
    <>
      <input ref={file} type="file" accept=".json,application/json" hidden aria-label={t('workflows.import')} data-testid="workflow-file" onChange={(event) => { void read(event.target.files?.[0]).catch(report); event.target.value = '' }} />
      <Button hint={t('workflows.import.hint')} onClick={() => file.current?.click()}>{t('workflows.import')}</Button>
    </>
  )
}
