import type { CheckCard as Card } from '../../../src-shared/contract/understanding.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { dateTime } from '../../ui/format.ts'
import { RisingBars } from '../../ui/RisingBars.tsx'
import type { Said } from './round.ts'

/** A message as the customer wrote it, what came before it, and what was understood. */
export function CheckCard({ card, said }: { card: Card; said: readonly Said[] }) {
  const { t, label, language } = useWords()
  const { topics, own = [], acts, marks, emotion } = card.verdict
  const names = [...topics, ...marks, ...acts].flatMap((one) => label(one.label) ?? []).concat(own.map((one) => one.label))
  return (
    <article className="check-card" data-testid="check-card" data-id={card.messageId}>
      <div className="check-before small">
        {card.before.map(({ role, text }, at) => (
          <p key={at} className="one-line" title={text}><span className="quiet">{t(role === 'customer' ? 'round.customer' : 'round.shop')}</span> <bdi>{text || t('mood.picture')}</bdi></p>
        ))}
      </div>
      <p className="small quiet"><bdi>{card.displayName}</bdi> · <span className="tabular">{dateTime(card.at, language)}</span></p>
      <blockquote className="check-words" dir="auto">{card.text}</blockquote>
      <dl className="check-understood" data-testid="check-understood">
        <dt>{t('teach.understood')}</dt>
        <dd>{names.length > 0 ? names.join(' · ') : t('teach.nothing')} <span className="check-mood"><RisingBars level={emotion.level} size={10} /> {label(emotion.label)}</span></dd>
        {/* Its line is always there, so that nothing moves when something is said. */}
        <dt>{t('round.really')}</dt>
        <dd data-testid="check-said">{said.length > 0 ? <b>{said.map(({ choice }) => choice.name).join(' · ')}</b> : <span className="quiet">{t('round.as-it-is')}</span>}</dd>
      </dl>
    </article>
  )
}
