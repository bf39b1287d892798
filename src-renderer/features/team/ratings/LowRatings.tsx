import type { LowRating } from '../../../../src-shared/contract/ratings.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen, select } from '../../../app/screen.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'

/** Ratings of 1 and 2, to be read: each opens its conversation, opens it again, or becomes a ticket. */
export function LowRatings({ low, all }: { low: readonly LowRating[]; all: boolean }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const desk = useDesk()
  const show = (id: string, dialog: 'ticket' | null = null) => {
    patchScreen({ dialog: null })
    select(id)
    if (dialog) requestAnimationFrame(() => patchScreen({ dialog }))
  }
  const reopen = (id: string) => void desk.client.call('conversation.setStatus', { conversationId: id, status: 'open' }).then(() => show(id), report)
  return (
    <section>
      <h3>{t(all ? 'ratings.low' : 'ratings.low.own')}</h3>
      {low.length === 0 && <p className="quiet" data-testid="ratings-low-none">{t('ratings.low.none')}</p>}
      <ul className="low-ratings">
        {low.map(({ conversationId, displayName, score, words, ratedAt, of }) => (
          <li key={conversationId} data-testid="low-rating">
            <span className="low-rating-head">
              <b className="tabular">{t('ratings.of', { score: score ?? 0 })}</b>
              <button type="button" className="text-button" title={t('shift.open')} onClick={() => show(conversationId)}><bdi>{displayName}</bdi></button>
              {ratedAt !== null && <span className="small quiet tabular">{dateTime(ratedAt, language, zone)}</span>}
              {of.kind === 'autopilot' && <span className="chip" data-tone="autopilot">{t('chip.autopilot')}</span>}
              <span className="low-rating-ways"><Button data-testid="low-reopen" onClick={() => reopen(conversationId)}>{t('ratings.reopen')}</Button><Button data-testid="low-ticket" onClick={() => show(conversationId, 'ticket')}>{t('tickets.new')}</Button></span>
            </span>
            {words !== '' && <p dir="auto">{words}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
