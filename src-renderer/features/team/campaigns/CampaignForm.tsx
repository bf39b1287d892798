import { useState, type FormEvent } from 'react'
import { v7 as newId } from 'uuid'
import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import type { CampaignView } from '../../../../src-shared/contract/campaigns.ts'
import type { CampaignFields, CampaignNote } from '../../../../src-shared/domain/campaign.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { putCampaign, useCheckedCampaign } from '../../../bridge/floor.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { fromWallInput, toWallInput } from '../../../ui/wall-input.ts'
import { Choice, Line } from '../../settings/fields.tsx'
import { useDeed } from '../people/use-deed.ts'
import { NoteFields } from './NoteFields.tsx'
import { Problems } from './Problems.tsx'

const DAY_MS = 86_400_000
/** A plan that would begin by itself sooner than this is not what a new form proposes. */
const ROOM_MS = 4 * 3_600_000

type Held = 'none' | 'all' | 'some'
type Form = Record<'name' | 'from' | 'to' | 'capacity' | 'zh' | 'en' | 'group' | 'warn', string> & { held: Held; topics: string[]; notes: CampaignNote[] }

function formOf(campaign: CampaignView | undefined, now: number, zone: string | undefined): Form {
  if (!campaign) {
    // Whole days: from the next midnight that is not upon us while the form is filled in, for one day.
    const from = `${toWallInput(now + ROOM_MS + DAY_MS, zone).slice(0, 10)}T00:00`
    const to = `${toWallInput(now + ROOM_MS + 2 * DAY_MS, zone).slice(0, 10)}T00:00`
    return { name: '', from, to, capacity: '', zh: '', en: '', group: '', warn: '', held: 'none', topics: [], notes: [] }
  }
  const { suggestOnly } = campaign
  return {
    name: campaign.name, from: toWallInput(campaign.from, zone), to: toWallInput(campaign.to, zone), capacity: campaign.capacity === null ? '' : String(campaign.capacity),
    zh: campaign.greeting?.zh ?? '', en: campaign.greeting?.en ?? '', group: campaign.phraseGroup ?? '', warn: campaign.warnFraction === null ? '' : String(Math.round(campaign.warnFraction * 100)),
    held: suggestOnly.includes('*') ? 'all' : suggestOnly.length > 0 ? 'some' : 'none', topics: suggestOnly.filter((topic) => topic !== '*'), notes: campaign.notes,
  }
}

/** A whole number within bounds; null: the field is empty; undefined: it holds something else. */
const numberIn = (text: string, least: number, most: number): number | null | undefined => {
  if (text.trim() === '') return null
  const n = Number(text)
  return Number.isInteger(n) && n >= least && n <= most ? n : undefined
}

/** What the form says, or null while it cannot be kept. */
function fieldsOf(form: Form, zone: string | undefined): CampaignFields | null {
  const [from, to, capacity, warn] = [fromWallInput(form.from, zone), fromWallInput(form.to, zone), numberIn(form.capacity, 1, 200), numberIn(form.warn, 10, 95)]
  const [zh, en] = [form.zh.trim(), form.en.trim()]
  const trim = (text: CampaignNote['title']): CampaignNote['title'] => ({ zh: text.zh.trim(), en: text.en.trim() })
  const notes = form.notes.map((note) => ({ ...note, title: trim(note.title), body: trim(note.body) }))
  const isWhole = notes.every(({ title, body }) => [title.zh, title.en, body.zh, body.en].every((text) => text !== ''))
  if (form.name.trim() === '' || from === null || to === null || capacity === undefined || warn === undefined || (zh === '') !== (en === '') || !isWhole) return null
  return {
    name: form.name.trim(), from, to, capacity, greeting: zh === '' ? null : { zh, en }, suggestOnly: form.held === 'all' ? ['*'] : form.held === 'some' ? form.topics : [],
    phraseGroup: form.group === '' ? null : form.group, notes, warnFraction: warn === null ? null : warn / 100,
  }
}

interface Props { known: CallResult<'campaigns.list'>; campaign: CampaignView | undefined; onDone: (id: string | null) => void }

