import type { Ref } from 'react'
import type { KnownValue } from '../../../../../src-shared/contract/workflow-picture.ts'
import type { Problem } from '../../../../../src-shared/domain/workflow-problem.ts'
import { portsOf } from '../../../../../src-shared/domain/workflow-ports.ts'
import type { WorkflowNode } from '../../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { Button } from '../../../../ui/Button.tsx'
import { problemsOf, withNode } from '../edit.ts'
import { withoutLooseEnds } from './change.ts'
import { Line, Pick } from './fields.tsx'
import { ICONS } from './icons.ts'
import { StepParts, type ChangeStep, type Parts } from './StepParts.tsx'
import type { Editor } from './use-editor.ts'
import { portWords, titleWords } from './words.ts'

interface Props { editor: Editor; problems: readonly Problem[]; parts: Parts | null; known: Readonly<Record<string, readonly KnownValue[]>>; others: readonly (readonly [string, string])[]; ref: Ref<HTMLElement> }

/** The chosen step as a form, or the chosen line. Esc goes back to the picture. */
export function SideForm({ editor, problems, parts, known, others, ref }: Props) {
  const { t } = useWords()
  const { chosen, step } = editor
  return (
    <section
      ref={ref} className="picture-form" data-testid="picture-form" aria-label={t('picture.form')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || !step) return
        event.preventDefault()
        editor.goTo(step.id)
      }}
    >
      {step && parts ? <Step key={step.id} node={step} editor={editor} problems={problemsOf(problems, step.id)} parts={parts} known={known[step.id] ?? []} others={others} />
        : chosen && 'line' in chosen ? <ChosenLine editor={editor} {...chosen.line} /> : <p className="quiet">{t('picture.none')}</p>}
    </section>
  )
}

function Step({ node, editor, problems, parts, known, others }: { node: WorkflowNode; editor: Editor; problems: readonly Problem[]; parts: Parts; known: readonly KnownValue[]; others: Props['others'] }) {
  const words = useWords()
  const { t, local } = words
  const Icon = ICONS[node.type]
  const change: ChangeStep = (next, field) => editor.change((now) => withoutLooseEnds(withNode(now, node.id, next)), field === undefined ? undefined : `${node.id} ${field}`)
  const title = node.title ?? { zh: '', en: '' }
  return (
    <>
      <h3><Icon size={16} aria-hidden /> {titleWords(node, words)}</h3>
      {problems.map((one) => <p key={`${one.code} ${one.field}`} className="small workflow-problem" role="alert">{one.field !== null && portsOf(node).some(({ name }) => name === one.field) ? `${portWords(node, one.field, t)}: ` : ''}{local(one.say)}</p>)}
      <StepParts node={node} parts={parts} known={known} others={others} onChange={change} />
      <WaysOut node={node} editor={editor} />
      {(['zh', 'en'] as const).map((lang) => <Line key={lang} lang={lang} label={`${t('picture.title')} · ${t(`phrases.in.${lang}`)}`} value={title[lang]} most={60} onChange={(said) => change({ title: { ...title, [lang]: said } }, `title ${lang}`)} />)}
    </>
  )
}

/** Where each way out leads; another step is taken only if the check takes it. */
function WaysOut({ node, editor }: { node: WorkflowNode; editor: Editor }) {
  const words = useWords()
  const { t } = words
  const ports = portsOf(node)
  if (ports.length === 0) return null
  const steps = editor.workflow.nodes.filter(({ type, id }) => type !== 'trigger' && id !== node.id).map((one) => [one.id, titleWords(one, words)] as const)
  return (
    <fieldset className="picture-group">
      <legend className="small quiet">{t('picture.ways')}</legend>
      {ports.map(({ name, optional }) => {
        const to = editor.workflow.edges.find((edge) => edge.from === node.id && edge.port === name)?.to ?? NOWHERE
        const nowhere = [NOWHERE, t(optional ? 'picture.nowhere.person' : 'picture.nowhere')] as const
        return <Pick<string> key={name} label={portWords(node, name, t)} value={to} options={[nowhere, ...steps]} onPick={(picked) => (picked === NOWHERE ? editor.disconnect(node.id, name) : editor.connect({ from: node.id, port: name, to: picked }))} />
      })}
    </fieldset>
  )
}

/** On the list of steps: none. No step is called so. */
const NOWHERE = '-'

function ChosenLine({ editor, from, port }: { editor: Editor; from: string; port: string }) {
  const words = useWords()
  const { t } = words
  const source = editor.workflow.nodes.find(({ id }) => id === from)
  const target = editor.workflow.nodes.find(({ id }) => id === editor.workflow.edges.find((edge) => edge.from === from && edge.port === port)?.to)
  if (!source || !target) return <p className="quiet">{t('picture.none')}</p>
  return (
    <>
      <h3>{t('picture.line')}</h3>
      <p>{t('picture.line.from', { name: titleWords(source, words), port: portWords(source, port, t), to: titleWords(target, words) })}</p>
      <Button onClick={editor.remove}>{t('picture.remove')}</Button>
    </>
  )
}
