import { useState } from 'react'
import type { ShopHours } from '../../../../src-shared/domain/shop-hours.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { useDesk, useShopZone } from '../../../bridge/hooks.ts'
import { putShopRules, useShopRules } from '../../../bridge/ratings.ts'
import { Button } from '../../../ui/Button.tsx'
import { spansFrom, spansText } from './spans-text.ts'
import './hours.css'

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
const FRESH = '09:00-22:00'

/** When people work in the shop: a form for supervisors, words for everybody else. */
export function Hours() {
  const { t } = useWords()
  const zone = useShopZone()
  const shop = useShopRules()
  if (shop === undefined) return null
  const { rules, mayChange } = shop
  if (mayChange) return <HoursForm hours={rules.hours} revision={rules.revision} zone={rules.hours?.zone ?? zone ?? 'Asia/Shanghai'} />
  if (rules.hours === null) return <p className="quiet">{t('hours.always')}</p>
  const { hours } = rules
  return (
    <div data-testid="hours-read">
      <ul className="hours-list">{DAYS.map((day) => <li key={day}>{t(`hours.day.${day}`)} <span className="tabular">{spansText(hours.week[day - 1] ?? []) || t('hours.closed')}</span></li>)}</ul>
      {hours.exceptions.length > 0 && <ul className="hours-list">{hours.exceptions.map(({ day, open, name }) => <li key={day}><span className="tabular">{day}</span> {name} <span className="tabular">{spansText(open) || t('hours.closed')}</span></li>)}</ul>}
      <p className="small quiet">{t('hours.zone.is', { zone: hours.zone })}</p>
    </div>
  )
}

interface Exception { key: number; day: string; open: string; name: string }
interface Fields { has: boolean; zone: string; week: readonly string[]; exceptions: readonly Exception[] }

const fieldsOf = (hours: ShopHours | null, zone: string): Fields => ({
  has: hours !== null, zone: hours?.zone ?? zone, week: hours?.week.map(spansText) ?? DAYS.map(() => FRESH),
  exceptions: hours?.exceptions.map(({ day, open, name }, key) => ({ key, day, open: spansText(open), name })) ?? [],
})
const isSame = (one: ShopHours | null, other: ShopHours | null): boolean => JSON.stringify(fieldsOf(one, '')) === JSON.stringify(fieldsOf(other, ''))

function HoursForm({ hours, revision, zone: first }: { hours: ShopHours | null; revision: number; zone: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const [fields, setFields] = useState(() => fieldsOf(hours, first))
  const [shown, setShown] = useState(hours)
  const [isTried, setTried] = useState(false)
  const { has, zone, week, exceptions } = fields
  const set = (part: Partial<Fields>) => setFields({ ...fields, ...part })
  const read = { week: week.map(spansFrom), open: exceptions.map(({ open }) => spansFrom(open)) }
  const days = exceptions.map(({ day }) => day)
  const isDayWrong = (day: string): boolean => day === '' || days.indexOf(day) !== days.lastIndexOf(day)
  const wished: ShopHours | null = !has ? null : {
    zone, week: read.week.map((spans) => spans ?? []),
    exceptions: exceptions.map(({ day, name }, index) => ({ day, name: name.trim(), open: read.open[index] ?? [] })).sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
  // Somebody else's hours take the place of what stands here; one's own, saved, leave the fields and the focus alone.
  if (!isSame(hours, shown)) {
    setShown(hours)
    if (!isSame(hours, wished)) setFields(fieldsOf(hours, first))
  }
  const change = (key: number, part: Partial<Exception>) => set({ exceptions: exceptions.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  const save = () => {
    setTried(true)
    if (has && (read.week.includes(null) || read.open.includes(null) || days.some(isDayWrong))) return
    putShopRules(desk, revision, { hours: wished }).then(({ status }) => toast(status === 'put' ? 'said.shop-rules' : 'said.shop-rules-conflict'), report)
  }
  return (
    <form className="hours" data-testid="hours" onSubmit={(event) => { event.preventDefault(); save() }}>
      <label><input type="checkbox" checked={has} data-testid="hours-has" onChange={(event) => set({ has: event.target.checked })} /> {t('hours.has')}</label>
      <p className="small quiet">{t('hours.means')}</p>
      {has && (
        <>
          <fieldset>
            <legend>{t('hours.week')}</legend>
            <p className="small quiet" id="hours-how">{t('hours.how')}</p>
            {DAYS.map((day, index) => (
              <label key={day} className="hours-day"><span>{t(`hours.day.${day}`)}</span>
                <SpansField value={week[index] ?? ''} isWrong={read.week[index] === null} testId={`hours-${day}`} onChange={(text) => set({ week: week.map((one, at) => (at === index ? text : one)) })} />
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>{t('hours.exceptions')}</legend>
            {exceptions.map(({ key, day, open, name }, index) => (
              <div key={key} className="hours-exception">
                <input type="date" className="field" value={day} aria-label={t('hours.date')} aria-invalid={isTried && isDayWrong(day)} data-testid="hours-date" onChange={(event) => change(key, { day: event.target.value })} />
                <input className="field" value={name} maxLength={60} aria-label={t('hours.name')} placeholder={t('hours.name')} onChange={(event) => change(key, { name: event.target.value })} />
                <SpansField value={open} isWrong={read.open[index] === null} label={t('hours.open')} testId="hours-open" onChange={(text) => change(key, { open: text })} />
                <Button onClick={() => set({ exceptions: exceptions.filter((one) => one.key !== key) })}>{t('hours.remove')}</Button>
              </div>
            ))}
            {isTried && days.some(isDayWrong) && <p role="alert" className="small hours-wrong">{t('hours.date.wrong')}</p>}
            <Button data-testid="hours-add" onClick={() => set({ exceptions: [...exceptions, { key: Math.max(-1, ...exceptions.map((one) => one.key)) + 1, day: '', open: '', name: '' }] })}>{t('hours.add')}</Button>
          </fieldset>
          <label>{t('hours.zone')}
            <select className="field" value={zone} onChange={(event) => set({ zone: event.target.value })}>{[...new Set([zone, ...Intl.supportedValuesOf('timeZone')])].map((name) => <option key={name} value={name}>{name}</option>)}</select>
          </label>
        </>
      )}
      <div><Button kind="primary" type="submit" data-testid="hours-save">{t('save')}</Button></div>
    </form>
  )
}

function SpansField({ value, isWrong, label, testId, onChange }: { value: string; isWrong: boolean; label?: string; testId: string; onChange: (text: string) => void }) {
  const { t } = useWords()
  return (
    <span className="hours-field">
      <input className="field tabular" value={value} placeholder={t('hours.closed')} aria-label={label} aria-describedby="hours-how" aria-invalid={isWrong} data-testid={testId} onChange={(event) => onChange(event.target.value)} />
      {isWrong && <span role="alert" className="small hours-wrong">{t('hours.wrong')}</span>}
    </span>
  )
}
