import type { StepArgument } from '../../../../../src-shared/contract/workflow-picture.ts'
import type { Binding, NodeOf } from '../../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { Line, Pick, PickValue } from './fields.tsx'
import type { StepPartsProps } from './StepParts.tsx'
import { actionWords, argumentWords } from './words.ts'

/** Stands on a list for "written here"; no value is called so. */
const FIXED = '='

/** What is done, and where each of its values comes from. */
export function ActionParts({ node, parts, known, onChange }: StepPartsProps<NodeOf<'action'>>) {
  const { t } = useWords()
  const taken = parts.actions.find(({ kind }) => kind === node.action)?.args ?? []
  const bind = (name: string, binding: Binding | undefined, field?: string) => {
    const { [name]: _before, ...others } = node.args
    onChange({ args: binding ? { ...others, [name]: binding } : others }, field)
  }
  return (
    <>
      {/* Values that the other action takes as well stay. */}
      <Pick
        label={t('picture.action')} value={node.action} options={parts.actions.map(({ kind }) => [kind, actionWords(kind, t)] as const)}
        onPick={(action) => onChange({ action, args: Object.fromEntries(Object.entries(node.args).filter(([name]) => parts.actions.find(({ kind }) => kind === action)?.args.some((one) => one.name === name))) })}
      />
      {taken.map((argument) => <Argument key={argument.name} argument={argument} binding={node.args[argument.name]} known={known} onBind={(binding, field) => bind(argument.name, binding, field)} />)}
    </>
  )
}

function Argument({ argument, binding, known, onBind }: { argument: StepArgument; binding: Binding | undefined; known: StepPartsProps['known']; onBind: (binding: Binding | undefined, field?: string) => void }) {
  const { t } = useWords()
  const word = argumentWords(argument.name, t)
  const name = argument.optional ? t('picture.optional', { name: word }) : word
  const isFigure = argument.types.includes('number')
  const canBeWritten = isFigure || argument.among.length > 0 || argument.types.includes('text')
  const fitting = known.filter(({ type }) => argument.types.includes(type)).map(({ path }) => path)
  if (!canBeWritten) return <PickValue label={name} value={binding?.from === 'value' ? binding.path : ''} known={known} types={argument.types} onPick={(path) => onBind({ from: 'value', path })} />
  const source = binding === undefined ? '' : binding.from === 'fixed' ? FIXED : binding.path
  return (
    <>
      <Pick<string>
        label={name} value={source} none={t('picture.pick')} options={[...fitting.map((path) => [path, path] as const), [FIXED, t('picture.fixed')] as const]}
        onPick={(path) => onBind(path === FIXED ? { from: 'fixed', value: argument.among[0] ?? (isFigure ? 1 : '') } : { from: 'value', path })}
      />
      {binding?.from === 'fixed' && (argument.among.length > 0
        ? <Pick<string> label={t('picture.fixed.of', { name: word })} value={String(binding.value)} options={argument.among.map((one) => [one, one] as const)} onPick={(value) => onBind({ from: 'fixed', value })} />
        : <Line label={t('picture.fixed.of', { name: word })} value={String(binding.value)} onChange={(typed) => onBind({ from: 'fixed', value: isFigure && typed.trim() !== '' && !Number.isNaN(Number(typed)) ? Number(typed) : typed }, argument.name)} />)}
    </>
  )
}
