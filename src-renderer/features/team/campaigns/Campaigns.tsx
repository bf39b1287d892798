import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { CampaignView } from '../../../../src-shared/contract/campaigns.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useCampaigns } from '../../../bridge/floor.ts'
import { useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { dateTime } from '../../../ui/format.ts'
import { useStore } from '../../../ui/store.ts'
import { halfCampaign, wordsOf } from './half.ts'
import { CampaignDetail } from './CampaignDetail.tsx'
import { CampaignForm } from './CampaignForm.tsx'
import '../tickets/tickets.css'
import '../incidents/incidents.css'

/** Plans for busy days: prepared before, begun and ended by themselves. */
export function Campaigns() {
  const { t, language } = useWords()
  const zone = useShopZone()
  const known = useCampaigns()
  const [chosen, choose] = useState<string | null>(null)
  const half = useStore(halfCampaign, (now) => now)
  if (known === undefined) return null
  const { campaigns, mayLead } = known
  const campaign = campaigns.find(({ id }) => id === chosen) ?? campaigns[0]
  const write = (one?: CampaignView) => halfCampaign.set({ id: one?.id ?? newId(), basedOn: one?.revision ?? 0, form: wordsOf(one, known.now, zone) })
  if (half !== null) return <CampaignForm known={known} half={half} onDone={(id) => { if (id !== null) choose(id); halfCampaign.set(null) }} />
  return (
    <>
      <div className="floor-head">
        <p className="quiet">{t('campaigns.what')}</p>
        {mayLead && <Button kind="primary" data-testid="campaign-new" onClick={() => write()}>{t('campaigns.new')}</Button>}
      </div>
      {campaigns.length === 0 && <p data-testid="campaigns-empty">{t(mayLead ? 'campaigns.none' : 'campaigns.none.agent')}</p>}
      <div className="tickets">
        <ul>
          {campaigns.map((one) => (
            <li key={one.id}>
              <button type="button" className="ticket-line" aria-current={one.id === campaign?.id ? 'true' : undefined} data-testid="campaign" data-state={one.state} onClick={() => choose(one.id)}>
                <b>{one.name}</b>
                <span className="small quiet">{t(`campaigns.state.${one.state}`)} · {t('campaigns.span', { from: dateTime(one.begunAt ?? one.from, language, zone), to: dateTime(Math.min(one.to, one.endedAt ?? one.to), language, zone) })}</span>
              </button>
            </li>
          ))}
        </ul>
        {campaign && <CampaignDetail key={campaign.id} campaign={campaign} mayLead={mayLead} onChange={() => write(campaign)} />}
      </div>
    </>
  )
}
