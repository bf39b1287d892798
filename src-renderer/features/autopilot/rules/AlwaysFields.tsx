import type { PolicyChoices } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { change } from './do-rules.ts'
import { valueAt } from './path.ts'
import { useRules } from './use-rules.ts'

/** What always goes to a person. What the house keeps for people is ticked and stays so. */
export function AlwaysFields({ choices }: { choices: PolicyChoices }) {
  const { t } = useWords()
  return (
    <>
      <p className="quiet small">{t('rules.always.help')}</p>
      <Codes part="marks" codes={choices.marks} isFirst />
      <Codes part="topics" codes={choices.topics} />
    </>
  )
}

function Codes({ part, codes, isFirst }: { part: 'topics' | 'marks'; codes: readonly { code: string; person: boolean }[]; isFirst?: boolean }) {
  const { t, label } = useWords()
  const desk = useDesk()
  const draft = useRules((s) => s.draft)
  const base = useRules((s) => s.base)
  const of = (policy: typeof draft): readonly string[] => {
    const list = valueAt(policy, ['alwaysPerson', part])
    return Array.isArray(list) ? list.map(String) : []
  }
  const [chosen, saved] = [of(draft), of(base)]
  const toggle = (code: string, on: boolean) => change(desk, ['alwaysPerson', part], on ? [...chosen, code] : chosen.filter((one) => one !== code))
  const firstFree = codes.find(({ person }) => !person)?.code
  return (
    <fieldset className="rule-field">
      <legend>{t(`rules.always.${part}`)}</legend>
      <div className="rule-codes">
        {codes.map(({ code, person }) => (
          <label key={code} className="choice" data-changed={chosen.includes(code) !== saved.includes(code) || undefined}>
            <input type="checkbox" checked={person || chosen.includes(code)} disabled={person} {...(isFirst && code === firstFree ? { 'data-rule-first': '' } : {})} onChange={(event) => toggle(code, event.target.checked)} />
            <span>{label(code) ?? code}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
