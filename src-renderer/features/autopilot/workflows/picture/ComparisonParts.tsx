import type { KnownValue } from '../../../../../src-shared/contract/workflow-picture.ts'
import type { NodeOf } from '../../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { Button } from '../../../../ui/Button.tsx'
import { newCase, readAs, shownAs } from './compared.ts'
import { Pick, PickValue, Several } from './fields.tsx'
import type { StepPartsProps } from './StepParts.tsx'

type Test = NodeOf<'condition'>['all'][number]
const COMPARISONS = ['known', 'one-of', 'none-of', 'at-most', 'at-least'] as const
/** Tests of a condition, and ways of a branch, that a workflow may have. */
const MOST_TESTS = 6
const MOST_WAYS = 8

const typeOf = (known: readonly KnownValue[], path: string): string | null => known.find((one) => one.path === path)?.type ?? null

/** What has to hold, all of it. */
export function ConditionParts({ node, known, onChange }: StepPartsProps<NodeOf<'condition'>>) {
  const { t } = useWords()
  const set = (at: number, change: Partial<Test>, field?: string) => onChange({ all: node.all.map((one, n) => (n === at ? { ...one, ...change } : one)) }, field)
  return (
    <fieldset className="picture-group">
      <legend className="small quiet">{t('picture.tests')}</legend>
      {node.all.map((test, at) => {
        const type = typeOf(known, test.value)
        return (
          <div key={at} className="picture-part">
            <PickValue label={t('picture.value')} value={test.value} known={known} onPick={(value) => set(at, { value, to: [] })} />
            <Pick label={t('picture.is')} value={test.is} options={COMPARISONS.map((is) => [is, t(`picture.is.${is}`)] as const)} onPick={(is) => set(at, is === 'known' ? { is, to: [] } : { is })} />
            {test.is !== 'known' && <Several label={t('picture.to')} hint={t('picture.to.hint')} values={test.to.map((one) => shownAs(one, type))} onChange={(words) => set(at, { to: words.map((one) => readAs(one, type)) }, `to ${at}`)} />}
            {node.all.length > 1 && <Button onClick={() => onChange({ all: node.all.filter((_one, n) => n !== at) })}>{t('picture.test.drop', { n: at + 1 })}</Button>}
          </div>
        )
      })}
      {node.all.length < MOST_TESTS && <Button onClick={() => onChange({ all: [...node.all, { value: known[0]?.path ?? 'order', is: 'known', to: [] }] })}>{t('picture.test.add')}</Button>}
    </fieldset>
  )
}

/** What is looked at, and which way each outcome takes. */
export function BranchParts({ node, known, onChange }: StepPartsProps<NodeOf<'branch'>>) {
  const { t } = useWords()
  const type = typeOf(known, node.value)
  return (
    <fieldset className="picture-group">
      <PickValue label={t('picture.value')} value={node.value} known={known} onPick={(value) => onChange({ value })} />
      {node.cases.map((one, at) => (
        <div key={one.port} className="picture-part">
          <Several label={t('picture.case', { n: at + 1 })} hint={t('picture.to.hint')} values={one.is.map((is) => shownAs(is, type))} onChange={(words) => onChange({ cases: node.cases.map((other, n) => (n === at ? { ...other, is: words.map((word) => readAs(word, type)) } : other)) }, `case ${at}`)} />
          {node.cases.length > 1 && <Button onClick={() => onChange({ cases: node.cases.filter((_one, n) => n !== at) })}>{t('picture.case.drop', { n: at + 1 })}</Button>}
        </div>
      ))}
      {node.cases.length < MOST_WAYS && <Button onClick={() => onChange({ cases: [...node.cases, newCase(node.cases)] })}>{t('picture.case.add')}</Button>}
    </fieldset>
  )
}
