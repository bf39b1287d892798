import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { decideProposal, type Levels } from '../../../bridge/autonomy.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { v7 as newId } from 'uuid'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { useRaises } from './use-raises.ts'

/** A change that gives more and waits: who wants what, and what this seat may do with it. */
export function ProposalLine({ proposal }: { proposal: NonNullable<Levels['proposal']> }) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const desk = useDesk()
  const now = useNow()
  const raises = useRaises()
  const { own, ripeAt, policyId, id: proposalId } = proposal
  const decide = (confirm: boolean) => void decideProposal(desk, { id: newId(), policyId, proposalId, confirm }).catch(report)
  const override = proposal.override
  return (
    <section className="proposal" data-testid="proposal">
      <p>{t('levels.proposal', { name: proposal.by.name || t('levels.proposal.nobody'), raises: raises(proposal.raises) })} {!own ? t('levels.proposal.other') : ripeAt === null ? t('levels.proposal.own') : t('levels.proposal.ripe', { time: dateTime(ripeAt, language, zone) })}</p>
      {override && <p data-testid="proposal-override">{t('levels.proposal.unearned', { count: override.fields.length })} <q dir="auto">{override.reason}</q></p>}
      {(!own || (ripeAt !== null && now >= ripeAt)) && <Button kind="primary" onClick={() => decide(true)}>{t('levels.proposal.confirm')}</Button>}
      <Button onClick={() => decide(false)}>{t('levels.proposal.cancel')}</Button>
    </section>
  )
}
