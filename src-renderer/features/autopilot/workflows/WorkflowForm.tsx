import { useState, type FormEvent } from 'react'
import type { Workflow } from '../../../../src-shared/domain/workflow.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useMay } from '../../../bridge/people.ts'
import { useProblems } from '../../../bridge/workflow-picture.ts'
import { useSaveWorkflow, useWorkflow } from '../../../bridge/workflows.ts'
import { Button } from '../../../ui/Button.tsx'
import { focusOnceDrawn } from '../../../ui/focus-first.ts'
import { FlowTrialPage } from '../backtest/FlowTrialPage.tsx'
import { exportWorkflow, isEditable, problemsOf, withNode } from './edit.ts'
import { NodeFields } from './NodeFields.tsx'
import { TriggerFields } from './TriggerFields.tsx'
import { WorkflowVersions } from './WorkflowVersions.tsx'

/** One workflow as a form: its words, waits, limits and topics. Checked as it is written; saved as a new version. */
export function WorkflowForm({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useWords()
  const found = useWorkflow(id)
  const [typed, setTyped] = useState<Workflow | null>(null)
  const workflow = typed ?? found?.workflow ?? null
  if (!workflow) return <p className="quiet" role="status">{found ? t('workflows.gone') : t('workflows.reading')} <Button onClick={onBack}>{t('workflows.back')}</Button></p>
  return <Fields workflow={workflow} isChanged={typed !== null} onChange={setTyped} onBack={onBack} versions={found?.versions ?? []} />
}

interface Props { workflow: Workflow; isChanged: boolean; onChange: (workflow: Workflow | null) => void; onBack: () => void; versions: NonNullable<ReturnType<typeof useWorkflow>>['versions'] }

function Fields({ workflow, isChanged, onChange, onBack, versions }: Props) {
  const { t, local } = useWords()
  const keep = useSaveWorkflow()
  const mayLead = useMay('lead')
  const problems = useProblems(workflow)
  const [isTried, setTried] = useState(false)
  const save = (event: FormEvent) => {
    event.preventDefault()
    keep(workflow).then((saved) => {
      onChange(null)
      toast('said.workflow-saved', { name: `${local(saved.name)} · ${saved.version}` })
      onBack()
    }, report)
  }
  const trigger = workflow.nodes.find((node) => node.type === 'trigger')
  if (isTried) return <FlowTrialPage workflow={workflow} onBack={() => setTried(false)} />
  return (
    <form className="workflow-form" onSubmit={save} aria-label={local(workflow.name)}>
      <div className="workflow-names">
        {(['zh', 'en'] as const).map((lang) => (
          <input key={lang} ref={lang === 'zh' ? focusOnceDrawn : undefined} className="field" lang={lang} maxLength={60} aria-label={`${t('workflows.name')} ${t(`phrases.in.${lang}`)}`} value={workflow.name[lang]} onChange={(event) => onChange({ ...workflow, name: { ...workflow.name, [lang]: event.target.value } })} />
        ))}
      </div>
      {trigger?.type === 'trigger' && <TriggerFields trigger={trigger} problems={problemsOf(problems, trigger.id)} onChange={(change) => onChange(withNode(workflow, trigger.id, change))} />}
      <p className="small quiet">{t('workflows.gaps')}</p>
      {workflow.nodes.filter((node) => isEditable(node) || problemsOf(problems, node.id).length > 0).map((node) => (
        <NodeFields key={node.id} node={node} problems={problemsOf(problems, node.id)} onChange={(change) => onChange(withNode(workflow, node.id, change))} />
      ))}
      <WorkflowVersions id={workflow.id} current={workflow.version} versions={versions} onRestored={() => onChange(null)} />
      <div className="workflow-foot">
        <span className="small workflow-problem" role="status">{problems.length > 0 && `${t('workflows.problems', { count: problems.length })}${t('list.colon')}${problems.filter((one) => one.node === null).map((one) => local(one.say)).join(' ')}`}</span>
        <Button hint={t('flow-trial.hint')} disabled={problems.length > 0} onClick={() => setTried(true)}>{t('flow-trial')}</Button>
        <Button onClick={() => exportWorkflow(workflow)}>{t('workflows.export')}</Button>
        <Button onClick={onBack}>{t(isChanged ? 'cancel' : 'workflows.back')}</Button>
        <Button kind="primary" type="submit" data-testid="workflow-save" disabled={!mayLead || !isChanged || problems.length > 0}>{t('save')}</Button>
      </div>
    </form>
  )
}
