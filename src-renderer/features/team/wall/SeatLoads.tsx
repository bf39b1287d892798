import { useWords } from '../../../app/i18n/use-words.ts'
import { useOwnSeat, usePresence } from '../../../bridge/routing.ts'

/** Who is here, and how full their hands are. */
export function SeatLoads() {
  const { t } = useWords()
  const own = useOwnSeat()
  const seats = usePresence()
  if (seats.length === 0) return <p className="quiet" role="status">{t('wall.offline')}</p>
  return (
    <ul className="seat-loads" aria-label={t('wall.here')} data-testid="seat-loads">
      {seats.map(({ seatId, name, state, held, capacity }) => (
        <li key={seatId}>
          <b className="one-line"><bdi>{name}</bdi>{seatId === own && <span className="quiet"> {t('team.you')}</span>}</b>
          <span className="small">{t(`route.state.${state}`)}</span>
          <meter min={0} max={Math.max(capacity, 1)} high={capacity * 0.8} value={Math.min(held, capacity)} aria-label={t('wall.load', { name })} />
          <span className="small tabular">{held}/{capacity}</span>
        </li>
      ))}
    </ul>
  )
}
