import type { Problem } from '../../../../src-shared/domain/workflow-problem.ts'
import type { NodeOf } from '../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

interface Props { trigger: NodeOf<'trigger'>; problems: readonly Problem[]; onChange: (change: Partial<NodeOf<'trigger'>>) => void }

/** When it begins: the topics it was drawn for, each of which can be left out. The first must stay. */
export function TriggerFields({ trigger, problems, onChange }: Props) {
  const { t, local, label } = useWords()
  const all = [...trigger.topics, ...trigger.also]
  return (
    <fieldset className="workflow-node">
      <legend>{t('workflows.topics')}</legend>
      <div className="choices">
        {all.map((topic) => {
          const isOn = trigger.topics.includes(topic)
          return (
            <label key={topic} className="choice">
              <input
                type="checkbox" checked={isOn} disabled={isOn && trigger.topics.length === 1}
                onChange={() => onChange(isOn
                  ? { topics: trigger.topics.filter((one) => one !== topic), also: [...trigger.also, topic] }
                  : { topics: [...trigger.topics, topic], also: trigger.also.filter((one) => one !== topic) })}
              />
              <span>{label(topic) ?? topic}</span>
            </label>
          )
        })}
      </div>
      {trigger.also.length > 0 && <p className="small quiet">{t('workflows.also')}: {trigger.also.map((topic) => label(topic) ?? topic).join(' · ')}</p>}
      {problems.map((one) => <p key={`${one.code} ${one.field}`} className="small workflow-problem" role="alert">{local(one.say)}</p>)}
    </fieldset>
  )
}
