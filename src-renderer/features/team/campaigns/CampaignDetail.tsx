import { useState } from 'react'
import type { CampaignCard, CampaignView } from '../../../../src-shared/contract/campaigns.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { switchCampaign } from '../../../bridge/floor.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { count } from '../../../ui/format.ts'
import { waitText } from '../../inbox/waiting.ts'
import { useDeed } from '../people/use-deed.ts'
import { Problems } from './Problems.tsx'

/** One campaign: what changes while it runs, what is wrong with it, and how it went. */
export function CampaignDetail({ campaign, mayLead, onChange }: { campaign: CampaignView; mayLead: boolean; onChange: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [asked, setAsked] = useState<'begin' | 'end' | null>(null)
  const { state, card } = campaign
  const doIt = (what: 'begin' | 'end') => void act(() => switchCampaign(desk, { campaignId: campaign.id, act: what })).then((done) => { if (done) setAsked(null) })
  return (
    <section className="floor-detail" aria-label={campaign.name} data-testid="campaign-detail">
      <h3>{campaign.name}</h3>
      {state !== 'over' && <Problems problems={campaign.problems} />}
      {card && <Card card={card} state={state} />}
      <Plan campaign={campaign} />
      {problem !== null && <p role="alert" className="floor-problem">{problem}</p>}
      {asked && <p role="alert">{t(`campaigns.${asked}.sure`)} <Button busy={busy} data-testid="campaign-yes" onClick={() => doIt(asked)}>{t(`campaigns.${asked}.yes`)}</Button> <Button onClick={() => setAsked(null)}>{t('cancel')}</Button></p>}
      {mayLead && state !== 'over' && (
        <p className="floor-keys">
          {state === 'prepared' && <Button kind="primary" busy={busy} data-testid="campaign-begin" onClick={() => setAsked('begin')}>{t('campaigns.begin')}</Button>}
          <Button data-testid="campaign-change" onClick={onChange}>{t('campaigns.change')}</Button>
          <Button data-testid="campaign-end" onClick={() => setAsked('end')}>{t(state === 'running' ? 'campaigns.end' : 'campaigns.drop')}</Button>
        </p>
      )}
    </section>
  )
}

function Plan({ campaign: { capacity, greeting, suggestOnly, phraseGroup, notes, warnFraction } }: { campaign: CampaignView }) {
  const { t, local, label } = useWords()
  const unchanged = t('campaigns.unchanged')
  return (
    <dl className="floor-facts">
      <dt>{t('campaigns.capacity')}</dt><dd>{capacity === null ? unchanged : t('campaigns.capacity.each', { count: capacity })}</dd>
      <dt>{t('campaigns.greeting')}</dt><dd>{greeting === null ? t('campaigns.greeting.none') : `${greeting.zh}\n${greeting.en}`}</dd>
      <dt>{t('campaigns.autopilot')}</dt><dd>{suggestOnly.length === 0 ? unchanged : suggestOnly.includes('*') ? t('campaigns.autopilot.all') : t('campaigns.autopilot.some', { names: suggestOnly.map((topic) => label(topic) ?? topic).join(t('list.comma')) })}</dd>
      <dt>{t('campaigns.phrases')}</dt><dd>{phraseGroup ?? unchanged}</dd>
      <dt>{t('campaigns.notes')}</dt><dd>{notes.length === 0 ? t('campaigns.notes.none') : notes.map(({ title }) => local(title)).join('\n')}</dd>
      <dt>{t('campaigns.warn')}</dt><dd>{warnFraction === null ? unchanged : t('campaigns.warn.at', { percent: Math.round(warnFraction * 100) })}</dd>
    </dl>
  )
}

/** How it goes, or went. */
function Card({ card, state }: { card: CampaignCard; state: CampaignView['state'] }) {
  const { t, language } = useWords()
  const wait = (ms: number | null): string => (ms === null ? '—' : waitText(Math.round(ms / 1000), language))
  const counts: [string, string][] = [
    [t('campaigns.card.conversations'), count(card.conversations, language)], [t('campaigns.card.people'), count(card.byPeople, language)], [t('campaigns.card.autopilot'), count(card.byAutopilot, language)],
    [t('campaigns.card.greeted'), count(card.greeted, language)], [t('campaigns.card.resolved'), count(card.resolved, language)], [t('campaigns.card.median'), wait(card.firstAnswerMedian)],
    [t('campaigns.card.p90'), wait(card.firstAnswerP90)], [t('campaigns.card.unanswered'), count(card.unanswered, language)],
  ]
  return (
    <section data-testid="campaign-card">
      <h3 className="small quiet">{t(state === 'over' ? 'campaigns.card.over' : 'campaigns.card.now')}</h3>
      <dl className="floor-counts">{counts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  )
}
