import type { Problem } from '../../../../src-shared/domain/workflow-problem.ts'
import type { NodeOf } from '../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { CASE_KINDS, CHANNELS } from '../../wrap-up/lists.ts'

interface Props { trigger: NodeOf<'trigger'>; problems: readonly Problem[]; onChange: (change: Partial<NodeOf<'trigger'>>) => void }

/** When it begins: the topics it was drawn for, each of which can be left out (one must stay), where, and beside which after-sale case. */
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
      {trigger.also.length > 0 && <p className="small quiet">{t('workflows.also')}{t('list.colon')}{trigger.also.map((topic) => label(topic) ?? topic).join(' · ')}</p>}
      <Among legend={t('workflows.channels')} chosen={trigger.channels} options={CHANNELS.map((one) => [one, t(`channel.${one}`)])} onChange={(channels) => onChange({ channels })} />
      <Among legend={t('workflows.cases')} chosen={trigger.caseKinds} options={CASE_KINDS.map((one) => [one, t(`case.kind.${one}`)])} onChange={(caseKinds) => onChange({ caseKinds })} />
      {problems.map((one) => <p key={`${one.code} ${one.field}`} className="small workflow-problem" role="alert">{local(one.say)}</p>)}
    </fieldset>
  )
}

/** Some of these; none of them asks for nothing. What this screen does not know stays, under its own name. */
function Among({ legend, chosen, options, onChange }: { legend: string; chosen: readonly string[]; options: readonly (readonly [string, string])[]; onChange: (chosen: string[]) => void }) {
  const all = [...options, ...chosen.filter((one) => !options.some(([value]) => value === one)).map((one) => [one, one] as const)]
  return (
    <fieldset className="workflow-among">
      <legend className="small quiet">{legend}</legend>
      <div className="choices">
        {all.map(([value, name]) => (
          <label key={value} className="choice"><input type="checkbox" checked={chosen.includes(value)} onChange={(event) => onChange(all.map(([one]) => one).filter((one) => (one === value ? event.target.checked : chosen.includes(one))))} /><span>{name}</span></label>
        ))}
      </div>
    </fieldset>
  )
}
