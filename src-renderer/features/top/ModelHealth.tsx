import { Sparkles, TriangleAlert } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDeskState } from '../../bridge/hooks.ts'
import { problemWords } from '../composer/problem.ts'

/** Who drafts: the model by name and how it is, or the desk's own drafter. */
export function ModelHealth() {
  const { t } = useWords()
  const model = useDeskState()?.model
  if (!model) return null
  const failing = model.health === 'failing'
  const name = model.name && model.health !== 'none' ? model.name : t('model.local')
  const title = failing ? t(problemWords(model.problem)) : model.health === 'none' ? t('model.none') : t(model.health === 'ok' ? 'model.ok' : 'model.untried', { name })
  return (
    <span className="model small" data-testid="model" data-health={model.health} title={title} tabIndex={0} role="note" aria-label={`${name}. ${title}`}>
      {failing ? <TriangleAlert size={14} aria-hidden /> : <Sparkles size={14} aria-hidden />}
      <span className="one-line">{name}</span>
    </span>
  )
}
