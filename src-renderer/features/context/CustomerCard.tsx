import { BadgeCheck, CircleHelp } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { date, languageName } from '../../ui/format.ts'
import { History } from './History.tsx'
import { WatchBuyer } from './WatchBuyer.tsx'

/** Who the customer is, how we know, and what it is about. */
export function CustomerCard({ view, topics }: { view: ThreadView; topics: readonly string[] }) {
  const { t, language, label } = useWords()
  const zone = useShopZone()
  const { customer, conversation } = view
  const verified = conversation.verification !== 'none'
  const about = topics.flatMap((code) => label(code) ?? [])
  const name = customer?.name ?? conversation.displayName
  return (
    <section className="context-section">
      <div className="customer">
        <Avatar name={name} size={40} />
        <div className="customer-who">
          <h2 className="one-line" title={name}><bdi>{name}</bdi></h2>
          <p className="small customer-verified" data-verified={verified ? '' : undefined}>
            {verified ? <BadgeCheck size={13} aria-hidden /> : <CircleHelp size={13} aria-hidden />}
            {t(`verification.${conversation.verification}`)}
          </p>
        </div>
        {customer && <Chip tone={customer.level === 'gold' ? 'warning' : 'plain'}>{t(`level.${customer.level}`)}</Chip>}
      </div>
      <dl className="facts">
        {about.length > 0 && <><dt>{t('customer.about')}</dt><dd>{about.join(' · ')}</dd></>}
        {customer && <><dt>{t('customer.language')}</dt><dd>{languageName(customer.language, language)}</dd></>}
        {customer && <><dt>{t('customer.since')}</dt><dd>{date(customer.since, language, zone)}</dd></>}
        {customer?.note && <><dt>{t('customer.note')}</dt><dd dir="auto">{customer.note}</dd></>}
        {/* The last promise stands above already, with its time, where it is followed up. */}
        <History history={view.promises?.length ? { ...view.history, promise: null } : view.history} known={customer !== null} />
      </dl>
      {verified && customer && <WatchBuyer key={conversation.id} conversationId={conversation.id} watch={customer.watch ?? null} />}
      {!verified && <p className="small quiet">{t('verification.help')}</p>}
    </section>
  )
}
