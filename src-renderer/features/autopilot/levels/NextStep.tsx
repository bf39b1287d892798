import type { LevelRow } from '../../../../src-shared/contract/autonomy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'

/** What the next level still asks, in a sentence. */
export function NextStep({ step, asked }: Pick<LevelRow, 'step' | 'asked'>) {
  const { t, language } = useWords()
  if (step === null) return <p className="small quiet">{t('levels.top')}</p>
  const level = t(`level.${step.next}`)
  if (step.missing.length === 0) return <p className="small" data-earned={asked === null ? undefined : ''}>{t(asked === null ? 'levels.free' : 'levels.earned', { level })}</p>
  const parts = step.missing.map(({ code, n }) => t(`missing.${code}`, { count: n }))
  return <p className="small quiet">{t('levels.missing', { level, parts: new Intl.ListFormat(language, { style: 'narrow' }).format(parts) })}</p>
}
