import type { Rating } from '../../../../src-shared/domain/rating.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useShopZone } from '../../../bridge/hooks.ts'
import { dateTime } from '../../../ui/format.ts'

/** How the customer of the conversation on the screen found it; nothing where they were not asked. */
export function RatingCard({ rating }: { rating: Rating | null }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  if (rating === null) return null
  const { score, words, ratedAt, via } = rating
  return (
    <section className="context-section" aria-label={t('ratings.card')} data-testid="rating-card">
      <h2>{t('ratings.card')}</h2>
      {score === null || ratedAt === null ? <p className="small quiet">{t('ratings.card.asked')}</p> : (
        <>
          <p><b className="tabular">{t('ratings.of', { score })}</b> <span className="small quiet">{t(`ratings.step.${score as 1 | 2 | 3 | 4 | 5}`)} · {dateTime(ratedAt, language, zone)}{via === 'platform' && ` · ${t('ratings.card.platform')}`}</span></p>
          {words !== '' && <p dir="auto">{words}</p>}
        </>
      )}
    </section>
  )
}
