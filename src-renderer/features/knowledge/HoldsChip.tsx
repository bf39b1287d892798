import type { ArticleHolds } from '../../../src-shared/domain/article.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Chip } from '../../ui/Chip.tsx'

/** Says of an article that it holds no more, or not yet; nothing where it holds. */
export function HoldsChip({ holds }: { holds: ArticleHolds }) {
  const { t } = useWords()
  return holds === 'now' ? null : <Chip tone={holds === 'no-more' ? 'danger' : 'warning'} title={t('articles.not-now')}>{t(`knowledge.holds.${holds}`)}</Chip>
}
