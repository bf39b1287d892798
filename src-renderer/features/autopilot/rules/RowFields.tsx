import type { PolicyChoices } from '../../../../src-shared/contract/policies.ts'
import type { AutonomyLevel } from '../../../../src-shared/domain/policy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Caps } from './Caps.tsx'
import { ChecksField, ChoiceField, NumberField } from './fields.tsx'
import { useField, useRowForm } from './form.ts'
import { Hours } from './Hours.tsx'
import { choiceName } from './names.ts'

const LEVELS = ['off', 'shadow', 'suggest', 'undo', 'act'] as const satisfies readonly AutonomyLevel[]
const MOODS = [0, 1, 2, 3] as const
const SHARE = 0.01

/** Everything that a row can say, in the order in which a supervisor thinks of it. */
export function RowFields({ choices }: { choices: PolicyChoices }) {
  const words = useWords()
  const { t } = words
  const { place, row, reach } = useRowForm()
  const confirm = useField(['confirm'])
  const options = (part: 'order' | 'level' | 'channel' | 'evidence', codes: readonly string[]) => codes.map((value) => ({ value, name: choiceName(words, part, value) }))
  const isIntent = place.startsWith('intents.')
  const why = reach && t('rules.barred', { law: reach.law })
  return (
    <>
      <ChoiceField path={['level']} legend={t('rules.level')} options={LEVELS.map((value) => ({ value, name: t(`rules.level.${value}`) }))} allowed={reach?.levels} why={why} isFirst />
      {isIntent && <ChecksField path={['actions']} legend={t('rules.actions')} options={choices.actions.map(({ name, title }) => ({ value: name, name: words.local(title) }))} help={t('rules.actions.help')} isOptional />}
      {(isIntent || row['orderStates'] !== undefined) && <ChecksField path={['orderStates']} legend={t('rules.orderStates')} options={options('order', choices.orderStates)} />}
      <NumberField path={['deliveredWithinDays']} label={t('rules.deliveredWithinDays')} unit={t('rules.days')} />
      <Caps currencies={choices.currencies} />
      <ChecksField path={['customerLevels']} legend={t('rules.customerLevels')} options={options('level', choices.customerLevels)} help={t('rules.none-is-all')} isOptional />
      <ChoiceField path={['maxEmotionLevel']} legend={t('rules.mood')} options={MOODS.map((value) => ({ value, name: t(`mood.level.${value}`) }))} allowed={reach?.moods} why={t('rules.barred.mood')} />
      <div className="rule-pair">
        <NumberField path={['confidenceFloor']} label={t('rules.confidence')} unit="%" scale={SHARE} />
        <NumberField path={['maxRisk']} label={t('rules.risk')} unit="%" scale={SHARE} />
        <NumberField path={['undoSeconds']} label={t('rules.undo')} unit={t('rules.seconds')} />
      </div>
      <Hours />
      <ChecksField path={['channels']} legend={t('rules.channels')} options={options('channel', choices.channels)} help={t('rules.none-is-all')} isOptional />
      <ChecksField path={['evidence']} legend={t('rules.evidence')} options={options('evidence', choices.evidence)} help={t('rules.evidence.help')} isOptional />
      <div className="rule-field" data-changed={confirm.isChanged || undefined}>
        <label className="choice"><input type="checkbox" checked={confirm.value === true} onChange={(event) => confirm.set(event.target.checked ? true : undefined)} /><span>{t('rules.confirm')}</span></label>
      </div>
    </>
  )
}
