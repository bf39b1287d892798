import type { FormEvent } from 'react'
import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import type { IncidentFields } from '../../../../src-shared/domain/incident.ts'
import { isScopeEmpty, namesIn, orderNosIn } from '../../../../src-shared/domain/incident-match.ts'
import { TOPIC_NAMES_EN } from '../../../../src-shared/domain/topic-names.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { putIncident, useTriedIncident } from '../../../bridge/floor.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { money } from '../../../ui/format.ts'
import { fromWallInput } from '../../../ui/wall-input.ts'
import { Choice, Line } from '../../settings/fields.tsx'
import { useDeed } from '../people/use-deed.ts'
import { halfIncident, type HalfIncident, type IncidentWords } from './half.ts'
import { productsMeant } from './scope-words.ts'

const DAY_MS = 86_400_000
const TOPICS = Object.keys(TOPIC_NAMES_EN)

interface Props { known: CallResult<'incidents.list'>; half: HalfIncident; onDone: (id: string | null) => void }

/** Opens an incident or changes one: for every desk at once. What is written stays where it was when the page is left. */
export function IncidentForm({ known, half, onDone }: Props) {
  const { t, local, label, language } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const { busy, problem, act } = useDeed()
  const { id, basedOn, form } = half
  const incident = known.incidents.find((one) => one.id === id)
  const set = (change: Partial<IncidentWords>): void => halfIncident.set({ ...half, form: { ...form, ...change } })
  const products = productsMeant(namesIn(form.products), known.products)
  const lastDay = form.to === '' ? null : fromWallInput(`${form.to}T00:00`, zone)
  const scope: IncidentFields['scope'] = {
    orderNos: orderNosIn(form.orders), productIds: products.found.map((one) => one.id), carriers: namesIn(form.carriers), regions: namesIn(form.regions), topics: form.topics,
    placedFrom: form.from === '' ? null : fromWallInput(`${form.from}T00:00`, zone), placedTo: lastDay === null ? null : lastDay + DAY_MS,
  }
  const tried = useTriedIncident({ scope, openedAt: incident?.openedAt ?? null })
  const amount = Math.round(Number(form.sum) * 100)
  const endsAt = fromWallInput(form.ends, zone)
  const isMoneyRight = form.kind === 'none' || (form.sum.trim() !== '' && Number.isFinite(amount) && amount > 0)
  const isReady = form.name.trim() !== '' && form.zh.trim() !== '' && form.en.trim() !== '' && endsAt !== null && isMoneyRight && products.unknown.length === 0 && !isScopeEmpty(scope)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (!isReady || endsAt === null) return
    const fields: IncidentFields = { name: form.name.trim(), scope, wording: { zh: form.zh.trim(), en: form.en.trim() }, compensation: { kind: form.kind, upTo: form.kind === 'none' ? null : { amount, currency: 'CNY' } }, autopilot: form.autopilot, endsAt }
    void act(() => putIncident(desk, { incidentId: id, basedOn, fields })).then((done) => {
      if (!done) return
      toast(incident ? 'said.incident-changed' : 'said.incident-opened', { name: fields.name })
      onDone(id)
    })
  }
  const lines = (name: 'orders' | 'products' | 'carriers' | 'regions', rows: number, help: string) => (
    <Line label={t(`incidents.field.${name}`)} htmlFor={`incident-${name}`} help={help}>
      <textarea id={`incident-${name}`} className="field" rows={rows} aria-describedby={`incident-${name}-help`} value={form[name]} onChange={(event) => set({ [name]: event.target.value })} />
    </Line>
  )
  const productHelp = [...(products.found.length > 0 ? [t('incidents.field.products.found', { names: products.found.map((one) => local(one.title)).join(t('list.comma')) })] : []), ...(products.unknown.length > 0 ? [t('incidents.field.products.unknown', { names: products.unknown.join(t('list.comma')) })] : [])].join(' ') || t('incidents.field.products.help')
  return (
    <form className="floor-form" data-testid="incident-form" aria-label={t(incident ? 'incidents.change' : 'incidents.new')} onSubmit={save}>
      <Line label={t('incidents.field.name')} htmlFor="incident-name" help={t('incidents.field.name.help')}>
        <input id="incident-name" className="field" required maxLength={60} autoFocus value={form.name} onChange={(event) => set({ name: event.target.value })} />
      </Line>
      <fieldset className="floor-part">
        <legend>{t('incidents.scope')}</legend>
        <p className="small quiet">{t('incidents.scope.help')}</p>
        <div className="floor-pair">
          {lines('carriers', 2, t('incidents.field.carriers.help'))}
          {lines('regions', 2, t('incidents.field.regions.help'))}
          {lines('products', 2, productHelp)}
          {lines('orders', 2, scope.orderNos.length > 0 ? t('incidents.orders', { count: scope.orderNos.length }) : t('incidents.field.orders.help'))}
          <Line label={t('incidents.field.from')} htmlFor="incident-from"><input id="incident-from" className="field" type="date" value={form.from} onChange={(event) => set({ from: event.target.value })} /></Line>
          <Line label={t('incidents.field.to')} htmlFor="incident-to" help={t('incidents.field.to.help')}><input id="incident-to" className="field" type="date" value={form.to} onChange={(event) => set({ to: event.target.value })} /></Line>
        </div>
        <details>
          <summary data-testid="incident-topics">{form.topics.length === 0 ? t('incidents.field.topics') : t('incidents.field.topics.some', { names: form.topics.map((topic) => label(topic) ?? topic).join(t('list.comma')) })}</summary>
          <div className="floor-topics">
            {TOPICS.map((topic) => <label key={topic} className="choice"><input type="checkbox" checked={form.topics.includes(topic)} onChange={(event) => set({ topics: event.target.checked ? [...form.topics, topic] : form.topics.filter((one) => one !== topic) })} /><span>{label(topic) ?? topic}</span></label>)}
          </div>
        </details>
        <p role="status" data-testid="incident-tried">{isScopeEmpty(scope) ? t('incidents.try.empty') : tried && (tried.count === 0 ? t('incidents.try.none') : t('incidents.try', { count: tried.count, names: tried.names.join(t('list.comma')) }))}</p>
      </fieldset>
      <fieldset className="floor-part">
        <legend>{t('incidents.wording')}</legend>
        <p className="small quiet">{t('incidents.wording.help')}</p>
        <div className="floor-pair">
          {(['zh', 'en'] as const).map((one) => <Line key={one} label={t(`incidents.wording.${one}`)} htmlFor={`incident-${one}`}><textarea id={`incident-${one}`} className="field" lang={one} rows={4} required maxLength={600} value={form[one]} onChange={(event) => set({ [one]: event.target.value })} /></Line>)}
        </div>
      </fieldset>
      <div className="floor-pair">
        <Line label={t('incidents.compensation')} htmlFor="incident-kind">
          <select id="incident-kind" className="field" value={form.kind} onChange={(event) => set({ kind: (['none', 'money', 'coupon'] as const).find((one) => one === event.target.value) ?? 'none' })}>
            {(['none', 'money', 'coupon'] as const).map((one) => <option key={one} value={one}>{t(`incidents.compensation.${one}`)}</option>)}
          </select>
        </Line>
        {form.kind !== 'none' && (
          <Line label={t('incidents.field.sum')} htmlFor="incident-sum" help={known.cap === null ? t('incidents.cap.none') : t('incidents.cap', { sum: money({ amount: known.cap, currency: 'CNY' }, language) })}>
            <input id="incident-sum" className="field" inputMode="decimal" aria-invalid={!isMoneyRight || undefined} value={form.sum} onChange={(event) => set({ sum: event.target.value })} />
          </Line>
        )}
        <Line label={t('incidents.ends')} htmlFor="incident-ends" help={t('incidents.ends.help')}><input id="incident-ends" className="field" type="datetime-local" required value={form.ends} onChange={(event) => set({ ends: event.target.value })} /></Line>
      </div>
      <Choice legend={t('incidents.autopilot')} value={form.autopilot} options={[['draft', t('incidents.autopilot.draft')], ['as-usual', t('incidents.autopilot.as-usual')]]} onChange={(autopilot) => set({ autopilot })} />
      {problem !== null && <p role="alert" className="floor-problem">{problem}</p>}
      <p className="floor-keys">
        <Button kind="primary" type="submit" busy={busy} disabled={!isReady} data-testid="incident-save">{t(incident ? 'save' : 'incidents.open')}</Button>
        <Button onClick={() => onDone(null)}>{t('cancel')}</Button>
        {!isReady && <span className="small quiet">{t('incidents.missing')}</span>}
      </p>
    </form>
  )
}
