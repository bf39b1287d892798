import type { DraftFigures } from '../../../src-shared/contract/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'

/** Why there was no draft, and how often. @param ofTeam of several people's replies */
export function Reasons({ reasons, ofTeam = false }: Pick<DraftFigures, 'reasons'> & { ofTeam?: boolean }) {
  const { t } = useWords()
  return (
    <section>
      <h3>{t('figures.reasons')}</h3>
      <dl className="reasons small" data-testid="reasons">{reasons.map(({ why, count }) => <div key={why}><dt>{ofTeam && why === 'late' ? t('teamFigures.late') : t(`why.${why}`)}</dt><dd className="tabular">{count}</dd></div>)}</dl>
    </section>
  )
}
