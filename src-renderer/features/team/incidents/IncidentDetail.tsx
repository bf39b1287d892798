import { useState } from 'react'
import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import type { AffectedConversation, IncidentView } from '../../../../src-shared/contract/incidents.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { patchScreen, toast } from '../../../app/screen.ts'
import { endIncident, prepareTelling } from '../../../bridge/floor.ts'
import { useDesk, useDeskState, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { date, dateTime, money } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { waitedSeconds, waitText } from '../../inbox/waiting.ts'
import { useDeed } from '../people/use-deed.ts'

interface Props { incident: IncidentView; products: CallResult<'incidents.list'>['products']; mayLead: boolean; onChange: () => void }

/** One incident: what it says, whom it touches, who has been told. */
export function IncidentDetail({ incident, products, mayLead, onChange }: Props) {
  const { t } = useWords()
  const desk = useDesk()
  const { busy, problem, act } = useDeed()
  const [asked, setAsked] = useState(false)
  const { affected, isOpen } = incident
  const waiting = affected.filter(({ told, waitingSince }) => !told && waitingSince !== null)
  const tell = () => void act(async () => {
    const { prepared } = await prepareTelling(desk, incident.id)
    toast(prepared === 0 ? 'said.incident-none' : 'said.incident-prepared', { name: String(prepared) })
  })
  return (
    <section className="floor-detail" aria-label={incident.name} data-testid="incident-detail">
      <h3>{incident.name}</h3>
      <Facts incident={incident} products={products} />
      {problem !== null && <p role="alert" className="floor-problem">{problem}</p>}
      {isOpen && asked && (
        <p role="alert">{t('incidents.end.sure')} <Button busy={busy} data-testid="incident-end-yes" onClick={() => void act(() => endIncident(desk, incident.id)).then((done) => { if (done) setAsked(false) })}>{t('incidents.end.yes')}</Button> <Button onClick={() => setAsked(false)}>{t('cancel')}</Button></p>
      )}
      {isOpen && (
        <p className="floor-keys">
          <Button kind="primary" busy={busy} disabled={waiting.length === 0} hint={t('incidents.tell.hint')} data-testid="incident-tell" onClick={tell}>{t('incidents.tell', { count: waiting.length })}</Button>
          {mayLead && <Button data-testid="incident-change" onClick={onChange}>{t('incidents.change')}</Button>}
          {mayLead && !asked && <Button data-testid="incident-end" onClick={() => setAsked(true)}>{t('incidents.end')}</Button>}
        </p>
      )}
      {isOpen && <Affected affected={affected} />}
    </section>
  )
}

function Facts({ incident: { scope, wording, compensation, autopilot, openedBy, openedAt, changedBy, changedAt, endsAt, revision }, products }: { incident: IncidentView; products: Props['products'] }) {
  const { t, local, label, language } = useWords()
  const zone = useShopZone()
  const list = (words: readonly string[]): string => words.join(t('list.comma'))
  const orders = scope.orderNos.length > 0 ? t('incidents.orders', { count: scope.orderNos.length }) : ''
  const placed = scope.placedFrom === null && scope.placedTo === null ? '' : t('incidents.placed', { from: scope.placedFrom === null ? '…' : date(scope.placedFrom, language, zone), to: scope.placedTo === null ? '…' : date(scope.placedTo - 1, language, zone) })
  const parts = [orders, list(scope.productIds.map((id) => { const known = products.find((one) => one.id === id); return known ? local(known.title) : id })), list(scope.carriers), list(scope.regions), placed, list(scope.topics.map((topic) => label(topic) ?? topic))].filter(Boolean)
  return (
    <dl className="floor-facts">
      <dt>{t('incidents.scope')}</dt><dd>{parts.join(' · ')}</dd>
      <dt>{t('incidents.wording.zh')}</dt><dd lang="zh">{wording.zh}</dd>
      <dt>{t('incidents.wording.en')}</dt><dd lang="en">{wording.en}</dd>
      <dt>{t('incidents.compensation')}</dt><dd>{compensation.upTo === null ? t('incidents.compensation.none') : t(`incidents.compensation.${compensation.kind === 'coupon' ? 'coupon' : 'money'}.upto`, { sum: money(compensation.upTo, language) })}</dd>
      <dt>{t('incidents.autopilot')}</dt><dd>{t(`incidents.autopilot.${autopilot}`)}</dd>
      <dt>{t('incidents.ends')}</dt><dd>{dateTime(endsAt, language, zone)}</dd>
      <dt>{t('incidents.by')}</dt><dd>{t('incidents.opened', { name: openedBy.name, time: dateTime(openedAt, language, zone) })}{revision > 1 && `\n${t('incidents.changed', { name: changedBy.name, time: dateTime(changedAt, language, zone) })}`}</dd>
    </dl>
  )
}

function Affected({ affected }: { affected: readonly AffectedConversation[] }) {
  const { t } = useWords()
  const told = affected.filter((one) => one.told).length
  if (affected.length === 0) return <p className="quiet" data-testid="affected-empty">{t('incidents.affected.none')}</p>
  return (
    <>
      <p data-testid="affected-counts">{t('incidents.counts', { count: affected.length, told, untold: affected.length - told })}</p>
      <table className="affected">
        <thead><tr><th scope="col">{t('incidents.customer')}</th><th scope="col">{t('incidents.order')}</th><th scope="col">{t('incidents.waits')}</th><th scope="col">{t('incidents.state')}</th></tr></thead>
        <tbody>{affected.map((one) => <AffectedRow key={one.conversationId} one={one} />)}</tbody>
      </table>
    </>
  )
}

function AffectedRow({ one: { conversationId, displayName, orderNo, waitingSince, told, draft, draftText } }: { one: AffectedConversation }) {
  const { t, language } = useWords()
  const offset = useDeskState()?.clockOffset ?? 0
  const seconds = useNow((now) => (waitingSince === null ? null : waitedSeconds(waitingSince, now + offset)))
  return (
    <tr data-testid="affected" data-told={told ? '' : undefined}>
      <td><button type="button" className="text-button" onClick={() => patchScreen({ selected: conversationId, dialog: null })}><bdi>{displayName}</bdi></button></td>
      <td className="tabular">{orderNo ?? '—'}</td>
      <td className="tabular">{seconds === null ? '—' : waitText(seconds, language)}</td>
      <td title={draftText || undefined}>{t(told ? 'incidents.told' : draft ? 'incidents.drafted' : 'incidents.untold')}</td>
    </tr>
  )
}
