import type { NodeOf } from '../../../../../src-shared/domain/workflow.ts'
import { useWords } from '../../../../app/i18n/use-words.ts'
import { Button } from '../../../../ui/Button.tsx'
import { OfNode } from '../NodeFields.tsx'
import { Line, Pick, PickValue, Several } from './fields.tsx'
import type { StepPartsProps } from './StepParts.tsx'

type Choice = NonNullable<NodeOf<'question'>['choices']>[number]
/** Choices that a question can have. */
const MOST = 8

/** What a question says, and what it is to find out. */
export function QuestionParts({ node, parts, known, onChange }: StepPartsProps<NodeOf<'question'>>) {
  const { t } = useWords()
  const { collects } = node
  const belongsTo = collects.type === 'item' ? 'order' : collects.type === 'variant' ? 'item' : null
  return (
    <>
      <OfNode node={node} onChange={(change) => onChange(change, Object.keys(change)[0] ?? '')} />
      <Pick
        label={t('picture.collects')} value={collects.type} options={parts.collects.map((type) => [type, t(`picture.collects.${type}`)] as const)}
        onPick={(type) => onChange({ collects: { name: collects.name, type }, ...(type === 'choice' && !node.choices ? { choices: [blank([]), blank([blank([])])] } : {}) })}
      />
      {belongsTo && <PickValue label={t('picture.of')} value={collects.of ?? ''} known={known} types={[belongsTo]} onPick={(of) => onChange({ collects: { ...collects, of } })} />}
      <Line label={t('picture.name')} hint={t('picture.name.hint')} value={collects.name} most={30} onChange={(name) => onChange({ collects: { ...collects, name } }, 'name')} />
      {collects.type === 'choice' && <Choices choices={node.choices ?? []} onChange={(choices, field) => onChange({ choices }, field)} />}
    </>
  )
}

/** A choice still to be written, under a value that no other has. */
function blank(others: readonly Choice[]): Choice {
  let n = 1
  while (others.some(({ value }) => value === `choice-${n}`)) n += 1
  return { value: `choice-${n}`, words: [], title: { zh: '', en: '' } }
}

function Choices({ choices, onChange }: { choices: readonly Choice[]; onChange: (choices: Choice[], field?: string) => void }) {
  const { t } = useWords()
  const set = (at: number, change: Partial<Choice>, field: string) => onChange(choices.map((one, n) => (n === at ? { ...one, ...change } : one)), `${field} ${at}`)
  return (
    <fieldset className="picture-group">
      <legend className="small quiet">{t('picture.choices')}</legend>
      {choices.map((one, at) => (
        <div key={one.value} className="picture-part">
          {(['zh', 'en'] as const).map((lang) => <Line key={lang} lang={lang} label={`${t('picture.choice', { n: at + 1 })} · ${t(`phrases.in.${lang}`)}`} value={one.title[lang]} most={40} onChange={(words) => set(at, { title: { ...one.title, [lang]: words } }, lang)} />)}
          <Several label={t('picture.choice.words')} hint={t('picture.to.hint')} values={one.words} onChange={(words) => set(at, { words }, 'words')} />
          <Button onClick={() => onChange(choices.filter((_one, n) => n !== at))}>{t('picture.choice.drop', { n: at + 1 })}</Button>
        </div>
      ))}
      {choices.length < MOST && <Button onClick={() => onChange([...choices, blank(choices)])}>{t('picture.choice.add')}</Button>}
    </fieldset>
  )
}
