import { ShieldAlert, UserRound, UserRoundX } from 'lucide-react'
import type { SideLoose, SideView } from '../../../src-shared/contract/side.ts'
import { useWords } from '../../app/i18n/use-words.ts'

/** The largest line of the panel: whom all below is about, by what they were found, and that it was somebody else before. */
export function Whom({ view, loose }: { view: SideView; loose: SideLoose }) {
  const { t } = useWords()
  const { customer, clue } = loose
  if (!view.settled) return <section className="side-whom" data-testid="side-whom" data-known="asked"><h2 className="side-name">{t('side.unsettled')}</h2><p className="small">{t('side.unsettled.help')}</p><Lookup view={view} /></section>
  const name = customer?.name ?? t('side.nobody')
  return (
    <section className="side-whom" data-testid="side-whom" data-known={customer ? 'yes' : 'no'} aria-label={t('side.who')}>
      <h2 className="side-name" title={name}>{customer ? <UserRound size={20} aria-hidden /> : <UserRoundX size={20} aria-hidden />}<span>{name}</span></h2>
      {customer
        ? <p className="small">{t(`level.${customer.level}`)} · {t('side.phone', { tail: customer.phone.slice(-4) })}{clue && <> · {t(`side.clue.${clue.kind}`, { text: clue.text })}</>}</p>
        : <p className="small">{t('side.nobody.help')}</p>}
      {customer && !loose.proven && clue && clue.kind !== 'chosen' && <p className="small side-check"><ShieldAlert size={13} aria-hidden />{t('side.unproven')}</p>}
      <Lookup view={view} />
      <p className="small side-changed" role="status" aria-live="assertive" data-testid="side-changed">{view.before && t(customer ? 'side.changed' : 'side.changed.gone', { name, before: view.before.name ?? t('side.changed.nobody') })}</p>
    </section>
  )
}

function Lookup({ view }: { view: SideView }) {
  const { t } = useWords()
  return view.lookup === 'offline' && view.loose?.customer === null ? <p className="small side-check" role="status">{t('side.offline')}</p> : null
}
