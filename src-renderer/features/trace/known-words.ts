import type { StepOf } from '../../../src-shared/domain/trace.ts'
import type { ScreenWords } from '../../app/i18n/use-words.ts'
import { money, shortDate } from '../../ui/format.ts'

type Gathered = StepOf<'gather'>

/** What was known of the customer from before; '' where nothing could be. */
export function rememberedWords(known: Gathered['remembered'], { t, label, language }: Pick<ScreenWords, 't' | 'label' | 'language'>): string {
  if (!known) return ''
  const date = known.lastAt === null ? null : shortDate(known.lastAt, language)
  const topics = known.topics.map((topic) => label(topic) ?? topic).join(t('list.comma'))
  return [
    known.conversations === 0 ? t('trace.remembered.none') : t('trace.remembered.count', { count: known.conversations }),
    ...(date === null ? [] : [topics === '' ? t('trace.remembered.last', { date }) : t('trace.remembered.about', { date, topics })]),
    ...(known.promised === 0 ? [] : [t('trace.remembered.promised', { count: known.promised })]),
  ].join(' · ')
}

/** What the policy lets be given at once; '' where none says. */
export function allowedWords(allowed: Gathered['allowed'], { t, language }: Pick<ScreenWords, 't' | 'language'>): string {
  if (!allowed) return ''
  const { goodwill, refund } = allowed
  return [goodwill && t('trace.allowed.goodwill', { amount: money(goodwill, language) }), refund && t('trace.allowed.refund', { amount: money(refund, language) })].filter(Boolean).join(' · ')
}
