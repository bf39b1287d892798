import type { LocalText } from '../../../../src-shared/domain/text.ts'
import type { Problem } from '../../../../src-shared/domain/workflow-problem.ts'
import type { NodeOf, WorkflowNode } from '../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { isLimit } from './edit.ts'

interface Props { node: WorkflowNode; problems: readonly Problem[]; onChange: (change: Partial<WorkflowNode>) => void }

/** What a supervisor may change of one step, with what is wrong with it below. */
export function NodeFields({ node, problems, onChange }: Props) {
  const { local } = useWords()
  return (
    <fieldset className="workflow-node" data-wrong={problems.length > 0 ? '' : undefined}>
      <legend>{node.title ? local(node.title) : node.id}</legend>
      <OfNode node={node} onChange={onChange} />
      {problems.map((one) => <p key={`${one.code} ${one.field}`} className="small workflow-problem" role="alert">{local(one.say)}</p>)}
    </fieldset>
  )
}

/** The words, waits and limits of a step. */
export function OfNode({ node, onChange }: Omit<Props, 'problems'>) {
  const { t } = useWords()
  switch (node.type) {
    case 'message':
      return <Both id={node.id} label={t('workflows.text')} text={node.text} onChange={(text) => onChange({ text })} />
    case 'question':
      return (
        <>
          <Both id={node.id} label={t('workflows.question')} text={node.text} onChange={(text) => onChange({ text })} />
          <Both id={`${node.id}-again`} label={t('workflows.again')} text={node.again} onChange={(again) => onChange({ again })} />
          <Figure label={t('workflows.wait')} value={node.waitMinutes} least={1} onChange={(waitMinutes) => onChange({ waitMinutes })} />
        </>
      )
    case 'wait':
      return <Figure label={t('workflows.wait')} value={node.minutes} least={1} onChange={(minutes) => onChange({ minutes })} />
    case 'condition':
      return node.all.map((test, at) => isLimit(test) && <Limit key={test.value} node={node} at={at} onChange={onChange} />)
    default:
      return null
  }
}

/** A text in both languages. */
export function Both({ id, label, text, onChange }: { id: string; label: string; text: LocalText; onChange: (text: LocalText) => void }) {
  const { t } = useWords()
  return (
    <div className="workflow-pair">
      {(['zh', 'en'] as const).map((lang) => (
        <label key={lang}>
          <span className="small quiet">{label} · {t(`phrases.in.${lang}`)}</span>
          <textarea className="field" lang={lang} rows={2} maxLength={600} data-testid={`workflow-text-${id}-${lang}`} value={text[lang]} onChange={(event) => onChange({ ...text, [lang]: event.target.value })} />
        </label>
      ))}
    </div>
  )
}

export function Figure({ label, value, least, onChange }: { label: string; value: number; least: number; onChange: (value: number) => void }) {
  return (
    <label className="workflow-figure">
      <span className="small quiet">{label}</span>
      <input className="field" type="number" min={least} value={Number.isNaN(value) ? '' : value} onChange={(event) => onChange(event.target.valueAsNumber)} />
    </label>
  )
}

/** A limit in figures, such as days since delivery. */
function Limit({ node, at, onChange }: { node: NodeOf<'condition'>; at: number; onChange: Props['onChange'] }) {
  const { t } = useWords()
  const test = node.all[at]
  if (!test || typeof test.to[0] !== 'number') return null
  return <Figure label={t(test.is === 'at-most' ? 'workflows.most' : 'workflows.least')} value={test.to[0]} least={0} onChange={(value) => onChange({ all: node.all.map((one, n) => (n === at ? { ...one, to: [value] } : one)) })} />
}
