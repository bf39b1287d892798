import { useState } from 'react'
import type { PolicyChoices, PolicyDraft } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'
import { valueAt } from './path.ts'

interface Props { choices: PolicyChoices; draft: PolicyDraft; onAdd: (place: string) => void }

/** A row for a topic or an action that has none. */
export function AddRow({ choices, draft, onAdd }: Props) {
  const { t, label, local } = useWords()
  const [place, setPlace] = useState('')
  const topics = choices.topics.filter(({ code }) => valueAt(draft, ['intents', code]) === undefined)
  const actions = choices.actions.filter(({ name }) => valueAt(draft, ['actions', name]) === undefined)
  const isThere = (place: string) => topics.some(({ code }) => place === `intents.${code}`) || actions.some(({ name }) => place === `actions.${name}`)
  if (topics.length + actions.length === 0) return null
  return (
    <form
      className="rule-add"
      onSubmit={(event) => {
        event.preventDefault()
        if (isThere(place)) onAdd(place)
      }}
    >
      {/* Arrow keys go through a closed list one by one: nothing is added before it is asked for. */}
      <select className="field" aria-label={t('rules.add')} value={isThere(place) ? place : ''} data-testid="rule-add" onChange={(event) => setPlace(event.target.value)}>
        <option value="">{t('rules.add')}</option>
        <optgroup label={t('rules.add.topics')}>{topics.map(({ code }) => <option key={code} value={`intents.${code}`}>{label(code) ?? code}</option>)}</optgroup>
        <optgroup label={t('rules.add.actions')}>{actions.map(({ name, title }) => <option key={name} value={`actions.${name}`}>{local(title)}</option>)}</optgroup>
      </select>
      <Button type="submit" disabled={!isThere(place)}>{t('rules.add.do')}</Button>
    </form>
  )
}