/** A plan as it is written; what conflicts or is missing stands beside it at once. */
export function CampaignForm({ known, campaign, onDone }: Props) {
  const { t, label } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const { busy, problem, act } = useDeed()
  const [form, setForm] = useState(() => formOf(campaign, known.now, zone))
  const [id] = useState<string>(() => campaign?.id ?? newId())
  const [basedOn] = useState(campaign?.revision ?? 0)
  const set = (change: Partial<Form>): void => setForm({ ...form, ...change })
  const fields = fieldsOf(form, zone)
  const checked = useCheckedCampaign(fields && { campaignId: id, fields })
  const problems = fields ? (checked?.problems ?? []) : []
  const isReady = fields !== null && !problems.some(({ severity }) => severity === 'error')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (!isReady) return
    void act(() => putCampaign(desk, { campaignId: id, basedOn, fields })).then((done) => {
      if (!done) return
      toast('said.campaign-saved', { name: fields.name })
      onDone(id)
    })
  }
  const text = (name: 'name' | 'capacity' | 'warn', help: string, more: object = {}) => (
    <Line label={t(`campaigns.${name}`)} htmlFor={`campaign-${name}`} help={help}><input id={`campaign-${name}`} className="field" aria-describedby={`campaign-${name}-help`} value={form[name]} onChange={(event) => set({ [name]: event.target.value })} {...more} /></Line>
  )
  const time = (name: 'from' | 'to') => <Line label={t(`campaigns.${name}`)} htmlFor={`campaign-${name}`}><input id={`campaign-${name}`} className="field" type="datetime-local" required value={form[name]} onChange={(event) => set({ [name]: event.target.value })} /></Line>
  const answering = [...new Set([...known.answering, ...form.topics])]
  return (
    <form className="floor-form" data-testid="campaign-form" aria-label={t(campaign ? 'campaigns.change' : 'campaigns.new')} onSubmit={save}>
      {text('name', t('campaigns.name.help'), { required: true, maxLength: 60, autoFocus: true })}
      <div className="floor-pair">{time('from')}{time('to')}</div>
      <div className="floor-pair">
        {text('capacity', t('campaigns.capacity.help'), { inputMode: 'numeric', 'aria-invalid': numberIn(form.capacity, 1, 200) === undefined || undefined })}
        {text('warn', t('campaigns.warn.help'), { inputMode: 'numeric', 'aria-invalid': numberIn(form.warn, 10, 95) === undefined || undefined })}
        <Line label={t('campaigns.phrases')} htmlFor="campaign-group" help={t('campaigns.phrases.help')}>
          <select id="campaign-group" className="field" value={form.group} onChange={(event) => set({ group: event.target.value })}>
            <option value="">{t('campaigns.phrases.none')}</option>
            {[...new Set([...known.groups, ...(form.group === '' ? [] : [form.group])])].map((group) => <option key={group} value={group}>{group}</option>)}
          </select>
        </Line>
      </div>
      <fieldset className="floor-part">
        <legend>{t('campaigns.greeting')}</legend>
        <p className="small quiet">{t('campaigns.greeting.help')}</p>
        <div className="floor-pair">{(['zh', 'en'] as const).map((one) => <Line key={one} label={t(`campaigns.greeting.${one}`)} htmlFor={`greeting-${one}`}><textarea id={`greeting-${one}`} className="field" lang={one} rows={3} maxLength={300} value={form[one]} onChange={(event) => set({ [one]: event.target.value })} /></Line>)}</div>
      </fieldset>
      <Choice legend={t('campaigns.autopilot')} value={form.held} options={[['none', t('campaigns.unchanged')], ['some', t('campaigns.autopilot.choose')], ['all', t('campaigns.autopilot.all')]]} help={t('campaigns.autopilot.help')} onChange={(held) => set({ held })} />
      {form.held === 'some' && (answering.length === 0 ? <p className="quiet">{t('campaigns.autopilot.nothing')}</p> : (
        <div role="group" aria-label={t('campaigns.autopilot.choose')} className="floor-topics">
          {answering.map((topic) => <label key={topic} className="choice"><input type="checkbox" checked={form.topics.includes(topic)} onChange={(event) => set({ topics: event.target.checked ? [...form.topics, topic] : form.topics.filter((one) => one !== topic) })} /><span>{label(topic) ?? topic}</span></label>)}
        </div>
      ))}
      <NoteFields notes={form.notes} onChange={(notes) => set({ notes })} />
      {fields && <Problems problems={problems} />}
      {problem !== null && <p role="alert" className="floor-problem">{problem}</p>}
      <p className="floor-keys">
        <Button kind="primary" type="submit" busy={busy} disabled={!isReady} data-testid="campaign-save">{t('save')}</Button>
        <Button onClick={() => onDone(null)}>{t('cancel')}</Button>
        {fields === null && <span className="small quiet">{t('campaigns.missing')}</span>}
      </p>
    </form>
  )
}
