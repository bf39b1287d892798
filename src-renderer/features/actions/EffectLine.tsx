import type { ThreadEffect } from '../../../src-shared/contract/commerce.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { dateTime } from '../../ui/format.ts'
import { actionWords, stateWords } from './words.ts'

/** Who did what to an order, among the messages; the customer never sees it. */
export function EffectLine({ effect }: { effect: ThreadEffect }) {
  const { t, language } = useWords()
  const what = `${actionWords(t, effect.action, language)} · ${stateWords(t, effect, language)}`
  return <p className="system-line quiet small" title={dateTime(effect.at, language)} data-state={effect.state} data-testid="effect-line">{t('effect.line', { name: effect.by.name, what })}</p>
}
