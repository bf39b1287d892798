import { useCallback, useRef, useState, type ReactNode } from 'react'
import { ReactFlowProvider } from '@xyflow/react'
import type { Problem } from '../../../../../src-shared/domain/workflow-problem.ts'
import type { Workflow } from '../../../../../src-shared/domain/workflow.ts'
import { report } from '../../../../app/do.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { toast } from '../../../../app/screen.ts'
import { useMay } from '../../../../bridge/people.ts'
import { useKnown, useParts, useProblems } from '../../../../bridge/workflow-picture.ts'
import { useSaveWorkflow, useWorkflow, useWorkflows } from '../../../../bridge/workflows.ts'
import { Button } from '../../../../ui/Button.tsx'
import { FlowTrialPage } from '../../backtest/FlowTrialPage.tsx'
import { AddList } from './AddList.tsx'
import { Canvas } from './Canvas.tsx'
import { editorKey, stepKey } from './picture-keys.ts'
import { SideForm } from './SideForm.tsx'
import { Tools } from './Tools.tsx'
import { useEditor, type Editor } from './use-editor.ts'
import { titleWords } from './words.ts'
import '@xyflow/react/dist/base.css'
import './picture.css'

interface Props { id: string; onBack: () => void; onForm: () => void }

/** A workflow as a picture that can be drawn in. */
export function PictureEditor({ id, onBack, onForm }: Props) {
  const { t } = useWords()
  const found = useWorkflow(id)
  if (!found?.workflow) return <p className="quiet" role="status">{t(found ? 'workflows.gone' : 'workflows.reading')} <Button onClick={onBack}>{t('workflows.back')}</Button></p>
  return <ReactFlowProvider><Drawing saved={found.workflow} onBack={onBack} onForm={onForm} /></ReactFlowProvider>
}

function Drawing({ saved, onBack, onForm }: { saved: Workflow; onBack: () => void; onForm: () => void }) {
  const { t, local } = useWords()
  const keep = useSaveWorkflow()
  const mayLead = useMay('lead')
  const editor = useEditor(saved)
  const { workflow } = editor
  const problems = useProblems(workflow)
  const known = useKnown(workflow)
  const parts = useParts()
  const { data: lines } = useWorkflows()
  const [isListOpen, setListOpen] = useState(false)
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLElement>(null)
  const nameOf = useCallback((id: string) => { const line = lines?.find((one) => one.id === id); return line ? local(line.name) : id }, [lines, local])
  const edit = () => form.current?.querySelector<HTMLElement>('textarea, input, select, button')?.focus()
  const canSave = mayLead && editor.isChanged && problems.length === 0
  const save = () => {
    if (!canSave) return
    keep(workflow).then((now) => {
      editor.restart(now)
      toast('said.workflow-saved', { name: `${local(now.name)} · ${now.version}` })
    }, report)
  }
  if (isTried) return <FlowTrialPage workflow={workflow} onBack={() => setTried(false)} />
  return (
    <div className="flow-picture" data-testid="picture" onKeyDown={(event) => editorKey(event, editor, save)}>
      <Tools editor={editor} onAdd={() => setListOpen(true)} />
      {isListOpen && <AddList onClose={() => { setListOpen(false); if (editor.step) editor.goTo(editor.step.id) }} onAdd={(type) => { setListOpen(false); editor.add(type) }} />}
      <div className="picture-middle">
        <Canvas editor={editor} problems={problems} nameOf={nameOf} onEdit={edit} onKey={(event) => stepKey(event, editor, { edit, openList: () => setListOpen(true) })} />
        <SideForm ref={form} editor={editor} problems={problems} parts={parts} known={known} others={(lines ?? []).filter(({ id }) => id !== saved.id).map((line) => [line.id, local(line.name)] as const)} />
      </div>
      <Foot editor={editor} problems={problems}>
        <Button disabled={!editor.isChanged} hint={t('picture.discard.hint')} onClick={editor.discard}>{t('picture.discard')}</Button>
        <Button hint={t('flow-trial.hint')} disabled={problems.length > 0} data-testid="picture-trial" onClick={() => setTried(true)}>{t('flow-trial')}</Button>
        <Button disabled={editor.isChanged} onClick={onForm}>{t('picture.as-form')}</Button>
        <Button onClick={onBack}>{t('workflows.back')}</Button>
        <Button kind="primary" shortcut="Ctrl+S" data-testid="picture-save" disabled={!canSave} onClick={save}>{t('save')}</Button>
      </Foot>
    </div>
  )
}

/** What is wrong, each leading to its step, and why nothing can be saved. */
function Foot({ editor, problems, children }: { editor: Editor; problems: readonly Problem[]; children: ReactNode }) {
  const words = useWords()
  const { t, local } = words
  const nodeOf = (id: string | null) => editor.workflow.nodes.find((node) => node.id === id)
  return (
    <div className="picture-foot">
      <div className="picture-problems" role="region" aria-label={t('picture.problems')} tabIndex={0}>
        <p className="small" role="status" data-testid="picture-state" data-wrong={problems.length > 0 ? '' : undefined}>{problems.length > 0 ? t('workflows.problems', { count: problems.length }) : t(editor.isChanged ? 'picture.fine' : 'picture.same')}</p>
        {problems.length > 0 && (
          <ul>
            {problems.map((one) => {
              const node = nodeOf(one.node)
              return <li key={`${one.code} ${one.node} ${one.field} ${one.say.en}`}>{node ? <button type="button" className="small" onClick={() => editor.goTo(node.id)}>{titleWords(node, words)}{t('list.colon')}{local(one.say)}</button> : <span className="small">{local(one.say)}</span>}</li>
            })}
          </ul>
        )}
      </div>
      {children}
    </div>
  )
}
