import type { FormEvent } from 'react'
import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import type { CampaignFields, CampaignNote } from '../../../../src-shared/domain/campaign.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { putCampaign, useCheckedCampaign } from '../../../bridge/floor.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { fromWallInput } from '../../../ui/wall-input.ts'
import { Choice, Line } from '../../settings/fields.tsx'
import { useDeed } from '../people/use-deed.ts'
import { halfCampaign, type CampaignWords, type HalfCampaign } from './half.ts'
import { NoteFields } from './NoteFields.tsx'
import { Problems } from './Problems.tsx'

/** A whole number within bounds; null: the field is empty; undefined: it holds something else. */
const numberIn = (text: string, least: number, most: number): number | null | undefined => {
  if (text.trim() === '') return null
  const n = Number(text)
  return Number.isInteger(n) && n >= least && n <= most ? n : undefined
}

/** What the form says, or null while it cannot be kept. */
function fieldsOf(form: CampaignWords, zone: string | undefined): CampaignFields | null {
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

interface Props { known: CallResult<'campaigns.list'>; half: HalfCampaign; onDone: (id: string | null) => void }

/** A plan as it is written; what conflicts or is missing stands beside it at once. It stays where it was when the page is left. */
export function CampaignForm({ known, half, onDone }: Props) {
  const { t, label } = useWords()
  const desk = useDesk()
  const zone = useShopZone()
  const { busy, problem, act } = useDeed()
  const { id, basedOn, form } = half
  const set = (change: Partial<CampaignWords>): void => halfCampaign.set({ ...half, form: { ...form, ...change } })
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
    <form className="floor-form" data-testid="campaign-form" aria-label={t(basedOn > 0 ? 'campaigns.change' : 'campaigns.new')} onSubmit={save}>
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
