import type { CallResult } from '../../../../../src-shared/contract/calls.ts'
import type { KnownValue } from '../../../../../src-shared/contract/workflow-picture.ts'
import type { NodeOf, WorkflowNode } from '../../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { Both, Figure, OfNode } from '../NodeFields.tsx'
import { TriggerFields } from '../TriggerFields.tsx'
import { ActionParts } from './ActionParts.tsx'
import { BranchParts, ConditionParts } from './ComparisonParts.tsx'
import { Line, Pick, PickValue } from './fields.tsx'
import { QuestionParts } from './QuestionParts.tsx'

export type Parts = CallResult<'workflow.parts'>
/** `field` names what is typed into, so that typing on is one change; each sort of step has its own fields. */
export type ChangeStep = (change: Partial<WorkflowNode>, field?: string) => void
export interface StepPartsProps<Step extends WorkflowNode = WorkflowNode> { node: Step; parts: Parts; known: readonly KnownValue[]; onChange: ChangeStep }

/** The fields of a step, by its kind. @param others the other workflows, by id and name */
export function StepParts({ node, parts, known, others, onChange }: StepPartsProps & { others: readonly (readonly [string, string])[] }) {
  const { t } = useWords()
  switch (node.type) {
    case 'trigger': return <TriggerParts node={node} parts={parts} known={known} onChange={onChange} />
    case 'message': return <OfNode node={node} onChange={(change) => onChange(change, 'text')} />
    case 'question': return <QuestionParts node={node} parts={parts} known={known} onChange={onChange} />
    case 'condition': return <ConditionParts node={node} parts={parts} known={known} onChange={onChange} />
    case 'branch': return <BranchParts node={node} parts={parts} known={known} onChange={onChange} />
    case 'look-up': return <LookUpParts node={node} parts={parts} known={known} onChange={onChange} />
    case 'action': return <ActionParts node={node} parts={parts} known={known} onChange={onChange} />
    case 'wait': return <Figure label={t('picture.minutes')} value={node.minutes} least={1} onChange={(minutes) => onChange({ minutes }, 'minutes')} />
    case 'review': return <Both id={node.id} label={t('picture.note')} text={node.note} onChange={(note) => onChange({ note }, 'note')} />
    case 'hand-over': return <Both id={node.id} label={t('picture.reason')} text={node.reason} onChange={(reason) => onChange({ reason }, 'reason')} />
    case 'sub-flow': return <Pick label={t('picture.sub-flow')} value={node.workflow} options={others} none={t('picture.pick')} onPick={(workflow) => onChange({ workflow })} />
    case 'end': return null
  }
}

function TriggerParts({ node, parts, onChange }: StepPartsProps<NodeOf<'trigger'>>) {
  const { t, label } = useWords()
  const rest = parts.topics.filter((topic) => !node.topics.includes(topic) && !node.also.includes(topic))
  return (
    <>
      <TriggerFields trigger={node} problems={[]} onChange={onChange} />
      <Pick<string> label={t('picture.topic.add')} value="" none={t('picture.pick')} options={rest.map((topic) => [topic, label(topic) ?? topic] as const)} onPick={(picked) => onChange({ topics: [...node.topics, ...rest.filter((topic) => topic === picked)] })} />
    </>
  )
}

function LookUpParts({ node, parts, known, onChange }: StepPartsProps<NodeOf<'look-up'>>) {
  const { t } = useWords()
  const needsItem = parts.lookUps.find(({ what }) => what === node.what)?.item ?? false
  return (
    <>
      <Pick label={t('picture.look')} value={node.what} options={parts.lookUps.map(({ what }) => [what, t(`picture.what.${what}`)] as const)} onPick={(what) => onChange({ what })} />
      <PickValue label={t('picture.order')} value={node.order} known={known} types={['order']} onPick={(order) => onChange({ order })} />
      {needsItem && <PickValue label={t('picture.item')} value={node.item ?? ''} known={known} types={['item']} onPick={(item) => onChange({ item })} />}
      <Line label={t('picture.name')} hint={t('picture.name.hint')} value={node.as} most={30} onChange={(as) => onChange({ as }, 'as')} />
    </>
  )
}
