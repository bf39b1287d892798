import type { PolicyChoices, PolicyDraft } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { valueAt } from './path.ts'

interface Props { choices: PolicyChoices; draft: PolicyDraft; onAdd: (place: string) => void }

/** A row for a topic or an action that has none. */
export function AddRow({ choices, draft, onAdd }: Props) {
  const { t, label, local } = useWords()
  const topics = choices.topics.filter(({ code }) => valueAt(draft, ['intents', code]) === undefined)
  const actions = choices.actions.filter(({ name }) => valueAt(draft, ['actions', name]) === undefined)
  if (topics.length + actions.length === 0) return null
  return (
    <select className="field rule-add" aria-label={t('rules.add')} value="" data-testid="rule-add" onChange={(event) => onAdd(event.target.value)}>
      <option value="">{t('rules.add')}</option>
      <optgroup label={t('rules.add.topics')}>{topics.map(({ code }) => <option key={code} value={`intents.${code}`}>{label(code) ?? code}</option>)}</optgroup>
      <optgroup label={t('rules.add.actions')}>{actions.map(({ name, title }) => <option key={name} value={`actions.${name}`}>{local(title)}</option>)}</optgroup>
    </select>
  )
}
